package org.entente.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All scores of a set of texts, under the names that they are printed by.
 *
 * @param texts how many texts
 * @param dated how many of them have dates and sources marked
 * @param mentionsStrict span and type, by type and {@code all}
 * @param mentionsOverlap same type, spans that overlap; by type and {@code all}
 * @param links span, and the right entity; by type and {@code all}
 * @param linkAccuracy of the mentions whose span and type are right: how many have the right entity
 * @param statements subject, predicate, object and modality; by predicate and {@code all}
 * @param statementsPlain without modality; by predicate and {@code all}
 * @param modalities of statements found: the gold's modality, the pipeline's, how often
 * @param sources who is said to have said the statements found, where that is marked
 * @param starts when the statements found began, where that is marked
 * @param ends when they ended, likewise
 */
public record Scores(
    int texts,
    int dated,
    Map<String, Score> mentionsStrict,
    Map<String, Score> mentionsOverlap,
    Map<String, Score> links,
    Score linkAccuracy,
    Map<String, Score> statements,
    Map<String, Score> statementsPlain,
    Map<String, Map<String, Integer>> modalities,
    Answers sources,
    Answers starts,
    Answers ends) {

  /** The name of the total in each map. */
  public static final String ALL = "all";

  /** No texts yet. */
  public static Scores none() {
    return new Scores(
        0,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Score.NONE,
        Map.of(),
        Map.of(),
        Map.of(),
        Answers.NONE,
        Answers.NONE,
        Answers.NONE);
  }

  /** Both sets of texts together: counts are added (micro-average). */
  public Scores plus(Scores other) {
    return new Scores(
        texts + other.texts,
        dated + other.dated,
        sum(mentionsStrict, other.mentionsStrict),
        sum(mentionsOverlap, other.mentionsOverlap),
        sum(links, other.links),
        linkAccuracy.plus(other.linkAccuracy),
        sum(statements, other.statements),
        sum(statementsPlain, other.statementsPlain),
        together(modalities, other.modalities),
        sources.plus(other.sources),
        starts.plus(other.starts),
        ends.plus(other.ends));
  }

  private static Map<String, Map<String, Integer>> together(
      Map<String, Map<String, Integer>> one, Map<String, Map<String, Integer>> other) {
    Map<String, Map<String, Integer>> sum = new TreeMap<>();
    for (var counts : List.of(one, other)) {
      counts.forEach(
          (gold, row) ->
              row.forEach(
                  (given, count) ->
                      sum.computeIfAbsent(gold, k -> new TreeMap<>())
                          .merge(given, count, Integer::sum)));
    }
    return sum;
  }

  private static Map<String, Score> sum(Map<String, Score> one, Map<String, Score> other) {
    Map<String, Score> sum = new TreeMap<>(one);
    other.forEach((name, score) -> sum.merge(name, score, Score::plus));
    return sum;
  }
}
