package org.entente.evaluate;

/**
 * How one thing that a statement may or may not have (a date, a source) was answered, over the
 * statements that were found.
 *
 * <p>Example: the gold dates a statement 2015-09; {@code 2015-09} is right, {@code 2015} is wrong,
 * nothing is missed. A date where the gold has none is spurious.
 *
 * @param right the gold has one, and this is it
 * @param wrong the gold has another
 * @param spurious the gold has none
 * @param missed the gold has one, the pipeline none
 */
public record Answers(int right, int wrong, int spurious, int missed) {

  /** Nothing counted yet. */
  public static final Answers NONE = new Answers(0, 0, 0, 0);

  /** One answer; an empty string stands for none. */
  static Answers of(String gold, String given) {
    if (given.isEmpty()) {
      return gold.isEmpty() ? NONE : new Answers(0, 0, 0, 1);
    }
    if (gold.isEmpty()) {
      return new Answers(0, 0, 1, 0);
    }
    return gold.equals(given) ? new Answers(1, 0, 0, 0) : new Answers(0, 1, 0, 0);
  }

  /** Both counts together. */
  public Answers plus(Answers other) {
    return new Answers(
        right + other.right, wrong + other.wrong, spurious + other.spurious, missed + other.missed);
  }

  /** Right ones of those given, against all that the gold has. */
  public Score score() {
    return new Score(right, right + wrong + missed, right + wrong + spurious);
  }
}
