package org.entente.rdf;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.text.Digests;

/**
 * Gives blank nodes IRIs that follow from what is said of them, so that the same file is the same
 * graph every time it is read.
 *
 * <p>RDF 1.1 Concepts, section 3.5 ("Replacing Blank Nodes with IRIs"). Meant for the trees that
 * Turtle's brackets and lists make; a blank node that points back to itself is an error.
 */
final class Skolem {

  private static final String GENID = Iris.DEFAULT_BASE + ".well-known/genid/";

  private final Graph graph;
  private final Map<Node, Node> names = new HashMap<>();

  private Skolem(Graph graph) {
    this.graph = graph;
  }

  /** A copy without blank nodes. */
  static Graph copy(Graph graph) {
    Skolem skolem = new Skolem(graph);
    Graph copy = GraphFactory.createDefaultGraph();
    graph
        .find()
        .forEach(
            t ->
                copy.add(
                    Triple.create(
                        skolem.name(t.getSubject(), 0),
                        t.getPredicate(),
                        skolem.name(t.getObject(), 0))));
    return copy;
  }

  private Node name(Node node, int depth) {
    if (!node.isBlank()) {
      return node;
    }
    if (depth > 100) {
      throw new IllegalArgumentException("blank nodes in a circle at " + node);
    }
    Node known = names.get(node);
    if (known != null) {
      return known;
    }
    TreeSet<String> lines = new TreeSet<>();
    for (Triple triple : graph.find(node, Node.ANY, Node.ANY).toList()) {
      lines.add(
          NodeFmtLib.strNT(triple.getPredicate())
              + " "
              + NodeFmtLib.strNT(name(triple.getObject(), depth + 1)));
    }
    Node named = NodeFactory.createURI(GENID + Digests.sha256(lines.toString()).substring(0, 16));
    names.put(node, named);
    return named;
  }
}
