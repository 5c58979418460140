package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.ingest.BuildSummary;
import org.entente.ingest.GraphBuild;
import org.entente.ingest.KnowledgeBase;
import org.entente.read.ReadOptions;
import org.entente.serve.RemoteStore;
import org.entente.store.GraphSink;
import org.entente.store.KnowledgeStore;
import org.entente.store.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code build}: files into a store. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Reads files and folders into a store and validates it.")
final class BuildCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read.")
  List<Path> paths = List.of();

  @Mixin StoreOption store = new StoreOption();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin ServerOption server = new ServerOption();

  @Override
  public Integer call() throws IOException {
    var options = reading.options();
    RemoteStore remote = server.remote();
    KnowledgeBase base = knowledge.base(store.iris());
    if (remote != null) {
      return build(paths, remote, base, options);
    }
    try (KnowledgeStore opened = KnowledgeStore.open(store.folder, store.iris())) {
      return build(paths, opened, base, options);
    }
  }

  /** Builds, validates and prints the summary. */
  static int build(
      List<Path> paths, KnowledgeStore store, KnowledgeBase base, ReadOptions options) {
    PrintStream err = System.err;
    BuildSummary summary = read(paths, store, base, options);
    if (summary.documents() == 0) {
      return ExitCode.NO_INPUT;
    }
    Validation.Report report = Validation.run(store, base.files());
    print(summary, System.out);
    System.out.printf("violations  %d (warnings %d)%n", report.violations(), report.warnings());
    end(summary, store.folder().toAbsolutePath().normalize().toString(), System.out);
    report.findings().stream()
        .filter(Validation.Finding::violation)
        .limit(20)
        .forEach(f -> err.println(f.check() + ": " + f.focus() + ": " + f.message()));
    return summary.failed().isEmpty() && report.violations() == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  /** Builds into the store that a server holds; the server's own validate is asked for later. */
  private static int build(
      List<Path> paths, RemoteStore store, KnowledgeBase base, ReadOptions options) {
    BuildSummary summary = read(paths, store, base, options);
    if (summary.documents() == 0) {
      return ExitCode.NO_INPUT;
    }
    print(summary, System.out);
    end(summary, store.toString(), System.out);
    return summary.failed().isEmpty() ? ExitCode.OK : ExitCode.PARTLY;
  }

  private static BuildSummary read(
      List<Path> paths, GraphSink store, KnowledgeBase base, ReadOptions options) {
    PrintStream err = System.err;
    GraphBuild build =
        new GraphBuild(
            base,
            store,
            options,
            (number, total, file) -> err.printf("[%d/%d] %s%n", number, total, file));
    BuildSummary summary = build.run(paths);
    summary.failed().forEach(n -> err.println(n.name() + ": " + n.reason()));
    summary.skipped().forEach(n -> err.println(n.name() + ": skipped, " + n.reason()));
    if (summary.documents() == 0) {
      err.println(paths + ": no document to build from");
    }
    return summary;
  }

  private static void end(BuildSummary summary, String store, PrintStream out) {
    out.printf("time        %.1f s%n", summary.elapsed().toMillis() / 1000.0);
    out.printf("store       %s%n", store);
  }

  private static void print(BuildSummary summary, PrintStream out) {
    out.printf("documents   %d%n", summary.documents());
    out.printf("skipped     %d%n", summary.skipped().size());
    out.printf("failed      %d%n", summary.failed().size());
    out.printf("mentions    %d%n", summary.mentions());
    out.printf("entities    %d%n", summary.entities());
    counts(summary.entitiesByType(), out);
    out.printf("statements  %d%n", summary.statements());
    counts(summary.statementsByPredicate(), out);
  }

  private static void counts(Map<String, Integer> counts, PrintStream out) {
    counts.forEach((name, count) -> out.printf("  %-16s %6d%n", name, count));
  }
}
