package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.entente.knowledge.Slugs;
import org.entente.rdf.Iris;
import org.entente.rdf.ResourceFolder;

/**
 * A question that ships with the program: SPARQL with a title, parameters and columns in its
 * header.
 *
 * <p>A parameter is a line {@code VALUES ?name { default }} of its own; another value takes the
 * place of the default as an RDF term, never as text, so that a value cannot change the query.
 *
 * @param name file name without its ending, such as {@code backers}
 * @param title what it is, in a few words
 * @param question what it answers
 * @param columns what the columns hold
 * @param parameters by name
 * @param text the query
 */
public record NamedQuery(
    String name,
    String title,
    String question,
    String columns,
    Map<String, Parameter> parameters,
    String text) {

  /** A parameter's default and what it means. */
  public record Parameter(String name, String defaultValue, String description) {}

  private static final Pattern HEADER =
      Pattern.compile("^#\\s*(title|question|columns|param)\\s*:\\s*(.*)$", Pattern.MULTILINE);

  /** Copies the parameters. */
  public NamedQuery {
    parameters = Map.copyOf(parameters);
  }

  /** The shipped questions, by name. */
  public static Map<String, NamedQuery> shipped() {
    Map<String, NamedQuery> queries = new TreeMap<>();
    ResourceFolder.read("/queries", ".rq")
        .forEach(
            (file, text) -> {
              String name = file.substring(0, file.length() - ".rq".length());
              queries.put(name, parse(name, text));
            });
    return queries;
  }

  /** A question from a file's text. */
  public static NamedQuery parse(String name, String text) {
    Map<String, String> headers = new TreeMap<>();
    Map<String, Parameter> parameters = new TreeMap<>();
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      String key = header.group(1);
      String value = header.group(2).strip();
      if (key.equals("param")) {
        List<String> parts = new ArrayList<>(List.of(value.split("\\s*\\|\\s*", 3)));
        while (parts.size() < 3) {
          parts.add("");
        }
        parameters.put(parts.get(0), new Parameter(parts.get(0), parts.get(1), parts.get(2)));
      } else {
        headers.merge(key, value, (a, b) -> a + " " + b);
      }
    }
    return new NamedQuery(
        name,
        headers.getOrDefault("title", name),
        headers.getOrDefault("question", ""),
        headers.getOrDefault("columns", ""),
        parameters,
        text);
  }

  /**
   * The query with these values in place of the defaults. A value is a slug for an entity, an IRI
   * in angle brackets, a number, a date, or else a string.
   *
   * @throws IllegalArgumentException if there is no such parameter
   * @throws QueryParseException if the text is not SPARQL
   */
  public Query with(Map<String, String> values, Iris iris) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      Pattern line =
          Pattern.compile(
              "^(\\s*VALUES\\s+\\?" + Pattern.quote(value.getKey()) + "\\s*)\\{([^}]*)\\}",
              Pattern.MULTILINE);
      Matcher matcher = line.matcher(filled);
      if (!matcher.find()) {
        throw new IllegalArgumentException(
            name
                + ": no parameter \""
                + value.getKey()
                + "\"; it has "
                + new java.util.TreeSet<>(parameters.keySet()));
      }
      Node term = term(value.getValue(), String.valueOf(matcher.group(2)), iris);
      String replacement = matcher.group(1) + "{ " + NodeFmtLib.strNT(term) + " }";
      filled = matcher.replaceFirst(Matcher.quoteReplacement(replacement));
    }
    return QueryFactory.create(filled);
  }

  /** The term that a user's text means, in the place of this default. */
  private static Node term(String value, String defaultText, Iris iris) {
    if (value.startsWith("<") && value.endsWith(">")) {
      return iri(value.substring(1, value.length() - 1));
    }
    if (value.startsWith("http://") || value.startsWith("https://")) {
      return iri(value);
    }
    boolean entity = defaultText.contains("id:") || defaultText.contains("/id/");
    boolean predicate = defaultText.contains("ent:") && !defaultText.contains("\"");
    if (predicate && value.matches("[A-Za-z]+")) {
      return Iris.ontology(value);
    }
    if (entity || (defaultText.contains("UNDEF") && Slugs.isSlug(value))) {
      if (!Slugs.isSlug(value)) {
        throw new IllegalArgumentException("\"" + value + "\" is no entity's identifier");
      }
      return iris.entity(value);
    }
    return literal(value, defaultText);
  }

  private static Node iri(String value) {
    if (value.matches(".*[\\s<>\"{}|\\\\^`].*")) {
      throw new IllegalArgumentException("\"" + value + "\" is no IRI");
    }
    return NodeFactory.createURI(value);
  }

  private static Node literal(String value, String defaultText) {
    RDFDatatype type = null;
    if (value.matches("[+-]?\\d+")) {
      type = XSDDatatype.XSDinteger;
    } else if (value.matches("[+-]?\\d*\\.\\d+")) {
      type = XSDDatatype.XSDdecimal;
    } else if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      type = XSDDatatype.XSDdate;
    }
    boolean plain = defaultText.contains("\"") && !defaultText.contains("^^");
    if (type == null || plain) {
      return NodeFactory.createLiteralString(value);
    }
    return NodeFactory.createLiteralDT(value, type);
  }
}
