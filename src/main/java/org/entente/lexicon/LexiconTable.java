package org.entente.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of words: tab-separated, a header row, lines that begin with {@code #} are comments.
 *
 * <p>Example: {@code LexiconTable.shipped("roles").rows()} gives {@code president → leads} and its
 * like.
 */
public final class LexiconTable {

  private static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setQuote(null)
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .get();

  /** One row; cells by column name. */
  public static final class Row {
    private final String where;
    private final long line;
    private final CSVRecord cells;

    private Row(String table, long line, CSVRecord cells) {
      this.where = table + ", row " + cells.getRecordNumber();
      this.line = line;
      this.cells = cells;
    }

    /**
     * The cell of a column, empty when it is blank or the row ends before it.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String get(String column) {
      if (!cells.isMapped(column)) {
        throw new IllegalArgumentException(where + ": no column \"" + column + "\"");
      }
      return cells.isSet(column) ? cells.get(column) : "";
    }

    /** The cell of a column, empty also when the table has no such column. */
    public String optional(String column) {
      return cells.isMapped(column) ? get(column) : "";
    }

    /** The parts of a cell between vertical bars. */
    public List<String> list(String column) {
      String cell = get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
    }

    /** Number of the line on which the row stands, comments and header counted, from 1. */
    public long line() {
      return line;
    }

    /** Where the row stands, for messages. */
    public String where() {
      return where;
    }
  }

  private final List<Row> rows;

  private LexiconTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The table of this name that the jar ships.
   *
   * @throws UncheckedIOException if there is none or it cannot be read
   */
  public static LexiconTable shipped(String name) {
    String resource = "/lexicon/" + name + ".tsv";
    try (InputStream in = LexiconTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon " + name, e);
    }
  }

  /** A table from any reader; {@code name} is for messages. */
  public static LexiconTable read(String name, Reader reader) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord cells : parser) {
        rows.add(new Row(name, parser.getCurrentLineNumber(), cells));
      }
    }
    return new LexiconTable(rows);
  }

  /** The rows, in order. */
  public List<Row> rows() {
    return rows;
  }

  /** The non-empty cells of one column in lower case, sorted. */
  public Set<String> words(String column) {
    Set<String> words = new TreeSet<>();
    for (Row row : rows) {
      String word = row.get(column).toLowerCase(Locale.ROOT);
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
