package org.entente.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a store as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a store, sorted: equal stores give equal bytes.")
final class ExportCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "nquads",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Export.Format format = Export.Format.NQUADS;

  @Option(names = "--document", paramLabel = "ID", description = "Only this document's graph.")
  @Nullable String document;

  @Option(names = "--out", paramLabel = "FILE", description = "Write here instead of to stdout.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Path file = out;
    try (KnowledgeStore opened = store.openExisting()) {
      if (file == null) {
        OutputStream stdout = new BufferedOutputStream(System.out, 1 << 16);
        Export.write(opened, format, document, stdout);
        stdout.flush();
      } else {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
          Export.write(opened, format, document, stream);
        }
      }
    }
    return ExitCode.OK;
  }
}
