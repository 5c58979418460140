package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.serve.RemoteStore;
import org.entente.store.Backup;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: a store as one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Saves a store to a file: sorted N-Quads, gzip.")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "File to write, such as monday.nq.gz.")
  Path file = Path.of("");

  @Mixin StoreOption store = new StoreOption();
  @Mixin ServerOption server = new ServerOption();

  @Override
  public Integer call() throws IOException {
    RemoteStore remote = server.remote();
    if (remote != null) {
      remote.backup(file);
    } else {
      try (KnowledgeStore opened = store.openExisting()) {
        Backup.write(opened, file);
      }
    }
    System.out.printf("bytes       %d%n", Files.size(file));
    return ExitCode.OK;
  }
}
