package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;

/**
 * Compares what the pipeline found in a text with what people marked.
 *
 * <p>Strict: same start, end and type. Overlap: same type and at least one character shared, each
 * gold mention matched once. Link: same start and end, same entity. Statement: same subject,
 * predicate, object and modality, once a text; symmetric ones in either order.
 */
public final class Scorer {

  private final Set<String> symmetric;

  /** A scorer that knows which predicates hold both ways. */
  public Scorer(Collection<String> symmetric) {
    this.symmetric = Set.copyOf(symmetric);
  }

  /** The scores of one text. */
  public Scores score(Annotation gold, Annotation found) {
    Function<MarkedName, String> type = MarkedName::type;
    Map<String, Score> strict =
        sets(
            gold.mentions(),
            found.mentions(),
            type,
            m -> m.start() + " " + m.end() + " " + m.type());
    Map<String, Score> links =
        sets(
            gold.mentions(),
            found.mentions().stream().filter(m -> !m.slug().isEmpty()).toList(),
            type,
            m -> m.start() + " " + m.end() + " " + m.slug());
    Map<String, Score> statements =
        sets(
            gold.statements(),
            found.statements(),
            Row::predicate,
            r -> key(r) + " " + r.modality());
    Map<String, Score> plain =
        sets(gold.statements(), found.statements(), Row::predicate, this::key);
    return new Scores(
        1, strict, overlap(gold, found), links, accuracy(gold, found), statements, plain);
  }

  private String key(Row row) {
    boolean swap = symmetric.contains(row.predicate()) && row.subject().compareTo(row.object()) > 0;
    return swap
        ? row.object() + " " + row.predicate() + " " + row.subject()
        : row.subject() + " " + row.predicate() + " " + row.object();
  }

  private static <T> Map<String, Score> sets(
      List<T> gold, List<T> found, Function<T, String> group, Function<T, String> key) {
    Map<String, Set<String>> expected = grouped(gold, group, key);
    Map<String, Set<String>> given = grouped(found, group, key);
    Map<String, Score> scores = new TreeMap<>();
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(given.keySet());
    for (String name : names) {
      Set<String> e = expected.getOrDefault(name, Set.of());
      Set<String> g = given.getOrDefault(name, Set.of());
      Set<String> both = new HashSet<>(e);
      both.retainAll(g);
      scores.put(name, new Score(both.size(), e.size(), g.size()));
    }
    scores.putIfAbsent(Scores.ALL, Score.NONE);
    return scores;
  }

  private static <T> Map<String, Set<String>> grouped(
      List<T> items, Function<T, String> group, Function<T, String> key) {
    Map<String, Set<String>> grouped = new TreeMap<>();
    for (T item : items) {
      grouped.computeIfAbsent(group.apply(item), k -> new HashSet<>()).add(key.apply(item));
      grouped.computeIfAbsent(Scores.ALL, k -> new HashSet<>()).add(key.apply(item));
    }
    return grouped;
  }

  private static Map<String, Score> overlap(Annotation gold, Annotation found) {
    Map<String, Score> scores = new TreeMap<>();
    List<MarkedName> free = new ArrayList<>(found.mentions());
    for (MarkedName expected : gold.mentions()) {
      MarkedName match = null;
      for (MarkedName candidate : free) {
        boolean overlaps = candidate.start() < expected.end() && expected.start() < candidate.end();
        if (overlaps && candidate.type().equals(expected.type())) {
          match = candidate;
          break;
        }
      }
      if (match != null) {
        free.remove(match);
      }
      count(scores, expected.type(), new Score(match == null ? 0 : 1, 1, 0));
    }
    for (MarkedName given : found.mentions()) {
      count(scores, given.type(), new Score(0, 0, 1));
    }
    scores.putIfAbsent(Scores.ALL, Score.NONE);
    return scores;
  }

  private static void count(Map<String, Score> scores, String type, Score score) {
    scores.merge(type, score, Score::plus);
    scores.merge(Scores.ALL, score, Score::plus);
  }

  private static Score accuracy(Annotation gold, Annotation found) {
    Map<String, String> slugs = new TreeMap<>();
    for (MarkedName m : found.mentions()) {
      slugs.put(m.start() + " " + m.end() + " " + m.type(), m.slug());
    }
    int shared = 0;
    int right = 0;
    for (MarkedName m : gold.mentions()) {
      String slug = slugs.get(m.start() + " " + m.end() + " " + m.type());
      if (slug != null) {
        shared++;
        right += slug.equals(m.slug()) ? 1 : 0;
      }
    }
    return new Score(right, shared, shared);
  }
}
