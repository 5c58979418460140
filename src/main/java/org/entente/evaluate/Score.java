package org.entente.evaluate;

/**
 * Counts of right, missed and wrong answers, and what follows from them.
 *
 * @param found right answers
 * @param expected answers in the gold
 * @param given answers of the pipeline
 */
public record Score(int found, int expected, int given) {

  /** Nothing counted yet. */
  public static final Score NONE = new Score(0, 0, 0);

  /** Right answers in all given; 0 when none is given. */
  public double precision() {
    return given == 0 ? 0 : (double) found / given;
  }

  /** Right answers in all expected; 0 when none is expected. */
  public double recall() {
    return expected == 0 ? 0 : (double) found / expected;
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return expected + given == 0 ? 0 : 2.0 * found / (expected + given);
  }

  /** Both counts together. */
  public Score plus(Score other) {
    return new Score(found + other.found, expected + other.expected, given + other.given);
  }
}
