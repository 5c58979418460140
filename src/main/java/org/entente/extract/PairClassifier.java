package org.entente.extract;

/**
 * A statistical model that gives each outcome of a pair of names a probability.
 *
 * <p>Outcomes are {@code none}, or the name of a predicate and a sign: {@code attacks>} when the
 * name that stands first is the subject, {@code attacks<} when it is the object.
 */
public interface PairClassifier {

  /** The outcomes, in the order of the probabilities. */
  String[] outcomes();

  /** A probability for each outcome; they add up to 1. */
  double[] probabilities(String[] features);
}
