package org.entente.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.exchange.EntityLookup.Point;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.rdf.ResourceFolder;
import org.entente.store.KnowledgeStore;
import org.entente.text.Digests;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Which imported events bear out which statements: by actors, distance and days.
 *
 * <p>A score is the geometric mean of three parts from 0 to 1. Actors: 1 for the same, 0.8 for the
 * state, government or force of the same country; of a statement between two actors both count.
 * Days: falls with the days between statement and event, and with how loosely the text dates what
 * it states (day 1, month 0.8, year 0.5, only the document's own date 0.6). Distance: falls with
 * the kilometres to the statement's place; a statement without a place must have both actors. Which
 * relations by which kinds of event, and how far: {@code data/mappings/corroboration.tsv}. Nobody
 * has fitted the score to data: it orders links, it is no probability.
 *
 * <p>The statements are held in memory, events pass by one at a time. The graph {@code
 * …/graph/corroboration} is rebuilt whole.
 */
public final class Corroboration {

  /** Links of a lower score are not written. */
  private static final double LEAST = 0.5;

  /** No more than so many events for a statement, best first. */
  private static final int MOST = 5;

  private static final double SAME_COUNTRY = 0.8;

  /** A document tells what happened in the days before it is issued. */
  private static final int BEFORE_ISSUE = 14;

  private static final Node DERIVED = Prefixes.term("prov:wasDerivedFrom");

  /** What a run did. */
  public record Summary(int statements, long events, int corroborated, int links) {}

  /** What the table says of a relation. */
  private record Rule(Pattern kinds, int days, double kilometres) {}

  /** First and last day, and how well they are known. */
  private record Days(long first, long last, double sharpness) {
    long apart(Days other) {
      return Math.max(0, Math.max(first - other.last, other.first - last));
    }
  }

  /** A statement that events could bear out. */
  private static final class Claim {
    final Node node;
    final Rule rule;
    final List<Node> actors;
    final @Nullable Node place;
    final @Nullable Point point;
    final Days days;
    final List<Hit> hits = new ArrayList<>();

    Claim(
        Node node,
        Rule rule,
        List<Node> actors,
        @Nullable Node place,
        @Nullable Point point,
        Days days) {
      this.node = node;
      this.rule = rule;
      this.actors = actors;
      this.place = place;
      this.point = point;
      this.days = days;
    }
  }

  /** An event that bears a statement out. */
  private record Hit(Node event, double score, long days, @Nullable Double kilometres) {}

  /** An actor or place of a data set as one of ours. */
  private record Known(@Nullable Node entity, @Nullable Point point) {}

  private final KnowledgeStore store;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<Node, Set<String>> keys = new HashMap<>();
  private final Map<Node, Known> known = new HashMap<>();

  /** A corroboration of what this store holds. */
  public Corroboration(KnowledgeStore store) {
    this.store = store;
    String table = ResourceFolder.read("/mappings", ".tsv").getOrDefault("corroboration.tsv", "");
    try {
      for (LexiconTable.Row row :
          LexiconTable.read("corroboration.tsv", new StringReader(table)).rows()) {
        rules.put(
            row.get("predicate"),
            new Rule(
                Pattern.compile(row.get("kinds")),
                Integer.parseInt(row.get("days")),
                Double.parseDouble(row.get("kilometres"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("corroboration.tsv", e);
    }
  }

  /** Finds the links and writes their graph. */
  public Summary run() {
    List<Claim> claims = store.read(this::claims);
    long events = store.read(dataset -> match(dataset, claims));
    Graph graph = GraphFactory.createDefaultGraph();
    int corroborated = 0;
    int links = 0;
    for (Claim claim : claims) {
      corroborated += claim.hits.isEmpty() ? 0 : 1;
      for (Hit hit : claim.hits) {
        links++;
        write(claim, hit, graph);
      }
    }
    store.write(Map.of(store.iris().graph("corroboration"), graph));
    return new Summary(claims.size(), events, corroborated, links);
  }

  // ---- statements

  private List<Claim> claims(DatasetGraph dataset) {
    List<Claim> claims = new ArrayList<>();
    for (Map.Entry<String, Rule> rule : rules.entrySet()) {
      dataset
          .find(Node.ANY, Node.ANY, RDF.predicate.asNode(), Iris.ontology(rule.getKey()))
          .forEachRemaining(q -> claim(dataset, q, rule.getValue()).ifPresent(claims::add));
    }
    claims.sort(Comparator.comparing(c -> c.node.getURI()));
    return claims;
  }

  private Optional<Claim> claim(DatasetGraph dataset, Quad quad, Rule rule) {
    Node graph = quad.getGraph();
    Node node = quad.getSubject();
    Node mood = Facts.value(dataset, graph, node, Iris.ontology("modality"));
    Node subject = Facts.value(dataset, graph, node, RDF.subject.asNode());
    Node object = Facts.value(dataset, graph, node, RDF.object.asNode());
    boolean holds =
        Iris.ontology("Asserted").equals(mood) || Iris.ontology("Reported").equals(mood);
    if (!holds || subject == null || object == null) {
      return Optional.empty();
    }
    Days days = days(dataset, graph, node);
    if (days == null) {
      return Optional.empty();
    }
    Set<EntityType> types = types(dataset, object);
    boolean location = types.stream().anyMatch(t -> t.isLocation() && t != EntityType.STATE);
    List<Node> actors = new ArrayList<>(List.of(subject));
    if (!location) {
      actors.add(object);
    }
    actors.forEach(a -> keys.computeIfAbsent(a, k -> keys(dataset, k)));
    Point point = location ? Facts.point(dataset, object) : null;
    return Optional.of(
        new Claim(node, rule, List.copyOf(actors), location ? object : null, point, days));
  }

  private static @Nullable Days days(DatasetGraph dataset, Node graph, Node statement) {
    Node start = Facts.value(dataset, graph, statement, Iris.ontology("startDate"));
    Node end = Facts.value(dataset, graph, statement, Iris.ontology("endDate"));
    if (start == null) {
      Node document = Facts.value(dataset, graph, statement, DERIVED);
      Node issued =
          document == null ? null : Facts.value(dataset, graph, document, DCTerms.issued.asNode());
      Days day = issued == null ? null : days(issued.getLiteralLexicalForm());
      return day == null ? null : new Days(day.first() - BEFORE_ISSUE, day.last(), 0.6);
    }
    Days first = days(start.getLiteralLexicalForm());
    Days last = end == null ? first : days(end.getLiteralLexicalForm());
    return first == null || last == null || last.last() < first.first()
        ? first
        : new Days(first.first(), last.last(), Math.min(first.sharpness(), last.sharpness()));
  }

  /** The days of "2015-03-28", "2015-03" or "2015". */
  private static @Nullable Days days(String text) {
    try {
      if (text.length() >= 10) {
        long day = LocalDate.parse(text.substring(0, 10)).toEpochDay();
        return new Days(day, day, 1);
      }
      if (text.length() == 7) {
        YearMonth month = YearMonth.parse(text);
        return new Days(month.atDay(1).toEpochDay(), month.atEndOfMonth().toEpochDay(), 0.8);
      }
      Year year = Year.parse(text);
      return new Days(year.atDay(1).toEpochDay(), year.atDay(year.length()).toEpochDay(), 0.5);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Set<EntityType> types(DatasetGraph dataset, Node entity) {
    Set<EntityType> types = new HashSet<>();
    dataset
        .find(Node.ANY, entity, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(
            q -> {
              String type = q.getObject().isURI() ? q.getObject().getURI() : "";
              if (type.startsWith(Iris.ONTOLOGY)) {
                EntityType.ofLabel(type.substring(Iris.ONTOLOGY.length())).ifPresent(types::add);
              }
            });
    return types;
  }

  /**
   * What an actor shares with the same actor, and with state, government and force of a country.
   */
  private static Set<String> keys(DatasetGraph dataset, Node actor) {
    Set<String> keys = new HashSet<>(Set.of(actor.getURI()));
    Set<EntityType> types = types(dataset, actor);
    if (types.contains(EntityType.STATE)) {
      keys.add("of " + actor.getURI());
    }
    if (types.contains(EntityType.GOVERNMENT) || types.contains(EntityType.STATE_FORCE)) {
      Node country = Facts.value(dataset, Node.ANY, actor, Iris.ontology("country"));
      if (country != null) {
        keys.add("of " + country.getURI());
      }
    }
    return keys;
  }

  // ---- events

  private long match(DatasetGraph dataset, List<Claim> claims) {
    Map<String, List<Claim>> byKey = new HashMap<>();
    for (Claim claim : claims) {
      Set<String> all = new HashSet<>();
      claim.actors.forEach(a -> all.addAll(keys.getOrDefault(a, Set.of())));
      all.forEach(k -> byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(claim));
    }
    long count = 0;
    Iterator<Quad> events = dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), External.EVENT);
    while (events.hasNext()) {
      Quad quad = events.next();
      if (!quad.isDefaultGraph() && !quad.getGraph().equals(Quad.unionGraph)) {
        count++;
        event(dataset, quad.getGraph(), quad.getSubject(), byKey);
      }
    }
    return count;
  }

  private void event(DatasetGraph dataset, Node graph, Node event, Map<String, List<Claim>> byKey) {
    Map<Node, Node> values = new HashMap<>();
    dataset
        .find(graph, event, Node.ANY, Node.ANY)
        .forEachRemaining(q -> values.put(q.getPredicate(), q.getObject()));
    List<Node> sides = new ArrayList<>();
    for (Node property : List.of(External.SIDE_A, External.SIDE_B)) {
      Node side = values.get(property);
      Node entity = side == null ? null : known(dataset, graph, side).entity();
      if (entity != null) {
        sides.add(entity);
        keys.computeIfAbsent(entity, k -> keys(dataset, k));
      }
    }
    Days days = days(values);
    if (sides.isEmpty() || days == null) {
      return;
    }
    Node kind = values.get(External.EVENT_KIND);
    String kindName = kind == null ? "" : kind.getLiteralLexicalForm();
    Node at = values.get(External.AT);
    Known place = at == null ? new Known(null, null) : known(dataset, graph, at);
    Set<Claim> candidates = new HashSet<>();
    sides.forEach(
        s ->
            keys.getOrDefault(s, Set.of())
                .forEach(k -> candidates.addAll(byKey.getOrDefault(k, List.of()))));
    for (Claim claim : candidates) {
      if (claim.rule.kinds().matcher(kindName).matches()) {
        hit(claim, event, sides, days, place);
      }
    }
  }

  private static @Nullable Days days(Map<Node, Node> values) {
    Node start = values.get(External.START);
    Node end = values.get(External.END);
    Days first = start == null ? null : days(start.getLiteralLexicalForm());
    Days last = end == null ? first : days(end.getLiteralLexicalForm());
    if (first == null || last == null) {
      return null;
    }
    Node precision = values.get(External.DATE_PRECISION);
    String known = precision == null ? "" : precision.getLiteralLexicalForm();
    // A data set that gives one day for a week or a month means a day in it.
    int around =
        first.first() != last.last()
            ? 0
            : known.equals("week") ? 6 : known.equals("month") ? 30 : 0;
    return new Days(first.first() - around, last.last() + around, 1);
  }

  private Known known(DatasetGraph dataset, Node graph, Node thing) {
    Known found = known.get(thing);
    if (found == null) {
      found =
          new Known(
              Facts.value(dataset, graph, thing, External.MATCHES),
              EntityMatching.point(dataset, graph, thing));
      known.put(thing, found);
    }
    return found;
  }

  private void hit(Claim claim, Node event, List<Node> sides, Days days, Known place) {
    long apart = claim.days.apart(days);
    if (apart > claim.rule.days()) {
      return;
    }
    double when = claim.days.sharpness() * (1 - apart / (claim.rule.days() + 1.0));
    double who = who(claim, sides);
    Double kilometres = null;
    double score;
    if (claim.place == null) {
      score = Math.sqrt(who * when);
    } else {
      boolean same = claim.place.equals(place.entity());
      if (claim.point != null && place.point() != null) {
        kilometres = claim.point.kilometresTo(place.point());
      }
      if (!same && (kilometres == null || kilometres > claim.rule.kilometres())) {
        return;
      }
      double where =
          same ? 1 : 1 - (kilometres == null ? 0 : kilometres) / (claim.rule.kilometres() + 1);
      score = Math.cbrt(who * when * where);
    }
    if (who > 0 && score >= LEAST) {
      claim.hits.add(new Hit(event, score, apart, kilometres));
      claim.hits.sort(
          Comparator.comparingDouble(Hit::score).reversed().thenComparing(h -> h.event().getURI()));
      if (claim.hits.size() > MOST) {
        claim.hits.remove(MOST);
      }
    }
  }

  /** The mean over the statement's actors; two actors must be two sides. */
  private double who(Claim claim, List<Node> sides) {
    double best = 0;
    if (claim.actors.size() == 1) {
      for (Node side : sides) {
        best = Math.max(best, alike(claim.actors.get(0), side));
      }
      return best;
    }
    if (sides.size() < 2) {
      return 0;
    }
    double straight =
        alike(claim.actors.get(0), sides.get(0)) * alike(claim.actors.get(1), sides.get(1));
    double crossed =
        alike(claim.actors.get(0), sides.get(1)) * alike(claim.actors.get(1), sides.get(0));
    return Math.max(straight, crossed);
  }

  private double alike(Node one, Node other) {
    if (one.equals(other)) {
      return 1;
    }
    Set<String> shared = new HashSet<>(keys.getOrDefault(one, Set.of()));
    shared.retainAll(keys.getOrDefault(other, Set.of()));
    return shared.isEmpty() ? 0 : SAME_COUNTRY;
  }

  // ---- writing

  private void write(Claim claim, Hit hit, Graph graph) {
    String id = Digests.sha256(claim.node + " " + hit.event()).substring(0, 16);
    Node node = NodeFactory.createURI(store.iris().base() + "corroboration/" + id);
    graph.add(Triple.create(node, RDF.type.asNode(), Iris.ontology("Corroboration")));
    graph.add(Triple.create(node, Iris.ontology("statement"), claim.node));
    graph.add(Triple.create(node, Iris.ontology("externalEvent"), hit.event()));
    graph.add(Triple.create(node, Iris.ontology("score"), decimal(hit.score(), 100)));
    graph.add(
        Triple.create(
            node,
            Iris.ontology("daysApart"),
            NodeFactory.createLiteralDT(Long.toString(hit.days()), XSDDatatype.XSDinteger)));
    Double kilometres = hit.kilometres();
    if (kilometres != null) {
      graph.add(Triple.create(node, Iris.ontology("kilometresApart"), decimal(kilometres, 10)));
    }
  }

  private static Node decimal(double value, int parts) {
    String text = Double.toString(Math.round(value * parts) / (double) parts);
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal);
  }
}
