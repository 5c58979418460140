package org.entente.serve.linked;

import static org.entente.rdf.Prefixes.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A description for people: a table of its values, a table of statements with their sentences. */
final class DescriptionPage {

  /** Most values of a property that are shown. */
  private static final int SHOWN = 50;

  private final Addresses addresses;
  private final Graph graph;

  private DescriptionPage(Addresses addresses, Graph graph) {
    this.addresses = addresses;
    this.graph = graph;
  }

  static String of(Description description, Addresses addresses) {
    return new DescriptionPage(addresses, description.graph()).page(description);
  }

  private String page(Description description) {
    Node about = description.about();
    String name = Description.name(graph, about);
    Html html = new Html(name);
    html.markup("<h1>").link(Optional.empty(), name).markup("</h1>\n<p class=\"quiet\">");
    html.text(about.getURI()).markup("</p>\n");
    forms(html, addresses.path(about));
    html.markup("<table>\n");
    rows(html, graph.find(about, Node.ANY, Node.ANY).toList(), true);
    rows(
        html,
        graph.find(Node.ANY, Node.ANY, about).toList().stream()
            .filter(t -> graph.contains(t.getPredicate(), term("rdfs:label"), Node.ANY))
            .filter(t -> !graph.contains(t.getSubject(), term("rdf:subject"), Node.ANY))
            .toList(),
        false);
    html.markup("</table>\n");
    statements(html);
    if (description.cut()) {
      html.markup("<p class=\"quiet\">There is more than is shown; SPARQL finds it all.</p>\n");
    }
    return html.end();
  }

  /** Links to the forms that programs read. */
  static void forms(Html html, String path) {
    html.markup("<p>");
    for (Representation form : Representation.values()) {
      if (form != Representation.HTML) {
        html.link(Optional.of(path + "." + form.extension), form.mediaType).markup(" ");
      }
    }
    html.markup("</p>\n");
  }

  /** A row a property; from the page's subject, or towards it. */
  private void rows(Html html, List<Triple> triples, boolean outward) {
    Map<String, List<Triple>> byProperty = new TreeMap<>();
    triples.forEach(
        t -> byProperty.computeIfAbsent(t.getPredicate().getURI(), p -> new ArrayList<>()).add(t));
    byProperty.forEach(
        (property, all) -> {
          Node predicate = all.get(0).getPredicate();
          html.markup("<tr><th>");
          if (!outward) {
            html.markup("← ");
          }
          node(html, predicate);
          html.markup("</th><td>");
          all.stream()
              .map(t -> outward ? t.getObject() : t.getSubject())
              .sorted(Comparator.comparing((Node n) -> Description.name(graph, n)))
              .limit(SHOWN)
              .forEach(
                  n -> {
                    node(html, n);
                    html.markup("<br>");
                  });
          if (all.size() > SHOWN) {
            html.text("and " + (all.size() - SHOWN) + " more");
          }
          html.markup("</td></tr>\n");
        });
  }

  private void statements(Html html) {
    List<Node> statements =
        graph.find(Node.ANY, term("rdf:predicate"), Node.ANY).toList().stream()
            .map(Triple::getSubject)
            .filter(Node::isURI)
            .distinct()
            .sorted(
                Comparator.comparing((Node n) -> n.getURI().length()).thenComparing(Node::getURI))
            .toList();
    if (statements.isEmpty()) {
      return;
    }
    html.markup("<h2>Statements</h2>\n<table>\n<tr><th>who</th><th>relation</th><th>whom or what");
    html.markup("</th><th>how firmly</th><th>confidence</th><th>the sentence</th></tr>\n");
    for (Node statement : statements) {
      html.markup("<tr id=\"").text(end(statement)).markup("\"><td>");
      cell(html, statement, "rdf:subject");
      cell(html, statement, "rdf:predicate");
      cell(html, statement, "rdf:object");
      cell(html, statement, "ent:modality");
      cell(html, statement, "ent:confidence");
      String sentences =
          values(statement, "ent:evidence").stream()
              .flatMap(e -> values(e, "oa:hasTarget").stream())
              .flatMap(t -> values(t, "oa:hasSelector").stream())
              .flatMap(s -> values(s, "oa:exact").stream())
              .filter(Node::isLiteral)
              .map(Node::getLiteralLexicalForm)
              .sorted()
              .collect(Collectors.joining(" … "));
      html.link(addresses.link(statement), sentences.isEmpty() ? end(statement) : sentences);
      html.markup("</td></tr>\n");
    }
    html.markup("</table>\n");
  }

  private static String end(Node iri) {
    return iri.getURI().substring(iri.getURI().lastIndexOf('#') + 1);
  }

  private void cell(Html html, Node subject, String property) {
    values(subject, property).forEach(n -> node(html, n));
    html.markup("</td><td>");
  }

  private List<Node> values(Node subject, String property) {
    return graph.find(subject, term(property), Node.ANY).toList().stream()
        .map(Triple::getObject)
        .toList();
  }

  private void node(Html html, Node node) {
    html.link(addresses.link(node), Description.name(graph, node));
    if (node.isLiteral() && !node.getLiteralLanguage().isEmpty()) {
      html.markup(" <span class=\"quiet\">").text(node.getLiteralLanguage()).markup("</span>");
    }
  }
}
