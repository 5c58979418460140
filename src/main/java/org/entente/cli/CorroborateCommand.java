package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.exchange.Corroboration;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code corroborate}: what texts state against what data sets count. */
@Command(
    name = "corroborate",
    mixinStandardHelpOptions = true,
    description =
        "Links statements of force, capture and presence to imported events that bear them out.")
final class CorroborateCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    Corroboration.Summary summary;
    try (KnowledgeStore opened = store.openExisting()) {
      summary = new Corroboration(opened).run();
    }
    if (summary.events() == 0) {
      System.err.println(store.folder + ": no events; import some first");
    }
    System.out.printf("statements    %d%n", summary.statements());
    System.out.printf("events        %d%n", summary.events());
    System.out.printf("corroborated  %d%n", summary.corroborated());
    System.out.printf("links         %d%n", summary.links());
    return summary.events() == 0 ? ExitCode.NO_INPUT : ExitCode.OK;
  }
}
