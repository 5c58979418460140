package org.entente.store;

import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.datatypes.DatatypeFormatException;
import org.apache.jena.geosparql.implementation.GeometryWrapper;
import org.apache.jena.geosparql.implementation.vocabulary.SRS_URI;
import org.apache.jena.geosparql.spatial.SpatialIndex;
import org.apache.jena.geosparql.spatial.index.v2.STRtreePerGraph;
import org.apache.jena.geosparql.spatial.index.v2.SpatialIndexLib;
import org.apache.jena.geosparql.spatial.index.v2.SpatialIndexPerGraph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Prefixes;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The index of where things lie, for {@code spatial:nearby} and its like: one tree for the union of
 * all graphs, in memory, made when a server starts and made anew aside after geometries were
 * written.
 */
final class PlaceIndex implements AutoCloseable {

  private static final Node HAS_GEOMETRY = Prefixes.term("geo:hasGeometry");
  private static final Node AS_WKT = Prefixes.term("geo:asWKT");

  private final DatasetGraph base;
  private final DatasetGraph dataset;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "place-index");
            thread.setDaemon(true);
            return thread;
          });

  /** Makes it, for queries over this dataset, from what the base holds. */
  PlaceIndex(DatasetGraph base, DatasetGraph dataset) {
    this.base = base;
    this.dataset = dataset;
    build();
  }

  /** Whether triples with this property say where something lies. */
  static boolean concerns(Node property) {
    return property.equals(HAS_GEOMETRY) || property.equals(AS_WKT);
  }

  /** Has it made anew; many calls in a short time are one. */
  void refresh() {
    if (waiting.compareAndSet(false, true)) {
      aside.execute(
          () -> {
            waiting.set(false);
            build();
          });
    }
  }

  private void build() {
    STRtree tree = new STRtree();
    base.begin(ReadWrite.READ);
    try {
      Iterator<Quad> features = base.find(Quad.unionGraph, Node.ANY, HAS_GEOMETRY, Node.ANY);
      while (features.hasNext()) {
        Quad feature = features.next();
        Iterator<Quad> texts = base.find(Quad.unionGraph, feature.getObject(), AS_WKT, Node.ANY);
        while (texts.hasNext()) {
          insert(tree, feature.getSubject(), texts.next().getObject());
        }
      }
    } finally {
      base.end();
    }
    tree.build();
    STRtreePerGraph trees = new STRtreePerGraph();
    trees.setTree(NodeFactory.createURI("urn:x-entente:places"), tree);
    SpatialIndex index = new SpatialIndexPerGraph(SRS_URI.DEFAULT_WKT_CRS84, trees, null);
    SpatialIndexLib.setSpatialIndex(dataset.getContext(), index);
  }

  private static void insert(STRtree tree, Node feature, Node wkt) {
    if (!wkt.isLiteral() || wkt.getLiteralLexicalForm().stripLeading().startsWith("<")) {
      return; // other reference systems are not ours
    }
    try {
      tree.insert(GeometryWrapper.extract(wkt).getEnvelope(), feature);
    } catch (DatatypeFormatException e) {
      // no geometry: it is found by no place
    }
  }

  @Override
  public void close() {
    aside.shutdownNow();
  }
}
