package org.entente.exchange;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, in the terms of CSV on the Web.
 *
 * @param delimiter what parts cells
 * @param quote what may stand around a cell, or null when nothing does
 * @param header whether its first row names the columns
 * @param columns names of the columns in order, for a table without a header
 * @param nothing what it writes where there is nothing, beside the empty cell
 */
record TableDialect(
    char delimiter,
    @Nullable Character quote,
    Header header,
    List<String> columns,
    Set<String> nothing) {

  /** Whether there is a header row. */
  enum Header {
    YES,
    NO,
    /** Some files have one: the first row is one if it holds the names of the columns. */
    MAYBE
  }

  TableDialect {
    columns = List.copyOf(columns);
    nothing = Set.copyOf(nothing);
  }
}
