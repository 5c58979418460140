package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.ingest.KnowledgeBase;
import org.entente.read.Corpus;
import org.entente.serve.ServeOptions;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: build and serve. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Builds a store from files and folders, then serves it.")
final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read.")
  List<Path> paths = List.of();

  @Mixin StoreOption store = new StoreOption();
  @Mixin BuildingOptions building = new BuildingOptions();
  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Mixin ServeOption serving = new ServeOption();

  @Option(names = "--once", description = "Stop after the summary.")
  boolean once;

  @Override
  public Integer call() throws IOException {
    var options = reading.options();
    building.options();
    ServeOptions served = serving.options();
    KnowledgeBase base = knowledge.base(store.iris());
    try (KnowledgeStore opened = KnowledgeStore.open(store.folder, store.iris())) {
      String name = opened.folder().toAbsolutePath().normalize().toString();
      int code =
          BuildCommand.build(new Corpus(paths), opened, name, opened, base, options, building);
      if (once || code == ExitCode.NO_INPUT) {
        return code;
      }
      return ServeCommand.serve(opened, served);
    }
  }
}
