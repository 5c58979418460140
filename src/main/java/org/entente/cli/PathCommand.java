package org.entente.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code path}: over whom two actors are connected. */
@Command(
    name = "path",
    mixinStandardHelpOptions = true,
    description = "Prints over whom two actors are friends or adversaries of each other.")
final class PathCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "An actor: label, other name or slug.")
  String from = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another.")
  String to = "";

  @Mixin AnalysisOptions analysis = new AnalysisOptions();

  @Override
  public Integer call() {
    return analysis.ask("signed-paths", Map.of("from", from, "to", to));
  }
}
