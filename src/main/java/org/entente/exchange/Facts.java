package org.entente.exchange;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.exchange.EntityLookup.Point;
import org.entente.rdf.Prefixes;
import org.jspecify.annotations.Nullable;

/** Looks up single facts of a store. */
final class Facts {

  private static final Node HAS_GEOMETRY = Prefixes.term("geo:hasGeometry");
  private static final Node AS_WKT = Prefixes.term("geo:asWKT");

  private Facts() {}

  /** The value of a property; of several the least, so that the same store gives the same. */
  static @Nullable Node value(DatasetGraph dataset, Node graph, Node subject, Node property) {
    Node least = null;
    Iterator<Quad> quads = dataset.find(graph, subject, property, Node.ANY);
    while (quads.hasNext()) {
      Node object = quads.next().getObject();
      if (least == null || object.toString().compareTo(least.toString()) < 0) {
        least = object;
      }
    }
    return least;
  }

  /** Where a place or base lies. */
  static @Nullable Point point(DatasetGraph dataset, Node place) {
    Node geometry = value(dataset, Node.ANY, place, HAS_GEOMETRY);
    Node wkt = geometry == null ? null : value(dataset, Node.ANY, geometry, AS_WKT);
    return wkt == null ? null : Point.of(wkt.getLiteralLexicalForm());
  }
}
