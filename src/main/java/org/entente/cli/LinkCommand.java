package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.exchange.IdentityLinking;
import org.entente.exchange.SparqlEndpoint;
import org.entente.knowledge.Decision;
import org.entente.store.KnowledgeStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code link}: our entities to the items of Wikidata. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Asks Wikidata, or a service like it, which of its items our entities are.")
final class LinkCommand implements Callable<Integer> {

  private static final String WIKIDATA = "https://query.wikidata.org/sparql";

  @Option(
      names = "--service",
      paramLabel = "wikidata|URL",
      required = true,
      description = "wikidata, or the address of a SPARQL service with Wikidata's vocabulary.")
  String service = "";

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Milliseconds between two queries (default: ${DEFAULT-VALUE}).")
  long pause = 1000;

  @Option(names = "--again", description = "Also ask for entities that were asked for before.")
  boolean again;

  @Option(
      names = "--open",
      paramLabel = "OUT",
      description = "Write the rows for a person to decide here, not to stdout.")
  @Nullable Path open;

  @Mixin StoreOption store = new StoreOption();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException {
    if (pause < 0) {
      throw new IllegalArgumentException("--pause: " + pause + " is less than nothing");
    }
    List<Decision> decisions = knowledge.base(store.iris()).decisions().all();
    SparqlEndpoint endpoint =
        new SparqlEndpoint(
            service.equals("wikidata") ? WIKIDATA : service, Duration.ofMillis(pause));
    IdentityLinking.Summary summary;
    try (KnowledgeStore opened = store.openExisting()) {
      summary =
          new IdentityLinking(
                  opened,
                  endpoint,
                  (done, total) -> System.err.printf("[%d/%d] entities%n", done, total))
              .run(again, decisions);
    }
    System.out.printf("entities    %d%n", summary.entities());
    System.out.printf("identified  %d%n", summary.identified());
    System.out.printf("named       %d%n", summary.named());
    System.out.printf("decided     %d%n", summary.decided());
    System.out.printf("open        %d%n", summary.open().size());
    Path out = open;
    if (out == null) {
      table(summary.open(), System.out);
    } else {
      try (PrintStream stream =
          new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
        table(summary.open(), stream);
      }
    }
    return ExitCode.OK;
  }

  /** Rows of data/decisions.tsv; without author and day they decide nothing. */
  private static void table(List<Decision> rows, PrintStream out) {
    if (rows.isEmpty()) {
      return;
    }
    out.println("decision\tsubject\tobject\tauthor\tdate\treason");
    for (Decision row : rows) {
      out.printf(
          "%s\t%s\t%s\t\t\t%s%n",
          row.kind().label(),
          row.subject(),
          row.object(),
          row.reason().replaceAll("\\p{Cntrl}", " "));
    }
  }
}
