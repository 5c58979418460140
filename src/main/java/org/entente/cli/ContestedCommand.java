package org.entente.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contested}: where sources disagree on friend and foe. */
@Command(
    name = "contested",
    mixinStandardHelpOptions = true,
    description = "Prints the pairs on which documents disagree, with a sentence of each side.")
final class ContestedCommand implements Callable<Integer> {

  @Option(names = "--actor", paramLabel = "ACTOR", description = "Only pairs with this actor.")
  @Nullable String actor;

  @Mixin AnalysisOptions analysis = new AnalysisOptions();

  @Override
  public Integer call() {
    String one = actor;
    return analysis.ask("contested", one == null ? Map.of() : Map.of("actor", one));
  }
}
