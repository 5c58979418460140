package org.entente.serve.linked;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A small graph for people, triple by triple. */
final class TriplesPage {

  private TriplesPage() {}

  static String of(Graph graph, String title, Addresses addresses) {
    Html html = new Html(title);
    html.markup("<h1>").text(title).markup("</h1>\n<p class=\"quiet\">");
    html.text("Programs get this as Turtle, JSON-LD or N-Triples; see the Accept header.");
    html.markup("</p>\n<table>\n");
    graph.find().toList().stream()
        .filter(t -> t.getSubject().isURI())
        .sorted(Comparator.comparing(Triple::toString))
        .filter(t -> !t.getObject().isBlank())
        .forEach(
            t -> {
              html.markup("<tr>");
              cell(html, addresses, graph, t.getSubject());
              cell(html, addresses, graph, t.getPredicate());
              cell(html, addresses, graph, t.getObject());
              html.markup("</tr>\n");
            });
    html.markup("</table>\n<table>\n");
    graph.find().toList().stream()
        .filter(t -> t.getSubject().isBlank() && t.getObject().isLiteral())
        .flatMap(
            count ->
                graph.find(count.getSubject(), Node.ANY, Node.ANY).toList().stream()
                    .filter(t -> t.getObject().isURI())
                    .map(
                        t -> Triple.create(t.getObject(), count.getPredicate(), count.getObject())))
        .sorted(Comparator.comparing(Triple::toString))
        .forEach(
            t -> {
              html.markup("<tr>");
              cell(html, addresses, graph, t.getSubject());
              cell(html, addresses, graph, t.getObject());
              html.markup("</tr>\n");
            });
    return html.markup("</table>\n").end();
  }

  private static void cell(Html html, Addresses addresses, Graph graph, Node node) {
    Optional<String> link = addresses.link(node);
    String name = node.isURI() ? node.getURI() : Description.name(graph, node);
    html.markup("<td>").link(link, name).markup("</td>");
  }
}
