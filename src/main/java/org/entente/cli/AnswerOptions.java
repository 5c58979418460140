package org.entente.cli;

import java.util.Set;
import org.apache.jena.query.Query;
import org.entente.store.KnowledgeStore;
import org.entente.store.QueryRunner;
import picocli.CommandLine.Option;

/** How an answer is written, and how long it may take. */
final class AnswerOptions {

  @Option(
      names = "--results",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  QueryRunner.Format results = QueryRunner.Format.TABLE;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Stop a query after so long (default: ${DEFAULT-VALUE}).")
  long timeout = 60;

  /** Asks a store and prints the answer; how many rows there are goes to stderr. */
  void answer(KnowledgeStore store, Query query, Set<String> services) {
    long rows = new QueryRunner(store, timeout, services).run(query, results, System.out);
    System.out.flush();
    System.err.println(rows + (rows == 1 ? " row" : " rows"));
  }
}
