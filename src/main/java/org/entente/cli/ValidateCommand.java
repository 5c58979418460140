package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.rdf.OntologyFiles;
import org.entente.store.KnowledgeStore;
import org.entente.store.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code validate}: shapes and checks over a store. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Runs the SHACL shapes and the checks over a store.")
final class ValidateCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      Validation.Report report = Validation.run(opened, OntologyFiles.shipped());
      for (Validation.Finding finding : report.findings()) {
        System.out.printf(
            "%s\t%s\t%s\t%s%n",
            finding.violation() ? "violation" : "warning",
            finding.check(),
            finding.focus(),
            finding.message());
      }
      System.err.printf("violations %d, warnings %d%n", report.violations(), report.warnings());
      return report.violations() == 0 ? ExitCode.OK : ExitCode.PARTLY;
    }
  }
}
