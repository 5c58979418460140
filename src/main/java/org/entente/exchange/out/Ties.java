package org.entente.exchange.out;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.Iris;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Relations between actors, those of a pair one after the other.
 *
 * <p>From the analysis graph when the store has one: undirected, one a pair and year, signed by all
 * that documents say. Otherwise from the statements that hold: directed, one a pair and relation,
 * signed by the ontology's score of the relation.
 */
final class Ties {

  /**
   * A relation.
   *
   * @param from IRI of an actor; of an undirected relation the first by name
   * @param to IRI of the other
   * @param predicate the relation; null from the analysis
   * @param period the year; null when undated, and from statements
   * @param score how friendly, -10 to 10; 0 for a relation that has no score
   * @param sign -1, 0 or 1
   * @param statements how many statements stand behind it
   * @param documents in how many documents
   * @param first earliest date, when there is one
   * @param last latest date, when there is one
   * @param contested whether documents disagree on it; only from the analysis
   */
  record Tie(
      String from,
      String to,
      @Nullable String predicate,
      @Nullable String period,
      double score,
      int sign,
      long statements,
      long documents,
      @Nullable String first,
      @Nullable String last,
      boolean contested) {}

  static final Set<EntityType> ACTORS = EnumSet.noneOf(EntityType.class);

  static {
    for (EntityType type : EntityType.values()) {
      if (type.isActor()) {
        ACTORS.add(type);
      }
    }
  }

  private final StoreView view;
  private final Node analysis;
  private final boolean analysed;

  Ties(StoreView view) {
    this.view = view;
    this.analysis = view.iris().graph("analysis");
    this.analysed = view.dataset().contains(analysis, Node.ANY, Iris.ontology("between"), Node.ANY);
  }

  boolean areDirected() {
    return !analysed;
  }

  /** Where they are from, for a reader of the file. */
  String source() {
    return analysed
        ? "relations of the analysis, one a pair and year"
        : "relations counted from statements, since the store has no analysis";
  }

  /** The actors that have a relation, sorted. */
  SortedSet<String> actors() {
    SortedSet<String> actors = new TreeSet<>();
    forEach(
        tie -> {
          actors.add(tie.from());
          actors.add(tie.to());
        });
    return actors;
  }

  /** Gives all relations, sorted by actors, then relation, then year. */
  void forEach(Consumer<Tie> sink) {
    SortedSet<String> actors = view.entities(ACTORS);
    for (String actor : actors) {
      List<Tie> ties = analysed ? analysed(actor, actors) : stated(actor, actors);
      ties.forEach(sink);
    }
  }

  // ---- from the analysis

  private List<Tie> analysed(String actor, Set<String> actors) {
    List<Tie> ties = new ArrayList<>();
    view.dataset()
        .find(analysis, Node.ANY, Iris.ontology("between"), NodeFactory.createURI(actor))
        .forEachRemaining(
            q -> {
              Tie tie = tie(actor, q.getSubject());
              if (tie != null && actors.contains(tie.to())) {
                ties.add(tie);
              }
            });
    ties.sort(
        Comparator.comparing(Tie::to)
            .thenComparing(t -> t.period() == null ? "" : String.valueOf(t.period())));
    return ties;
  }

  /** The relation, if this actor comes first in it and it is not of a month. */
  private @Nullable Tie tie(String actor, Node relation) {
    SortedSet<Node> both = view.all(analysis, relation, Iris.ontology("between"));
    String period = value(relation, "period");
    if (both.size() != 2
        || !both.first().getURI().equals(actor)
        || (period != null && period.length() == 7)) {
      return null;
    }
    return new Tie(
        actor,
        both.last().getURI(),
        null,
        period,
        number(relation, "weight"),
        (int) number(relation, "sign"),
        (long) number(relation, "statements"),
        (long) number(relation, "documents"),
        value(relation, "firstDate"),
        value(relation, "lastDate"),
        "true".equals(value(relation, "contested")));
  }

  private @Nullable String value(Node relation, String property) {
    return StoreView.text(view.one(analysis, relation, Iris.ontology(property)));
  }

  private double number(Node relation, String property) {
    String value = value(relation, property);
    return value == null ? 0 : Double.parseDouble(value);
  }

  // ---- from statements

  private static final class Count {
    private long statements;
    private final Set<String> documents = new HashSet<>();
    private @Nullable String first;
    private @Nullable String last;

    void date(@Nullable String date) {
      if (date != null) {
        first = first == null || date.compareTo(first) < 0 ? date : first;
        last = last == null || date.compareTo(last) > 0 ? date : last;
      }
    }
  }

  private record Key(String to, String predicate) {}

  private List<Tie> stated(String actor, Set<String> actors) {
    TreeMap<Key, Count> counts =
        new TreeMap<>(Comparator.comparing(Key::to).thenComparing(Key::predicate));
    view.statementsAbout(
        actor,
        (document, row) -> {
          boolean between = actors.contains(row.object()) && !row.object().equals(actor);
          if (between && row.modality().holds()) {
            Count count =
                counts.computeIfAbsent(new Key(row.object(), row.predicate()), k -> new Count());
            count.statements++;
            count.documents.add(document);
            count.date(row.start());
            count.date(row.end());
          }
        });
    List<Tie> ties = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          double score = score(key.predicate());
          ties.add(
              new Tie(
                  actor,
                  key.to(),
                  key.predicate(),
                  null,
                  score,
                  (int) Math.signum(score),
                  count.statements,
                  count.documents.size(),
                  count.first,
                  count.last,
                  false));
        });
    return ties;
  }

  private double score(String predicate) {
    String score =
        StoreView.text(
            view.one(
                view.iris().graph("ontology"),
                Iris.ontology(predicate),
                Iris.ontology("ploverScore")));
    return score == null ? 0 : Double.parseDouble(score);
  }
}
