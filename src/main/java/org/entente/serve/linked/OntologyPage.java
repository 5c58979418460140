package org.entente.serve.linked;

import static org.entente.rdf.Prefixes.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Iris;

/** The ontology for people: each of its terms with what the ontology says of it. */
final class OntologyPage {

  /** What terms are, and the heading over them; a term stands under the first that fits. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("owl:Class", "Classes"),
          List.of("owl:ObjectProperty", "Relations and links"),
          List.of("owl:DatatypeProperty", "Values"),
          List.of("owl:AnnotationProperty", "About terms"),
          List.of("rdfs:Datatype", "Identifiers of other schemes"),
          List.of("ent:Modality", "Modalities"));

  /** What is shown of a term, in order, and by which name. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("skos:example", "example"),
          List.of("skos:scopeNote", "note"),
          List.of("ent:inverseLabel", "from the other side"),
          List.of("rdfs:subClassOf", "is a kind of"),
          List.of("rdfs:subPropertyOf", "is a kind of"),
          List.of("rdfs:domain", "from"),
          List.of("rdfs:range", "to"),
          List.of("ent:plover", "PLOVER category"),
          List.of("ent:cameo", "CAMEO root code"),
          List.of("skos:closeMatch", "like"),
          List.of("skos:relatedMatch", "the other way round of"),
          List.of("owl:disjointWith", "never also"),
          List.of("dcterms:source", "source"));

  private final Addresses addresses;
  private final Graph graph;

  private OntologyPage(Addresses addresses, Graph graph) {
    this.addresses = addresses;
    this.graph = graph;
  }

  static String of(Graph ontology, Addresses addresses) {
    return new OntologyPage(addresses, ontology).page();
  }

  private String page() {
    Node ontology = NodeFactory.createURI(Addresses.ONTOLOGY);
    String title = Description.name(graph, ontology);
    Html html = new Html(title);
    html.markup("<h1>").text(title).markup("</h1>\n<p class=\"quiet\">");
    html.text(Addresses.ONTOLOGY).markup("</p>\n");
    DescriptionPage.forms(html, addresses.path(ontology));
    for (Node text : values(ontology, "dcterms:description")) {
      html.markup("<p>").text(Description.name(graph, text)).markup("</p>\n");
    }
    html.markup("<p class=\"quiet\">Version ");
    values(ontology, "owl:versionInfo").forEach(v -> html.text(Description.name(graph, v)));
    html.markup(", licence ");
    values(ontology, "dcterms:license").forEach(l -> html.link(addresses.link(l), l.toString()));
    html.markup("</p>\n");
    List<Node> shown = new ArrayList<>();
    for (List<String> kind : KINDS) {
      List<Node> terms =
          graph.find(Node.ANY, term("rdf:type"), term(kind.get(0))).toList().stream()
              .map(Triple::getSubject)
              .filter(n -> n.isURI() && n.getURI().startsWith(Iris.ONTOLOGY))
              .filter(n -> graph.contains(n, term("rdfs:label"), Node.ANY))
              .filter(n -> !shown.contains(n))
              .sorted(Comparator.comparing(Node::getURI))
              .toList();
      shown.addAll(terms);
      html.markup("<h2>").text(kind.get(1)).markup("</h2>\n");
      terms.forEach(t -> section(html, t));
    }
    return html.end();
  }

  private void section(Html html, Node term) {
    String local = term.getURI().substring(Iris.ONTOLOGY.length());
    html.markup("<section id=\"").text(local).markup("\">\n<h3>");
    html.link(Optional.of("#" + local), Description.name(graph, term));
    html.markup(" <span class=\"quiet\">").text("ent:" + local).markup("</span></h3>\n");
    for (Node definition : values(term, "skos:definition")) {
      html.markup("<p>").text(Description.name(graph, definition)).markup("</p>\n");
    }
    html.markup("<table>\n");
    for (List<String> row : ROWS) {
      List<Node> values = values(term, row.get(0));
      if (!values.isEmpty()) {
        html.markup("<tr><th>").text(row.get(1)).markup("</th><td>");
        values.forEach(
            v -> {
              value(html, v);
              html.markup("<br>");
            });
        html.markup("</td></tr>\n");
      }
    }
    html.markup("</table>\n</section>\n");
  }

  /** A value, or the members of a union of classes. */
  private void value(Html html, Node value) {
    List<Node> unions = values(value, "owl:unionOf");
    if (unions.isEmpty()) {
      html.link(addresses.link(value), Description.name(graph, value));
      return;
    }
    String between = "";
    for (Node member : members(unions.get(0))) {
      html.text(between).link(addresses.link(member), Description.name(graph, member));
      between = " or ";
    }
  }

  private List<Node> members(Node list) {
    List<Node> members = new ArrayList<>();
    Node rest = list;
    while (members.size() < graph.size()) { // also when a list runs in a circle
      List<Node> first = values(rest, "rdf:first");
      List<Node> next = values(rest, "rdf:rest");
      if (first.isEmpty() || next.isEmpty()) {
        break;
      }
      members.add(first.get(0));
      rest = next.get(0);
    }
    return members;
  }

  private List<Node> values(Node subject, String property) {
    return graph.find(subject, term(property), Node.ANY).toList().stream()
        .map(Triple::getObject)
        .sorted(Comparator.comparing(Node::toString))
        .toList();
  }
}
