package org.entente.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.ingest.BuildListener.Note;
import org.entente.nlp.Models;
import org.entente.rdf.DecisionMapper;
import org.entente.rdf.RunDescription;
import org.entente.rdf.StatementMapper;
import org.entente.read.Corpus;
import org.entente.read.CorpusFile;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.read.UnreadableException;
import org.entente.store.ExecutableQueries;
import org.entente.store.GraphSink;
import org.entente.store.NamedQuery;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads a corpus into a store.
 *
 * <p>One thread reads, several analyse, the caller's writes, some documents a transaction; each
 * waits for the next when it is too far ahead, so that memory does not grow with the corpus. What
 * is written and in which order does not depend on how many analyse. Stopped half way, what was
 * committed stays whole and a second run does the rest, since a document is left alone that the
 * store has from the same software and data. Reading the same files again changes nothing.
 *
 * <p>Example: {@code new GraphBuild(base, store, ReadOptions.DEFAULT, BuildOptions.DEFAULT,
 * BuildListener.NONE).run(new Corpus(List.of(Path.of("data/articles"))))}.
 */
public final class GraphBuild {

  /** A transaction ends after so many triples or so much time. */
  private static final int BATCH = 20_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KnowledgeBase base;
  private final GraphSink store;
  private final ReadOptions reading;
  private final BuildOptions options;
  private final BuildListener listener;

  /** A build into this store, or one that a server holds. */
  public GraphBuild(
      KnowledgeBase base,
      GraphSink store,
      ReadOptions reading,
      BuildOptions options,
      BuildListener listener) {
    this.base = base;
    this.store = store;
    this.reading = reading;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Reads these files and folders into the store.
   *
   * @throws org.entente.store.StoreException if the store cannot be written
   * @throws CancellationException if the thread is interrupted; what was committed stays
   */
  public BuildSummary run(Corpus corpus) {
    return new Run(corpus).run();
  }

  /** The state of one run; used by the thread that writes, but for what the reading needs. */
  private final class Run {
    private final Corpus corpus;
    private final Instant begun = Instant.now();
    private final RunDescription run =
        new RunDescription(base.digest(), Models.description(), base.iris());
    private final Set<Node> seen = new HashSet<>();
    private final Map<Node, Graph> batch = new LinkedHashMap<>();
    private final Map<String, Integer> statements = new TreeMap<>();
    private final Map<String, Set<String>> entities = new TreeMap<>();
    private volatile long total;
    private boolean commonWritten;
    private Instant flushed = begun;
    private int batched;
    private int documents;
    private int unchanged;
    private int skipped;
    private int failed;
    private int mentions;
    private long words;
    private long bytes;

    Run(Corpus corpus) {
      this.corpus = corpus;
    }

    BuildSummary run() {
      start("count", () -> total = size());
      boolean stopped = false;
      try (WorkerPool pool = new WorkerPool(options.workers(), options.limit(), this::worker)) {
        Thread reader = start("read", () -> read(pool));
        try {
          while (!stopped && take(pool.take())) {
            stopped = options.failFast() && failed > 0;
          }
        } finally {
          reader.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the build was interrupted");
      }
      flush();
      if (documents > 0) {
        describeRun(); // takes out what the last of the earlier versions was made by
      }
      int pruned = options.prune() && failed == 0 ? store.retain(seen) : 0;
      Map<String, Integer> entityCounts = new TreeMap<>();
      entities.forEach((type, slugs) -> entityCounts.put(type, slugs.size()));
      return new BuildSummary(
          documents,
          unchanged,
          pruned,
          skipped,
          failed,
          words,
          mentions,
          entityCounts,
          statements,
          stopped,
          elapsed());
    }

    private Thread start(String name, Runnable work) {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.start();
      return thread;
    }

    private DocumentWorker worker() {
      return new DocumentWorker(new Analyzer(base), new StatementMapper(base.iris(), run.node()));
    }

    // ---- the thread that counts, so that the time left can be told

    private long size() {
      try (var files = corpus.files(e -> {})) {
        return files.mapToLong(Run::size).sum();
      }
    }

    private static long size(CorpusFile file) {
      try {
        return Files.size(file.path());
      } catch (IOException e) {
        return 0; // the reading says why
      }
    }

    // ---- the thread that reads

    private void read(WorkerPool pool) {
      Throwable fault = null;
      DocumentReader reader = new DocumentReader(reading);
      Consumer<UnreadableException> failures =
          e -> put(pool, new Outcome.Failed(new Note(e.name(), e.reason())), 0);
      try (var files = corpus.files(failures)) {
        files.forEach(file -> read(file, reader, pool, failures));
      } catch (CancellationException e) {
        return; // nobody takes any more
      } catch (RuntimeException | Error e) {
        fault = e;
      }
      put(pool, new Outcome.End(fault), 0);
    }

    private void read(
        CorpusFile file,
        DocumentReader reader,
        WorkerPool pool,
        Consumer<UnreadableException> failures) {
      long size = size(file);
      long[] told = {0};
      reader.read(
          file,
          document -> {
            long part = Math.min(document.text().length(), size - told[0]);
            told[0] += part;
            give(document, part, pool);
          },
          failures);
      put(pool, new Outcome.FileDone(), size - told[0]);
    }

    private void give(Document document, long bytes, WorkerPool pool) {
      Node name = base.iris().document(document.id());
      if (options.prune()) {
        seen.add(name); // read by the other thread only after the end
      }
      if (!options.again() && store.holds(name, run.node())) {
        put(pool, new Outcome.Unchanged(), bytes);
        return;
      }
      try {
        pool.submit(document, bytes);
      } catch (InterruptedException e) {
        throw new CancellationException("reading was interrupted");
      }
    }

    private static void put(WorkerPool pool, Outcome outcome, long bytes) {
      try {
        pool.put(outcome, bytes);
      } catch (InterruptedException e) {
        throw new CancellationException("reading was interrupted");
      }
    }

    // ---- the thread that writes

    /** Takes one input; false at the end of the corpus. */
    private boolean take(WorkerPool.Item item) throws InterruptedException {
      Outcome outcome = item.outcome();
      bytes += item.bytes();
      if (outcome instanceof Outcome.End end) {
        rethrow(end.fault());
        return false;
      }
      if (outcome instanceof Outcome.Analysed analysed) {
        count(analysed);
        batch.put(analysed.name(), analysed.graph());
        batched += analysed.graph().size();
        boolean late = Duration.between(flushed, Instant.now()).compareTo(PATIENCE) > 0;
        if (batched >= BATCH || late) {
          flush();
        }
      } else if (outcome instanceof Outcome.Unchanged) {
        unchanged++;
      } else if (outcome instanceof Outcome.Skipped left) {
        skipped++;
        listener.skipped(left.note());
      } else if (outcome instanceof Outcome.Failed bad) {
        failed++;
        listener.failed(bad.note());
      }
      listener.progress(
          new BuildListener.Progress(documents + unchanged, words, bytes, total, elapsed()));
      return true;
    }

    private static void rethrow(@Nullable Throwable fault) {
      if (fault instanceof Error error) {
        throw error;
      }
      if (fault instanceof RuntimeException exception) {
        throw exception;
      }
    }

    private Duration elapsed() {
      return Duration.between(begun, Instant.now());
    }

    private void flush() {
      if (!commonWritten && documents + unchanged > 0) {
        store.write(common());
        describeRun();
        commonWritten = true;
      }
      if (!batch.isEmpty()) {
        store.write(batch);
        batch.clear();
        batched = 0;
      }
      flushed = Instant.now();
    }

    private void describeRun() {
      store.describeRun(base.iris().graph("runs"), run.node(), run.graph());
    }

    /** The graphs that belong to no document; rewritten only when they have changed. */
    private Map<Node, Graph> common() {
      Map<Node, Graph> common = new HashMap<>();
      common.put(base.iris().graph("ontology"), base.files().ontology());
      common.put(base.iris().graph("reference"), base.files().reference());
      common.put(
          base.iris().graph("queries"),
          ExecutableQueries.graph(NamedQuery.shipped().values(), base.iris()));
      Graph decisions = new DecisionMapper(base.iris()).map(base.decisions().all());
      common.put(base.iris().graph("decisions"), decisions);
      return common;
    }

    private void count(Outcome.Analysed analysed) {
      documents++;
      mentions += analysed.mentions();
      words += analysed.words();
      analysed
          .entities()
          .forEach(
              (type, slugs) -> entities.computeIfAbsent(type, k -> new HashSet<>()).addAll(slugs));
      analysed.statements().forEach((name, n) -> statements.merge(name, n, Integer::sum));
    }
  }
}
