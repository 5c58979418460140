package org.entente.store;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * Asks a store a question and writes the answer.
 *
 * <p>The query may come from anywhere: {@code SERVICE} is refused but for addresses that the user
 * allows, and time is bounded.
 */
public final class QueryRunner {

  /** How an answer is written. */
  public enum Format {
    /** Aligned columns, to be read. */
    TABLE,
    /** SPARQL 1.1 CSV. */
    CSV,
    /** SPARQL 1.1 JSON; JSON-LD for a graph. */
    JSON
  }

  private final KnowledgeStore store;
  private final long timeoutSeconds;
  private final AllowedServices services;

  /** A runner over a store; a query that takes longer than this is cancelled. */
  public QueryRunner(KnowledgeStore store, long timeoutSeconds) {
    this(store, timeoutSeconds, Set.of());
  }

  /** As the other; a query may also ask the services at these addresses. */
  public QueryRunner(KnowledgeStore store, long timeoutSeconds, Set<String> services) {
    this.store = store;
    this.timeoutSeconds = timeoutSeconds;
    this.services = new AllowedServices(services, true, Duration.ofSeconds(timeoutSeconds));
  }

  /**
   * Runs a query of any form.
   *
   * @return how many rows or triples there were; 1 for an ASK
   * @throws org.apache.jena.query.QueryCancelledException if it takes too long
   */
  public long run(Query query, Format format, OutputStream out) {
    return store.read(
        dataset -> {
          try (QueryExecution execution =
              QueryExecution.dataset(store.dataset())
                  .query(query)
                  .timeout(timeoutSeconds, TimeUnit.SECONDS)
                  .build()) {
            services.guard(execution.getContext());
            return answer(execution, query, format, out);
          }
        });
  }

  private static long answer(
      QueryExecution execution, Query query, Format format, OutputStream out) {
    if (query.isAskType()) {
      boolean yes = execution.execAsk();
      byte[] text = (yes + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
      try {
        out.write(text);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return 1;
    }
    if (query.isSelectType()) {
      var rows = execution.execSelect().rewindable();
      write(rows, query, format, out);
      return rows.size();
    }
    Model model = query.isDescribeType() ? execution.execDescribe() : execution.execConstruct();
    RDFDataMgr.write(out, model, format == Format.JSON ? Lang.JSONLD : Lang.TURTLE);
    return model.size();
  }

  private static void write(ResultSet rows, Query query, Format format, OutputStream out) {
    switch (format) {
      case TABLE -> TextTable.write(rows, query, out);
      case CSV -> ResultSetFormatter.outputAsCSV(out, rows);
      case JSON -> ResultSetFormatter.outputAsJSON(out, rows);
    }
  }
}
