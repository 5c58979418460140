package org.entente.evaluate;

import java.util.List;

/**
 * A table of figures.
 *
 * <p>Example: the table "links" has the columns right, gold, given and a line "State" with 3, 4, 5.
 *
 * @param id its name where programs read it
 * @param title its name where people read it
 * @param columns what the figures are
 * @param lines in order
 */
public record ResultTable(String id, String title, List<String> columns, List<Line> lines) {

  /**
   * A line: counts are {@code Integer}s, measures {@code Double}s.
   *
   * @param name what the figures are of
   * @param figures one for each column
   */
  public record Line(String name, List<Number> figures) {
    /** Copies the figures. */
    public Line {
      figures = List.copyOf(figures);
    }

    /** A line of these figures. */
    static Line of(String name, Number... figures) {
      return new Line(name, List.of(figures));
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a line has another number of figures than the columns
   */
  public ResultTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.figures().size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + id + ": line " + line.name() + " has " + line.figures().size() + " figures");
      }
    }
  }
}
