package org.entente.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.ResourceFolder;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table become triples: RML in Turtle, the part of it that tables need.
 *
 * <p>Example: {@code ExternalMapping.shipped().get("ucdp-ged")}. Understood are one logical source
 * (CSV, with CSVW's dialect and columns), subject maps with template and classes, predicate-object
 * maps with constant, {@code rml:reference} or {@code rr:template}, datatypes and languages, and
 * four terms of our own for dates, codes and ranges; anything else is an error that names it.
 * Terms: {@code src/site/markdown/commands/import.md}.
 */
public final class ExternalMapping {

  private static final String RR = "http://www.w3.org/ns/r2rml#";
  private static final String RML = "http://semweb.mmlab.be/ns/rml#";
  private static final String QL = "http://semweb.mmlab.be/ns/ql#";
  private static final String CSVW = "http://www.w3.org/ns/csvw#";
  private static final String MAP = "https://w3id.org/entente/mapping#";
  private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)\\}");

  /** What is made of each row by one triples map. */
  record TriplesMap(String name, TermMap subject, List<Node> classes, List<Property> properties) {}

  /** A predicate and how its object is made. */
  record Property(Node predicate, TermMap object) {}

  private final String name;
  private final String title;
  private final String digest;
  private final TableDialect dialect;
  private final List<TriplesMap> maps;

  private ExternalMapping(
      String name, String title, String digest, TableDialect dialect, List<TriplesMap> maps) {
    this.name = name;
    this.title = title;
    this.digest = digest;
    this.dialect = dialect;
    this.maps = List.copyOf(maps);
  }

  /** The mappings that the jar ships, by name: {@code acled}, {@code gdelt}, … */
  public static Map<String, ExternalMapping> shipped(String base) {
    Map<String, ExternalMapping> mappings = new TreeMap<>();
    ResourceFolder.read("/mappings", ".rml.ttl")
        .forEach(
            (file, text) -> {
              String name = file.substring(0, file.length() - ".rml.ttl".length());
              mappings.put(name, read(name, file, text, base));
            });
    return mappings;
  }

  /**
   * A mapping from its Turtle.
   *
   * @param name what events are said to come from, such as {@code ucdp-ged}
   * @param file the file's name, for messages
   * @param turtle its content
   * @param base what templates that are no absolute IRI begin with
   * @throws IllegalArgumentException if it is not Turtle or not understood; names file and term
   */
  public static ExternalMapping read(String name, String file, String turtle, String base) {
    Graph graph = GraphFactory.createDefaultGraph();
    try {
      RDFParser.fromString(turtle, Lang.TURTLE)
          .base(MAP)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(graph);
      return new Reader(graph, base).mapping(name, Digests.sha256(turtle));
    } catch (RiotException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** What events are said to come from, such as {@code ucdp-ged}. */
  public String name() {
    return name;
  }

  /** What the data set is called. */
  public String title() {
    return title;
  }

  /** SHA-256 of the mapping's text. */
  String digest() {
    return digest;
  }

  TableDialect dialect() {
    return dialect;
  }

  List<TriplesMap> maps() {
    return maps;
  }

  /** The columns that the mapping reads, which a file must have. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (TriplesMap map : maps) {
      columns.addAll(map.subject().columns());
      map.properties().forEach(p -> columns.addAll(p.object().columns()));
    }
    return columns;
  }

  /** Reads the graph of one mapping file. */
  private static final class Reader {
    private static final Set<String> KNOWN =
        Set.of(
            RR + "TriplesMap",
            RR + "subjectMap",
            RR + "class",
            RR + "template",
            RR + "predicateObjectMap",
            RR + "predicate",
            RR + "object",
            RR + "objectMap",
            RR + "constant",
            RR + "datatype",
            RR + "language",
            RR + "termType",
            RR + "Literal",
            RR + "IRI",
            RML + "logicalSource",
            RML + "source",
            RML + "referenceFormulation",
            RML + "reference",
            CSVW + "Table",
            CSVW + "dialect",
            CSVW + "delimiter",
            CSVW + "header",
            CSVW + "quoteChar",
            CSVW + "null",
            CSVW + "tableSchema",
            CSVW + "column",
            CSVW + "name",
            MAP + "pattern",
            MAP + "code",
            MAP + "value",
            MAP + "gives",
            MAP + "least",
            MAP + "most",
            QL + "CSV");

    private final Graph graph;
    private final String base;

    Reader(Graph graph, String base) {
      this.graph = graph;
      this.base = base;
    }

    ExternalMapping mapping(String name, String digest) {
      refuseTheUnknown();
      List<Node> nodes = new ArrayList<>();
      graph
          .find(Node.ANY, NodeFactory.createURI(RML + "logicalSource"), Node.ANY)
          .forEach(t -> nodes.add(t.getSubject()));
      nodes.sort(Comparator.comparing(Node::toString));
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("no triples map: nothing has an rml:logicalSource");
      }
      Node source = one(nodes.get(0), RML + "logicalSource");
      List<TriplesMap> maps = new ArrayList<>();
      for (Node node : nodes) {
        if (!one(node, RML + "logicalSource").equals(source)) {
          throw new IllegalArgumentException(node + ": only one logical source is understood");
        }
        maps.add(triplesMap(node));
      }
      String title = text(source, RDFS.label.getURI());
      return new ExternalMapping(name, title == null ? name : title, digest, dialect(source), maps);
    }

    /** A term of these vocabularies that is not understood would otherwise be passed over. */
    private void refuseTheUnknown() {
      for (Triple triple : graph.find().toList()) {
        for (Node node : List.of(triple.getPredicate(), triple.getObject())) {
          boolean ours =
              node.isURI()
                  && List.of(RR, RML, QL, CSVW, MAP).stream()
                      .anyMatch(space -> node.getURI().startsWith(space))
                  && !graph.contains(node, Node.ANY, Node.ANY);
          if (ours && !KNOWN.contains(node.getURI())) {
            throw new IllegalArgumentException(
                "<" + node.getURI() + "> is not among the terms that are understood");
          }
        }
      }
    }

    private TableDialect dialect(Node source) {
      Node formulation = one(source, RML + "referenceFormulation");
      if (!formulation.hasURI(QL + "CSV")) {
        throw new IllegalArgumentException(
            formulation + ": ql:CSV is the only reference formulation that is understood");
      }
      Node table = one(source, RML + "source");
      Node dialect = any(table, CSVW + "dialect");
      Node schema = any(table, CSVW + "tableSchema");
      List<String> columns = new ArrayList<>();
      if (schema != null) {
        for (Node column : list(one(schema, CSVW + "column"))) {
          columns.add(literal(column.isLiteral() ? column : one(column, CSVW + "name")));
        }
      }
      String delimiter = dialect == null ? null : text(dialect, CSVW + "delimiter");
      String header = dialect == null ? null : text(dialect, CSVW + "header");
      String quote = dialect == null ? null : text(dialect, CSVW + "quoteChar");
      if (delimiter != null && delimiter.length() != 1) {
        throw new IllegalArgumentException("delimiter \"" + delimiter + "\" is not one character");
      }
      if (quote != null && quote.length() > 1) {
        throw new IllegalArgumentException("quoteChar \"" + quote + "\" is not one character");
      }
      TableDialect.Header kind = TableDialect.Header.MAYBE;
      if (header != null || columns.isEmpty()) {
        kind = "false".equals(header) ? TableDialect.Header.NO : TableDialect.Header.YES;
      }
      if (kind == TableDialect.Header.NO && columns.isEmpty()) {
        throw new IllegalArgumentException("a table without a header needs a csvw:tableSchema");
      }
      Set<String> nothing = new TreeSet<>();
      for (Node node : schema == null ? List.<Node>of() : all(schema, CSVW + "null")) {
        nothing.add(literal(node));
      }
      Character quoted = quote == null ? Character.valueOf('"') : first(quote);
      return new TableDialect(
          delimiter == null ? ',' : delimiter.charAt(0), quoted, kind, columns, nothing);
    }

    private static @Nullable Character first(String text) {
      return text.isEmpty() ? null : Character.valueOf(text.charAt(0));
    }

    private TriplesMap triplesMap(Node node) {
      Node subject = one(node, RR + "subjectMap");
      TermMap address = term(subject);
      if (!address.iri()) {
        throw new IllegalArgumentException(node + ": its subject is no IRI");
      }
      List<Property> properties = new ArrayList<>();
      for (Node map : all(node, RR + "predicateObjectMap")) {
        List<TermMap> objects = new ArrayList<>();
        all(map, RR + "object").forEach(o -> objects.add(TermMap.constant(o)));
        all(map, RR + "objectMap").forEach(o -> objects.add(term(o)));
        for (Node predicate : all(map, RR + "predicate")) {
          objects.forEach(o -> properties.add(new Property(predicate, o)));
        }
      }
      properties.sort(Comparator.comparing((Property p) -> p.predicate().toString()));
      return new TriplesMap(node.toString(), address, all(subject, RR + "class"), properties);
    }

    private TermMap term(Node node) {
      Node constant = any(node, RR + "constant");
      if (constant != null) {
        return TermMap.constant(constant);
      }
      String template = text(node, RR + "template");
      String reference = text(node, RML + "reference");
      if ((template == null) == (reference == null)) {
        throw new IllegalArgumentException(
            node + ": needs one of rr:constant, rml:reference and rr:template");
      }
      Map<String, Node> codes = new HashMap<>();
      for (Node code : all(node, MAP + "code")) {
        codes.put(literal(one(code, MAP + "value")), one(code, MAP + "gives"));
      }
      Node type = any(node, RR + "termType");
      if (template != null) {
        if (type != null && !type.hasURI(RR + "IRI")) {
          throw new IllegalArgumentException(node + ": a template makes an IRI");
        }
        return new TermMap(
            parts(template), true, null, null, null, List.of(), Map.of(), null, null);
      }
      if (type != null && !type.hasURI(RR + "Literal")) {
        throw new IllegalArgumentException(node + ": an IRI is made by rr:template only");
      }
      List<DateTimeFormatter> patterns = new ArrayList<>();
      all(node, MAP + "pattern").forEach(p -> patterns.add(pattern(literal(p))));
      Node datatype = any(node, RR + "datatype");
      return new TermMap(
          List.of(new TermMap.Part(String.valueOf(reference), 0)),
          false,
          null,
          datatype == null ? null : datatype(datatype),
          text(node, RR + "language"),
          patterns,
          codes,
          number(node, MAP + "least"),
          number(node, MAP + "most"));
    }

    private static RDFDatatype datatype(Node node) {
      return TypeMapper.getInstance().getSafeTypeByName(node.getURI());
    }

    private @Nullable BigDecimal number(Node node, String property) {
      String text = text(node, property);
      try {
        return text == null ? null : new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no number", e);
      }
    }

    private static DateTimeFormatter pattern(String text) {
      try {
        return DateTimeFormatter.ofPattern(text, Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no pattern of a date", e);
      }
    }

    private List<TermMap.Part> parts(String template) {
      List<TermMap.Part> parts = new ArrayList<>();
      String whole = template.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") ? template : base + template;
      Matcher hole = HOLE.matcher(whole);
      int done = 0;
      while (hole.find()) {
        parts.add(new TermMap.Part(whole.substring(done, hole.start()), Integer.MIN_VALUE));
        parts.add(new TermMap.Part(String.valueOf(hole.group(1)), 0));
        done = hole.end();
      }
      parts.add(new TermMap.Part(whole.substring(done), Integer.MIN_VALUE));
      if (parts.size() == 1) {
        throw new IllegalArgumentException("template \"" + template + "\" names no column");
      }
      return parts;
    }

    private List<Node> list(Node head) {
      List<Node> members = new ArrayList<>();
      Node at = head;
      while (!at.equals(RDF.nil.asNode())) {
        members.add(one(at, RDF.first.getURI()));
        at = one(at, RDF.rest.getURI());
      }
      return members;
    }

    private List<Node> all(Node subject, String property) {
      List<Node> nodes = new ArrayList<>();
      graph
          .find(subject, NodeFactory.createURI(property), Node.ANY)
          .forEach(t -> nodes.add(t.getObject()));
      nodes.sort(Comparator.comparing(Node::toString));
      return nodes;
    }

    private @Nullable Node any(Node subject, String property) {
      List<Node> nodes = all(subject, property);
      if (nodes.size() > 1) {
        throw new IllegalArgumentException(
            subject + " has " + nodes.size() + " <" + property + ">");
      }
      return nodes.isEmpty() ? null : nodes.get(0);
    }

    private Node one(Node subject, String property) {
      Node node = any(subject, property);
      if (node == null) {
        throw new IllegalArgumentException(subject + " has no <" + property + ">");
      }
      return node;
    }

    private @Nullable String text(Node subject, String property) {
      Node node = any(subject, property);
      return node == null ? null : literal(node);
    }

    private static String literal(Node node) {
      if (!node.isLiteral()) {
        throw new IllegalArgumentException(node + " is no literal");
      }
      return node.getLiteralLexicalForm();
    }
  }
}
