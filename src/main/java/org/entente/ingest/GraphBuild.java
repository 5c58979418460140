package org.entente.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.ingest.BuildSummary.Note;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Link;
import org.entente.knowledge.Statement;
import org.entente.nlp.Models;
import org.entente.rdf.DecisionMapper;
import org.entente.rdf.RunDescription;
import org.entente.rdf.StatementMapper;
import org.entente.read.Corpus;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.store.ExecutableQueries;
import org.entente.store.GraphSink;
import org.entente.store.NamedQuery;
import org.entente.text.Document;

/**
 * Reads files into a store, a few documents a transaction.
 *
 * <p>Stopped half way, what was committed stays whole and a second run finishes the rest. Reading
 * the same files again changes nothing.
 */
public final class GraphBuild {

  /** Documents written in one transaction. */
  private static final int BATCH = 20;

  /** Told of each file as it is begun. */
  public interface Progress {
    /** File {@code number} of {@code total} is being read. */
    void reading(int number, int total, Path file);
  }

  private final KnowledgeBase base;
  private final GraphSink store;
  private final ReadOptions options;
  private final Progress progress;
  private final Map<String, Integer> statements = new TreeMap<>();
  private final Map<String, Set<String>> entities = new TreeMap<>();
  private final List<Note> skipped = new ArrayList<>();
  private final List<Note> failed = new ArrayList<>();
  private final Map<Node, Graph> batch = new LinkedHashMap<>();
  private int documents;
  private int mentions;

  /** A build into this store, or one that a server holds. */
  public GraphBuild(KnowledgeBase base, GraphSink store, ReadOptions options, Progress progress) {
    this.base = base;
    this.store = store;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Reads these files and folders into the store.
   *
   * @throws org.entente.store.StoreException if the store cannot be written
   */
  public BuildSummary run(List<Path> paths) {
    Instant begun = Instant.now();
    RunDescription run =
        new RunDescription(base.files().digest(), Models.description(), base.iris());
    Map<Node, Graph> common = new HashMap<>();
    common.put(base.iris().graph("ontology"), base.files().ontology());
    common.put(base.iris().graph("reference"), base.files().reference());
    common.put(
        base.iris().graph("queries"),
        ExecutableQueries.graph(NamedQuery.shipped().values(), base.iris()));
    common.put(base.iris().graph("runs"), run.graph());
    Graph decisions = new DecisionMapper(base.iris()).map(base.decisions().all());
    common.put(base.iris().graph("decisions"), decisions);
    Analyzer analyzer = new Analyzer(base);
    StatementMapper mapper = new StatementMapper(base.iris(), run.node());
    List<Path> files = Corpus.files(paths, e -> failed.add(new Note(e.name(), e.reason())));
    if (!files.isEmpty()) {
      store.write(common);
    }
    DocumentReader reader = new DocumentReader(options);
    Consumer<Document> sink = document -> take(document, analyzer, mapper);
    int number = 0;
    for (Path file : files) {
      progress.reading(++number, files.size(), file);
      reader.read(file, sink, e -> failed.add(new Note(e.name(), e.reason())));
    }
    flush();
    Map<String, Integer> entityCounts = new TreeMap<>();
    entities.forEach((type, slugs) -> entityCounts.put(type, slugs.size()));
    return new BuildSummary(
        documents,
        mentions,
        entityCounts,
        statements,
        List.copyOf(skipped),
        List.copyOf(failed),
        Duration.between(begun, Instant.now()));
  }

  private void take(Document document, Analyzer analyzer, StatementMapper mapper) {
    String language = analyzer.language(document);
    if (!language.equals("en")) {
      skipped.add(
          new Note(document.info().source(), "is in language " + language + ", not in English"));
      return;
    }
    DocumentKnowledge knowledge = analyzer.analyze(document);
    count(knowledge);
    batch.put(base.iris().document(document.id()), mapper.map(knowledge));
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      store.write(batch);
      batch.clear();
    }
  }

  private void count(DocumentKnowledge knowledge) {
    documents++;
    for (Link link : knowledge.linked().links()) {
      mentions++;
      entities
          .computeIfAbsent(link.entity().type().label(), k -> new HashSet<>())
          .add(link.entity().slug());
    }
    for (Statement statement : knowledge.statements()) {
      statements.merge(statement.predicate().name(), 1, Integer::sum);
    }
  }
}
