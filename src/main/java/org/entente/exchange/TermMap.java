package org.entente.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * How one RDF term is made from a row: a constant, a cell, or a template with cells in it.
 *
 * <p>A cell that is empty makes no term, as RML has it. Cells in a template are percent-encoded, so
 * that no content of a file can break out of an IRI.
 *
 * @param parts texts and columns in turn: text, column, text, …; one text for a constant
 * @param iri whether the term is an IRI; else a literal
 * @param constant the term when it is the same for all rows
 * @param datatype of a literal, or null for a string
 * @param language of a literal, or null
 * @param patterns how a date may be written; the first that fits is taken
 * @param codes terms for the codes that a column may hold; empty when it holds no codes
 * @param least smallest number allowed, or null
 * @param most greatest number allowed, or null
 */
record TermMap(
    List<Part> parts,
    boolean iri,
    @Nullable Node constant,
    @Nullable RDFDatatype datatype,
    @Nullable String language,
    List<DateTimeFormatter> patterns,
    Map<String, Node> codes,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most) {

  /**
   * A piece of a template.
   *
   * @param text the text, or the name of a column
   * @param column index of the column, or -1 for text
   */
  record Part(String text, int column) {}

  /** A cell that cannot be what its column should hold. */
  static final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;

    BadCell(String column, String value, String reason) {
      super("column \"" + column + "\": \"" + shown(value) + "\" " + reason, null, false, false);
    }

    /** The value without control characters, at most 60 characters of it. */
    private static String shown(String value) {
      String plain = value.replaceAll("\\p{Cntrl}", " ");
      return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
  }

  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  TermMap {
    parts = List.copyOf(parts);
    patterns = List.copyOf(patterns);
    codes = Map.copyOf(codes);
  }

  /** A term that is the same for all rows. */
  static TermMap constant(Node node) {
    return new TermMap(List.of(), node.isURI(), node, null, null, List.of(), Map.of(), null, null);
  }

  /** The columns that the term is made of. */
  List<String> columns() {
    return parts.stream().filter(p -> p.column() != Integer.MIN_VALUE).map(Part::text).toList();
  }

  /** The same with each column's place in the row, looked up by its name. */
  TermMap placed(Map<String, Integer> places) {
    List<Part> placed = new ArrayList<>();
    for (Part part : parts) {
      placed.add(
          part.column() == Integer.MIN_VALUE
              ? part
              : new Part(part.text(), places.getOrDefault(part.text(), -1)));
    }
    return new TermMap(placed, iri, constant, datatype, language, patterns, codes, least, most);
  }

  /**
   * The term of a row, or null when a cell that it needs is empty.
   *
   * @throws BadCell if a cell is not what the mapping says that it is
   */
  @Nullable Node of(ExternalTable.Row row) throws BadCell {
    if (constant != null) {
      return constant;
    }
    if (iri && codes.isEmpty()) {
      return address(row);
    }
    Part part = parts.get(0);
    String value = row.cell(part.column());
    if (value.isEmpty()) {
      return null;
    }
    if (!codes.isEmpty()) {
      Node node = codes.get(value);
      if (node == null) {
        throw new BadCell(part.text(), value, "is none of the codes that the mapping knows");
      }
      return node;
    }
    if (!patterns.isEmpty()) {
      return NodeFactory.createLiteralDT(date(part, value).toString(), XSDDatatype.XSDdate);
    }
    if (datatype != null) {
      return typed(part, value, datatype);
    }
    return language == null
        ? NodeFactory.createLiteralString(value)
        : NodeFactory.createLiteralLang(value, language);
  }

  private @Nullable Node address(ExternalTable.Row row) {
    StringBuilder out = new StringBuilder(80);
    for (Part part : parts) {
      if (part.column() == Integer.MIN_VALUE) {
        out.append(part.text());
      } else {
        String cell = row.cell(part.column());
        if (cell.isEmpty()) {
          return null;
        }
        encode(cell, out);
      }
    }
    return NodeFactory.createURI(out.toString());
  }

  private static void encode(String text, StringBuilder out) {
    boolean plain = true;
    for (int i = 0; plain && i < text.length(); i++) {
      plain = isUnreserved(text.charAt(i));
    }
    if (plain) {
      out.append(text);
      return;
    }
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  private LocalDate date(Part part, String value) throws BadCell {
    for (DateTimeFormatter pattern : patterns) {
      LocalDate date = date(pattern, value);
      if (date != null) {
        return date;
      }
    }
    throw new BadCell(part.text(), value, "is no date as the mapping has it");
  }

  private static @Nullable LocalDate date(DateTimeFormatter pattern, String value) {
    try {
      return LocalDate.parse(value, pattern);
    } catch (DateTimeParseException e) {
      return null; // another pattern may fit
    }
  }

  private Node typed(Part part, String value, RDFDatatype type) throws BadCell {
    String name = String.valueOf(type.getURI()).replaceAll("^.*[#/]", "");
    if (type.equals(XSDDatatype.XSDinteger) || type.equals(XSDDatatype.XSDdecimal)) {
      BigDecimal number;
      try {
        number = value.length() > 30 ? null : new BigDecimal(value);
      } catch (NumberFormatException e) {
        number = null;
      }
      boolean whole = type.equals(XSDDatatype.XSDinteger);
      if (number == null
          || Math.abs(number.scale()) > 30
          || (whole && number.stripTrailingZeros().scale() > 0)) {
        throw new BadCell(part.text(), value, "is no " + name);
      }
      if ((least != null && number.compareTo(least) < 0)
          || (most != null && number.compareTo(most) > 0)) {
        throw new BadCell(part.text(), value, "is not between " + least + " and " + most);
      }
      String written =
          whole ? number.toBigInteger().toString() : number.stripTrailingZeros().toPlainString();
      return NodeFactory.createLiteralDT(written, type);
    }
    if (!type.isValid(value)) {
      throw new BadCell(part.text(), value, "is no " + name);
    }
    return NodeFactory.createLiteralDT(value, type);
  }
}
