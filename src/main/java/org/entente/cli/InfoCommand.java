package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code info}: what a store holds. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "Says how many documents, graphs and quads a store holds.")
final class InfoCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      KnowledgeStore.Counts counts = opened.counts();
      System.out.printf("store       %s%n", store.folder.toAbsolutePath().normalize());
      System.out.printf("documents   %d%n", counts.documents());
      System.out.printf("graphs      %d%n", counts.graphs());
      System.out.printf("quads       %d%n", counts.quads());
    }
    return ExitCode.OK;
  }
}
