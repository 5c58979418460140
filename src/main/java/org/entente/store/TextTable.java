package org.entente.store;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.shared.PrefixMapping;
import org.entente.rdf.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Rows in aligned columns; long cells are cut, and control characters of the data do not reach the
 * terminal.
 */
final class TextTable {

  private static final int WIDEST = 60;

  private TextTable() {}

  static void write(ResultSet rows, Query query, OutputStream out) {
    List<String> names = rows.getResultVars();
    List<List<String>> cells = new ArrayList<>();
    cells.add(names);
    while (rows.hasNext()) {
      var row = rows.next();
      List<String> line = new ArrayList<>();
      for (String name : names) {
        line.add(shown(row.get(name), query.getPrefixMapping()));
      }
      cells.add(line);
    }
    int[] widths = new int[names.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    for (int l = 0; l < cells.size(); l++) {
      print.println(line(cells.get(l), widths, ' '));
      if (l == 0) {
        print.println(line(names.stream().map(n -> "").toList(), widths, '-'));
      }
    }
    print.flush();
  }

  private static String line(List<String> cells, int[] widths, char fill) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : "  ").append(cell);
      line.append(String.valueOf(fill).repeat(widths[i] - width(cell)));
    }
    return line.toString().stripTrailing();
  }

  /** By the query's prefixes, else by our own for entities and documents: always the same. */
  private static String shortened(String iri, PrefixMapping prefixes) {
    String shortForm = prefixes.shortForm(iri);
    if (!shortForm.equals(iri)) {
      return shortForm;
    }
    String entities = Iris.DEFAULT.entity("").getURI();
    if (iri.startsWith(entities)) {
      return "id:" + iri.substring(entities.length());
    }
    return iri.startsWith(Iris.DEFAULT_BASE) ? iri.substring(Iris.DEFAULT_BASE.length()) : iri;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String shown(@Nullable RDFNode node, PrefixMapping prefixes) {
    if (node == null) {
      return "";
    }
    Node n = node.asNode();
    String text =
        n.isURI()
            ? shortened(n.getURI(), prefixes)
            : n.isLiteral() ? n.getLiteralLexicalForm() : n.toString();
    String plain = text.replaceAll("\\p{Cntrl}+", " ");
    if (width(plain) <= WIDEST || n.isURI()) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }
}
