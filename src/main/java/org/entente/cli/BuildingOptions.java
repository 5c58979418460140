package org.entente.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.entente.ingest.BuildOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a build works; shared by {@code build} and {@code run}. */
final class BuildingOptions {

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Documents analysed at a time (default: one for each processor).")
  int workers = BuildOptions.DEFAULT.workers();

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Longest time that a document may take (default: ${DEFAULT-VALUE}).")
  long limit = 300;

  @Option(
      names = "--again",
      description = "Read documents anew that the store has from the same software and data.")
  boolean again;

  @Option(
      names = "--prune",
      description =
          "Remove documents from the store that are no longer among the PATHs; not done when an"
              + " input failed.")
  boolean prune;

  @Option(names = "--fail-fast", description = "Stop at the first input that gives no document.")
  boolean failFast;

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description = "Write inputs that gave no document to this file: name, tab, reason.")
  @Nullable Path failures;

  BuildOptions options() {
    return new BuildOptions(workers, Duration.ofSeconds(limit), again, prune, failFast);
  }
}
