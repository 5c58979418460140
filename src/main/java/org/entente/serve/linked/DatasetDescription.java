package org.entente.serve.linked;

import static org.entente.rdf.Prefixes.term;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.ResourceFolder;
import org.entente.store.KnowledgeStore;
import org.jspecify.annotations.Nullable;

/**
 * All that is served as VoID and DCAT, and its SPARQL service: {@code linked/*.ttl} of the jar,
 * with the server's addresses, the licence that the ontology names, and counts.
 *
 * <p>Counting reads the whole store, so it is done aside and only after a change; who asks
 * meanwhile waits a little and then gets the counts of before, or none.
 */
final class DatasetDescription {

  /** How long an answer waits for the counts. */
  private static final long PATIENCE_SECONDS = 5;

  /** Most properties and classes that are listed. */
  private static final int PARTS = 500;

  private final KnowledgeStore store;
  private final Addresses addresses;
  private final String servicePath;
  private Instant counted = Instant.MIN;
  private @Nullable Counts last;
  private @Nullable CompletableFuture<Counts> counting;

  DatasetDescription(KnowledgeStore store, Addresses addresses, String servicePath) {
    this.store = store;
    this.addresses = addresses;
    this.servicePath = servicePath;
  }

  private record Counts(
      long triples, long documents, Map<Node, Long> classes, Map<Node, Long> properties) {}

  /** The data set, for {@code /.well-known/void}. */
  Graph dataset(String server) {
    Graph graph = template("dataset.ttl", server);
    Node dataset = NodeFactory.createURI(addresses.iris().base() + "dataset");
    licence(graph, dataset);
    graph.add(
        dataset, term("void:uriSpace"), NodeFactory.createLiteralString(addresses.iris().base()));
    Counts counts = counts();
    if (counts != null) {
      add(graph, dataset, counts);
    }
    return graph;
  }

  /** The SPARQL service, for its bare address. */
  Graph service(String server) {
    return template("service.ttl", server);
  }

  /**
   * A file of the jar, with this server's addresses in the place of those that it is written with.
   */
  private Graph template(String name, String server) {
    String turtle = ResourceFolder.read("/linked", ".ttl").get(name);
    if (turtle == null) {
      throw new IllegalStateException("not on the class path: /linked/" + name);
    }
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).base("https://entente.invalid/").parse(graph);
    Graph filled = GraphFactory.createDefaultGraph();
    graph.find().forEach(t -> filled.add(t.getSubject().isURI() ? fill(t, server) : t));
    return filled;
  }

  private Triple fill(Triple triple, String server) {
    return Triple.create(
        fill(triple.getSubject(), server), triple.getPredicate(), fill(triple.getObject(), server));
  }

  private Node fill(Node node, String server) {
    if (!node.isURI()) {
      return node;
    }
    String iri = node.getURI();
    if (iri.equals("https://entente.invalid/sparql")) {
      return NodeFactory.createURI(server + servicePath);
    }
    if (iri.startsWith("https://entente.invalid/server/")) {
      return NodeFactory.createURI(
          server + iri.substring("https://entente.invalid/server".length()));
    }
    if (iri.startsWith("https://entente.invalid/")) {
      return NodeFactory.createURI(
          addresses.iris().base() + iri.substring("https://entente.invalid/".length()));
    }
    return node;
  }

  private void licence(Graph graph, Node dataset) {
    Node ontology = NodeFactory.createURI(Addresses.ONTOLOGY);
    store
        .read(
            data ->
                data.getGraph(addresses.iris().graph("ontology"))
                    .find(ontology, term("dcterms:license"), Node.ANY)
                    .toList())
        .forEach(t -> graph.add(dataset, t.getPredicate(), t.getObject()));
  }

  private static void add(Graph graph, Node dataset, Counts counts) {
    graph.add(dataset, term("void:triples"), number(counts.triples()));
    graph.add(dataset, term("void:documents"), number(counts.documents()));
    graph.add(dataset, term("void:classes"), number(counts.classes().size()));
    graph.add(dataset, term("void:properties"), number(counts.properties().size()));
    counts.classes().entrySet().stream()
        .limit(PARTS)
        .forEach(e -> part(graph, dataset, "class", "void:entities", e));
    counts.properties().entrySet().stream()
        .limit(PARTS)
        .forEach(e -> part(graph, dataset, "property", "void:triples", e));
  }

  private static void part(
      Graph graph, Node dataset, String kind, String measure, Map.Entry<Node, Long> count) {
    Node part = NodeFactory.createBlankNode();
    graph.add(dataset, term("void:" + kind + "Partition"), part);
    graph.add(part, term("void:" + kind), count.getKey());
    graph.add(part, term(measure), number(count.getValue()));
  }

  private static Node number(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private @Nullable Counts counts() {
    CompletableFuture<Counts> current;
    synchronized (this) {
      Instant changed = store.changed().truncatedTo(ChronoUnit.MILLIS);
      if (counting == null && !changed.equals(counted)) {
        counted = changed;
        counting = CompletableFuture.supplyAsync(() -> store.read(DatasetDescription::count));
      }
      current = counting;
      if (current == null) {
        return last;
      }
    }
    try {
      Counts counts = current.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      synchronized (this) {
        last = counts;
        counting = null;
      }
      return counts;
    } catch (TimeoutException e) {
      return last;
    } catch (ExecutionException e) {
      synchronized (this) {
        counting = null;
      }
      return last;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return last;
    }
  }

  private static Counts count(DatasetGraph data) {
    Map<Node, Long> properties = new TreeMap<>(java.util.Comparator.comparing(Node::toString));
    Map<Node, Long> classes = new TreeMap<>(java.util.Comparator.comparing(Node::toString));
    Node type = term("rdf:type");
    long triples = 0;
    Iterator<Quad> all = data.find(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY);
    while (all.hasNext()) {
      Quad quad = all.next();
      triples++;
      properties.merge(quad.getPredicate(), 1L, Long::sum);
      if (quad.getPredicate().equals(type) && quad.getObject().isURI()) {
        classes.merge(quad.getObject(), 1L, Long::sum);
      }
    }
    return new Counts(triples, classes.getOrDefault(term("ent:Document"), 0L), classes, properties);
  }
}
