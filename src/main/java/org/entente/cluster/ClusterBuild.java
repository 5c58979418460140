package org.entente.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.entente.ingest.GraphMaker;
import org.entente.ingest.KnowledgeBase;
import org.entente.read.DocumentReader;
import scala.Tuple2;

/**
 * Reads a corpus of any Hadoop file system into sorted N-Quads, on Spark.
 *
 * <p>Each task reads pieces of files and analyses their documents. One shuffle brings each
 * document's quads, as one record, to the part of the output that its identifier falls into; there
 * they are sorted. A second, of names only, finds documents whose source was read again later: the
 * last in reading order counts, as in a store. All else that is written is summed from what the
 * first shuffle left on the disks, so that no document is analysed twice.
 *
 * <p>Example: {@code ClusterBuild.run(List.of("hdfs:///corpus"), "hdfs:///graph", options)} within
 * {@code spark-submit}. The parts one after the other are byte for byte what {@code export} gives
 * of a store built locally from the same folder.
 */
public final class ClusterBuild {

  private static final int MOST_PARTS = 90_000; // part-00000 sorts by name up to five digits

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ClusterOptions options;

  private ClusterBuild(SparkSession spark, ClusterOptions options) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.options = options;
  }

  /**
   * Reads paths and writes a new folder.
   *
   * @throws java.io.FileNotFoundException if a path is not there
   * @throws org.apache.hadoop.fs.FileAlreadyExistsException if the output is
   * @throws IOException if either cannot be read or written
   * @throws IllegalArgumentException if a file of knowledge is not well formed
   */
  public static ClusterSummary run(List<String> paths, String output, ClusterOptions options)
      throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("entente").getOrCreate()) {
      return new ClusterBuild(spark, options).build(paths, output);
    }
  }

  /** One for a task; the models are shared by all tasks of a process. */
  static GraphMaker maker(ClusterOptions options) {
    return new GraphMaker(SharedKnowledge.of(options), Duration.ofSeconds(options.seconds()));
  }

  private ClusterSummary build(List<String> paths, String output) throws IOException {
    Instant begun = Instant.now();
    KnowledgeBase base = SharedKnowledge.here(options); // faults of its files show before any work
    Inputs inputs = Inputs.list(paths, options.pieceBytes(), context.hadoopConfiguration());
    Output out = new Output(output, context.hadoopConfiguration());
    options.gazetteers().forEach(context::addFile);
    String decisions = options.decisions();
    if (decisions != null) {
      context.addFile(decisions);
    }

    IdRanges ranges = new IdRanges(parts(bytes(inputs.pieces()) + bytes(inputs.tables())));
    JavaRDD<Result> sorted =
        analysed(inputs)
            .mapToPair(r -> new Tuple2<>(r.key(), r))
            .repartitionAndSortWithinPartitions(ranges)
            .values();
    JavaRDD<Result> small =
        sorted.map(Result::withoutLines).persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<String> earlier = earlier(small, ranges);
    JavaRDD<Result> kept = kept(small, earlier);
    Result.Counts counts = kept.map(Result::counts).fold(Result.Counts.ZERO, Result.Counts::and);
    long read = small.filter(Result::isDocument).count();
    List<String> common = counts.documents() == 0 ? List.of() : base.commonLines();

    out.quads(quads(kept(sorted, earlier), common), options.gzip());
    JavaRDD<Result.Named> entities = entities(kept).persist(StorageLevel.MEMORY_AND_DISK());
    out.parts("entities", table(entities));
    out.file("failures.tsv", failures(kept));
    ClusterSummary summary =
        new ClusterSummary(
            counts.documents(),
            read - counts.documents(),
            counts.skipped(),
            counts.failed(),
            counts.words(),
            counts.mentions(),
            counts.quads() + common.size(),
            new TreeMap<>(entities.mapToPair(e -> new Tuple2<>(e.type(), 1)).countByKey()),
            counts.statements(),
            Duration.between(begun, Instant.now()));
    out.report(summary);
    out.done();
    return summary;
  }

  // ---- reading and analysing

  private static long bytes(List<Piece> pieces) {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /** Tasks for so many bytes: enough to keep all cores busy, and none too long. */
  private int parts(long bytes) {
    long wanted = (bytes + options.pieceBytes() - 1) / options.pieceBytes();
    return (int) Math.min(MOST_PARTS, Math.max(wanted, context.defaultParallelism()));
  }

  private JavaRDD<Result> analysed(Inputs inputs) {
    JavaRDD<Result> results = context.emptyRDD();
    if (!inputs.pieces().isEmpty()) {
      ClusterOptions told = options;
      Broadcast<SerializableConfiguration> hadoop = hadoop();
      List<List<Piece>> tasks = packed(numbered(inputs.pieces()));
      results =
          context
              .parallelize(tasks, tasks.size())
              .flatMap(pieces -> results(pieces, told, hadoop.value().value()));
    }
    if (!inputs.tables().isEmpty()) {
      int parts = parts(bytes(inputs.tables()));
      results = results.union(ParquetRows.read(spark, inputs.tables(), options, parts));
    }
    return results;
  }

  private Broadcast<SerializableConfiguration> hadoop() {
    return context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
  }

  private static Iterator<Result> results(
      List<Piece> pieces, ClusterOptions options, Configuration hadoop) {
    PieceReading reading = new PieceReading(pieces, options.reading(), hadoop, maker(options));
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> reading.close());
    return reading;
  }

  /** The pieces with the numbers of their first lines, for which the stretches are counted. */
  private List<Piece> numbered(List<Piece> pieces) {
    List<Piece> stretches = pieces.stream().filter(p -> p.length() < p.size()).toList();
    if (stretches.isEmpty()) {
      return pieces;
    }
    Broadcast<SerializableConfiguration> hadoop = hadoop();
    List<Long> lines =
        context
            .parallelize(stretches, stretches.size())
            .map(p -> DocumentReader.countLines(p.corpusFile(hadoop.value().value()), p.lines()))
            .collect();
    List<Piece> numbered = new ArrayList<>();
    int counted = 0;
    long next = 1;
    for (Piece piece : pieces) {
      next = piece.start() == 0 ? 1 : next;
      numbered.add(piece.from(next));
      if (piece.length() < piece.size()) {
        next += lines.get(counted++);
      }
    }
    return numbered;
  }

  /** Pieces side by side until they make a task. */
  private List<List<Piece>> packed(List<Piece> pieces) {
    long enough = Math.max(1, bytes(pieces) / parts(bytes(pieces)));
    List<List<Piece>> tasks = new ArrayList<>();
    long length = enough;
    for (Piece piece : pieces) {
      if (length >= enough) {
        tasks.add(new ArrayList<>());
        length = 0;
      }
      tasks.get(tasks.size() - 1).add(piece);
      length += piece.length();
    }
    return tasks;
  }

  // ---- which documents count

  /** The documents of one source: the last in reading order, and the others. */
  private record Versions(Result.Key last, ArrayList<String> others) implements Serializable {
    static Versions of(Result.Key key) {
      return new Versions(key, new ArrayList<>());
    }

    Versions and(Versions that) {
      boolean later = that.last.place().compareTo(last.place()) > 0;
      ArrayList<String> all = new ArrayList<>(others);
      all.addAll(that.others);
      all.add(later ? last.id() : that.last.id());
      return new Versions(later ? that.last : last, all);
    }

    /** Identifiers of documents that no longer count. */
    Iterator<String> earlier() {
      return others.stream().distinct().filter(id -> !id.equals(last.id())).iterator();
    }
  }

  private static JavaRDD<String> earlier(JavaRDD<Result> results, IdRanges ranges) {
    return results
        .filter(Result::isDocument)
        .mapToPair(r -> new Tuple2<>(r.source(), Versions.of(r.key())))
        .reduceByKey(Versions::and)
        .values()
        .flatMap(Versions::earlier)
        .mapToPair(id -> new Tuple2<>(id, 1))
        .partitionBy(ranges)
        .keys();
  }

  /** Of each identifier the last in reading order, without those that no longer count. */
  private static JavaRDD<Result> kept(JavaRDD<Result> results, JavaRDD<String> earlier) {
    return results.zipPartitions(earlier, ClusterBuild::kept);
  }

  private static Iterator<Result> kept(Iterator<Result> results, Iterator<String> earlier) {
    Set<String> gone = new HashSet<>();
    earlier.forEachRemaining(gone::add);
    return new LastOfEach(results, gone);
  }

  // ---- what is written

  private JavaRDD<String> quads(JavaRDD<Result> kept, List<String> common) {
    // The graphs that belong to no document come after all documents by name.
    JavaRDD<String> documents = kept.filter(Result::isDocument).map(Result::text);
    if (common.isEmpty()) {
      return documents;
    }
    String last = String.join("", common);
    return documents.union(context.parallelize(List.of(last.substring(0, last.length() - 1)), 1));
  }

  private static JavaRDD<Result.Named> entities(JavaRDD<Result> kept) {
    return kept.flatMap(r -> r.entities().iterator())
        .mapToPair(named -> new Tuple2<>(named.iri(), named))
        .reduceByKey(Result.Named::and)
        .values();
  }

  private static JavaRDD<String> table(JavaRDD<Result.Named> entities) {
    return entities
        .filter(named -> !named.listed())
        .mapToPair(named -> new Tuple2<>(named.iri(), named.row()))
        .sortByKey()
        .values();
  }

  private static JavaRDD<String> failures(JavaRDD<Result> kept) {
    return kept.filter(Result::isFailure)
        .mapToPair(r -> new Tuple2<>(r.key().place(), r.failure()))
        .sortByKey(true, 1)
        .values();
  }
}
