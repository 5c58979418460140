package org.entente.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;

/**
 * Somebody else's SPARQL service, asked politely: under our name, one query at a time with a pause
 * between two, again after a while when it is busy, and never more rows than we asked for.
 *
 * <p>Example: {@code new SparqlEndpoint(url, pause).select("SELECT …")}. Redirects are not
 * followed.
 */
public final class SparqlEndpoint {

  private static final String AGENT =
      "Entente/0.1 (knowledge graph of armed conflicts; https://w3id.org/entente)";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long ANSWER_SECONDS = 60;
  private static final int TRIES = 4;
  private static final int MOST_ROWS = 20_000;
  private static final Set<Integer> BUSY = Set.of(408, 429, 500, 502, 503, 504);

  private final String url;
  private final Duration pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private long queries;

  /**
   * A service.
   *
   * @param url its address, http or https
   * @param pause between two queries; also where waiting for a busy service begins
   * @throws IllegalArgumentException if the address is none
   */
  public SparqlEndpoint(String url, Duration pause) {
    if (!url.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
      throw new IllegalArgumentException(
          "\"" + url + "\" is no http or https address of a service");
    }
    this.url = url;
    this.pause = pause;
  }

  /** Its address. */
  public String url() {
    return url;
  }

  /** How many queries were sent. */
  public long queries() {
    return queries;
  }

  /**
   * The rows of a SELECT query.
   *
   * @throws UncheckedIOException if it cannot be reached, stays busy, or answers nonsense; names it
   */
  public List<QuerySolution> select(String query) {
    long wait = Math.max(pause.toMillis(), 1);
    for (int attempt = 1; ; attempt++) {
      sleep(attempt == 1 ? (queries == 0 ? 0 : pause.toMillis()) : wait);
      queries++;
      try {
        return ask(query);
      } catch (QueryExceptionHTTP | HttpException | QueryCancelledException e) {
        int status = status(e);
        boolean busy = BUSY.contains(status) || status <= 0;
        if (!busy || attempt == TRIES) {
          throw unavailable(status > 0 ? "answers with status " + status : reason(e), e);
        }
      } catch (RuntimeIOException | RiotException e) {
        throw unavailable("its answer cannot be read: " + reason(e), e);
      }
      wait *= 4;
    }
  }

  private List<QuerySolution> ask(String query) {
    List<QuerySolution> rows = new ArrayList<>();
    try (QueryExecution execution =
        QueryExecutionHTTP.service(url)
            .httpClient(client)
            .httpHeader("User-Agent", AGENT)
            .query(QueryFactory.create(query))
            .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
            .build()) {
      ResultSet answer = execution.execSelect();
      while (answer.hasNext()) {
        rows.add(answer.next());
        if (rows.size() > MOST_ROWS) {
          throw unavailable("answers with more than " + MOST_ROWS + " rows", null);
        }
      }
    }
    return rows;
  }

  private static int status(RuntimeException e) {
    if (e instanceof QueryExceptionHTTP http) {
      return http.getStatusCode();
    }
    return e instanceof HttpException http ? http.getStatusCode() : 0;
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return "cannot be reached: "
        + root.getClass().getSimpleName()
        + (message == null ? "" : " " + message);
  }

  private UncheckedIOException unavailable(
      String what, @org.jspecify.annotations.Nullable Throwable cause) {
    String plain = what.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return new UncheckedIOException(new IOException(url + ": " + plain, cause));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
