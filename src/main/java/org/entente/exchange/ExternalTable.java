package org.entente.exchange;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of somebody else's table, streamed: one row in memory at a time.
 *
 * <p>The file is not trusted: wrong encoding, binary content, a quotation mark that is never closed
 * and rows of another length are errors that name the line.
 */
final class ExternalTable implements AutoCloseable {

  /** The longest row in characters; a longer one is a quotation mark that nobody closed. */
  private static final int LONGEST = 1_000_000;

  /** One row. */
  static final class Row {
    private final CSVRecord cells;
    private final Set<String> nothing;
    private final long line;

    Row(CSVRecord cells, Set<String> nothing, long line) {
      this.cells = cells;
      this.nothing = nothing;
      this.line = line;
    }

    /** The cell at this place, empty where the table writes that there is nothing. */
    String cell(int place) {
      if (place < 0 || place >= cells.size()) {
        return "";
      }
      String cell = cells.get(place).strip();
      return nothing.contains(cell) ? "" : cell;
    }

    /** The line on which the row begins, from 1. */
    long line() {
      return line;
    }

    int size() {
      return cells.size();
    }
  }

  private final String name;
  private final Guard guard;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Set<String> nothing;
  private final Map<String, Integer> places = new HashMap<>();
  private final int width;
  private @Nullable CSVRecord first;
  private long begin = 1;

  /**
   * Opens a table and reads its header, if it has one.
   *
   * @param wanted the columns that must be there
   * @throws IllegalArgumentException if it is no such table; names file, line and column
   * @throws IOException if it cannot be read
   */
  static ExternalTable open(Path file, Charset charset, TableDialect dialect, Set<String> wanted)
      throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return new ExternalTable(file.toString(), in, charset, dialect, wanted);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private ExternalTable(
      String name, InputStream in, Charset charset, TableDialect dialect, Set<String> wanted)
      throws IOException {
    this.name = name;
    this.nothing = dialect.nothing();
    this.guard =
        new Guard(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(dialect.delimiter());
    format.setQuote(dialect.quote()).setIgnoreEmptyLines(true);
    this.parser = CSVParser.parse(guard, format.get());
    this.records = parser.iterator();
    CSVRecord head = read();
    if (head == null) {
      throw new IllegalArgumentException(name + ": is empty");
    }
    List<String> names = names(head);
    boolean header =
        switch (dialect.header()) {
          case YES -> true;
          case NO -> false;
          case MAYBE -> names.containsAll(wanted);
        };
    if (header) {
      checkHeader(names, wanted, head.size());
      this.width = head.size();
    } else {
      this.width = dialect.columns().size();
      if (head.size() != width) {
        throw new IllegalArgumentException(
            name + ": line 1: has " + counted(head.size()) + " where the table has " + width);
      }
      names = dialect.columns();
      first = head;
    }
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
  }

  private static List<String> names(CSVRecord head) {
    List<String> names = new ArrayList<>();
    for (String cell : head) {
      names.add((names.isEmpty() ? cell.replace("\uFEFF", "") : cell).strip());
    }
    return names;
  }

  private void checkHeader(List<String> names, Set<String> wanted, int size) {
    for (String column : wanted) {
      if (!names.contains(column)) {
        String found = String.join(", ", names).replaceAll("\\p{Cntrl}", " ");
        throw new IllegalArgumentException(
            name
                + ": line 1: no column \""
                + column
                + "\"; its "
                + counted(size)
                + " are "
                + (found.length() <= 300 ? found : found.substring(0, 300) + "…"));
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : names) {
      if (!seen.add(column) && wanted.contains(column)) {
        throw new IllegalArgumentException(
            name + ": line 1: column \"" + column + "\" stands there twice");
      }
    }
  }

  private static String counted(int columns) {
    return columns == 1 ? "1 column" : columns + " columns";
  }

  /** Where each column stands. */
  Map<String, Integer> places() {
    return places;
  }

  /** How many cells a row has. */
  int width() {
    return width;
  }

  /**
   * The next row, or null at the end.
   *
   * @throws IllegalArgumentException if the file is no table from here on; names the line
   * @throws IOException if it cannot be read
   */
  @Nullable Row next() throws IOException {
    CSVRecord record = first;
    first = null;
    if (record == null) {
      record = read();
    }
    return record == null ? null : new Row(record, nothing, begin);
  }

  private @Nullable CSVRecord read() throws IOException {
    begin = parser.getCurrentLineNumber() + 1;
    guard.rowBegins();
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof CharacterCodingException) {
        throw wrong(
            "is not in the encoding that was expected (UTF-8 unless --encoding says so)", e);
      }
      if (cause instanceof NoTable || e instanceof IllegalStateException) {
        throw wrong(String.valueOf(cause.getMessage()), e);
      }
      if (cause instanceof IOException io) {
        String message = String.valueOf(io.getMessage());
        if (message.contains("parse error") || message.contains("EOF reached")) {
          throw wrong("a quotation mark is not closed or stands inside a cell", e);
        }
        throw io;
      }
      throw e;
    }
  }

  private IllegalArgumentException wrong(String what, Exception cause) {
    return new IllegalArgumentException(
        name + ": line " + Math.max(begin, parser.getCurrentLineNumber()) + ": " + what, cause);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Content that no table has. */
  private static final class NoTable extends IOException {
    private static final long serialVersionUID = 1L;

    NoTable(String message) {
      super(message);
    }
  }

  /** Refuses binary content and rows without end. */
  private static final class Guard extends FilterReader {
    private long sinceRow;

    Guard(Reader in) {
      super(in);
    }

    void rowBegins() {
      sinceRow = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        if (buffer[i] == 0) {
          throw new NoTable("holds a NUL character, so it is no text");
        }
      }
      sinceRow += Math.max(0, read);
      if (sinceRow > LONGEST) {
        throw new NoTable(
            "a row of more than " + LONGEST + " characters: is a quotation mark not closed?");
      }
      return read;
    }
  }
}
