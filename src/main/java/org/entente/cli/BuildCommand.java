package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.ingest.BuildSummary;
import org.entente.ingest.GraphBuild;
import org.entente.ingest.KnowledgeBase;
import org.entente.read.Corpus;
import org.entente.read.ReadOptions;
import org.entente.serve.RemoteStore;
import org.entente.store.GraphSink;
import org.entente.store.KnowledgeStore;
import org.entente.store.Validation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build}: files into a store. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Reads files and folders into a store and validates it.")
final class BuildCommand implements Callable<Integer> {

  /** Up to so many documents a build ends with a validation of the whole store. */
  private static final int VALIDATED = 1000;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read.")
  List<Path> paths = List.of();

  @Option(
      names = "--watch",
      description = "Go on: read files of the folder as they arrive or change, until stopped.")
  boolean watch;

  @Mixin StoreOption store = new StoreOption();
  @Mixin ServerOption server = new ServerOption();
  @Mixin BuildingOptions building = new BuildingOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException {
    if (watch && (paths.size() != 1 || !Files.isDirectory(paths.get(0)))) {
      throw new IllegalArgumentException("--watch " + paths + ": is for one folder");
    }
    ReadOptions options = reading.options();
    building.options();
    RemoteStore remote = server.remote();
    if (remote != null && building.prune) {
      throw new IllegalArgumentException("--prune: is not for --server");
    }
    KnowledgeBase base = knowledge.base(store.iris());
    FolderWatch folder = watch ? new FolderWatch(paths.get(0)) : null;
    if (remote != null) {
      return build(remote, remote.toString(), null, base, options, folder);
    }
    try (KnowledgeStore opened = KnowledgeStore.open(store.folder, store.iris())) {
      String name = opened.folder().toAbsolutePath().normalize().toString();
      return build(opened, name, opened, base, options, folder);
    }
  }

  private int build(
      GraphSink sink,
      String name,
      @Nullable KnowledgeStore validated,
      KnowledgeBase base,
      ReadOptions options,
      @Nullable FolderWatch folder)
      throws IOException {
    int code = build(new Corpus(paths), sink, name, validated, base, options, building);
    if (folder != null) {
      System.err.println("watching " + paths.get(0) + "; Ctrl-C stops it.");
      building.prune = false; // what comes in is not all that there is
      folder.follow(changed -> build(changed, sink, name, validated, base, options, building));
    }
    return code;
  }

  /**
   * Builds, validates and prints the summary.
   *
   * @param validated the store itself; null when a server has it, which is asked to validate later
   */
  static int build(
      Corpus corpus,
      GraphSink store,
      String name,
      @Nullable KnowledgeStore validated,
      KnowledgeBase base,
      ReadOptions options,
      BuildingOptions building)
      throws IOException {
    BuildSummary summary;
    boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
    try (BuildConsole console = new BuildConsole(terminal, building.failures)) {
      summary = new GraphBuild(base, store, options, building.options(), console).run(corpus);
    }
    if (building.prune && summary.failed() > 0) {
      System.err.println("nothing pruned: " + summary.failed() + " inputs failed");
    }
    if (summary.present() == 0 && summary.pruned() == 0) {
      System.err.println(corpus.roots() + ": no document to build from");
      return summary.stopped() ? ExitCode.PARTLY : ExitCode.NO_INPUT;
    }
    Validation.Report report = null;
    if (validated != null && summary.documents() > 0 && summary.present() <= VALIDATED) {
      report = Validation.run(validated, base.files());
      report.findings().stream()
          .filter(Validation.Finding::violation)
          .limit(20)
          .forEach(f -> System.err.println(f.check() + ": " + f.focus() + ": " + f.message()));
    }
    print(summary, report, name, System.out);
    boolean sound = report == null || report.violations() == 0;
    return summary.failed() == 0 && sound ? ExitCode.OK : ExitCode.PARTLY;
  }

  private static void print(
      BuildSummary summary, Validation.@Nullable Report report, String name, PrintStream out) {
    out.printf("documents   %d%n", summary.documents());
    if (summary.unchanged() > 0) {
      out.printf("unchanged   %d%n", summary.unchanged());
    }
    if (summary.pruned() > 0) {
      out.printf("pruned      %d%n", summary.pruned());
    }
    out.printf("skipped     %d%n", summary.skipped());
    out.printf("failed      %d%n", summary.failed());
    out.printf("mentions    %d%n", summary.mentions());
    out.printf("entities    %d%n", summary.entities());
    counts(summary.entitiesByType(), out);
    out.printf("statements  %d%n", summary.statements());
    counts(summary.statementsByPredicate(), out);
    if (report != null) {
      out.printf("violations  %d (warnings %d)%n", report.violations(), report.warnings());
    } else if (summary.documents() == 0) {
      out.printf("violations  not looked for: nothing new%n");
    } else {
      out.printf("violations  not looked for; validate does it%n");
    }
    double seconds = summary.elapsed().toMillis() / 1000.0;
    out.printf("time        %.1f s (%.0f words/s)%n", seconds, summary.words() / seconds);
    out.printf("store       %s%n", name);
  }

  private static void counts(Map<String, Integer> counts, PrintStream out) {
    counts.forEach((name, count) -> out.printf("  %-16s %6d%n", name, count));
  }
}
