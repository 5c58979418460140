package org.entente.ingest;

import java.time.Duration;

/**
 * How a build goes about its work; none of it changes what a document's graph holds.
 *
 * @param workers documents analysed at a time, each by models' objects of its own
 * @param limit longest time that one document may take
 * @param again whether documents are read anew that the store has from the same software and data
 * @param prune whether documents leave the store that are no longer among those read
 * @param failFast whether the first input that gives no document ends the build
 */
public record BuildOptions(
    int workers, Duration limit, boolean again, boolean prune, boolean failFast) {

  /** As many workers as there are processors, five minutes a document, unchanged ones left. */
  public static final BuildOptions DEFAULT =
      new BuildOptions(
          Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(5), false, false, false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no worker or no time
   */
  public BuildOptions {
    if (workers < 1 || workers > 256) {
      throw new IllegalArgumentException("workers " + workers + ": is between 1 and 256");
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("time limit " + limit + ": is more than nothing");
    }
  }

  /** The same, with so many workers. */
  public BuildOptions withWorkers(int number) {
    return new BuildOptions(number, limit, again, prune, failFast);
  }

  /** The same, with another time limit. */
  public BuildOptions withLimit(Duration longest) {
    return new BuildOptions(workers, longest, again, prune, failFast);
  }

  /** The same, but documents are read anew. */
  public BuildOptions readAgain() {
    return new BuildOptions(workers, limit, true, prune, failFast);
  }

  /** The same, but what is gone is removed. */
  public BuildOptions pruning() {
    return new BuildOptions(workers, limit, again, true, failFast);
  }

  /** The same, but the first failure ends the build. */
  public BuildOptions failingFast() {
    return new BuildOptions(workers, limit, again, prune, true);
  }
}
