package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Vocabulary;

/**
 * The statistical judge: weighs what patterns claim of a sentence's names, and proposes what no
 * pattern found.
 *
 * <p>A claim of a frame that the judge finds unlikely is dropped; what names say by how they are
 * put together stands whatever it thinks.
 */
final class Judge {

  private static final String NONE = "none";

  private final PairClassifier classifier;
  private final Thresholds thresholds;
  private final Vocabulary vocabulary;
  private final ExtractLexicon lexicon;
  private final String[] outcomes;

  /**
   * How likely a statement must be.
   *
   * @param propose for one that no pattern claims
   * @param confirm for one that a frame claims
   */
  record Thresholds(double propose, double confirm) {}

  Judge(
      PairClassifier classifier,
      Thresholds thresholds,
      Vocabulary vocabulary,
      ExtractLexicon lexicon) {
    this.classifier = classifier;
    this.thresholds = thresholds;
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.outcomes = classifier.outcomes();
  }

  /** The claims that hold for the judge, with its confidence; {@code claims} are the patterns'. */
  List<Claim> judge(Clause clause, List<Link> links, List<Claim> claims) {
    PairFeatures features = new PairFeatures(clause, lexicon, claims);
    Map<String, Double> likely = new HashMap<>();
    Map<String, Claim> judged = new LinkedHashMap<>();
    List<Claim> proposed = new ArrayList<>();
    for (Link[] pair : PairReader.closest(links)) {
      double[] probabilities = classifier.probabilities(features.of(pair[0], pair[1]));
      for (int i = 0; i < outcomes.length; i++) {
        String outcome = outcomes[i];
        double probability = probabilities[i];
        if (outcome.equals(NONE) || probability < thresholds.confirm()) {
          continue;
        }
        boolean forward = outcome.endsWith(">");
        EntityRef subject = pair[forward ? 0 : 1].entity();
        EntityRef object = pair[forward ? 1 : 0].entity();
        Predicate predicate = vocabulary.predicate(outcome.substring(0, outcome.length() - 1));
        if (!predicate.accepts(subject.type(), object.type())) {
          continue;
        }
        likely.merge(key(subject, predicate, object), probability, Math::max);
        if (probability >= thresholds.propose()) {
          int token = features.trigger(pair[0], pair[1]);
          proposed.add(
              new Claim(subject, predicate.name(), object, token, confidence(probability), false));
        }
      }
    }
    for (Claim claim : claims) {
      Predicate predicate = vocabulary.predicate(claim.predicate());
      String key = key(claim.subject(), predicate, claim.object());
      Double probability = likely.get(key);
      if (claim.presupposed()) {
        judged.putIfAbsent(key, claim);
      } else if (probability != null) {
        judged.putIfAbsent(
            key,
            new Claim(
                claim.subject(),
                claim.predicate(),
                claim.object(),
                claim.token(),
                confidence(probability),
                false));
      }
    }
    for (Claim claim : proposed) {
      judged.putIfAbsent(
          key(claim.subject(), vocabulary.predicate(claim.predicate()), claim.object()), claim);
    }
    return List.copyOf(judged.values());
  }

  private static String key(EntityRef subject, Predicate predicate, EntityRef object) {
    boolean turned = predicate.symmetric() && subject.slug().compareTo(object.slug()) > 0;
    return (turned ? object.slug() : subject.slug())
        + ' '
        + predicate.name()
        + ' '
        + (turned ? subject.slug() : object.slug());
  }

  /**
   * A straight line through what the development texts showed: of statements with a probability of
   * 0.2, 0.3 and 0.5 or more about 0.7, 0.8 and 0.9 were right, with names given.
   */
  private static double confidence(double probability) {
    return Math.min(0.95, 0.3 + 0.9 * probability);
  }
}
