package org.entente.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code blocs}: who stands together. */
@Command(
    name = "blocs",
    mixinStandardHelpOptions = true,
    description = "Prints the blocs of each year and who joined and left them.")
final class BlocsCommand implements Callable<Integer> {

  @Mixin AnalysisOptions analysis = new AnalysisOptions();

  @Override
  public Integer call() {
    return analysis.ask("blocs", Map.of());
  }
}
