package org.entente.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.exchange.ExternalMapping.Property;
import org.entente.exchange.ExternalMapping.TriplesMap;
import org.entente.exchange.TermMap.BadCell;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Other people's tables into a store: one named graph a file, in one transaction.
 *
 * <p>The graph's name follows from the file's content and the mapping, so the same file read twice
 * is the same graph and is not read again; only the matching of names is renewed, which changes
 * nothing while we know the same names. Rows are streamed; of a file no more than its recent actors
 * and places are held in memory.
 */
public final class ExternalImport {

  /** Told of rows as they are read. */
  public interface Progress {
    /** So many rows have been read. */
    void read(long rows);
  }

  /** How many problems are told one by one. */
  private static final int TOLD = 20;

  /** Rows between two reports. */
  private static final int EVERY = 50_000;

  /** How many things that repeat from row to row are remembered, for each triples map. */
  private static final int REMEMBERED = 50_000;

  /** Triples handed to the store together, and how many such bundles may wait for it. */
  private static final int TOGETHER = 4_000;

  private static final int AHEAD = 16;

  private final KnowledgeStore store;
  private final EntityLookup lookup;
  private final Progress progress;

  /** An import into this store, with names looked up there. */
  public ExternalImport(KnowledgeStore store, EntityLookup lookup, Progress progress) {
    this.store = store;
    this.lookup = lookup;
    this.progress = progress;
  }

  /**
   * Imports a file.
   *
   * @throws IllegalArgumentException if it is not such a file; names file, line and column. Nothing
   *     is written then
   * @throws IOException if it cannot be read
   * @throws org.entente.store.StoreException if the store cannot be written; nothing is changed
   */
  public ImportSummary run(Path file, ExternalMapping mapping, Charset charset) throws IOException {
    String digest = digest(file);
    String id = Digests.sha256(digest + "\n" + mapping.digest() + "\n" + charset).substring(0, 16);
    Node graph = NodeFactory.createURI(store.iris().base() + "import/" + id);
    boolean known = store.read(dataset -> dataset.containsGraph(graph));
    Reading reading = new Reading(file, mapping, charset, graph, digest);
    if (!known) {
      try {
        store.fill(graph, reading::read);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    EntityMatching matching = new EntityMatching(lookup, NameRules.shipped(), store.iris());
    EntityMatching.Result matched = store.read(dataset -> matching.match(dataset, graph));
    store.replace(
        graph,
        Set.of(External.MATCHES, External.MATCHED_BY, External.MATCH_CONFIDENCE),
        matched.triples);
    return new ImportSummary(
        graph.getURI(),
        known,
        known ? rows(graph) : reading.rows,
        reading.refused,
        reading.problems,
        matched.actors,
        matched.matchedActors,
        matched.places,
        matched.matchedPlaces,
        matched.unmatched);
  }

  private long rows(Node graph) {
    return store.read(
        dataset -> {
          var quads = dataset.find(graph, graph, Iris.ontology("rows"), Node.ANY);
          return quads.hasNext()
              ? Long.parseLong(quads.next().getObject().getLiteralLexicalForm())
              : 0L;
        });
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One pass over a file. */
  private final class Reading {
    private final Path file;
    private final ExternalMapping mapping;
    private final Charset charset;
    private final Node graph;
    private final String digest;
    private final List<String> problems = new ArrayList<>();
    private long rows;
    private long refused;

    Reading(Path file, ExternalMapping mapping, Charset charset, Node graph, String digest) {
      this.file = file;
      this.mapping = mapping;
      this.charset = charset;
      this.graph = graph;
      this.digest = digest;
    }

    /** Reads rows in a thread of its own, ahead of the store by a bounded number of them. */
    void read(Consumer<Triple> sink) {
      BlockingQueue<List<Triple>> queue = new ArrayBlockingQueue<>(AHEAD);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<?> reading =
            thread.submit(
                () -> {
                  try {
                    parse(queue);
                  } finally {
                    queue.put(List.of());
                  }
                  return null;
                });
        for (List<Triple> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
          batch.forEach(sink);
        }
        reading.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(file + ": the import was stopped", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
          throw new UncheckedIOException(io);
        }
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(file + ": " + e.getCause(), e);
      } finally {
        thread.shutdownNow();
      }
      if (rows == 0) {
        throw new IllegalArgumentException(
            problems.isEmpty() ? file + ": has no rows" : problems.get(0));
      }
      describe(sink);
    }

    private void parse(BlockingQueue<List<Triple>> queue) throws IOException, InterruptedException {
      try (ExternalTable table =
          ExternalTable.open(file, charset, mapping.dialect(), mapping.columns())) {
        List<RowMap> maps = new ArrayList<>();
        for (TriplesMap map : mapping.maps()) {
          maps.add(new RowMap(map, table.places()));
        }
        List<Triple> batch = new ArrayList<>();
        List<Triple> triples = new ArrayList<>();
        for (var row = table.next(); row != null; row = table.next()) {
          triples.clear();
          if (row(row, table.width(), maps, triples)) {
            batch.addAll(triples);
            rows++;
          } else {
            refused++;
          }
          if (batch.size() >= TOGETHER) {
            queue.put(batch);
            batch = new ArrayList<>();
          }
          if ((rows + refused) % EVERY == 0) {
            progress.read(rows + refused);
          }
        }
        if (!batch.isEmpty()) {
          queue.put(batch);
        }
      }
    }

    private boolean row(ExternalTable.Row row, int width, List<RowMap> maps, List<Triple> triples) {
      String problem = null;
      if (row.size() != width) {
        problem = "has " + row.size() + " cells where the table has " + width + " columns";
      } else {
        try {
          for (RowMap map : maps) {
            map.map(row, triples);
          }
        } catch (BadCell e) {
          problem = e.getMessage();
        }
      }
      if (problem != null && problems.size() < TOLD) {
        problems.add(file + ": line " + row.line() + ": " + problem);
      }
      return problem == null;
    }

    private void describe(Consumer<Triple> sink) {
      add(sink, RDF.type.asNode(), External.FILE);
      add(sink, DCTerms.title.asNode(), text(String.valueOf(file.getFileName())));
      add(sink, Iris.ontology("dataset"), text(mapping.name()));
      add(sink, DCTerms.description.asNode(), text(mapping.title()));
      add(sink, Iris.ontology("fileDigest"), text(digest));
      add(sink, Iris.ontology("mappingDigest"), text(mapping.digest()));
      add(
          sink,
          Iris.ontology("rows"),
          NodeFactory.createLiteralDT(Long.toString(rows), XSDDatatype.XSDinteger));
    }

    private void add(Consumer<Triple> sink, Node property, Node value) {
      sink.accept(Triple.create(graph, property, value));
    }

    private static Node text(String text) {
      return NodeFactory.createLiteralString(text);
    }
  }

  /** A triples map over the columns of one file. */
  private static final class RowMap {
    private final TermMap subject;
    private final List<Node> classes;
    private final List<Property> properties = new ArrayList<>();
    private final int[] cells;
    private final Remembered seen = new Remembered();

    RowMap(TriplesMap map, Map<String, Integer> places) {
      subject = map.subject().placed(places);
      classes = map.classes();
      Set<String> columns = new HashSet<>(map.subject().columns());
      for (Property property : map.properties()) {
        properties.add(new Property(property.predicate(), property.object().placed(places)));
        columns.addAll(property.object().columns());
      }
      cells = columns.stream().sorted().mapToInt(c -> places.getOrDefault(c, -1)).toArray();
    }

    /** Adds the triples of a row, unless a recent row gave the very same. */
    void map(ExternalTable.Row row, List<Triple> into) throws BadCell {
      Node node = subject.of(row);
      if (node == null || seen.contains(key(row))) {
        return;
      }
      for (Node type : classes) {
        into.add(Triple.create(node, RDF.type.asNode(), type));
      }
      for (Property property : properties) {
        Node object = property.object().of(row);
        if (object != null) {
          into.add(Triple.create(node, property.predicate(), object));
        }
      }
    }

    private String key(ExternalTable.Row row) {
      StringBuilder key = new StringBuilder();
      for (int cell : cells) {
        key.append(row.cell(cell)).append('\t');
      }
      return key.toString();
    }
  }

  /** The last rows' content; old ones are forgotten. */
  private static final class Remembered {
    private final Map<String, Boolean> keys =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.@Nullable Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
          }
        };

    boolean contains(String key) {
      return keys.put(key, true) != null;
    }
  }
}
