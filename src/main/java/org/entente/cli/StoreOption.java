package org.entente.cli;

import java.nio.file.Path;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Option;

/** The store that a command works on. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = "store",
      description = "Folder of the store (default: ${DEFAULT-VALUE}).")
  Path folder = Path.of("store");

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = Iris.DEFAULT_BASE,
      description = "What IRIs begin with (default: ${DEFAULT-VALUE}).")
  String base = Iris.DEFAULT_BASE;

  Iris iris() {
    return new Iris(base);
  }

  KnowledgeStore openExisting() {
    return KnowledgeStore.openExisting(folder, iris());
  }
}
