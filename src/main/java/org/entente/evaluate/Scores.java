package org.entente.evaluate;

import java.util.Map;
import java.util.TreeMap;

/**
 * All scores of a set of texts, under the names that they are printed by.
 *
 * @param texts how many texts
 * @param mentionsStrict span and type, by type and {@code all}
 * @param mentionsOverlap same type, spans that overlap; by type and {@code all}
 * @param links span, and the right entity; by type and {@code all}
 * @param linkAccuracy of the mentions whose span and type are right: how many have the right entity
 * @param statements subject, predicate, object and modality; by predicate and {@code all}
 * @param statementsPlain without modality; by predicate and {@code all}
 */
public record Scores(
    int texts,
    Map<String, Score> mentionsStrict,
    Map<String, Score> mentionsOverlap,
    Map<String, Score> links,
    Score linkAccuracy,
    Map<String, Score> statements,
    Map<String, Score> statementsPlain) {

  /** The name of the total in each map. */
  public static final String ALL = "all";

  /** No texts yet. */
  public static Scores none() {
    return new Scores(0, Map.of(), Map.of(), Map.of(), Score.NONE, Map.of(), Map.of());
  }

  /** Both sets of texts together: counts are added (micro-average). */
  public Scores plus(Scores other) {
    return new Scores(
        texts + other.texts,
        sum(mentionsStrict, other.mentionsStrict),
        sum(mentionsOverlap, other.mentionsOverlap),
        sum(links, other.links),
        linkAccuracy.plus(other.linkAccuracy),
        sum(statements, other.statements),
        sum(statementsPlain, other.statementsPlain));
  }

  private static Map<String, Score> sum(Map<String, Score> one, Map<String, Score> other) {
    Map<String, Score> sum = new TreeMap<>(one);
    other.forEach((name, score) -> sum.merge(name, score, Score::plus));
    return sum;
  }
}
