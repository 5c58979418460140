package org.entente.serve.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.store.KnowledgeStore;

/**
 * Finds the entities that a name may mean, and says how well each fits.
 *
 * <p>The score runs from 0 to 100: 100 for a preferred name or an identifier, 95 for another name,
 * else at most 90, by how alike the names are; then times 0.7 for each property that does not fit.
 * A candidate is a match if it is the only one with 95 or more.
 */
final class Matcher {

  private static final Node NAME = SKOS.prefLabel.asNode();
  private static final Node ALIAS = SKOS.altLabel.asNode();

  /** Most hits that are scored, most values of a property that are looked at. */
  private static final int HITS = 200;

  private static final int VALUES = 10_000;
  private static final double CERTAIN = 95;

  private final KnowledgeStore store;
  private final Schema schema;
  private final String space;

  Matcher(KnowledgeStore store, Schema schema) {
    this.store = store;
    this.schema = schema;
    this.space = store.iris().base() + "id/";
  }

  /** What a row of a table says of a property. */
  record Wanted(String property, Set<String> values) {}

  /** An entity that may be meant. */
  record Candidate(
      String id,
      String name,
      List<Schema.Term> types,
      double score,
      double nameScore,
      int fitting,
      boolean match) {}

  /**
   * Candidates, best first.
   *
   * @param types those it must be of, or none
   * @param all whether it must be of all of them
   */
  List<Candidate> match(
      String query, Set<String> types, boolean all, List<Wanted> wanted, int limit) {
    Set<Node> found = new LinkedHashSet<>();
    entity(query).ifPresent(found::add);
    String plain = Names.plain(query);
    if (!plain.isEmpty()) {
      String words =
          Names.words(plain).stream()
              .map(w -> w.length() > 4 ? w + "^4 OR " + w + "~1" : w + "^4")
              .collect(Collectors.joining(" OR "));
      found.addAll(search("(" + words + ")", HITS));
    }
    return store.read(
        data -> {
          Graph graph = data.getUnionGraph();
          if (found.isEmpty() && plain.isEmpty()) {
            wanted.forEach(w -> found.addAll(having(graph, w)));
          }
          List<Candidate> candidates = new ArrayList<>();
          for (Node entity : found) {
            List<Schema.Term> has = types(graph, entity);
            Set<String> kinds =
                has.stream()
                    .flatMap(t -> schema.withBroader(t.id()).stream())
                    .collect(Collectors.toSet());
            boolean fits =
                types.isEmpty()
                    || (all ? kinds.containsAll(types) : types.stream().anyMatch(kinds::contains));
            if (fits && !has.isEmpty()) {
              candidates.add(candidate(graph, entity, has, query, wanted));
            }
          }
          return decide(candidates, limit);
        });
  }

  private static List<Candidate> decide(List<Candidate> candidates, int limit) {
    long certain = candidates.stream().filter(c -> c.score() >= CERTAIN).count();
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id))
        .limit(limit)
        .map(
            c ->
                new Candidate(
                    c.id(),
                    c.name(),
                    c.types(),
                    c.score(),
                    c.nameScore(),
                    c.fitting(),
                    certain == 1 && c.score() >= CERTAIN))
        .toList();
  }

  private Candidate candidate(
      Graph graph, Node entity, List<Schema.Term> types, String query, List<Wanted> wanted) {
    String id = entity.getURI().substring(space.length());
    String plain = Names.plain(query);
    double best = plain.isEmpty() || query.equals(id) || query.equals(entity.getURI()) ? 100 : 0;
    for (Node property : List.of(NAME, ALIAS)) {
      for (Node label : values(graph, entity, property)) {
        double alike = Names.alike(plain, Names.plain(text(label)));
        double equal = property.equals(NAME) ? 100 : 95;
        best = Math.max(best, alike == 1 ? equal : 90 * alike);
      }
    }
    double score = best;
    int fitting = 0;
    for (Wanted w : wanted) {
      Schema.Term property = schema.properties().get(w.property());
      boolean fits =
          property != null
              && values(graph, entity, property.node()).stream().anyMatch(v -> fits(graph, v, w));
      fitting += fits ? 1 : 0;
      score *= fits ? 1 : 0.7;
    }
    double rounded = Math.round(score * 100) / 100.0;
    return new Candidate(id, name(graph, entity), types, rounded, best, fitting, false);
  }

  private boolean fits(Graph graph, Node value, Wanted wanted) {
    Set<String> said = new TreeSet<>();
    said.add(Names.plain(text(value)));
    if (value.isURI() && value.getURI().startsWith(space)) {
      said.add(Names.plain(value.getURI().substring(space.length())));
      values(graph, value, NAME).forEach(n -> said.add(Names.plain(text(n))));
      values(graph, value, ALIAS).forEach(n -> said.add(Names.plain(text(n))));
    }
    return wanted.values().stream().map(Names::plain).anyMatch(said::contains);
  }

  /** Entities that a property has such a value of, for rows without a name. */
  private List<Node> having(Graph graph, Wanted wanted) {
    Schema.Term property = schema.properties().get(wanted.property());
    List<Node> found = new ArrayList<>();
    if (property == null) {
      return found;
    }
    Iterator<Triple> triples = graph.find(Node.ANY, property.node(), Node.ANY);
    for (int i = 0; triples.hasNext() && i < VALUES && found.size() < HITS; i++) {
      Triple triple = triples.next();
      if (isEntity(triple.getSubject()) && fits(graph, triple.getObject(), wanted)) {
        found.add(triple.getSubject());
      }
    }
    return found;
  }

  /** Entities with a name whose words are these, the last one perhaps not yet whole. */
  List<Node> beginning(String prefix, int limit) {
    Set<Node> found = new LinkedHashSet<>();
    entity(prefix).ifPresent(found::add);
    List<String> words = Names.words(Names.plain(prefix));
    if (!words.isEmpty()) {
      found.addAll(search("(+" + String.join(" +", words) + "*)", limit));
    }
    return List.copyOf(found);
  }

  private List<Node> search(String query, int limit) {
    return store.search(List.of(NAME, ALIAS), query, limit).stream()
        .map(m -> m.subject())
        .filter(this::isEntity)
        .distinct()
        .toList();
  }

  /** The entity with this identifier or IRI, if the store knows it. */
  Optional<Node> entity(String id) {
    String iri = id.startsWith(space) ? id : space + id;
    if (iri.matches(".*[\\s<>\"{}|\\\\^`].*")) {
      return Optional.empty();
    }
    Node node = Schema.node(iri);
    boolean known =
        store.read(data -> data.getUnionGraph().contains(node, RDF.type.asNode(), Node.ANY));
    return known ? Optional.of(node) : Optional.empty();
  }

  boolean isEntity(Node node) {
    return node.isURI() && node.getURI().startsWith(space);
  }

  /** Its types of the ontology. */
  List<Schema.Term> types(Graph graph, Node entity) {
    return values(graph, entity, RDF.type.asNode()).stream()
        .flatMap(t -> Schema.local(t).stream())
        .filter(schema.types()::containsKey)
        .distinct()
        .sorted()
        .map(id -> schema.types().getOrDefault(id, new Schema.Term(id, id, Schema.node(id))))
        .toList();
  }

  /** Its preferred name, or its identifier. */
  String name(Graph graph, Node entity) {
    return values(graph, entity, NAME).stream()
        .min(
            Comparator.comparing((Node l) -> l.getLiteralLanguage().equals("en") ? 0 : 1)
                .thenComparing(Matcher::text))
        .map(Matcher::text)
        .orElseGet(
            () -> isEntity(entity) ? entity.getURI().substring(space.length()) : text(entity));
  }

  static List<Node> values(Graph graph, Node subject, Node property) {
    List<Node> values = new ArrayList<>();
    Iterator<Triple> triples = graph.find(subject, property, Node.ANY);
    while (triples.hasNext() && values.size() < HITS) {
      values.add(triples.next().getObject());
    }
    return values;
  }

  static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
