package org.entente.serve;

import java.time.Duration;

/**
 * What one request may take, and how many may run.
 *
 * <p>Example: {@code Limits.DEFAULT}. Each is above 0: there is no "unlimited".
 *
 * @param firstResult until a query's first result
 * @param wholeQuery until its last; a client can ask for less with {@code timeout=}, not for more
 * @param queryBytes longest query or shapes graph, in bytes
 * @param writeBytes longest body of a write, in bytes
 * @param resultBytes longest answer, in bytes
 * @param resultRows most rows of a SELECT, most triples of a CONSTRUCT or DESCRIBE
 * @param running most requests at work at once
 * @param waiting most requests that wait for their turn
 * @param patience how long a request waits for its turn
 * @param idle how long a connection may be still
 * @param stop how long queries may go on once the server is told to stop
 */
public record Limits(
    Duration firstResult,
    Duration wholeQuery,
    int queryBytes,
    int writeBytes,
    long resultBytes,
    int resultRows,
    int running,
    int waiting,
    Duration patience,
    Duration idle,
    Duration stop) {

  /** For a machine with a few cores. */
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          256 << 10,
          64 << 20,
          256L << 20,
          1_000_000,
          8,
          64,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20));

  /** Checks each. */
  public Limits {
    above("firstResult", firstResult.toMillis());
    above("wholeQuery", wholeQuery.toMillis());
    above("queryBytes", queryBytes);
    above("writeBytes", writeBytes);
    above("resultBytes", resultBytes);
    above("resultRows", resultRows);
    above("running", running);
    above("waiting", waiting);
    above("patience", patience.toMillis());
    above("idle", idle.toMillis());
    above("stop", stop.toMillis());
  }

  private static void above(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " " + value + ": must be above 0");
    }
  }
}
