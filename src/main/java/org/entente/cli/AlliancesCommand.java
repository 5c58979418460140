package org.entente.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code alliances}: friends and adversaries of an actor. */
@Command(
    name = "alliances",
    mixinStandardHelpOptions = true,
    description = "Prints who stood with an actor and who against it, year by year.")
final class AlliancesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ACTOR", description = "Its label, another name or its slug.")
  String actor = "";

  @Mixin AnalysisOptions analysis = new AnalysisOptions();

  @Override
  public Integer call() {
    return analysis.ask("alliances", Map.of("actor", actor));
  }
}
