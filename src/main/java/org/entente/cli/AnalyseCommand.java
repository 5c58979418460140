package org.entente.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.analyse.Analysis;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code analyse}: who stands with whom. */
@Command(
    name = "analyse",
    mixinStandardHelpOptions = true,
    description = "Works out from a store's statements who stands with whom, and writes it there.")
final class AnalyseCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      Analysis.Summary summary = analyse(opened);
      System.out.printf("documents   %d%n", summary.documents());
      System.out.printf("copies      %d%n", summary.copies());
      System.out.printf("statements  %d%n", summary.statements());
      System.out.printf("pairs       %d%n", summary.pairs());
      System.out.printf("relations   %d%n", summary.relations());
      System.out.printf("contested   %d%n", summary.contested());
      System.out.printf("blocs       %d%n", summary.blocs());
      System.out.printf(Locale.ROOT, "time        %.1f s%n", summary.elapsed().toMillis() / 1000.0);
      return summary.statements() == 0 ? ExitCode.NO_INPUT : ExitCode.OK;
    }
  }

  /** Analyses a store with the weights of the shipped ontology. */
  static Analysis.Summary analyse(KnowledgeStore store) {
    OntologyFiles files = OntologyFiles.shipped();
    return new Analysis(store, OntologyReader.scale(files.ontology()), files.digest()).run();
  }
}
