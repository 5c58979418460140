package org.entente.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.exchange.EntityLookup.Found;
import org.entente.exchange.EntityLookup.Point;
import org.entente.exchange.NameRules.Kind;
import org.entente.exchange.NameRules.Reading;
import org.entente.rdf.Iris;
import org.jspecify.annotations.Nullable;

/**
 * Which of our entities the actors and places of an imported file are.
 *
 * <p>By identifier first, then by name as it stands, then by the readings of {@link NameRules}. An
 * actor that several names give several entities is left to a person.
 */
public final class EntityMatching {

  /**
   * Something in a file that none of our entities is.
   *
   * @param kind {@code actor} or {@code place}
   * @param name its first name
   * @param code its identifier in the data set, or where it lies; empty when it has none
   * @param events how many events it stands in
   */
  public record Unmatched(String kind, String name, String code, long events) {}

  /** What was found. */
  static final class Result {
    final List<Triple> triples = new ArrayList<>();
    final List<Unmatched> unmatched = new ArrayList<>();
    long actors;
    long matchedActors;
    long places;
    long matchedPlaces;
  }

  private final EntityLookup lookup;
  private final NameRules rules;
  private final Iris iris;

  EntityMatching(EntityLookup lookup, NameRules rules, Iris iris) {
    this.lookup = lookup;
    this.rules = rules;
    this.iris = iris;
  }

  /** Matches what stands in a graph; the dataset is in a transaction. */
  Result match(DatasetGraph dataset, Node graph) {
    Result result = new Result();
    for (Node actor : of(dataset, graph, External.ACTOR)) {
      SortedSet<String> names = texts(dataset, graph, actor, RDFS.label.asNode());
      if (names.stream().anyMatch(rules::isNobody)) {
        continue;
      }
      result.actors++;
      TreeSet<String> all = new TreeSet<>(names);
      all.addAll(texts(dataset, graph, actor, Iris.ontology("otherName")));
      Found found = actor(dataset, graph, actor, all);
      if (found == null) {
        long events =
            count(dataset, graph, External.SIDE_A, actor)
                + count(dataset, graph, External.SIDE_B, actor);
        result.unmatched.add(
            new Unmatched("actor", first(names), code(dataset, graph, actor), events));
      } else {
        result.matchedActors++;
        add(result, actor, found);
      }
    }
    for (Node place : of(dataset, graph, External.PLACE)) {
      SortedSet<String> names = texts(dataset, graph, place, RDFS.label.asNode());
      result.places++;
      Point point = point(dataset, graph, place);
      Found found = place(dataset, graph, place, names, point);
      if (found == null) {
        String where = point == null ? "" : point.latitude() + " " + point.longitude();
        result.unmatched.add(
            new Unmatched("place", first(names), where, count(dataset, graph, External.AT, place)));
      } else {
        result.matchedPlaces++;
        add(result, place, found);
      }
    }
    result.unmatched.sort(
        Comparator.comparing(Unmatched::kind)
            .thenComparing(Comparator.comparingLong(Unmatched::events).reversed())
            .thenComparing(Unmatched::name)
            .thenComparing(Unmatched::code));
    return result;
  }

  private @Nullable Found actor(
      DatasetGraph dataset, Node graph, Node actor, SortedSet<String> names) {
    List<String> schemes = new ArrayList<>();
    for (Node code : objects(dataset, graph, actor, External.CODE)) {
      String scheme = code.getLiteralDatatypeURI().substring(Iris.ONTOLOGY.length());
      schemes.add(scheme);
      var known = lookup.identified(scheme, code.getLiteralLexicalForm());
      if (known.isPresent()) {
        return new Found(known.get(), "identifier", 1);
      }
    }
    Map<Double, Map<String, Found>> byConfidence = new TreeMap<>(Comparator.reverseOrder());
    for (String name : names) {
      for (Reading reading : rules.readings(Kind.ACTOR, name, lookup::adjectives)) {
        var known = lookup.actor(reading.name(), reading.country(), reading.types());
        // Another number in the same list is another actor, whatever the name: many are an "ELN".
        if (known.isPresent() && schemes.stream().noneMatch(s -> lookup.carries(known.get(), s))) {
          Found found = new Found(known.get(), "name", 0.95 * reading.confidence());
          byConfidence
              .computeIfAbsent(found.confidence(), k -> new TreeMap<>())
              .put(found.entity().slug(), found);
          break;
        }
      }
    }
    // The surest name wins; names that are as sure and disagree decide nothing.
    for (Map<String, Found> found : byConfidence.values()) {
      return found.size() == 1 ? found.values().iterator().next() : null;
    }
    return null;
  }

  private @Nullable Found place(
      DatasetGraph dataset,
      Node graph,
      Node place,
      SortedSet<String> names,
      @Nullable Point point) {
    SortedSet<String> countries = texts(dataset, graph, place, External.COUNTRY_NAME);
    String country = countries.isEmpty() ? null : countries.first();
    for (String name : names) {
      for (Reading reading : rules.readings(Kind.PLACE, name, lookup::adjectives)) {
        Optional<Found> found = lookup.place(reading.name(), country, point);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return point == null ? null : lookup.place("", country, point).orElse(null);
  }

  private void add(Result result, Node thing, Found found) {
    result.triples.add(Triple.create(thing, External.MATCHES, iris.entity(found.entity().slug())));
    result.triples.add(
        Triple.create(thing, External.MATCHED_BY, NodeFactory.createLiteralString(found.how())));
    String confidence = Math.round(found.confidence() * 100) / 100.0 + "";
    result.triples.add(
        Triple.create(
            thing,
            External.MATCH_CONFIDENCE,
            NodeFactory.createLiteralDT(confidence, XSDDatatype.XSDdecimal)));
  }

  // ---- reading the graph

  private static List<Node> of(DatasetGraph dataset, Node graph, Node type) {
    Map<Node, Node> found = new LinkedHashMap<>();
    dataset
        .find(graph, Node.ANY, RDF.type.asNode(), type)
        .forEachRemaining(q -> found.put(q.getSubject(), type));
    List<Node> nodes = new ArrayList<>(found.keySet());
    nodes.sort(Comparator.comparing(Node::getURI));
    return nodes;
  }

  private static List<Node> objects(DatasetGraph dataset, Node graph, Node subject, Node property) {
    List<Node> nodes = new ArrayList<>();
    dataset
        .find(graph, subject, property, Node.ANY)
        .forEachRemaining(q -> nodes.add(q.getObject()));
    nodes.removeIf(
        n ->
            property.equals(External.CODE) && !n.getLiteralDatatypeURI().startsWith(Iris.ONTOLOGY));
    nodes.sort(Comparator.comparing(Node::toString));
    return nodes;
  }

  private static SortedSet<String> texts(
      DatasetGraph dataset, Node graph, Node subject, Node property) {
    TreeSet<String> texts = new TreeSet<>();
    for (Node node : objects(dataset, graph, subject, property)) {
      if (node.isLiteral()) {
        texts.add(node.getLiteralLexicalForm());
      }
    }
    return texts;
  }

  private static String first(SortedSet<String> names) {
    return names.isEmpty() ? "" : names.first();
  }

  private static String code(DatasetGraph dataset, Node graph, Node actor) {
    return objects(dataset, graph, actor, External.CODE).stream()
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  static @Nullable Point point(DatasetGraph dataset, Node graph, Node place) {
    SortedSet<String> latitude = texts(dataset, graph, place, External.LATITUDE);
    SortedSet<String> longitude = texts(dataset, graph, place, External.LONGITUDE);
    return latitude.isEmpty() || longitude.isEmpty()
        ? null
        : new Point(Double.parseDouble(latitude.first()), Double.parseDouble(longitude.first()));
  }

  private static long count(DatasetGraph dataset, Node graph, Node property, Node object) {
    long count = 0;
    var quads = dataset.find(graph, Node.ANY, property, object);
    while (quads.hasNext()) {
      quads.next();
      count++;
    }
    return count;
  }
}
