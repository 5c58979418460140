package org.entente.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.riot.out.NodeFmtLib;
import org.entente.exchange.EntityLookup.Point;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.ResourceFolder;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service like Wikidata's which of its items our entities may be; decides nothing.
 *
 * <p>What is asked by is the table {@code data/mappings/wikidata.tsv}.
 */
final class ItemSearch {

  /** What the IRIs of items begin with. */
  static final String ENTITY = "http://www.wikidata.org/entity/";

  private static final String DIRECT = "http://www.wikidata.org/prop/direct/";

  /** Two points this near are one place, whatever its name's spelling. */
  private static final double SAME_KM = 10;

  /** Two points further apart are not one place, whatever its name. */
  private static final double OTHER_KM = 60;

  /** One of ours. */
  record Entity(
      Node node,
      EntityType type,
      Set<String> names,
      Map<String, String> identifiers,
      @Nullable Node page,
      @Nullable Point point,
      @Nullable Node country) {}

  /** An item that may be one of ours. */
  record Candidate(Node item, String by, double confidence) {}

  private final SparqlEndpoint service;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, Set<String>> classes = new TreeMap<>();

  ItemSearch(SparqlEndpoint service) {
    this.service = service;
    String table = ResourceFolder.read("/mappings", ".tsv").getOrDefault("wikidata.tsv", "");
    try {
      for (LexiconTable.Row row :
          LexiconTable.read("wikidata.tsv", new StringReader(table)).rows()) {
        if (row.get("kind").equals("identifier")) {
          properties.put(row.get("ours"), row.get("theirs"));
        } else {
          classes
              .computeIfAbsent(row.get("ours"), k -> new TreeSet<>())
              .add(ENTITY + row.get("theirs"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("wikidata.tsv", e);
    }
  }

  /** Whether items can be asked for by identifiers of this scheme. */
  boolean knows(String scheme) {
    return properties.containsKey(scheme);
  }

  /** Items with one of the identifiers of an entity. */
  void byIdentifier(List<Entity> batch, Map<Node, List<Candidate>> found) {
    properties.forEach((scheme, property) -> byIdentifier(batch, scheme, property, found));
  }

  private void byIdentifier(
      List<Entity> batch, String scheme, String property, Map<Node, List<Candidate>> found) {
    Map<String, List<Entity>> byValue = new TreeMap<>();
    for (Entity entity : batch) {
      String value = entity.identifiers().get(scheme);
      if (value != null) {
        byValue.computeIfAbsent(value, k -> new ArrayList<>()).add(entity);
      }
    }
    if (byValue.isEmpty()) {
      return;
    }
    StringBuilder values = new StringBuilder();
    byValue.keySet().forEach(v -> values.append(text(v, null)).append(' '));
    String query =
        "SELECT DISTINCT ?value ?item WHERE { VALUES ?value { %s} ?item <%s%s> ?value } LIMIT 1000"
            .formatted(values, DIRECT, property);
    for (QuerySolution row : service.select(query)) {
      Node item = uri(row, "item");
      if (item == null) {
        continue;
      }
      for (Entity entity : byValue.getOrDefault(lexical(row, "value"), List.of())) {
        add(found, entity, new Candidate(item, scheme + " " + lexical(row, "value"), 1));
      }
    }
  }

  /** The items of the entities' pages in the English Wikipedia. */
  void byPage(List<Entity> batch, Map<Node, List<Candidate>> found) {
    Map<String, Entity> byPage = new TreeMap<>();
    StringBuilder values = new StringBuilder();
    for (Entity entity : batch) {
      Node page = entity.page();
      if (page != null && page.isURI() && page.getURI().contains("en.wikipedia.org/wiki/")) {
        byPage.put(page.getURI(), entity);
        values.append(NodeFmtLib.strNT(page)).append(' ');
      }
    }
    if (byPage.isEmpty()) {
      return;
    }
    String query =
        "SELECT DISTINCT ?value ?item WHERE { VALUES ?value { %s} ?value <http://schema.org/about> ?item } LIMIT 1000"
            .formatted(values);
    for (QuerySolution row : service.select(query)) {
      Node item = uri(row, "item");
      Node page = uri(row, "value");
      Entity entity = page == null ? null : byPage.get(page.getURI());
      if (item != null && page != null && entity != null) {
        add(found, entity, new Candidate(item, "page " + page.getURI(), 1));
      }
    }
  }

  /**
   * Items of exactly the entities' names, weighed by class and place.
   *
   * @param sameAs items of states that are known already
   */
  void byName(
      EntityType type,
      List<Entity> entities,
      Map<Node, Node> sameAs,
      Map<Node, List<Candidate>> found) {
    Map<String, List<Entity>> byLabel = new TreeMap<>();
    for (Entity entity : entities) {
      entity.names().stream()
          .limit(1)
          .forEach(n -> byLabel.computeIfAbsent(n, k -> new ArrayList<>()).add(entity));
    }
    StringBuilder values = new StringBuilder();
    byLabel.keySet().forEach(n -> values.append(text(n, "en")).append(' '));
    Set<String> wanted = classes.getOrDefault(type.className(), Set.of());
    StringBuilder under = new StringBuilder();
    wanted.forEach(c -> under.append('<').append(c).append("> "));
    String query =
        """
        SELECT ?value ?item (SAMPLE(?p) AS ?point) (SAMPLE(?c) AS ?country) (COUNT(?class) AS ?fits) WHERE {
          VALUES ?value { %s}
          ?item <http://www.w3.org/2000/01/rdf-schema#label> ?value
          OPTIONAL { ?item <%sP625> ?p }
          OPTIONAL { ?item <%sP17> ?c }
          OPTIONAL { VALUES ?class { %s} ?item <%sP31>/<%sP279>* ?class }
        } GROUP BY ?value ?item LIMIT 2000
        """
            .formatted(values, DIRECT, DIRECT, under, DIRECT, DIRECT);
    for (QuerySolution row : service.select(query)) {
      Node item = uri(row, "item");
      boolean fits = !lexical(row, "fits").equals("0");
      if (item == null || (!wanted.isEmpty() && !fits)) {
        continue;
      }
      for (Entity entity : byLabel.getOrDefault(lexical(row, "value"), List.of())) {
        Candidate candidate = candidate(entity, item, row, fits, sameAs);
        if (candidate != null) {
          add(found, entity, candidate);
        }
      }
    }
  }

  private static @Nullable Candidate candidate(
      Entity entity, Node item, QuerySolution row, boolean fits, Map<Node, Node> sameAs) {
    String name = "name \"" + lexical(row, "value") + "\"";
    Point ours = entity.point();
    Point theirs = Point.of(lexical(row, "point"));
    if (ours != null && theirs != null && !entity.type().equals(EntityType.STATE)) {
      double kilometres = ours.kilometresTo(theirs);
      if (kilometres > OTHER_KM) {
        return null;
      }
      if (fits && kilometres <= SAME_KM) {
        return new Candidate(item, name + ", class and point", 0.95);
      }
    }
    Node country = entity.country();
    Node state = country == null ? null : sameAs.get(country);
    Node at = uri(row, "country");
    if (state != null && at != null && !state.equals(at)) {
      return new Candidate(item, name + ", another country", 0.3);
    }
    if (fits && state != null && state.equals(at)) {
      return new Candidate(item, name + ", class and country", 0.9);
    }
    return new Candidate(item, fits ? name + " and class" : name, fits ? 0.6 : 0.5);
  }

  private static void add(Map<Node, List<Candidate>> found, Entity entity, Candidate candidate) {
    List<Candidate> candidates = found.get(entity.node());
    if (candidates != null
        && candidates.stream().noneMatch(c -> c.item().equals(candidate.item()))) {
      candidates.add(candidate);
    }
  }

  /** An item of an answer: an IRI that may stand in a graph, else nothing. */
  private static @Nullable Node uri(QuerySolution row, String name) {
    Node node = row.get(name) == null ? null : row.get(name).asNode();
    return node != null && node.isURI() && node.getURI().matches("https?://[^\\s<>\"{}|\\\\^`]+")
        ? node
        : null;
  }

  private static String lexical(QuerySolution row, String name) {
    Node node = row.get(name) == null ? null : row.get(name).asNode();
    return node != null && node.isLiteral() ? node.getLiteralLexicalForm() : "";
  }

  private static String text(String value, @Nullable String language) {
    return NodeFmtLib.strNT(
        language == null
            ? NodeFactory.createLiteralString(value)
            : NodeFactory.createLiteralLang(value, language));
  }
}
