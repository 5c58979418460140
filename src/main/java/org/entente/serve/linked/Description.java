package org.entente.serve.linked;

import static org.entente.rdf.Prefixes.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a store says of one IRI, as a graph of bounded size: its own triples, relations that lead to
 * it, its place on the map, statements about it (or, of a document, in it) with their evidence, and
 * the names of everything that is mentioned.
 *
 * @param about the IRI
 * @param graph what is said
 * @param cut whether there is more than this
 */
record Description(Node about, Graph graph, boolean cut) {

  /** Most triples of its own, most relations of a kind that lead to it. */
  private static final int VALUES = 1000;

  private static final int INCOMING = 50;

  /** Most statements, and most that are looked at to choose them. */
  private static final int STATEMENTS = 100;

  private static final int SEEN = 5000;

  private static final Node TYPE = term("rdf:type");
  private static final List<Node> NAMES =
      List.of(term("skos:prefLabel"), term("rdfs:label"), term("dcterms:title"));
  private static final List<Node> EVIDENCE =
      List.of(
          term("ent:evidence"),
          term("oa:hasTarget"),
          term("oa:hasSelector"),
          term("geo:hasGeometry"));

  /** What is said of an IRI; empty if it is nothing's subject. */
  static Optional<Description> of(DatasetGraph data, Node about) {
    Graph all = data.getUnionGraph();
    Graph graph = GraphFactory.createDefaultGraph();
    boolean cut = add(all.find(about, Node.ANY, Node.ANY), graph, VALUES);
    if (graph.isEmpty()) {
      return Optional.empty();
    }
    for (Node relation : subjects(all, term("rdfs:subPropertyOf"), term("ent:relation"))) {
      cut |= add(all.find(Node.ANY, relation, about), graph, INCOMING);
    }
    List<Node> statements = statements(data, about);
    cut |= statements.size() > STATEMENTS;
    for (Node node : statements.subList(0, Math.min(STATEMENTS, statements.size()))) {
      cut |= add(all.find(node, Node.ANY, Node.ANY), graph, VALUES);
    }
    follow(all, graph);
    name(all, graph);
    return Optional.of(new Description(about, graph, cut));
  }

  /** Adds so many; says whether there are more. */
  private static boolean add(Iterator<Triple> triples, Graph graph, int most) {
    for (int i = 0; triples.hasNext() && i < most; i++) {
      graph.add(triples.next());
    }
    return triples.hasNext();
  }

  private static List<Node> subjects(Graph all, Node property, Node object) {
    List<Node> found = new ArrayList<>();
    Iterator<Triple> triples = all.find(Node.ANY, property, object);
    while (triples.hasNext() && found.size() < SEEN) {
      found.add(triples.next().getSubject());
    }
    return found;
  }

  /** In the order of their IRIs, so that the same store always gives the same ones. */
  private static List<Node> statements(DatasetGraph data, Node about) {
    Graph all = data.getUnionGraph();
    Set<Node> found = new HashSet<>();
    if (all.contains(about, TYPE, term("ent:Document"))) {
      found.addAll(subjects(data.getGraph(about), TYPE, term("ent:Statement")));
    } else {
      found.addAll(subjects(all, term("rdf:subject"), about));
      found.addAll(subjects(all, term("rdf:object"), about));
    }
    return found.stream()
        .filter(Node::isURI)
        .sorted(Comparator.comparing((Node n) -> n.getURI().length()).thenComparing(Node::getURI))
        .toList();
  }

  /** Adds what evidence and geometry consist of. */
  private static void follow(Graph all, Graph graph) {
    for (Node property : EVIDENCE) {
      for (Triple triple : graph.find(Node.ANY, property, Node.ANY).toList()) {
        add(all.find(triple.getObject(), Node.ANY, Node.ANY), graph, INCOMING);
      }
    }
  }

  private static void name(Graph all, Graph graph) {
    Set<Node> mentioned = new HashSet<>();
    graph
        .find()
        .forEach(
            t -> {
              mentioned.add(t.getSubject());
              mentioned.add(t.getPredicate());
              mentioned.add(t.getObject());
            });
    for (Node node : mentioned) {
      if (node.isURI()) {
        for (Node property : NAMES) {
          best(all, node, property).ifPresent(l -> graph.add(Triple.create(node, property, l)));
        }
      }
    }
  }

  private static Optional<Node> best(Graph all, Node node, Node property) {
    List<Node> labels = new ArrayList<>();
    Iterator<Triple> triples = all.find(node, property, Node.ANY);
    while (triples.hasNext() && labels.size() < INCOMING) {
      Node label = triples.next().getObject();
      if (label.isLiteral()) {
        labels.add(label);
      }
    }
    return labels.stream()
        .min(
            Comparator.comparing((Node l) -> l.getLiteralLanguage().equals("en") ? 0 : 1)
                .thenComparing(Node::getLiteralLanguage)
                .thenComparing(Node::getLiteralLexicalForm));
  }

  /** The name of a node in a graph; what its IRI ends in if it has none. */
  static String name(Graph graph, Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    if (!node.isURI()) {
      return node.toString();
    }
    for (Node property : NAMES) {
      Optional<Node> label = best(graph, node, property);
      if (label.isPresent()) {
        return label.get().getLiteralLexicalForm();
      }
    }
    String iri = node.getURI();
    String end = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    return end.isEmpty() ? iri : end;
  }
}
