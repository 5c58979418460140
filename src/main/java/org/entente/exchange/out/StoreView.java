package org.entente.exchange.out;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.knowledge.Modality;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.rdf.Wkt;
import org.entente.rdf.Wkt.Coordinates;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds, in order of name, one document or entity at a time.
 *
 * <p>Made inside a transaction and good as long as it lasts.
 */
final class StoreView {

  private static final Node BODY = Prefixes.term("oa:hasBody");
  private static final Node TARGET = Prefixes.term("oa:hasTarget");
  private static final Node SELECTOR = Prefixes.term("oa:hasSelector");
  private static final Node EXACT = Prefixes.term("oa:exact");
  private static final Node START = Prefixes.term("oa:start");
  private static final Node END = Prefixes.term("oa:end");
  private static final Node TOPIC_OF = Prefixes.term("foaf:isPrimaryTopicOf");
  private static final Node SUBJECT = RDF.subject.asNode();
  private static final Node OBJECT = RDF.object.asNode();

  /** Entities that are kept once looked up. */
  private static final int KEPT = 20_000;

  /**
   * An entity.
   *
   * @param country ISO 3166-1 alpha-2 code of the state that it is or belongs to, in capitals
   * @param point where it lies
   */
  record Entity(
      String iri,
      String slug,
      EntityType type,
      String label,
      @Nullable String country,
      @Nullable Coordinates point) {}

  /** A document; length is in code points. */
  record DocumentRow(
      String iri,
      String title,
      @Nullable String issued,
      @Nullable String publisher,
      @Nullable String source,
      long length) {

    /** Where it can be read on the web, if it comes from there. */
    @Nullable String address() {
      String from = source;
      return from != null && (from.startsWith("https://") || from.startsWith("http://"))
          ? from
          : null;
    }
  }

  /** A statement; subject, object and speaker are IRIs, dates as they are stored. */
  record StatementRow(
      String iri,
      String subject,
      String predicate,
      String object,
      Modality modality,
      @Nullable String attributedTo,
      @Nullable String attributionText,
      BigDecimal confidence,
      @Nullable String start,
      @Nullable String end,
      String sentences) {}

  /** A mention; offsets in code points. */
  record MentionRow(
      String entity, long start, long end, String text, String type, BigDecimal confidence) {}

  private final DatasetGraph dataset;
  private final Iris iris;
  private final String entities;
  private final String documents;
  private final Map<String, Entity> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entity> eldest) {
          return size() > KEPT;
        }
      };

  StoreView(DatasetGraph dataset, Iris iris) {
    this.dataset = dataset;
    this.iris = iris;
    this.entities = iris.entity("").getURI();
    this.documents = iris.document("").getURI();
  }

  DatasetGraph dataset() {
    return dataset;
  }

  Iris iris() {
    return iris;
  }

  // ---- documents

  /** IRIs of all documents, sorted. */
  SortedSet<String> documents() {
    SortedSet<String> names = new TreeSet<>();
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology("Document"))
        .forEachRemaining(q -> names.add(q.getSubject().getURI()));
    return names;
  }

  DocumentRow document(String iri) {
    Node node = NodeFactory.createURI(iri);
    String title = text(one(node, node, DCTerms.title.asNode()));
    String length = text(one(node, node, Iris.ontology("length")));
    Node source = one(node, node, DCTerms.source.asNode());
    return new DocumentRow(
        iri,
        title == null ? iri : title,
        text(one(node, node, DCTerms.issued.asNode())),
        text(one(node, node, DCTerms.publisher.asNode())),
        source != null && source.isURI() && !source.getURI().startsWith(iris.base())
            ? source.getURI()
            : null,
        length == null ? 0 : Long.parseLong(length));
  }

  /** The statements of a document in the order of its text; those that are not whole left out. */
  List<StatementRow> statements(String document) {
    Node graph = NodeFactory.createURI(document);
    List<StatementRow> rows = new ArrayList<>();
    dataset
        .find(graph, Node.ANY, RDF.type.asNode(), Iris.ontology("Statement"))
        .forEachRemaining(
            q -> {
              StatementRow row = statement(graph, q.getSubject());
              if (row != null) {
                rows.add(row);
              }
            });
    rows.sort(
        Comparator.comparingInt((StatementRow r) -> r.iri().length())
            .thenComparing(StatementRow::iri));
    return rows;
  }

  /** The statements of all documents about this subject. */
  void statementsAbout(String subject, java.util.function.BiConsumer<String, StatementRow> sink) {
    dataset
        .find(Node.ANY, Node.ANY, SUBJECT, NodeFactory.createURI(subject))
        .forEachRemaining(
            q -> {
              if (q.getGraph().getURI().startsWith(documents)) {
                StatementRow row = statement(q.getGraph(), q.getSubject());
                if (row != null) {
                  sink.accept(q.getGraph().getURI(), row);
                }
              }
            });
  }

  private @Nullable StatementRow statement(Node graph, Node node) {
    String subject = entityIri(one(graph, node, SUBJECT));
    String object = entityIri(one(graph, node, OBJECT));
    String predicate = term(one(graph, node, RDF.predicate.asNode()));
    Modality modality = modality(term(one(graph, node, Iris.ontology("modality"))));
    String confidence = text(one(graph, node, Iris.ontology("confidence")));
    if (subject == null
        || object == null
        || predicate == null
        || modality == null
        || confidence == null) {
      return null;
    }
    return new StatementRow(
        node.getURI(),
        subject,
        predicate,
        object,
        modality,
        entityIri(one(graph, node, Iris.ontology("attributedTo"))),
        text(one(graph, node, Iris.ontology("attributionText"))),
        new BigDecimal(confidence),
        text(one(graph, node, Iris.ontology("startDate"))),
        text(one(graph, node, Iris.ontology("endDate"))),
        sentences(graph, node));
  }

  private String sentences(Node graph, Node statement) {
    SortedSet<Node> evidence =
        new TreeSet<>(
            Comparator.comparingInt((Node n) -> n.toString().length())
                .thenComparing(n -> n.toString()));
    evidence.addAll(all(graph, statement, Iris.ontology("evidence")));
    StringBuilder sentences = new StringBuilder();
    for (Node annotation : evidence) {
      String exact = selected(graph, annotation, EXACT);
      if (exact != null) {
        sentences.append(sentences.isEmpty() ? "" : " ").append(exact.strip());
      }
    }
    return sentences.toString();
  }

  private @Nullable String selected(Node graph, Node annotation, Node property) {
    Node target = one(graph, annotation, TARGET);
    if (target != null) {
      for (Node selector : all(graph, target, SELECTOR)) {
        String value = text(one(graph, selector, property));
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  /** The mentions of a document in the order of its text. */
  List<MentionRow> mentions(String document) {
    Node graph = NodeFactory.createURI(document);
    List<MentionRow> rows = new ArrayList<>();
    dataset
        .find(graph, Node.ANY, BODY, Node.ANY)
        .forEachRemaining(
            q -> {
              String entity = entityIri(q.getObject());
              String start = selected(graph, q.getSubject(), START);
              String end = selected(graph, q.getSubject(), END);
              String text = selected(graph, q.getSubject(), EXACT);
              String type = term(one(graph, q.getSubject(), Iris.ontology("mentionType")));
              String confidence = text(one(graph, q.getSubject(), Iris.ontology("confidence")));
              if (entity != null
                  && start != null
                  && end != null
                  && text != null
                  && type != null
                  && confidence != null) {
                rows.add(
                    new MentionRow(
                        entity,
                        Long.parseLong(start),
                        Long.parseLong(end),
                        text,
                        type,
                        new BigDecimal(confidence)));
              }
            });
    rows.sort(
        Comparator.comparingLong(MentionRow::start)
            .thenComparingLong(MentionRow::end)
            .thenComparing(MentionRow::entity));
    return rows;
  }

  // ---- entities

  /** IRIs of the entities of these types, sorted. */
  SortedSet<String> entities(Set<EntityType> types) {
    SortedSet<String> found = new TreeSet<>();
    for (EntityType type : types) {
      dataset
          .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology(type.className()))
          .forEachRemaining(
              q -> {
                String iri = entityIri(q.getSubject());
                if (iri != null) {
                  found.add(iri);
                }
              });
    }
    return found;
  }

  /** The entities of these types that documents mention, sorted. */
  Iterable<Entity> mentioned(Set<EntityType> types) {
    return () ->
        entities(types).stream()
            .filter(this::isMentioned)
            .flatMap(iri -> Stream.ofNullable(entity(iri)))
            .filter(e -> types.contains(e.type()))
            .iterator();
  }

  private boolean isMentioned(String entity) {
    Node node = NodeFactory.createURI(entity);
    return dataset.contains(Node.ANY, Node.ANY, BODY, node)
        || dataset.contains(Node.ANY, Node.ANY, SUBJECT, node)
        || dataset.contains(Node.ANY, Node.ANY, OBJECT, node);
  }

  /** The entity with this IRI; null if nothing says what type it is of. */
  @Nullable Entity entity(String iri) {
    Entity kept = known.get(iri);
    if (kept != null) {
      return kept;
    }
    Node node = NodeFactory.createURI(iri);
    EntityType type = null;
    Set<String> classes = new HashSet<>();
    all(Node.ANY, node, RDF.type.asNode()).forEach(c -> classes.add(String.valueOf(term(c))));
    for (EntityType candidate : EntityType.values()) {
      if (type == null && classes.contains(candidate.className())) {
        type = candidate;
      }
    }
    if (type == null) {
      return null;
    }
    String slug = iri.substring(entities.length());
    String label = text(one(Node.ANY, node, SKOS.prefLabel.asNode()));
    Node country = one(Node.ANY, node, Iris.ontology("country"));
    Entity entity =
        new Entity(
            iri,
            slug,
            type,
            label == null ? slug : label,
            identifier(
                type == EntityType.STATE || country == null ? node : country, "Iso3166Alpha2"),
            point(node));
    known.put(iri, entity);
    return entity;
  }

  private @Nullable Coordinates point(Node entity) {
    Node geometry = one(Node.ANY, entity, Prefixes.term("geo:hasGeometry"));
    String wkt =
        geometry == null ? null : text(one(Node.ANY, geometry, Prefixes.term("geo:asWKT")));
    return Wkt.point(wkt);
  }

  /** The last part of an entity's IRI. */
  String slug(String entity) {
    return entity.substring(entities.length());
  }

  /** Its identifier in a scheme of the ontology, such as {@code WikidataId}. */
  @Nullable String identifier(String entity, String scheme) {
    return identifier(NodeFactory.createURI(entity), scheme);
  }

  private @Nullable String identifier(Node entity, String scheme) {
    for (Node value : all(Node.ANY, entity, DCTerms.identifier.asNode())) {
      if (value.isLiteral() && value.getLiteralDatatypeURI().equals(Iris.ONTOLOGY + scheme)) {
        return value.getLiteralLexicalForm();
      }
    }
    return null;
  }

  /** Its other names, sorted. */
  SortedSet<String> names(String entity) {
    SortedSet<String> names = new TreeSet<>();
    for (Node name : all(Node.ANY, NodeFactory.createURI(entity), SKOS.altLabel.asNode())) {
      names.add(String.valueOf(text(name)));
    }
    return names;
  }

  /** The address of the Wikipedia article about it. */
  @Nullable String article(String entity) {
    Node page = one(Node.ANY, NodeFactory.createURI(entity), TOPIC_OF);
    return page != null && page.isURI() ? page.getURI() : null;
  }

  /** How often documents mention it. */
  long mentionsOf(String entity) {
    return count(BODY, entity);
  }

  /** Of how many statements it is the subject or the object. */
  long statementsOf(String entity) {
    return count(SUBJECT, entity) + count(OBJECT, entity);
  }

  private long count(Node property, String object) {
    long[] count = {0};
    dataset
        .find(Node.ANY, Node.ANY, property, NodeFactory.createURI(object))
        .forEachRemaining(q -> count[0] += q.getGraph().getURI().startsWith(documents) ? 1 : 0);
    return count[0];
  }

  // ---- terms

  /** The value; of several, in whichever graphs, the first by name. */
  @Nullable Node one(Node graph, Node subject, Node property) {
    SortedSet<Node> values = all(graph, subject, property);
    return values.isEmpty() ? null : values.first();
  }

  SortedSet<Node> all(Node graph, Node subject, Node property) {
    SortedSet<Node> values = new TreeSet<>(Comparator.comparing(n -> n.toString()));
    dataset
        .find(graph, subject, property, Node.ANY)
        .forEachRemaining(q -> values.add(q.getObject()));
    return values;
  }

  static @Nullable String text(@Nullable Node node) {
    return node != null && node.isLiteral() ? node.getLiteralLexicalForm() : null;
  }

  /** The local name of a term of the ontology. */
  private static @Nullable String term(@Nullable Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(Iris.ONTOLOGY)
        ? node.getURI().substring(Iris.ONTOLOGY.length())
        : null;
  }

  @Nullable String entityIri(@Nullable Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(entities)
        ? node.getURI()
        : null;
  }

  private static @Nullable Modality modality(@Nullable String name) {
    for (Modality modality : Modality.values()) {
      if (modality.localName().equals(name)) {
        return modality;
      }
    }
    return null;
  }
}
