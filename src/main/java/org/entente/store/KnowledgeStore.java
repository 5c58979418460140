package org.entente.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.jspecify.annotations.Nullable;

/**
 * A TDB2 store of documents' graphs, in a folder of its own.
 *
 * <p>Example: {@code try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
 * store.write(Map.of(name, graph)); }}. One process at a time; within it, one writer and many
 * readers.
 */
public final class KnowledgeStore implements GraphSink, AutoCloseable {

  private static final Node PROV_GENERATED = Prefixes.term("prov:wasGeneratedBy");

  private static final Node PROV_ASSOCIATED = Prefixes.term("prov:wasAssociatedWith");

  private final Path folder;
  private final Iris iris;
  private final DatasetGraph base;

  /** What is written to: the base, or the base with its text index. */
  private DatasetGraph dataset;

  private @Nullable TextIndex texts;
  private @Nullable PlaceIndex places;
  private boolean closed;

  private KnowledgeStore(Path folder, Iris iris, DatasetGraph base, @Nullable TextIndex texts) {
    this.folder = folder;
    this.iris = iris;
    this.base = base;
    this.texts = texts;
    this.dataset = texts == null ? base : texts.dataset();
  }

  /**
   * Opens a store, making it if the folder is not there.
   *
   * @throws StoreException if the folder is a file, belongs to something else, cannot be written or
   *     is in use by another process
   */
  public static KnowledgeStore open(Path folder, Iris iris) {
    StoreFolder.make(folder);
    try {
      boolean fresh = !StoreFolder.isStore(folder);
      DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
      dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
      boolean indexed = fresh || TextIndex.exists(folder);
      return new KnowledgeStore(
          folder, iris, dataset, indexed ? TextIndex.open(folder, dataset) : null);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StoreException(folder + ": cannot be opened: " + reason(e), e);
    }
  }

  /**
   * Opens a store that must be there already.
   *
   * @throws StoreException as {@link #open}, and if there is none
   */
  public static KnowledgeStore openExisting(Path folder, Iris iris) {
    if (!Files.exists(folder)) {
      throw new StoreException(folder + ": no such store");
    }
    if (Files.isDirectory(folder) && !StoreFolder.isStore(folder)) {
      throw new StoreException(folder + ": is not a store");
    }
    return open(folder, iris);
  }

  private static String reason(Throwable e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("locked") || message.contains("in use") || message.contains("lock")) {
      return "it is in use by another process (" + message.lines().findFirst().orElse("") + ")";
    }
    Throwable cause = e.getCause();
    return cause == null ? message : message + ": " + cause.getMessage();
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The IRIs that the store's graphs are named by. */
  public Iris iris() {
    return iris;
  }

  /** Whether texts can be searched for; if not, {@link #index} makes it so. */
  public boolean indexed() {
    return texts != null;
  }

  /**
   * Makes the text index, or makes it anew.
   *
   * @return how many texts it has
   * @throws StoreException if it cannot be written
   */
  public synchronized long index() {
    if (texts == null) {
      texts = TextIndex.open(folder, base);
      dataset = texts.dataset();
    }
    return texts.rebuild();
  }

  /**
   * Makes the index of places in memory, which {@code spatial:nearby} and its like need. It follows
   * later writes if there is a text index.
   */
  public synchronized void indexPlaces() {
    if (places == null) {
      PlaceIndex index = new PlaceIndex(base, dataset);
      if (texts != null) {
        texts.whenMoved(index::refresh);
      }
      places = index;
    }
  }

  /**
   * Searches texts of these properties, in Lucene's query syntax.
   *
   * <p>Example: {@code store.search(List.of(SKOS.prefLabel.asNode()), "(alep*)", 10)}.
   *
   * @throws StoreException if the store has no text index
   */
  public List<TextMatch> search(List<Node> properties, String query, int limit) {
    TextIndex index = texts;
    if (index == null) {
      throw new StoreException(folder + ": has no text index; the command index makes one");
    }
    return index.search(properties, query, limit);
  }

  /** The dataset, for a server to serve; its default graph is the union of all graphs. */
  public Dataset dataset() {
    return DatasetFactory.wrap(dataset);
  }

  /**
   * Replaces these named graphs in one transaction. A document's graph also replaces those of
   * earlier versions: other documents from the same source. An equal graph is left untouched.
   *
   * @throws StoreException if the disk is full or cannot be written; nothing is changed then
   */
  @Override
  public void write(Map<Node, Graph> graphs) {
    inWrite(
        () -> {
          for (Map.Entry<Node, Graph> entry : graphs.entrySet()) {
            Node name = entry.getKey();
            removeEarlier(name, entry.getValue());
            Graph present = dataset.getGraph(name);
            if (!same(present, entry.getValue())) {
              present.clear();
              G.addInto(present, entry.getValue());
            }
          }
        });
  }

  @Override
  public void describeRun(Node name, Node run, Graph description) {
    inWrite(
        () -> {
          Graph present = dataset.getGraph(name);
          Set<Node> subjects = new HashSet<>();
          present.find().forEach(t -> subjects.add(t.getSubject()));
          for (Node subject : subjects) {
            boolean used =
                subject.equals(run)
                    || dataset.contains(Node.ANY, Node.ANY, PROV_GENERATED, subject)
                    || description.contains(subject, Node.ANY, Node.ANY);
            boolean software = !present.contains(subject, PROV_ASSOCIATED, Node.ANY);
            if (!used && !software) {
              present.remove(subject, Node.ANY, Node.ANY);
            }
          }
          G.addInto(present, description);
          for (Node subject : subjects) {
            boolean software = !present.contains(subject, PROV_ASSOCIATED, Node.ANY);
            if (software && !present.contains(Node.ANY, PROV_ASSOCIATED, subject)) {
              present.remove(subject, Node.ANY, Node.ANY);
            }
          }
        });
  }

  @Override
  public boolean holds(Node document, Node run) {
    return inRead(() -> dataset.contains(document, document, PROV_GENERATED, run));
  }

  @Override
  public int retain(Set<Node> names) {
    List<Node> gone =
        inRead(() -> documentNodes().stream().filter(n -> !names.contains(n)).toList());
    for (int from = 0; from < gone.size(); from += 100) {
      List<Node> some = gone.subList(from, Math.min(from + 100, gone.size()));
      inWrite(() -> some.forEach(dataset::removeGraph));
    }
    return gone.size();
  }

  /** Whether there is a graph of this name with anything in it. */
  public boolean holds(Node name) {
    return inRead(() -> dataset.containsGraph(name));
  }

  /**
   * Fills a named graph with what comes, however much, in one transaction; what was in it goes.
   *
   * @param content gives its triples, one after the other
   * @throws StoreException if the disk is full or cannot be written; nothing is changed then, and
   *     neither is if the content ends in an exception
   */
  public void fill(Node name, Consumer<Consumer<Triple>> content) {
    inWrite(
        () -> {
          dataset.removeGraph(name);
          content.accept(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
        });
  }

  /**
   * Replaces the triples of some properties in a named graph, in one transaction; nothing is
   * written when they are there already.
   *
   * @throws StoreException if the disk is full or cannot be written; nothing is changed then
   */
  public void replace(Node name, Set<Node> properties, Collection<Triple> triples) {
    Set<Triple> wanted = new HashSet<>(triples);
    List<Quad> old =
        inRead(
            () -> {
              List<Quad> present = new ArrayList<>();
              properties.forEach(
                  p -> dataset.find(name, Node.ANY, p, Node.ANY).forEachRemaining(present::add));
              return present;
            });
    List<Quad> gone = new ArrayList<>();
    for (Quad quad : old) {
      if (!wanted.remove(quad.asTriple())) {
        gone.add(quad);
      }
    }
    if (!gone.isEmpty() || !wanted.isEmpty()) {
      inWrite(
          () -> {
            gone.forEach(dataset::delete);
            wanted.forEach(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
          });
    }
  }

  /**
   * Takes subjects out of a named graph and puts triples in, in one transaction.
   *
   * @throws StoreException if the disk is full or cannot be written; nothing is changed then
   */
  public void change(Node name, Collection<Node> gone, Collection<Triple> added) {
    if (gone.isEmpty() && added.isEmpty()) {
      return;
    }
    inWrite(
        () -> {
          gone.forEach(s -> dataset.deleteAny(name, s, Node.ANY, Node.ANY));
          added.forEach(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
        });
  }

  private static boolean same(Graph present, Graph wanted) {
    long count = 0;
    var triples = present.find();
    try {
      while (triples.hasNext()) {
        count++;
        if (!wanted.contains(triples.next())) {
          return false;
        }
      }
    } finally {
      triples.close();
    }
    return count == wanted.size();
  }

  private void removeEarlier(Node name, Graph graph) {
    List<Node> sources = new ArrayList<>();
    graph.find(name, DCTerms.source.asNode(), Node.ANY).forEach(t -> sources.add(t.getObject()));
    for (Node source : sources) {
      List<Node> earlier = new ArrayList<>();
      dataset
          .find(Node.ANY, Node.ANY, DCTerms.source.asNode(), source)
          .forEachRemaining(
              q -> {
                if (q.getGraph().equals(q.getSubject()) && !q.getGraph().equals(name)) {
                  earlier.add(q.getGraph());
                }
              });
      earlier.forEach(dataset::removeGraph);
    }
  }

  /**
   * Removes documents by identifier, IRI or file name of their source.
   *
   * @return for each name, how many documents went
   */
  public Map<String, Integer> remove(List<String> names) {
    Map<String, Integer> removed = new TreeMap<>();
    Map<String, List<Node>> found = new TreeMap<>();
    inRead(
        () -> {
          names.forEach(name -> found.put(name, documents(name)));
          return null;
        });
    inWrite(
        () ->
            found.forEach(
                (name, graphs) -> {
                  graphs.forEach(dataset::removeGraph);
                  removed.put(name, graphs.size());
                }));
    return removed;
  }

  /** The documents that a user means by identifier, IRI, or source. */
  private List<Node> documents(String name) {
    List<Node> found = new ArrayList<>();
    for (Node document : documentNodes()) {
      boolean byName = document.equals(iris.document(name)) || document.getURI().equals(name);
      boolean bySource =
          dataset.contains(document, document, DCTerms.source.asNode(), iris.source(name));
      if (byName || bySource) {
        found.add(document);
      }
    }
    return found;
  }

  private List<Node> documentNodes() {
    List<Node> nodes = new ArrayList<>();
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology("Document"))
        .forEachRemaining(q -> nodes.add(q.getSubject()));
    return nodes;
  }

  /** How many documents, graphs and quads there are. */
  public record Counts(long documents, long graphs, long quads) {}

  /** Counts everything; reads the whole store. */
  public Counts counts() {
    return inRead(
        () -> {
          long documents = documentNodes().size();
          long graphs = 0;
          var names = dataset.listGraphNodes();
          while (names.hasNext()) {
            names.next();
            graphs++;
          }
          long quads = 0;
          var all = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
          while (all.hasNext()) {
            Quad quad = all.next();
            quads += quad.isDefaultGraph() ? 0 : 1;
          }
          return new Counts(documents, graphs, quads);
        });
  }

  /** Runs something that reads, in a transaction. */
  public <T> T read(Function<DatasetGraph, T> work) {
    return inRead(() -> work.apply(base));
  }

  private <T> T inRead(java.util.function.Supplier<T> work) {
    base.begin(ReadWrite.READ);
    try {
      return work.get();
    } finally {
      base.end();
    }
  }

  /** Runs something that writes, in a transaction. */
  void inWrite(Runnable work) {
    try {
      dataset.begin(ReadWrite.WRITE);
      try {
        work.run();
        dataset.commit();
      } catch (RuntimeException | Error e) {
        dataset.abort();
        throw e;
      } finally {
        dataset.end();
      }
    } catch (TransactionException | org.apache.jena.atlas.RuntimeIOException e) {
      throw new StoreException(folder + ": cannot be written (disk full?): " + e.getMessage(), e);
    }
  }

  /**
   * Gives back the room that replaced graphs have left. Reading goes on, writing waits; for a while
   * the disk holds the store twice.
   *
   * @throws StoreException if the disk is full or cannot be written
   */
  public void compact() {
    try {
      DatabaseMgr.compact(base, true);
    } catch (RuntimeException e) {
      throw new StoreException(folder + ": cannot be compacted (disk full?): " + reason(e), e);
    }
  }

  /** What the folder takes on the disk, in bytes. */
  public long bytes() {
    return StoreFolder.bytes(folder);
  }

  /** When something was last written to it. */
  public Instant changed() {
    return StoreFolder.changed(folder);
  }

  /** Lets go of the folder; a second time does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (places != null) {
      places.close();
    }
    if (texts != null) {
      texts.close();
    }
    org.apache.jena.tdb2.sys.TDBInternal.expel(base);
  }
}
