package org.entente.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.knowledge.Claim;
import org.entente.knowledge.DocumentClaims;
import org.entente.knowledge.Modality;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what documents of a store claim, one document at a time.
 *
 * <p>Example: {@code new ClaimReader(store).documents(Set.of("supports"), d -> …)}. Memory holds
 * the documents' names and the statements of one document.
 */
public final class ClaimReader {

  private static final Node STATEMENT = Iris.ontology("Statement");
  private static final Node PREDICATE = RDF.predicate.asNode();

  private final KnowledgeStore store;
  private final String entities;

  /** A reader of this store. */
  public ClaimReader(KnowledgeStore store) {
    this.store = store;
    this.entities = store.iris().entity("").getURI();
  }

  /** Gives each document, in order of name, with its statements of these relations. */
  public void documents(Set<String> predicates, Consumer<DocumentClaims> sink) {
    store.read(
        dataset -> {
          for (String name : documents(dataset)) {
            Node document = org.apache.jena.graph.NodeFactory.createURI(name);
            List<Claim> claims = claims(dataset, document, predicates);
            if (!claims.isEmpty()) {
              String digest = text(dataset, document, document, Iris.ontology("sha256"));
              sink.accept(
                  new DocumentClaims(
                      name,
                      digest == null ? name : digest,
                      date(text(dataset, document, document, DCTerms.issued.asNode()))
                              instanceof LocalDate day
                          ? day
                          : null,
                      claims));
            }
          }
          return null;
        });
  }

  /** How many documents there are. */
  public long count() {
    return store.read(dataset -> (long) documents(dataset).size());
  }

  private static Set<String> documents(DatasetGraph dataset) {
    Set<String> names = new TreeSet<>();
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology("Document"))
        .forEachRemaining(q -> names.add(q.getSubject().getURI()));
    return names;
  }

  private List<Claim> claims(DatasetGraph dataset, Node document, Set<String> predicates) {
    List<Claim> claims = new ArrayList<>();
    dataset
        .find(document, Node.ANY, RDF.type.asNode(), STATEMENT)
        .forEachRemaining(
            q -> {
              Claim claim = claim(dataset, document, q.getSubject(), predicates);
              if (claim != null) {
                claims.add(claim);
              }
            });
    claims.sort(Comparator.comparing(Claim::name));
    return claims;
  }

  /** The statement, or null if it is of another relation or not whole. */
  private @Nullable Claim claim(
      DatasetGraph dataset, Node document, Node statement, Set<String> predicates) {
    Map<Node, Node> values = new HashMap<>();
    var triples = dataset.find(document, statement, Node.ANY, Node.ANY);
    while (triples.hasNext()) {
      var triple = triples.next();
      values.put(triple.getPredicate(), triple.getObject());
    }
    String predicate = ontologyName(values.get(PREDICATE));
    Modality modality = modality(ontologyName(values.get(Iris.ontology("modality"))));
    String subject = slug(values.get(RDF.subject.asNode()));
    String object = slug(values.get(RDF.object.asNode()));
    Node confidence = values.get(Iris.ontology("confidence"));
    if (predicate == null
        || !predicates.contains(predicate)
        || modality == null
        || subject == null
        || object == null
        || confidence == null) {
      return null;
    }
    return new Claim(
        statement.getURI(),
        subject,
        predicate,
        object,
        modality,
        Double.parseDouble(confidence.getLiteralLexicalForm()),
        date(text(values.get(Iris.ontology("startDate")))),
        date(text(values.get(Iris.ontology("endDate")))));
  }

  // ---- entities

  /** The slugs of all entities that can act, each with the local name of its class. */
  public Map<String, String> actors() {
    Map<String, String> actors = new HashMap<>();
    store.read(
        dataset -> {
          for (String type : OntologyReader.actorClasses()) {
            dataset
                .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology(type))
                .forEachRemaining(
                    q -> {
                      String slug = slug(q.getSubject());
                      if (slug != null) {
                        actors.put(slug, type);
                      }
                    });
          }
          return null;
        });
    return actors;
  }

  /** Gives each pair of entities that a property of the reference data joins. */
  public void pairs(String property, java.util.function.BiConsumer<String, String> sink) {
    store.read(
        dataset -> {
          dataset
              .find(store.iris().graph("reference"), Node.ANY, Iris.ontology(property), Node.ANY)
              .forEachRemaining(
                  q -> {
                    String subject = slug(q.getSubject());
                    String object = slug(q.getObject());
                    if (subject != null && object != null) {
                      sink.accept(subject, object);
                    }
                  });
          return null;
        });
  }

  /** Gives predecessor and successor of each dated succession. */
  public void successions(java.util.function.BiConsumer<String, String> sink) {
    store.read(
        dataset -> {
          dataset
              .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology("Succession"))
              .forEachRemaining(
                  q -> {
                    String before = related(dataset, q.getSubject(), "predecessor");
                    String after = related(dataset, q.getSubject(), "successor");
                    if (before != null && after != null) {
                      sink.accept(before, after);
                    }
                  });
          return null;
        });
  }

  private @Nullable String related(DatasetGraph dataset, Node subject, String property) {
    var found = dataset.find(Node.ANY, subject, Iris.ontology(property), Node.ANY);
    String slug = null;
    while (found.hasNext()) {
      slug = slug(found.next().getObject());
    }
    return slug;
  }

  /** The slugs of the entities of which a property is true. */
  public Set<String> marked(String property) {
    Set<String> marked = new TreeSet<>();
    store.read(
        dataset -> {
          dataset
              .find(Node.ANY, Node.ANY, Iris.ontology(property), Node.ANY)
              .forEachRemaining(
                  q -> {
                    String slug = slug(q.getSubject());
                    if (slug != null && "true".equals(text(q.getObject()))) {
                      marked.add(slug);
                    }
                  });
          return null;
        });
    return marked;
  }

  // ---- terms

  private @Nullable String slug(@Nullable Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(entities)
        ? node.getURI().substring(entities.length())
        : null;
  }

  private static @Nullable String ontologyName(@Nullable Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(Iris.ONTOLOGY)
        ? node.getURI().substring(Iris.ONTOLOGY.length())
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

  private static @Nullable String text(@Nullable Node node) {
    return node != null && node.isLiteral() ? node.getLiteralLexicalForm() : null;
  }

  private static @Nullable String text(
      DatasetGraph dataset, Node graph, Node subject, Node property) {
    var found = dataset.find(graph, subject, property, Node.ANY);
    String text = null;
    while (found.hasNext()) {
      text = text(found.next().getObject());
    }
    return text;
  }

  /** A day, month or year; null for anything else. */
  static @Nullable Temporal date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return switch (text.length()) {
        case 4 -> Year.parse(text);
        case 7 -> YearMonth.parse(text);
        case 10 -> LocalDate.parse(text);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }
}
