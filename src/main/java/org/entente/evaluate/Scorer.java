package org.entente.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.evaluate.Annotation.Circumstance;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Link;
import org.entente.text.Span;

/**
 * Compares what the pipeline found in a text with what people marked.
 *
 * <p>Strict: same start, end and type. Overlap: same type and at least one character shared, each
 * gold mention matched once. Link: same start and end, same entity. Statement: same subject,
 * predicate, object and modality, once a text; symmetric ones in either order.
 *
 * <p>Modality, dates and sources are compared on statements that were found but for the modality:
 * each is set beside the gold's row of the same modality, else beside one of another that no
 * statement has been set beside. A statement for which no row is left is not compared.
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
        sets(gold.statements(), found.statements(), Row::predicate, this::exactKey);
    Map<String, Score> plain =
        sets(gold.statements(), found.statements(), Row::predicate, this::key);
    Map<String, Map<String, Integer>> modalities = new TreeMap<>();
    boolean dated = !gold.circumstances().isEmpty();
    Map<String, Circumstance> expected = circumstances(gold);
    Map<String, Circumstance> given = circumstances(found);
    Answers sources = Answers.NONE;
    Answers starts = Answers.NONE;
    Answers ends = Answers.NONE;
    for (Pair pair : pairs(gold.statements(), found.statements())) {
      modalities
          .computeIfAbsent(pair.gold().modality(), k -> new TreeMap<>())
          .merge(pair.given().modality(), 1, Integer::sum);
      Circumstance is = given.get(exactKey(pair.given()));
      Circumstance should = expected.get(exactKey(pair.gold()));
      if (dated && is != null && should != null) {
        sources = sources.plus(Answers.of(should.source(), is.source()));
        starts = starts.plus(Answers.of(should.start(), is.start()));
        ends = ends.plus(Answers.of(should.end(), is.end()));
      }
    }
    return new Scores(
        1,
        dated ? 1 : 0,
        strict,
        overlap(gold, found),
        links,
        accuracy(gold, found),
        statements,
        plain,
        modalities,
        sources,
        starts,
        ends);
  }

  /**
   * The confidences of the links of a document whose place the gold marks, each with whether the
   * entity is the gold's.
   */
  public List<Reliability.Answer> links(Annotation gold, DocumentKnowledge found) {
    Map<String, String> slugs = new HashMap<>();
    gold.mentions().forEach(m -> slugs.put(m.start() + " " + m.end(), m.slug()));
    String text = found.linked().annotated().document().text();
    List<Reliability.Answer> answers = new ArrayList<>();
    for (Link link : found.linked().links()) {
      Span span = Annotation.codePoints(text, link.span());
      String slug = slugs.get(span.start() + " " + span.end());
      if (slug != null) {
        answers.add(new Reliability.Answer(link.confidence(), slug.equals(link.entity().slug())));
      }
    }
    return answers;
  }

  /**
   * The confidences of a document's statements, each with whether the gold has it, in whichever
   * modality.
   */
  public List<Reliability.Answer> statements(Annotation gold, DocumentKnowledge found) {
    Set<String> keys = new HashSet<>();
    gold.statements().forEach(row -> keys.add(key(row)));
    return found.statements().stream()
        .map(
            s ->
                new Reliability.Answer(
                    s.confidence(),
                    keys.contains(
                        key(s.subject().slug(), s.predicate().name(), s.object().slug()))))
        .toList();
  }

  /** A statement that was found, and the gold's row that it is set beside. */
  private record Pair(Row gold, Row given) {}

  private List<Pair> pairs(List<Row> gold, List<Row> given) {
    Map<String, Map<String, Row>> expected = byModality(gold);
    List<Pair> pairs = new ArrayList<>();
    byModality(given)
        .forEach(
            (key, rows) -> {
              Map<String, Row> free = new TreeMap<>(expected.getOrDefault(key, Map.of()));
              List<Row> others = new ArrayList<>();
              rows.forEach(
                  (modality, row) -> {
                    Row same = free.remove(modality);
                    if (same == null) {
                      others.add(row);
                    } else {
                      pairs.add(new Pair(same, row));
                    }
                  });
              Iterator<Row> left = free.values().iterator();
              for (Row row : others) {
                if (left.hasNext()) {
                  pairs.add(new Pair(left.next(), row));
                }
              }
            });
    return pairs;
  }

  /** The first row of each statement and modality. */
  private Map<String, Map<String, Row>> byModality(List<Row> rows) {
    Map<String, Map<String, Row>> all = new TreeMap<>();
    for (Row row : rows) {
      all.computeIfAbsent(key(row), k -> new TreeMap<>()).putIfAbsent(row.modality(), row);
    }
    return all;
  }

  private Map<String, Circumstance> circumstances(Annotation annotation) {
    Map<String, Circumstance> all = new HashMap<>();
    for (Circumstance c : annotation.circumstances()) {
      all.putIfAbsent(key(c.subject(), c.predicate(), c.object()) + " " + c.modality(), c);
    }
    return all;
  }

  private String exactKey(Row row) {
    return key(row) + " " + row.modality();
  }

  private String key(Row row) {
    return key(row.subject(), row.predicate(), row.object());
  }

  private String key(String subject, String predicate, String object) {
    boolean swap = symmetric.contains(predicate) && subject.compareTo(object) > 0;
    return swap
        ? object + " " + predicate + " " + subject
        : subject + " " + predicate + " " + object;
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
