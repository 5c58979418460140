package org.entente.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.Backup;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: a backup as a new store. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a new store from what backup has saved.")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "File that backup has written.")
  Path file = Path.of("");

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    KnowledgeStore.Counts counts = Backup.restore(file, store.folder, store.iris());
    System.out.printf("documents   %d%n", counts.documents());
    System.out.printf("graphs      %d%n", counts.graphs());
    System.out.printf("quads       %d%n", counts.quads());
    return ExitCode.OK;
  }
}
