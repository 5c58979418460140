package org.entente.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.text.Digests;

/**
 * Which software and which data made the graphs: a {@code prov:Activity}.
 *
 * <p>Its IRI follows from the version of the program, the models' names and the digest of all that
 * is known, not from the clock: two runs of the same software with the same knowledge are the same
 * run, so that their stores are equal; a run with one name more in a gazetteer is another.
 */
public final class RunDescription {

  private final Node node;
  private final Graph graph = GraphFactory.createDefaultGraph();

  /**
   * The run of this program.
   *
   * @param knowledge digest of models, ontology, names, decisions and tables of words
   * @param models names and versions of the models
   */
  public RunDescription(String knowledge, String models, Iris iris) {
    String version = version();
    String what = "entente " + version + "; knowledge " + knowledge + "; " + models;
    node = iris.run(Digests.sha256(what).substring(0, 16));
    Node software = NodeFactory.createURI(iris.base() + "software/" + version);
    add(node, RDF.type.asNode(), Prefixes.term("prov:Activity"));
    add(node, RDFS.label.asNode(), NodeFactory.createLiteralString(what));
    add(node, Prefixes.term("prov:wasAssociatedWith"), software);
    add(software, RDF.type.asNode(), Prefixes.term("prov:SoftwareAgent"));
    add(software, RDFS.label.asNode(), NodeFactory.createLiteralString("Entente " + version));
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }

  private static String version() {
    String version = RunDescription.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The activity. */
  public Node node() {
    return node;
  }

  /** What there is to say about it. */
  public Graph graph() {
    return graph;
  }
}
