package org.entente.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import opennlp.tools.chunker.ChunkerME;
import opennlp.tools.chunker.ChunkerModel;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.ingest.Analyzer;
import org.entente.ingest.BuildListener;
import org.entente.ingest.BuildOptions;
import org.entente.ingest.BuildSummary;
import org.entente.ingest.GraphBuild;
import org.entente.ingest.KnowledgeBase;
import org.entente.nlp.Models;
import org.entente.rdf.Iris;
import org.entente.rdf.StatementMapper;
import org.entente.read.Corpus;
import org.entente.read.CorpusFile;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.QuadLoad;
import org.entente.text.Document;
import org.entente.text.Span;

/** One measure, in a process of its own; prints names and numbers. */
public final class Measure {

  private Measure() {}

  /** Takes the measure named first. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "throughput" -> throughput();
      case "store" -> store(Path.of(args[1]));
      case "growth" ->
          growth(Path.of(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      case "unchanged" -> unchanged(Path.of(args[1]), Integer.parseInt(args[2]));
      case "load" -> load(Path.of(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private static void say(String name, double value) {
    System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, value);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  // ---- words a second, without the store

  private static void throughput() throws Exception {
    KnowledgeBase base = KnowledgeBase.shipped(Iris.DEFAULT);
    List<Document> documents = Sample.documents();
    double words = Sample.words(documents);
    Floor floor = new Floor();
    double floorSeconds;
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < 8; round++) {
      long begun = System.nanoTime();
      documents.forEach(floor::run);
      floorSeconds = (System.nanoTime() - begun) / 1e9;
      double one = whole(base, 1, 3);
      double two = whole(base, 2, 3);
      if (round >= 3) { // the first rounds warm up
        times.get(0).add(words / floorSeconds);
        times.get(1).add(words * 3 / one);
        times.get(2).add(words * 3 / two);
      }
    }
    say("floor", median(times.get(0)));
    say("one worker", median(times.get(1)));
    say("two workers", median(times.get(2)));
  }

  /** Reading, annotating, linking, extracting, mapping; so many times over, by so many workers. */
  private static double whole(KnowledgeBase base, int workers, int times) throws Exception {
    List<CorpusFile> files = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      try (var found = new Corpus(List.of(Sample.FOLDER)).files(e -> {})) {
        found.forEach(files::add);
      }
    }
    AtomicInteger next = new AtomicInteger();
    AtomicLong triples = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    List<Future<?>> running = new ArrayList<>();
    List<Worker> ready = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      ready.add(new Worker(base));
    }
    long begun = System.nanoTime();
    for (Worker worker : ready) {
      running.add(
          threads.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                  worker.reader.read(
                      files.get(i), d -> triples.addAndGet(worker.graph(d).size()), e -> {});
                }
              }));
    }
    for (Future<?> run : running) {
      run.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    threads.shutdown();
    if (triples.get() == 0) {
      throw new IllegalStateException("no triples");
    }
    return seconds;
  }

  private static final class Worker {
    final DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);
    private final Analyzer analyzer;
    private final StatementMapper mapper;

    Worker(KnowledgeBase base) {
      analyzer = new Analyzer(base);
      mapper = new StatementMapper(base.iris(), base.iris().run("bench"));
    }

    Graph graph(Document document) {
      return mapper.map(analyzer.analyze(document));
    }
  }

  /** The bare calls, plainly one after the other. */
  private static final class Floor {
    private final SentenceDetectorME sentences =
        new SentenceDetectorME(
            Floor.<SentenceModel>model(
                "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new));
    private final TokenizerME tokens =
        new TokenizerME(
            Floor.<TokenizerModel>model(
                "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin", TokenizerModel::new));
    private final POSTaggerME universal =
        new POSTaggerME(
            Floor.<POSModel>model("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new));
    private final LemmatizerME lemmas =
        new LemmatizerME(
            Floor.<LemmatizerModel>model(
                "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin", LemmatizerModel::new));
    private final POSTaggerME penn =
        new POSTaggerME(
            Floor.<POSModel>model("/en-pos-maxent.bin", POSModel::new), POSTagFormat.PENN);
    private final ChunkerME chunks =
        new ChunkerME(Floor.<ChunkerModel>model("/en-chunker.bin", ChunkerModel::new));
    private int seen;

    void run(Document document) {
      for (Span passage : document.passages()) {
        for (String sentence : sentences.sentDetect(passage.of(document.text()))) {
          String[] words = tokens.tokenize(sentence);
          String[] tags = universal.tag(words);
          seen += lemmas.lemmatize(words, tags).length;
          seen += chunks.chunk(words, penn.tag(words)).length;
        }
      }
      if (seen == 0) {
        throw new IllegalStateException("no words");
      }
    }

    private interface Loader<T> {
      T load(java.io.InputStream in) throws IOException;
    }

    private static <T> T model(String resource, Loader<T> loader) {
      try (java.io.InputStream in = Measure.class.getResourceAsStream(resource)) {
        return loader.load(in);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(resource, e);
      }
    }
  }

  // ---- quads a second

  private static void store(Path scratch) throws Exception {
    Path texts = copies(scratch.resolve("store-texts"), 30);
    Path built = scratch.resolve("store-built");
    Path quads = scratch.resolve("all.nq");
    KnowledgeBase base = KnowledgeBase.shipped(Iris.DEFAULT);
    double count;
    try (KnowledgeStore store = KnowledgeStore.open(built, Iris.DEFAULT)) {
      build(base, store, texts, 2);
      count = store.counts().quads();
      try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(quads))) {
        Export.write(store, Export.Format.NQUADS, null, out);
      }
    }
    // In memory, as the workers hand them to the one who writes.
    DatasetGraph memory = DatasetGraphFactory.create();
    RDFParser.source(quads).lang(Lang.NQUADS).parse(memory);
    say("quads", count);
    List<Double> jena = new ArrayList<>();
    List<Double> bulk = new ArrayList<>();
    List<Double> written = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Path target = scratch.resolve("jena" + round);
      long begun = System.nanoTime();
      DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(target.toString());
      DataLoader loader = LoaderFactory.createLoader(dataset, LoaderOps.outputToLog());
      loader.startBulk();
      loader.load(quads.toString());
      loader.finishBulk();
      TDBInternal.expel(dataset);
      jena.add(count / ((System.nanoTime() - begun) / 1e9));
      begun = System.nanoTime();
      QuadLoad.load(scratch.resolve("bulk" + round), Iris.DEFAULT, List.of(quads), n -> {});
      bulk.add(count / ((System.nanoTime() - begun) / 1e9));
      begun = System.nanoTime();
      try (KnowledgeStore store =
          KnowledgeStore.open(scratch.resolve("tx" + round), Iris.DEFAULT)) {
        java.util.Map<Node, Graph> batch = new java.util.LinkedHashMap<>();
        int size = 0;
        for (Node name : (Iterable<Node>) memory::listGraphNodes) {
          Graph graph = memory.getGraph(name);
          batch.put(name, graph);
          size += graph.size();
          if (size > 20_000) {
            store.write(batch);
            batch.clear();
            size = 0;
          }
        }
        store.write(batch);
      }
      written.add(count / ((System.nanoTime() - begun) / 1e9));
    }
    say("Jena's loader", median(jena));
    say("load, into a new store", median(bulk));
    say("build, in transactions", median(written));
  }

  // ---- growth

  private static void growth(Path scratch, int copies, int workers) throws Exception {
    Path texts = copies(scratch.resolve("texts-" + copies), copies);
    Path target = scratch.resolve("growth-" + copies + "-" + workers);
    AtomicLong peak = new AtomicLong();
    watchHeap(peak);
    KnowledgeBase base = KnowledgeBase.shipped(Iris.DEFAULT);
    try (KnowledgeStore store = KnowledgeStore.open(target, Iris.DEFAULT)) {
      long begun = System.nanoTime();
      BuildSummary summary = build(base, store, texts, workers);
      double seconds = (System.nanoTime() - begun) / 1e9;
      say("documents", summary.documents());
      say("seconds", seconds);
      say("words/s", summary.words() / seconds);
      begun = System.nanoTime();
      build(base, store, texts, workers);
      say("again", (System.nanoTime() - begun) / 1e9);
    }
    say("heap", peak.get() / 1048576.0);
    say("resident", resident() / 1024.0);
    long begun = System.nanoTime();
    try (KnowledgeStore store = KnowledgeStore.openExisting(target, Iris.DEFAULT)) {
      store.read(dataset -> dataset.isEmpty());
    }
    say("open", (System.nanoTime() - begun) / 1e9);
    delete(target);
    delete(texts);
  }

  private static void unchanged(Path scratch, int copies) throws Exception {
    Path texts = copies(scratch.resolve("unchanged-texts"), copies);
    Path target = scratch.resolve("unchanged");
    KnowledgeBase base = KnowledgeBase.shipped(Iris.DEFAULT);
    try (KnowledgeStore store = KnowledgeStore.open(target, Iris.DEFAULT)) {
      long begun = System.nanoTime();
      say("documents", build(base, store, texts, 2).documents());
      say("full", (System.nanoTime() - begun) / 1e9);
      begun = System.nanoTime();
      if (build(base, store, texts, 2).documents() != 0) {
        throw new IllegalStateException("something was read again");
      }
      say("again", (System.nanoTime() - begun) / 1e9);
    }
    delete(target);
    delete(texts);
  }

  private static void load(Path target) {
    Models.shipped().judge();
    KnowledgeStore.open(target, Iris.DEFAULT).close();
  }

  private static BuildSummary build(
      KnowledgeBase base, KnowledgeStore store, Path texts, int workers) {
    BuildOptions options = BuildOptions.DEFAULT.withWorkers(workers);
    return new GraphBuild(base, store, ReadOptions.DEFAULT, options, BuildListener.NONE)
        .run(new Corpus(List.of(texts)));
  }

  /** Copies without a web address, by which a later copy would take an earlier one's place. */
  private static Path copies(Path folder, int number) throws IOException {
    List<Document> documents = Sample.documents();
    for (int i = 0; i < number; i++) {
      Path copy = Files.createDirectories(folder.resolve(String.format(Locale.ROOT, "%05d", i)));
      for (Document document : documents) {
        StringBuilder text = new StringBuilder("---\n");
        text.append("date: ").append(document.info().issued()).append("\n---\n\n");
        for (Span passage : document.passages()) {
          text.append(passage.of(document.text())).append("\n\n");
        }
        Files.writeString(copy.resolve(document.name() + ".txt"), text);
      }
    }
    return folder;
  }

  private static void watchHeap(AtomicLong peak) {
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) bean)
          .addNotificationListener(
              (notification, handback) -> {
                long used =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .values()
                        .stream()
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
                peak.accumulateAndGet(used, Math::max);
              },
              null,
              null);
    }
  }

  /** The most memory that the process had, in KiB; 0 where the system does not tell. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmHWM"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")))
        .findFirst()
        .orElse(0);
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
