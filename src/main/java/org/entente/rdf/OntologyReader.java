package org.entente.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Listing;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Scale;
import org.entente.knowledge.Slugs;
import org.entente.knowledge.Vocabulary;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Predicates and known entities from the ontology's graphs.
 *
 * <p>A predicate is an object property of our namespace with a domain and a range that entity types
 * fall under; a new one needs no more than its triples.
 */
public final class OntologyReader {

  private final Iris iris;

  /** A reader for entities below this base. */
  public OntologyReader(Iris iris) {
    this.iris = iris;
  }

  // ---- predicates

  /** The relations that statements may use. */
  public static Vocabulary vocabulary(Graph ontology) {
    List<Predicate> predicates = new ArrayList<>();
    for (Triple triple :
        ontology.find(Node.ANY, RDF.type.asNode(), OWL.ObjectProperty.asNode()).toList()) {
      Node property = triple.getSubject();
      if (!property.isURI() || !property.getURI().startsWith(Iris.ONTOLOGY)) {
        continue;
      }
      Set<EntityType> domain = types(ontology, property, RDFS.domain.asNode());
      Set<EntityType> range = types(ontology, property, RDFS.range.asNode());
      if (isReferenceOnly(ontology, property) || domain.isEmpty() || range.isEmpty()) {
        continue;
      }
      boolean symmetric =
          ontology.contains(property, RDF.type.asNode(), OWL.SymmetricProperty.asNode());
      String name = property.getURI().substring(Iris.ONTOLOGY.length());
      predicates.add(new Predicate(name, domain, range, symmetric));
    }
    return new Vocabulary(predicates);
  }

  /** Statement predicates carry a PLOVER category; capital, country and sponsor do not. */
  private static boolean isReferenceOnly(Graph ontology, Node property) {
    return !ontology.contains(property, RDFS.subPropertyOf.asNode(), Iris.ontology("relation"));
  }

  private static Set<EntityType> types(Graph ontology, Node property, Node side) {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    ontology
        .find(property, side, Node.ANY)
        .forEach(t -> types.addAll(under(ontology, t.getObject(), new HashSet<>())));
    return types;
  }

  /** The entity types whose class is this one, below it, or in its union. */
  private static Set<EntityType> under(Graph ontology, Node type, Set<Node> seen) {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    if (!seen.add(type)) {
      return types;
    }
    if (type.isURI() && type.getURI().startsWith(Iris.ONTOLOGY)) {
      EntityType.ofLabel(type.getURI().substring(Iris.ONTOLOGY.length())).ifPresent(types::add);
    }
    ontology
        .find(type, OWL.unionOf.asNode(), Node.ANY)
        .forEach(
            t ->
                list(ontology, t.getObject()).forEach(n -> types.addAll(under(ontology, n, seen))));
    ontology
        .find(Node.ANY, RDFS.subClassOf.asNode(), type)
        .forEach(t -> types.addAll(under(ontology, t.getSubject(), seen)));
    return types;
  }

  private static List<Node> list(Graph graph, Node head) {
    List<Node> members = new ArrayList<>();
    Node at = head;
    while (at != null && !at.equals(RDF.nil.asNode())) {
      Node first = object(graph, at, RDF.first.asNode());
      if (first != null) {
        members.add(first);
      }
      at = object(graph, at, RDF.rest.asNode());
    }
    return members;
  }

  /** The local names of the classes of those who can act. */
  public static List<String> actorClasses() {
    return Stream.of(EntityType.values())
        .filter(EntityType::isActor)
        .map(EntityType::className)
        .toList();
  }

  // ---- weights

  /**
   * What statements weigh in an analysis.
   *
   * @throws IllegalArgumentException if a weight is missing or out of range
   */
  public static Scale scale(Graph ontology) {
    Map<String, Double> scores = new TreeMap<>();
    Map<Modality, Scale.Trust> trust = new EnumMap<>(Modality.class);
    Set<String> lasting = new HashSet<>();
    Map<String, Set<String>> rollsUp = new TreeMap<>();
    ontology
        .find(Node.ANY, Iris.ontology("ploverScore"), Node.ANY)
        .forEach(t -> scores.put(localName(t.getSubject()), number(t)));
    ontology
        .find(Node.ANY, Iris.ontology("lasting"), Node.ANY)
        .forEach(
            t -> {
              if (t.getObject().getLiteralLexicalForm().equals("true")) {
                lasting.add(localName(t.getSubject()));
              }
            });
    ontology
        .find(Node.ANY, Iris.ontology("rollsUp"), Node.ANY)
        .forEach(
            t ->
                under(ontology, t.getObject(), new HashSet<>())
                    .forEach(
                        type ->
                            rollsUp
                                .computeIfAbsent(localName(t.getSubject()), k -> new HashSet<>())
                                .add(type.className())));
    for (Modality modality : Modality.values()) {
      Node node = Iris.ontology(modality.localName());
      ontology
          .find(node, Iris.ontology("trust"), Node.ANY)
          .forEach(
              t ->
                  ontology
                      .find(node, Iris.ontology("scoreFactor"), Node.ANY)
                      .forEach(f -> trust.put(modality, new Scale.Trust(number(t), number(f)))));
    }
    Map<String, String> takesFrom = new TreeMap<>();
    ontology
        .find(Node.ANY, Iris.ontology("takesFrom"), Node.ANY)
        .forEach(t -> takesFrom.put(localName(t.getSubject()), localName(t.getObject())));
    return new Scale(scores, trust, lasting, takesFrom, rollsUp);
  }

  private static String localName(Node node) {
    return node.getURI().substring(Iris.ONTOLOGY.length());
  }

  private static double number(Triple triple) {
    return Double.parseDouble(triple.getObject().getLiteralLexicalForm());
  }

  // ---- entities

  /**
   * The known entities of a graph, by slug.
   *
   * @throws IllegalArgumentException if one has no English label or an IRI that is no slug
   */
  public List<KnownEntity> entities(Graph reference) {
    TreeMap<String, KnownEntity> bySlug = new TreeMap<>();
    String prefix = iris.base() + "id/";
    for (EntityType type : EntityType.values()) {
      Node typeNode = Iris.ontology(type.className());
      reference
          .find(Node.ANY, RDF.type.asNode(), typeNode)
          .forEach(
              triple -> {
                Node entity = triple.getSubject();
                if (!entity.isURI() || !entity.getURI().startsWith(prefix)) {
                  throw new IllegalArgumentException(entity + " is not below " + prefix);
                }
                String slug = entity.getURI().substring(prefix.length());
                if (!Slugs.isSlug(slug)) {
                  throw new IllegalArgumentException(entity + ": \"" + slug + "\" is no slug");
                }
                KnownEntity known = entity(reference, entity, slug, type);
                KnownEntity before = bySlug.put(slug, known);
                if (before != null) {
                  throw new IllegalArgumentException(
                      entity + " is both " + before.ref().type() + " and " + type);
                }
              });
    }
    return List.copyOf(bySlug.values());
  }

  /**
   * The entities of a Turtle file in the form of the reference data, each with what the file says
   * of it elsewhere: identifiers, point and sources.
   *
   * @param name the file's name, for messages and as its own source where it names none
   * @throws IllegalArgumentException if it is not Turtle or an entity is not well formed; names the
   *     file, with line or entity
   */
  public List<KnownEntity> listed(String name, String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    try {
      RDFParser.fromString(turtle, Lang.TURTLE)
          .base(iris.base())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(graph);
      return entities(graph).stream().map(e -> e.listed(listing(graph, e, name))).toList();
    } catch (RiotException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private Listing listing(Graph graph, KnownEntity known, String name) {
    Node entity = iris.entity(known.ref().slug());
    List<Listing.Identifier> identifiers = new ArrayList<>();
    graph
        .find(entity, DCTerms.identifier.asNode(), Node.ANY)
        .forEach(
            t -> {
              String type = t.getObject().isLiteral() ? t.getObject().getLiteralDatatypeURI() : "";
              if (type.startsWith(Iris.ONTOLOGY)) {
                identifiers.add(
                    new Listing.Identifier(
                        type.substring(Iris.ONTOLOGY.length()),
                        t.getObject().getLiteralLexicalForm()));
              }
            });
    identifiers.sort(Comparator.comparing(Listing.Identifier::scheme));
    Node geometry = object(graph, entity, Prefixes.term("geo:hasGeometry"));
    List<String> wkt =
        geometry == null ? List.of() : texts(graph, geometry, Prefixes.term("geo:asWKT"));
    List<String> sources = texts(graph, entity, DCTerms.source.asNode());
    return new Listing(
        identifiers,
        wkt.isEmpty() ? null : wkt.get(0),
        sources.isEmpty() ? List.of(name) : sources,
        false);
  }

  private KnownEntity entity(Graph graph, Node entity, String slug, EntityType type) {
    List<String> labels = texts(graph, entity, SKOS.prefLabel.asNode());
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(entity + " has no skos:prefLabel");
    }
    List<String> population = texts(graph, entity, Iris.ontology("population"));
    return new KnownEntity(
        new EntityRef(slug, type, labels.get(0)),
        texts(graph, entity, SKOS.altLabel.asNode()),
        texts(graph, entity, Iris.ontology("adjective")),
        texts(graph, entity, Iris.ontology("metonym")),
        slugOf(object(graph, entity, Iris.ontology("capital"))),
        slugOf(object(graph, entity, Iris.ontology("country"))),
        slugOf(object(graph, entity, Iris.ontology("sponsor"))),
        population.isEmpty() ? 0 : Long.parseLong(population.get(0)));
  }

  private @Nullable String slugOf(@Nullable Node node) {
    String prefix = iris.base() + "id/";
    return node != null && node.isURI() && node.getURI().startsWith(prefix)
        ? node.getURI().substring(prefix.length())
        : null;
  }

  /** Literals of a property, sorted, so that the order never depends on the graph. */
  private static List<String> texts(Graph graph, Node subject, Node property) {
    List<String> texts = new ArrayList<>();
    graph
        .find(subject, property, Node.ANY)
        .forEach(
            t -> {
              if (t.getObject().isLiteral()) {
                texts.add(t.getObject().getLiteralLexicalForm());
              }
            });
    texts.sort(null);
    return texts;
  }

  private static @Nullable Node object(Graph graph, Node subject, Node property) {
    Node least = null;
    for (Triple triple : graph.find(subject, property, Node.ANY).toList()) {
      Node object = triple.getObject();
      if (least == null || object.toString().compareTo(least.toString()) < 0) {
        least = object;
      }
    }
    return least;
  }
}
