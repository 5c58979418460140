package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code index}: makes the text index of a store anew. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Makes the text index of a store, or makes it anew.")
final class IndexCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      System.out.printf("texts       %d%n", opened.index());
    }
    return ExitCode.OK;
  }
}
