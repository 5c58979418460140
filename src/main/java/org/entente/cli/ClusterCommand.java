package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.cluster.ClusterBuild;
import org.entente.cluster.ClusterOptions;
import org.entente.cluster.ClusterSummary;
import org.entente.rdf.Iris;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster}: files into N-Quads on Spark. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description = {
      "Reads files, Parquet and web archives into sorted N-Quads on a Spark cluster.",
      "Runs within Spark: spark-submit --class org.entente.cli.Main entente-spark.jar cluster ..."
    })
final class ClusterCommand implements Callable<Integer> {

  static final String NAME = "cluster";

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files and folders of any Hadoop file system.")
  List<String> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new folder to write to, of any Hadoop file system.")
  String out = "";

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Iris.DEFAULT_BASE,
      description = "What IRIs begin with (default: ${DEFAULT-VALUE}).")
  String base = Iris.DEFAULT_BASE;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Longest time that a document may take (default: ${DEFAULT-VALUE}).")
  long limit = 300;

  @Option(
      names = "--piece",
      paramLabel = "KIB",
      defaultValue = "8192",
      description = "KiB of input that make a task, about (default: ${DEFAULT-VALUE}).")
  long piece = 8192;

  @Option(names = "--gzip", description = "Compress the quads.")
  boolean gzip;

  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException {
    if (piece < 1) {
      throw new IllegalArgumentException("--piece " + piece + ": is at least 1");
    }
    Path decisions = knowledge.decisions;
    ClusterOptions options =
        ClusterOptions.of(new Iris(base).base(), limit, reading.options())
            .withKnowledge(
                knowledge.gazetteers.stream().map(Path::toString).toList(), text(decisions))
            .withPieceBytes(piece << 10);
    ClusterSummary summary;
    try {
      summary = ClusterBuild.run(paths, out, gzip ? options.gzipped() : options);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          NAME + ": runs within Spark only; start it with spark-submit", e);
    }
    print(summary);
    if (summary.documents() == 0) {
      System.err.println(paths + ": no document to build from");
      return ExitCode.NO_INPUT;
    }
    // Spark's schedulers repeat what ends in anything else; failures.tsv tells of the inputs.
    return ExitCode.OK;
  }

  private static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  private void print(ClusterSummary summary) {
    System.out.printf("documents   %d%n", summary.documents());
    System.out.printf("replaced    %d%n", summary.replaced());
    System.out.printf("skipped     %d%n", summary.skipped());
    System.out.printf("failed      %d%n", summary.failed());
    System.out.printf("mentions    %d%n", summary.mentions());
    System.out.printf("entities    %d%n", summary.entities());
    counts(summary.entitiesByType());
    System.out.printf("statements  %d%n", summary.statements());
    counts(summary.statementsByPredicate());
    System.out.printf("quads       %d%n", summary.quads());
    double seconds = summary.elapsed().toMillis() / 1000.0;
    System.out.printf("time        %.1f s (%.0f words/s)%n", seconds, summary.words() / seconds);
    System.out.printf("out         %s%n", out);
  }

  private static void counts(Map<String, Long> counts) {
    counts.forEach((name, count) -> System.out.printf("  %-16s %6d%n", name, count));
  }
}
