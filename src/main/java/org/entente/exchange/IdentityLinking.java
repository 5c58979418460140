package org.entente.exchange;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.exchange.ItemSearch.Candidate;
import org.entente.exchange.ItemSearch.Entity;
import org.entente.knowledge.Decision;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.store.KnowledgeStore;
import org.entente.text.Digests;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Which item of Wikidata, or of a service that speaks its vocabulary, each of our entities is.
 *
 * <p>Identifiers first: one item for it is sure. Then the name: one item of that name, of the right
 * class, at the same place or in the same state is sure. Whatever else is found is left to a
 * person. Sure ones become {@code owl:sameAs} in the graph {@code …/graph/identities}, each with
 * what it was found by and where. Entities are asked for in batches, each written before the next
 * is asked for: a run that was stopped goes on where it ended. Nothing is guessed without the
 * service.
 */
public final class IdentityLinking {

  private static final String ENTITY = ItemSearch.ENTITY;
  private static final Node PAGE = Prefixes.term("foaf:isPrimaryTopicOf");
  private static final Node DERIVED = Prefixes.term("prov:wasDerivedFrom");
  private static final Node OF = Iris.ontology("ofEntity");
  private static final Node ITEM = Iris.ontology("item");
  private static final Node ASKED = Iris.ontology("askedOf");
  private static final Node LINK = Iris.ontology("IdentityLink");
  private static final Node CANDIDATE = Iris.ontology("IdentityCandidate");

  /** Entities asked for together. */
  private static final int BATCH = 50;

  /** No more than so many items of one name are put before a person. */
  private static final int MOST_CANDIDATES = 5;

  /** Told of each batch. */
  public interface Progress {
    /** So many of so many entities have been asked for. */
    void asked(int done, int total);
  }

  /**
   * What a run did.
   *
   * @param entities how many were asked for
   * @param identified sure by identifier
   * @param named sure by name, class and place
   * @param decided by people
   * @param open candidates left to a person, as rows of the table of decisions
   */
  public record Summary(int entities, int identified, int named, int decided, List<Decision> open) {
    /** Copies the rows. */
    public Summary {
      open = List.copyOf(open);
    }
  }

  private final KnowledgeStore store;
  private final SparqlEndpoint service;
  private final Progress progress;
  private final ItemSearch search;
  private final Map<Node, Node> sameAs = new HashMap<>();
  private final Set<Node> taken = new HashSet<>();
  private int identified;
  private int named;

  /** A linking of a store's entities to what a service knows. */
  public IdentityLinking(KnowledgeStore store, SparqlEndpoint service, Progress progress) {
    this.store = store;
    this.service = service;
    this.progress = progress;
    this.search = new ItemSearch(service);
  }

  private Node graph() {
    return store.iris().graph("identities");
  }

  /**
   * Asks for all entities that have no item yet and were not asked for.
   *
   * @param again also ask for those that were asked for before
   * @param decisions what people decided; rows to identify become links, rows against one close it
   * @throws UncheckedIOException if the service is not there; what was found so far stays
   * @throws IllegalArgumentException if a decision names an entity that the store does not have
   */
  public Summary run(boolean again, List<Decision> decisions) {
    int decided = decide(decisions);
    List<Entity> entities = store.read(dataset -> entities(dataset, again));
    Set<String> refused = refused(decisions);
    for (int from = 0; from < entities.size(); from += BATCH) {
      List<Entity> batch = entities.subList(from, Math.min(entities.size(), from + BATCH));
      ask(batch, refused);
      progress.asked(from + batch.size(), entities.size());
    }
    return new Summary(entities.size(), identified, named, decided, store.read(this::open));
  }

  // ---- what people decided

  private int decide(List<Decision> decisions) {
    List<Triple> triples = new ArrayList<>();
    Set<Node> closed = new HashSet<>();
    int count = 0;
    for (Decision decision : decisions) {
      if (decision.kind() != Decision.Kind.IDENTIFY) {
        continue;
      }
      Node entity = store.iris().entity(decision.subject());
      boolean known =
          store.read(d -> d.contains(Node.ANY, entity, SKOS.prefLabel.asNode(), Node.ANY));
      if (!known) {
        throw new IllegalArgumentException(
            store.folder() + ": no entity \"" + decision.subject() + "\" to identify");
      }
      Node item = item(decision.object());
      String by = "decision of " + decision.author() + ", " + decision.date();
      triples.addAll(link(entity, item, LINK, by, 1, null));
      triples.add(Triple.create(entity, OWL.sameAs.asNode(), item));
      closed.add(entity);
      count++;
    }
    Set<String> refused = refused(decisions);
    List<Node> gone = new ArrayList<>();
    store.read(
        dataset -> {
          dataset
              .find(graph(), Node.ANY, RDF.type.asNode(), CANDIDATE)
              .forEachRemaining(
                  q -> {
                    Node entity = Facts.value(dataset, graph(), q.getSubject(), OF);
                    Node item = Facts.value(dataset, graph(), q.getSubject(), ITEM);
                    if (closed.contains(entity) || refused.contains(entity + " " + item)) {
                      gone.add(q.getSubject());
                    }
                  });
          return null;
        });
    store.change(graph(), gone, triples);
    return count;
  }

  private Set<String> refused(List<Decision> decisions) {
    Set<String> refused = new HashSet<>();
    for (Decision decision : decisions) {
      if (decision.kind() == Decision.Kind.NOT_IDENTIFY) {
        refused.add(store.iris().entity(decision.subject()) + " " + item(decision.object()));
      }
    }
    return refused;
  }

  private static Node item(String name) {
    return NodeFactory.createURI(name.matches("Q\\d+") ? ENTITY + name : name);
  }

  // ---- our entities

  private List<Entity> entities(DatasetGraph dataset, boolean again) {
    dataset
        .find(Node.ANY, Node.ANY, OWL.sameAs.asNode(), Node.ANY)
        .forEachRemaining(
            q -> {
              if (q.getObject().isURI() && q.getObject().getURI().startsWith(ENTITY)) {
                sameAs.put(q.getSubject(), q.getObject());
                taken.add(q.getObject());
              }
            });
    Node endpoint = NodeFactory.createURI(service.url());
    TreeMap<String, Entity> found = new TreeMap<>();
    String prefix = store.iris().base() + "id/";
    for (EntityType type : EntityType.values()) {
      dataset
          .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology(type.className()))
          .forEachRemaining(
              q -> {
                Node node = q.getSubject();
                boolean wanted =
                    node.isURI()
                        && node.getURI().startsWith(prefix)
                        && !sameAs.containsKey(node)
                        && (again || !dataset.contains(graph(), node, ASKED, endpoint));
                if (wanted) {
                  found.putIfAbsent(node.getURI(), entity(dataset, node, type));
                }
              });
    }
    return List.copyOf(found.values());
  }

  private Entity entity(DatasetGraph dataset, Node node, EntityType type) {
    Set<String> names = new LinkedHashSet<>();
    for (Node property : List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
      TreeSet<String> texts = new TreeSet<>();
      dataset
          .find(Node.ANY, node, property, Node.ANY)
          .forEachRemaining(q -> texts.add(q.getObject().getLiteralLexicalForm()));
      names.addAll(texts);
    }
    Map<String, String> identifiers = new TreeMap<>();
    dataset
        .find(Node.ANY, node, DCTerms.identifier.asNode(), Node.ANY)
        .forEachRemaining(
            q -> {
              String scheme = q.getObject().getLiteralDatatypeURI().replaceFirst("^.*#", "");
              if (search.knows(scheme)) {
                identifiers.put(scheme, q.getObject().getLiteralLexicalForm());
              }
            });
    Node page = Facts.value(dataset, Node.ANY, node, PAGE);
    return new Entity(
        node,
        type,
        names,
        identifiers,
        page,
        Facts.point(dataset, node),
        Facts.value(dataset, Node.ANY, node, Iris.ontology("country")));
  }

  // ---- asking

  private void ask(List<Entity> batch, Set<String> refused) {
    Map<Node, List<Candidate>> found = new LinkedHashMap<>();
    batch.forEach(e -> found.put(e.node(), new ArrayList<>()));
    search.byIdentifier(batch, found);
    search.byPage(batch, found);
    List<Triple> triples = new ArrayList<>();
    List<Entity> rest = new ArrayList<>();
    for (Entity entity : batch) {
      List<Candidate> candidates = kept(entity, found, refused);
      Set<Node> items = new LinkedHashSet<>();
      candidates.forEach(c -> items.add(c.item()));
      if (items.size() == 1 && taken.add(candidates.get(0).item())) {
        sure(entity, candidates.get(0), triples);
        identified++;
      } else if (items.isEmpty()) {
        rest.add(entity);
      } else {
        open(entity, candidates, triples);
      }
    }
    Map<Node, List<Candidate>> byName = new LinkedHashMap<>();
    rest.forEach(e -> byName.put(e.node(), new ArrayList<>()));
    Map<EntityType, List<Entity>> byType = new TreeMap<>();
    rest.forEach(e -> byType.computeIfAbsent(e.type(), k -> new ArrayList<>()).add(e));
    byType.forEach((type, entities) -> search.byName(type, entities, sameAs, byName));
    for (Entity entity : rest) {
      List<Candidate> candidates = kept(entity, byName, refused);
      Candidate only = candidates.size() == 1 ? candidates.get(0) : null;
      if (only != null && only.confidence() >= 0.9 && taken.add(only.item())) {
        sure(entity, only, triples);
        named++;
      } else {
        open(entity, candidates, triples);
      }
    }
    Node endpoint = NodeFactory.createURI(service.url());
    batch.forEach(e -> triples.add(Triple.create(e.node(), ASKED, endpoint)));
    store.change(graph(), List.of(), triples);
  }

  private static List<Candidate> kept(
      Entity entity, Map<Node, List<Candidate>> found, Set<String> refused) {
    return found.getOrDefault(entity.node(), List.of()).stream()
        .filter(c -> !refused.contains(entity.node() + " " + c.item()))
        .sorted(
            Comparator.comparingDouble(Candidate::confidence)
                .reversed()
                .thenComparing(c -> c.item().getURI()))
        .toList();
  }

  // ---- writing

  private void sure(Entity entity, Candidate candidate, List<Triple> triples) {
    sameAs.put(entity.node(), candidate.item());
    triples.add(Triple.create(entity.node(), OWL.sameAs.asNode(), candidate.item()));
    triples.addAll(
        link(
            entity.node(),
            candidate.item(),
            LINK,
            candidate.by(),
            candidate.confidence(),
            service.url()));
  }

  private void open(Entity entity, List<Candidate> candidates, List<Triple> triples) {
    candidates.stream()
        .limit(MOST_CANDIDATES)
        .forEach(
            c ->
                triples.addAll(
                    link(
                        entity.node(),
                        c.item(),
                        CANDIDATE,
                        taken.contains(c.item()) ? c.by() + ", item of another of ours" : c.by(),
                        c.confidence(),
                        service.url())));
  }

  private List<Triple> link(
      Node entity, Node item, Node type, String by, double confidence, @Nullable String from) {
    String id = Digests.sha256(type + " " + entity + " " + item).substring(0, 16);
    Node node = NodeFactory.createURI(store.iris().base() + "identity/" + id);
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(node, RDF.type.asNode(), type));
    triples.add(Triple.create(node, OF, entity));
    triples.add(Triple.create(node, ITEM, item));
    triples.add(Triple.create(node, External.MATCHED_BY, NodeFactory.createLiteralString(by)));
    triples.add(
        Triple.create(
            node,
            External.MATCH_CONFIDENCE,
            NodeFactory.createLiteralDT(Double.toString(confidence), XSDDatatype.XSDdecimal)));
    if (from != null) {
      triples.add(Triple.create(node, DERIVED, NodeFactory.createURI(from)));
    }
    return triples;
  }

  /** The candidates as rows for a person to sign or to strike out. */
  private List<Decision> open(DatasetGraph dataset) {
    List<Decision> rows = new ArrayList<>();
    String prefix = store.iris().base() + "id/";
    dataset
        .find(graph(), Node.ANY, RDF.type.asNode(), CANDIDATE)
        .forEachRemaining(
            q -> {
              Node entity = Facts.value(dataset, graph(), q.getSubject(), OF);
              Node item = Facts.value(dataset, graph(), q.getSubject(), ITEM);
              Node by = Facts.value(dataset, graph(), q.getSubject(), External.MATCHED_BY);
              if (entity != null && item != null && by != null) {
                String name = item.getURI();
                rows.add(
                    new Decision(
                        Decision.Kind.IDENTIFY,
                        entity.getURI().substring(prefix.length()),
                        name.startsWith(ENTITY) ? name.substring(ENTITY.length()) : name,
                        "",
                        java.time.LocalDate.EPOCH,
                        by.getLiteralLexicalForm()));
              }
            });
    rows.sort(Comparator.comparing(Decision::subject).thenComparing(Decision::object));
    return rows;
  }
}
