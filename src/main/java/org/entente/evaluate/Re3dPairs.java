package org.entente.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.entente.evaluate.Re3d.Name;
import org.entente.evaluate.ResultTable.Line;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Statement;
import org.entente.text.Sentence;
import org.entente.text.Span;

/**
 * Scores related pairs on re3d: which two names of a sentence stand in which relation.
 *
 * <p>A pair of the gold is a relation between two stretches that are both marked as a person,
 * location or organisation and called by name; one that is marked both ways counts once where the
 * direction does not matter. A pair of the pipeline is a statement, not negated, in a sentence that
 * gives evidence for it, between two entities each of which has a mention there that overlaps such
 * a name of a fitting type; the two names do not overlap each other. It is right when the gold
 * relates the two names so, by the table {@code evaluate/re3d-relations.tsv}. Pairs with a name
 * that the gold does not mark are not counted at all.
 *
 * <p>Recall is the share of the gold's pairs that one of the pipeline's finds, precision the share
 * of the pipeline's that are right. The gold leaves many relations unmarked that its sentences
 * state, so that precision is a lower bound; the precision of those marked leaves out pairs that
 * the gold relates in no way at all, and is an upper bound.
 *
 * <p>Example: {@code pairs.add(text, knowledge)} for each text, then {@code pairs.tables()}.
 */
public final class Re3dPairs {

  /** The precision at which recall is asked for. */
  private static final double PRECISION = 0.6;

  private static final Set<String> FOUR =
      Set.of("AlliesOf", "BelongsTo", "FightingAgainst", "InChargeOf");
  private static final String TABLE = "/evaluate/re3d-relations.tsv";

  /** A relation that a predicate may stand for. */
  private record Reading(String relation, boolean both) {}

  /** A pair that the gold relates. */
  private record Gold(String document, String relation, Span source, Span target) {

    boolean isBetween(Set<Name> subjects, Set<Name> objects, boolean both) {
      return (holds(subjects, source) && holds(objects, target))
          || (both && holds(objects, source) && holds(subjects, target));
    }

    private static boolean holds(Set<Name> names, Span span) {
      return names.stream().anyMatch(n -> n.span().equals(span));
    }
  }

  /**
   * A pair that the pipeline relates.
   *
   * @param right the gold's pairs of this relation that it finds
   * @param related the gold's pairs of any relation between the same names
   * @param marked whether the gold relates the two in any way, also one that is none of ours
   */
  private record Given(
      String relation, double confidence, Set<Gold> right, Set<Gold> related, boolean marked) {

    Given with(Given other) {
      Set<Gold> allRight = new LinkedHashSet<>(right);
      allRight.addAll(other.right);
      Set<Gold> allRelated = new LinkedHashSet<>(related);
      allRelated.addAll(other.related);
      return new Given(
          relation,
          Math.max(confidence, other.confidence),
          allRight,
          allRelated,
          marked || other.marked);
    }
  }

  private final Map<String, List<Reading>> readings = new HashMap<>();
  private final Set<String> relations = new TreeSet<>();
  private final Set<String> symmetric = new HashSet<>();
  private final Set<Gold> gold = new LinkedHashSet<>();
  private final Set<Gold> reachable = new HashSet<>();
  private final Map<String, Given> given = new LinkedHashMap<>();

  /** Nothing counted yet; reads the table of relations. */
  public Re3dPairs() {
    CSVFormat format =
        CSVFormat.TDF.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in = Re3dPairs.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IOException("not on the class path: " + TABLE);
      }
      try (CSVParser rows = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (CSVRecord row : rows) {
          boolean both = row.get("direction").equals("both");
          String relation = row.get("relation");
          readings
              .computeIfAbsent(row.get("predicate"), k -> new ArrayList<>())
              .add(new Reading(relation, both));
          relations.add(relation);
          if (both) {
            symmetric.add(relation);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + TABLE, e);
    }
  }

  /** Counts the pairs of a text. */
  public void add(Re3d.Text text, DocumentKnowledge found) {
    List<Name> names = text.names().stream().filter(Name::isNamed).toList();
    List<Gold> here = gold(text, names);
    gold.addAll(here);
    List<Link> links = new ArrayList<>(found.linked().links());
    links.addAll(found.linked().anaphora());
    for (Sentence sentence : found.linked().annotated().sentences()) {
      reach(here, inside(links, sentence.span()));
    }
    for (Statement statement : found.statements()) {
      List<Reading> possible = readings.getOrDefault(statement.predicate().name(), List.of());
      if (possible.isEmpty() || statement.modality() == Modality.NEGATED) {
        continue;
      }
      for (Evidence evidence : statement.evidence()) {
        List<Link> inside = inside(links, evidence.span());
        Set<Name> subjects = names(inside, statement.subject(), names);
        Set<Name> objects = names(inside, statement.object(), names);
        if (areApart(subjects, objects)) {
          String where = text.document().id() + ' ' + evidence.span().start() + ' ';
          add(where, statement, read(possible, subjects, objects, text, here, statement));
        }
      }
    }
  }

  private void add(String where, Statement statement, Given pair) {
    String subject = statement.subject().slug();
    String object = statement.object().slug();
    boolean turned = symmetric.contains(pair.relation()) && subject.compareTo(object) > 0;
    String key =
        where
            + pair.relation()
            + ' '
            + (turned ? object : subject)
            + ' '
            + (turned ? subject : object);
    given.merge(key, pair, Given::with);
  }

  private Given read(
      List<Reading> possible,
      Set<Name> subjects,
      Set<Name> objects,
      Re3d.Text text,
      List<Gold> here,
      Statement statement) {
    Set<Gold> related = matching(here, g -> g.isBetween(subjects, objects, true));
    boolean marked =
        text.relations().stream()
            .map(r -> new Gold(text.document().id(), r.type(), r.source(), r.target()))
            .anyMatch(g -> g.isBetween(subjects, objects, true));
    for (Reading reading : possible) {
      Set<Gold> right =
          matching(
              related,
              g ->
                  g.relation().equals(reading.relation())
                      && g.isBetween(subjects, objects, reading.both()));
      if (!right.isEmpty()) {
        return new Given(reading.relation(), statement.confidence(), right, related, marked);
      }
    }
    return new Given(possible.get(0).relation(), statement.confidence(), Set.of(), related, marked);
  }

  private static Set<Gold> matching(Collection<Gold> pairs, Predicate<Gold> condition) {
    Set<Gold> matching = new LinkedHashSet<>();
    pairs.stream().filter(condition).forEach(matching::add);
    return matching;
  }

  /** The gold's pairs of names in a text, each once. */
  private List<Gold> gold(Re3d.Text text, List<Name> names) {
    Set<Span> spans = new HashSet<>();
    names.forEach(n -> spans.add(n.span()));
    Set<Gold> pairs = new LinkedHashSet<>();
    for (Re3d.Relation r : text.relations()) {
      if (relations.contains(r.type())
          && spans.contains(r.source())
          && spans.contains(r.target())
          && !r.source().overlaps(r.target())) {
        boolean turned = symmetric.contains(r.type()) && r.source().start() > r.target().start();
        pairs.add(
            new Gold(
                text.document().id(),
                r.type(),
                turned ? r.target() : r.source(),
                turned ? r.source() : r.target()));
      }
    }
    return List.copyOf(pairs);
  }

  /** Notes the pairs both of whose names the pipeline has in one sentence, as two entities. */
  private void reach(List<Gold> pairs, List<Link> links) {
    for (Gold pair : pairs) {
      for (Link source : links) {
        for (Link target : links) {
          if (source.span().overlaps(pair.source())
              && target.span().overlaps(pair.target())
              && !source.entity().slug().equals(target.entity().slug())) {
            reachable.add(pair);
          }
        }
      }
    }
  }

  private static List<Link> inside(List<Link> links, Span sentence) {
    return links.stream().filter(l -> sentence.contains(l.span())).toList();
  }

  /** The names of a fitting type that mentions of an entity overlap. */
  private static Set<Name> names(List<Link> links, EntityRef entity, List<Name> names) {
    Set<Name> bearing = new LinkedHashSet<>();
    for (Link link : links) {
      if (link.entity().slug().equals(entity.slug())) {
        Set<String> fitting = Re3d.fitting(link.entity().type());
        names.stream()
            .filter(n -> n.span().overlaps(link.span()) && fitting.contains(n.type()))
            .forEach(bearing::add);
      }
    }
    return bearing;
  }

  private static boolean areApart(Set<Name> subjects, Set<Name> objects) {
    return subjects.stream()
        .anyMatch(s -> objects.stream().anyMatch(o -> !s.span().overlaps(o.span())));
  }

  /** By relation and over all; what a threshold on the confidence does; recall at a precision. */
  public List<ResultTable> tables() {
    List<Line> byRelation = new ArrayList<>();
    for (String relation : relations) {
      byRelation.add(line(new Choice(relation, Set.of(relation), false)));
    }
    List<Choice> choices =
        List.of(
            new Choice("the four", FOUR, false),
            new Choice("the four, whichever", FOUR, true),
            new Choice("all", relations, false),
            new Choice("all, whichever", relations, true));
    List<Line> best = new ArrayList<>();
    for (Choice choice : choices) {
      byRelation.add(line(choice));
      best.add(best(choice, choice.name(), Count::precision));
      best.add(best(choice, choice.name() + ", of marked", Count::precisionOfMarked));
    }
    List<Line> sweep = new ArrayList<>();
    for (int tenth = 0; tenth < 10; tenth++) {
      double least = tenth / 10.0;
      Count count = count(choices.get(0), least);
      sweep.add(
          Line.of(
              String.format(Locale.ROOT, "%.1f", least),
              count.right(),
              count.given(),
              count.precision(),
              count.marked(),
              count.precisionOfMarked(),
              count.found(),
              count.recall()));
    }
    return List.of(
        new ResultTable(
            "pairs",
            "related pairs of re3d",
            List.of(
                "right",
                "given",
                "precision",
                "marked",
                "of marked",
                "found",
                "gold",
                "recall",
                "f1",
                "in reach"),
            byRelation),
        new ResultTable(
            "pairsByConfidence",
            "the four, by least confidence",
            List.of("right", "given", "precision", "marked", "of marked", "found", "recall"),
            sweep),
        new ResultTable(
            "pairsAtPrecision",
            "most recall at a precision of " + PRECISION,
            List.of("confidence", "given", "precision", "recall"),
            best));
  }

  /**
   * Some relations.
   *
   * @param whichever whether one of them found for another of them is right
   */
  private record Choice(String name, Set<String> relations, boolean whichever) {}

  private Line line(Choice choice) {
    Count count = count(choice, 0);
    int reached =
        (int) reachable.stream().filter(g -> choice.relations().contains(g.relation())).count();
    return Line.of(
        choice.name(),
        count.right(),
        count.given(),
        count.precision(),
        count.marked(),
        count.precisionOfMarked(),
        count.found(),
        count.gold(),
        count.recall(),
        count.f1(),
        reached);
  }

  /** The least confidence with the most recall among those with enough precision. */
  private Line best(Choice choice, String name, ToDoubleFunction<Count> precision) {
    TreeSet<Double> confidences = new TreeSet<>();
    given.values().forEach(g -> confidences.add(g.confidence()));
    double at = 1;
    Count best = new Count(0, 0, 0, 0, 0);
    for (double least : confidences) {
      Count count = count(choice, least);
      if (precision.applyAsDouble(count) >= PRECISION && count.recall() > best.recall()) {
        best = count;
        at = least;
      }
    }
    return Line.of(name, at, best.given(), precision.applyAsDouble(best), best.recall());
  }

  /**
   * What was counted.
   *
   * @param right pairs of the pipeline that the gold has
   * @param given pairs of the pipeline
   * @param marked those of them that the gold relates in any way
   * @param found pairs of the gold that the pipeline has
   * @param gold pairs of the gold
   */
  private record Count(int right, int given, int marked, int found, int gold) {
    double precision() {
      return given == 0 ? 0 : (double) right / given;
    }

    double precisionOfMarked() {
      return marked == 0 ? 0 : (double) right / marked;
    }

    double recall() {
      return gold == 0 ? 0 : (double) found / gold;
    }

    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  private Count count(Choice choice, double least) {
    int right = 0;
    int all = 0;
    int marked = 0;
    Set<Gold> found = new HashSet<>();
    for (Given pair : given.values()) {
      if (choice.relations().contains(pair.relation()) && pair.confidence() >= least) {
        Set<Gold> hits =
            choice.whichever()
                ? matching(pair.related(), g -> choice.relations().contains(g.relation()))
                : pair.right();
        all++;
        marked += pair.marked() ? 1 : 0;
        right += hits.isEmpty() ? 0 : 1;
        found.addAll(hits);
      }
    }
    int expected =
        (int) gold.stream().filter(g -> choice.relations().contains(g.relation())).count();
    return new Count(right, all, marked, found.size(), expected);
  }
}
