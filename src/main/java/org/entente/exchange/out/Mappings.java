package org.entente.exchange.out;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.ResourceFolder;

/** The tables of {@code data/mappings/} that say what of ours is what in other formats. */
final class Mappings {

  private Mappings() {}

  /**
   * A table.
   *
   * @throws UncheckedIOException if there is none of this name
   */
  static LexiconTable table(String file) {
    String text = ResourceFolder.read("/mappings", ".tsv").get(file);
    try {
      if (text == null) {
        throw new IOException("not on the class path: /mappings/" + file);
      }
      return LexiconTable.read(file, new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The rows of one kind, by what they are about. */
  static Map<String, LexiconTable.Row> rows(LexiconTable table, String kind) {
    Map<String, LexiconTable.Row> rows = new TreeMap<>();
    for (LexiconTable.Row row : table.rows()) {
      if (row.get("kind").equals(kind) && rows.put(row.get("ours"), row) != null) {
        throw new IllegalArgumentException(row.where() + ": second row of " + row.get("ours"));
      }
    }
    return rows;
  }
}
