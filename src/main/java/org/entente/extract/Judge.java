package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * What the judge thinks of a pair of names.
   *
   * @param outcome index of the relation and its direction
   * @param probability how likely
   * @param features what it was asked with
   * @param subject the name taken for the subject
   * @param object the name taken for the object
   */
  record Opinion(
      int outcome, double probability, List<String> features, Link subject, Link object) {}

  /** A feature and what it adds, alone, to the logarithm of the odds against no relation. */
  record Weight(String feature, double points) {}

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
    Map<String, Opinion> likely = new HashMap<>();
    Map<String, Claim> judged = new LinkedHashMap<>();
    List<Claim> proposed = new ArrayList<>();
    for (Link[] pair : PairReader.closest(links)) {
      String[] asked = features.of(pair[0], pair[1]);
      double[] probabilities = classifier.probabilities(asked);
      for (int i = 0; i < outcomes.length; i++) {
        String outcome = outcomes[i];
        double probability = probabilities[i];
        if (outcome.equals(NONE) || probability < thresholds.confirm()) {
          continue;
        }
        boolean forward = outcome.endsWith(">");
        Link from = pair[forward ? 0 : 1];
        Link to = pair[forward ? 1 : 0];
        EntityRef subject = from.entity();
        EntityRef object = to.entity();
        Predicate predicate = vocabulary.predicate(outcome.substring(0, outcome.length() - 1));
        if (!predicate.accepts(subject.type(), object.type())) {
          continue;
        }
        Opinion opinion = new Opinion(i, probability, List.of(asked), from, to);
        likely.merge(
            key(subject, predicate, object),
            opinion,
            (a, b) -> b.probability() > a.probability() ? b : a);
        if (probability >= thresholds.propose()) {
          proposed.add(
              new Claim(
                  subject,
                  predicate.name(),
                  object,
                  features.trigger(pair[0], pair[1]),
                  confidence(probability),
                  false,
                  List.of(),
                  opinion));
        }
      }
    }
    for (Claim claim : claims) {
      Opinion opinion = likely.get(key(claim));
      if (claim.presupposed()) {
        judged.merge(key(claim), claim.judged(claim.confidence(), opinion), Claim::and);
      } else if (opinion != null) {
        double sure = confidence(opinion.probability());
        judged.merge(key(claim), claim.judged(sure, opinion), Claim::and);
      }
    }
    for (Claim claim : proposed) {
      judged.putIfAbsent(key(claim), claim);
    }
    return List.copyOf(judged.values());
  }

  /** The features that weigh most for or against an opinion, the weightiest first. */
  List<Weight> weightiest(Opinion opinion, int most) {
    int none = List.of(outcomes).indexOf(NONE);
    return opinion.features().stream()
        .map(
            feature -> {
              double[] alone = classifier.probabilities(new String[] {feature});
              return new Weight(feature, Math.log(alone[opinion.outcome()] / alone[none]));
            })
        .sorted(
            Comparator.comparingDouble((Weight w) -> -Math.abs(w.points()))
                .thenComparing(Weight::feature))
        .limit(most)
        .toList();
  }

  private String key(Claim claim) {
    return key(claim.subject(), vocabulary.predicate(claim.predicate()), claim.object());
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
