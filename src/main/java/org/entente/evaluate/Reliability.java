package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidences can be taken for shares of right answers.
 *
 * <p>Example: of 40 answers given with a confidence from 0.7 to 0.8, 30 are right: the share is
 * 0.75 and the mean confidence about the same, so the confidence tells the truth there. The
 * measures over all bins are the expected calibration error (the gap between mean confidence and
 * share right, weighed by the bin's count; Naeini, Cooper and Hauskrecht 2015) and the Brier score
 * (mean square of confidence less 1 or 0; Brier 1950). Both are 0 at best.
 *
 * @param answers confidences with whether they were right, in any order
 */
public record Reliability(List<Answer> answers) {

  /** The number of bins of equal width. */
  public static final int BINS = 10;

  /**
   * An answer.
   *
   * @param confidence 0 to 1
   * @param right whether the gold has it
   */
  public record Answer(double confidence, boolean right) {
    /**
     * Checks the confidence.
     *
     * @throws IllegalArgumentException if it is not in 0..1
     */
    public Answer {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence);
      }
    }
  }

  /**
   * Answers of similar confidence.
   *
   * @param from the least confidence that belongs here; the next bin's is the first that does not,
   *     but 1 belongs to the last bin
   * @param count how many answers
   * @param confidence their mean confidence, 0 when there is none
   * @param right the share that is right, 0 when there is none
   */
  public record Bin(double from, int count, double confidence, double right) {}

  /** Copies the answers. */
  public Reliability {
    answers = List.copyOf(answers);
  }

  /** All ten bins, from low to high. */
  public List<Bin> bins() {
    int[] counts = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    for (Answer answer : answers) {
      // A confidence on a border must not fall a bin too low because it is no binary fraction.
      int bin = Math.min(BINS - 1, (int) Math.floor(answer.confidence() * BINS + 1e-9));
      counts[bin]++;
      sums[bin] += answer.confidence();
      right[bin] += answer.right() ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int count = counts[i];
      bins.add(
          new Bin(
              (double) i / BINS,
              count,
              count == 0 ? 0 : sums[i] / count,
              count == 0 ? 0 : (double) right[i] / count));
    }
    return bins;
  }

  /** The expected calibration error over the ten bins, 0 to 1. */
  public double calibrationError() {
    double error = 0;
    for (Bin bin : bins()) {
      error += bin.count() * Math.abs(bin.confidence() - bin.right());
    }
    return answers.isEmpty() ? 0 : error / answers.size();
  }

  /** The Brier score, 0 to 1. */
  public double brierScore() {
    double sum = 0;
    for (Answer answer : answers) {
      double gap = answer.confidence() - (answer.right() ? 1 : 0);
      sum += gap * gap;
    }
    return answers.isEmpty() ? 0 : sum / answers.size();
  }
}
