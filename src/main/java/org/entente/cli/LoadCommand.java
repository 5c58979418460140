package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.store.KnowledgeStore;
import org.entente.store.QuadLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code load}: N-Quads into a store. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Puts N-Quads files (.nq, .nq.gz) into a store: exports, or parts made on a cluster.",
      "A new store is made in bulk; in one that is there, graphs of the same name are replaced."
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "N-Quads, sorted by graph.")
  List<Path> files = List.of();

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    long quads =
        QuadLoad.load(
            store.folder,
            store.iris(),
            files,
            n -> System.err.println(String.format(Locale.ROOT, "%,d quads", n)));
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(Locale.ROOT, "quads       %d%n", quads);
    System.out.printf(Locale.ROOT, "time        %.1f s (%.0f quads/s)%n", seconds, quads / seconds);
    System.out.printf("store       %s%n", store.folder.toAbsolutePath().normalize());
    try (KnowledgeStore loaded = store.openExisting()) {
      if (!loaded.indexed()) {
        System.err.println("no text index yet; the command index makes one");
      }
    }
    return ExitCode.OK;
  }
}
