package org.entente.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.exchange.out.KnowledgeExport;
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
    description = {
      "Writes a store, sorted: equal stores give equal bytes.",
      "As RDF (nquads, turtle, trig, jsonld) it is whole; the other formats hold what their",
      "readers have a place for."
    })
final class ExportCommand implements Callable<Integer> {

  /** What {@code --format} takes; each is named as the format that it stands for. */
  enum Kind {
    NQUADS,
    TURTLE,
    TRIG,
    JSONLD,
    GRAPHML,
    GEXF,
    GEOJSON,
    CSV,
    FTM,
    STIX,
    NIF;

    boolean isRdf() {
      return compareTo(JSONLD) <= 0;
    }
  }

  @Mixin StoreOption store = new StoreOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "nquads",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Kind format = Kind.NQUADS;

  @Option(
      names = "--document",
      paramLabel = "ID",
      description = "Only this document's graph; for RDF.")
  @Nullable String document;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write here instead of to stdout; for csv, the folder for its three files.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Path file = out;
    if (document != null && !format.isRdf()) {
      throw new IllegalArgumentException(
          "--document " + document + ": " + lower() + " is of all documents");
    }
    if (format == Kind.CSV && file == null) {
      throw new IllegalArgumentException("csv: is three files; name a folder for them with --out");
    }
    try (KnowledgeStore opened = store.openExisting()) {
      if (format == Kind.CSV && file != null) {
        System.err.println("csv: " + KnowledgeExport.tables(opened, file));
      } else if (file == null) {
        OutputStream stdout = new BufferedOutputStream(System.out, 1 << 16);
        write(opened, stdout);
        stdout.flush();
      } else {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
          write(opened, stream);
        }
      }
    }
    return ExitCode.OK;
  }

  private void write(KnowledgeStore opened, OutputStream stream) {
    if (format.isRdf()) {
      Export.write(opened, Export.Format.valueOf(format.name()), document, stream);
      return;
    }
    KnowledgeExport.Format other = KnowledgeExport.Format.valueOf(format.name());
    System.err.println(lower() + ": " + KnowledgeExport.write(opened, other, stream));
  }

  private String lower() {
    return format.name().toLowerCase(java.util.Locale.ROOT);
  }
}
