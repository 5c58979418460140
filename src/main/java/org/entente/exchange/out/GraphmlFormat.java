package org.entente.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedSet;
import org.entente.exchange.out.StoreView.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Actors and their relations as GraphML, an edge a relation; the edge's weight is its statements.
 */
final class GraphmlFormat {

  private static final String[][] NODE_KEYS = {
    {"label", "string"}, {"type", "string"}, {"country", "string"}
  };

  private static final String[][] EDGE_KEYS = {
    {"weight", "double"},
    {"score", "double"},
    {"sign", "int"},
    {"predicate", "string"},
    {"period", "string"},
    {"firstDate", "string"},
    {"lastDate", "string"},
    {"statements", "long"},
    {"documents", "long"},
    {"contested", "boolean"}
  };

  private final StoreView view;
  private final XmlOut xml;
  private long edges;

  private GraphmlFormat(StoreView view, XmlOut xml) {
    this.view = view;
    this.xml = xml;
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    return new GraphmlFormat(view, new XmlOut(out)).write();
  }

  private String write() throws IOException {
    Ties ties = new Ties(view);
    xml.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
    keys("node", NODE_KEYS);
    keys("edge", EDGE_KEYS);
    xml.leaf(
        "key", null, "id", "source", "for", "graph", "attr.name", "source", "attr.type", "string");
    xml.open(
        "graph", "id", "actors", "edgedefault", ties.areDirected() ? "directed" : "undirected");
    xml.leaf("data", ties.source(), "key", "source");
    SortedSet<String> actors = ties.actors();
    for (String iri : actors) {
      Entity actor = view.entity(iri);
      xml.open("node", "id", actor == null ? iri : actor.slug());
      data("node-label", actor == null ? iri : actor.label());
      data("node-type", actor == null ? null : actor.type().className());
      data("node-country", actor == null ? null : actor.country());
      xml.close();
    }
    Unchecked.run(() -> ties.forEach(Unchecked.consumer(this::edge)));
    xml.close().close().end();
    return actors.size() + " actors, " + edges + " edges: " + ties.source();
  }

  private void keys(String of, String[][] keys) throws IOException {
    for (String[] key : keys) {
      xml.leaf(
          "key",
          null,
          "id",
          of + "-" + key[0],
          "for",
          of,
          "attr.name",
          key[0],
          "attr.type",
          key[1]);
    }
  }

  private void edge(Ties.Tie tie) throws IOException {
    xml.open(
        "edge",
        "id",
        "e" + ++edges,
        "source",
        view.slug(tie.from()),
        "target",
        view.slug(tie.to()));
    data("edge-weight", tie.statements() + ".0");
    data("edge-score", Double.toString(tie.score()));
    data("edge-sign", Integer.toString(tie.sign()));
    data("edge-predicate", tie.predicate());
    data("edge-period", tie.period());
    data("edge-firstDate", tie.first());
    data("edge-lastDate", tie.last());
    data("edge-statements", Long.toString(tie.statements()));
    data("edge-documents", Long.toString(tie.documents()));
    data("edge-contested", Boolean.toString(tie.contested()));
    xml.close();
  }

  private void data(String key, @Nullable String value) throws IOException {
    if (value != null) {
      xml.leaf("data", value, "key", key);
    }
  }
}
