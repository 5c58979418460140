package org.entente.serve.reconcile;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Iris;

/**
 * Types and properties by their identifiers: the local names of the ontology's terms, and four
 * properties of other vocabularies.
 *
 * @param types by identifier
 * @param properties by identifier
 * @param broader of each type, those it is a kind of, directly
 */
record Schema(
    Map<String, Term> types, Map<String, Term> properties, Map<String, Set<String>> broader) {

  /** A type or a property. */
  record Term(String id, String name, Node node) {}

  static Schema of(Graph ontology) {
    Map<String, Term> types = new TreeMap<>();
    Map<String, Term> properties = new TreeMap<>();
    Map<String, Set<String>> broader = new TreeMap<>();
    terms(ontology, OWL.Class.asNode(), types);
    terms(ontology, OWL.ObjectProperty.asNode(), properties);
    terms(ontology, OWL.DatatypeProperty.asNode(), properties);
    // What statements, documents and mentions are made of is no entity's property.
    properties
        .values()
        .removeIf(
            p ->
                ontology.contains(p.node(), RDFS.domain.asNode(), Iris.ontology("Statement"))
                    || ontology.contains(
                        p.node(), RDFS.domain.asNode(), Iris.ontology("Document")));
    put(properties, "alias", "also known as", SKOS.altLabel.asNode());
    put(properties, "identifier", "identifier elsewhere", DCTerms.identifier.asNode());
    put(properties, "sameAs", "same as", OWL.sameAs.asNode());
    put(properties, "exactMatch", "exact match", SKOS.exactMatch.asNode());
    for (Term type : types.values()) {
      Set<String> above = new HashSet<>();
      ontology
          .find(type.node(), RDFS.subClassOf.asNode(), Node.ANY)
          .forEach(t -> local(t.getObject()).filter(types::containsKey).ifPresent(above::add));
      broader.put(type.id(), above);
    }
    return new Schema(types, properties, broader);
  }

  private static void put(Map<String, Term> terms, String id, String name, Node node) {
    terms.put(id, new Term(id, name, node));
  }

  private static void terms(Graph ontology, Node kind, Map<String, Term> into) {
    ontology
        .find(Node.ANY, RDF.type.asNode(), kind)
        .forEach(
            t ->
                local(t.getSubject())
                    .ifPresent(
                        id ->
                            label(ontology, t.getSubject())
                                .ifPresent(name -> put(into, id, name, t.getSubject()))));
  }

  private static Optional<String> label(Graph ontology, Node term) {
    return ontology.find(term, RDFS.label.asNode(), Node.ANY).toList().stream()
        .map(t -> t.getObject().getLiteralLexicalForm())
        .min(Comparator.naturalOrder());
  }

  /** The identifier of a term of the ontology. */
  static Optional<String> local(Node term) {
    return term.isURI() && term.getURI().startsWith(Iris.ONTOLOGY)
        ? Optional.of(term.getURI().substring(Iris.ONTOLOGY.length()))
        : Optional.empty();
  }

  /** A type and all that it is a kind of. */
  Set<String> withBroader(String type) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (all.add(next)) {
        open.addAll(broader.getOrDefault(next, Set.of()));
      }
    }
    return all;
  }

  /** Those whose name or identifier begins like this. */
  static List<Term> beginning(Map<String, Term> terms, String prefix) {
    String wanted = Names.plain(prefix);
    return terms.values().stream()
        .filter(
            t -> Names.plain(t.name()).startsWith(wanted) || Names.plain(t.id()).startsWith(wanted))
        .toList();
  }

  static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
