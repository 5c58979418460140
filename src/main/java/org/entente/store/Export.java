package org.entente.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.rdf.QuadLines;
import org.jspecify.annotations.Nullable;

/**
 * Writes a store, or one document of it, so that equal stores give equal bytes.
 *
 * <p>N-Quads are sorted as lines and streamed with bounded memory. Turtle, TriG and JSON-LD are
 * written from memory: for a document, or a store that fits.
 */
public final class Export {

  /** The formats. */
  public enum Format {
    /** N-Quads, one line a quad. */
    NQUADS,
    /** Turtle: all graphs as one. */
    TURTLE,
    /** TriG. */
    TRIG,
    /** JSON-LD 1.1. */
    JSONLD
  }

  private Export() {}

  /**
   * Writes the graphs of a store.
   *
   * @param document only this document's graph; null for all graphs
   * @throws StoreException if there is no such document
   */
  public static void write(
      KnowledgeStore store, Format format, @Nullable String document, OutputStream out) {
    store.read(
        dataset -> {
          Node graph = document == null ? Node.ANY : graph(store, dataset, document);
          if (format == Format.NQUADS) {
            sortedLines(dataset, graph, out);
          } else {
            pretty(dataset, graph, format, out);
          }
          return null;
        });
  }

  private static Node graph(KnowledgeStore store, DatasetGraph dataset, String document) {
    Node node = store.iris().document(document);
    if (document.startsWith(store.iris().base())) {
      node = org.apache.jena.graph.NodeFactory.createURI(document);
    }
    if (!dataset.containsGraph(node)) {
      throw new StoreException(store.folder() + ": no document \"" + document + "\"");
    }
    return node;
  }

  /** Named graphs only: the union that stands for the default graph holds nothing of its own. */
  private static Iterator<Quad> quads(DatasetGraph dataset, Node graph) {
    return graph.equals(Node.ANY)
        ? dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        : dataset.find(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  private static void sortedLines(DatasetGraph dataset, Node graph, OutputStream out) {
    TreeSet<String> lines = new TreeSet<>();
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      // Graph by graph in order of name: memory holds one document at a time.
      TreeSet<Node> names = new TreeSet<>(Comparator.comparing(Node::toString));
      if (graph.equals(Node.ANY)) {
        dataset.listGraphNodes().forEachRemaining(names::add);
      } else {
        names.add(graph);
      }
      for (Node name : names) {
        dataset
            .find(name, Node.ANY, Node.ANY, Node.ANY)
            .forEachRemaining(q -> lines.add(QuadLines.line(q)));
        for (String line : lines) {
          writer.write(line);
        }
        lines.clear();
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("export", e);
    }
  }

  /** Writers follow insertion order, so everything is put in sorted. */
  private static void pretty(DatasetGraph dataset, Node graph, Format format, OutputStream out) {
    TreeMap<String, Quad> sorted = new TreeMap<>();
    quads(dataset, graph).forEachRemaining(q -> sorted.put(QuadLines.line(q), q));
    if (format == Format.TURTLE) {
      Graph merged = GraphFactory.createDefaultGraph();
      sorted.values().forEach(q -> merged.add(q.asTriple()));
      prefixes().forEach((p, iri) -> merged.getPrefixMapping().setNsPrefix(p, iri));
      RDFWriter.source(merged).format(RDFFormat.TURTLE_BLOCKS).output(out);
      return;
    }
    DatasetGraph copy = DatasetGraphFactory.create();
    sorted.values().forEach(copy::add);
    prefixes().forEach((p, iri) -> copy.prefixes().add(p, iri));
    RDFFormat written = format == Format.TRIG ? RDFFormat.TRIG_BLOCKS : RDFFormat.JSONLD11_PRETTY;
    RDFWriter.source(copy).format(written).output(out);
  }

  private static Map<String, String> prefixes() {
    TreeMap<String, String> prefixes = new TreeMap<>();
    for (String prefix :
        List.of(
            "dcterms", "ent", "foaf", "geo", "oa", "owl", "prov", "rdf", "rdfs", "skos", "xsd")) {
      prefixes.put(prefix, Prefixes.namespace(prefix));
    }
    prefixes.put("id", Iris.DEFAULT_BASE + "id/");
    return prefixes;
  }
}
