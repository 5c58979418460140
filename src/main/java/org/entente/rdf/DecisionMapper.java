package org.entente.rdf;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.knowledge.Decision;
import org.entente.knowledge.Slugs;
import org.entente.text.Digests;

/**
 * Turns what people decided into the graph {@code …/graph/decisions}: each decision an activity
 * with who, when and why.
 *
 * <p>A decision's day is written as its beginning in UTC, since {@code prov:endedAtTime} takes a
 * moment.
 */
public final class DecisionMapper {

  private final Iris iris;

  /** A mapper that names things so. */
  public DecisionMapper(Iris iris) {
    this.iris = iris;
  }

  /** The graph of these decisions; empty when there are none. */
  public Graph map(List<Decision> decisions) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (Decision decision : decisions) {
      String what = decision.kind().label() + " \"" + decision.subject() + "\"";
      what += decision.object().isEmpty() ? "" : " \"" + decision.object() + "\"";
      String id = Digests.sha256(what + "\n" + decision).substring(0, 16);
      Node node = NodeFactory.createURI(iris.base() + "decision/" + id);
      Node author = NodeFactory.createURI(iris.base() + "author/" + Slugs.of(decision.author()));
      add(graph, node, RDF.type.asNode(), Prefixes.term("prov:Activity"));
      add(graph, node, RDFS.label.asNode(), text(what));
      add(graph, node, Prefixes.term("prov:wasAssociatedWith"), author);
      Node moment =
          NodeFactory.createLiteralDT(decision.date() + "T00:00:00Z", XSDDatatype.XSDdateTime);
      add(graph, node, Prefixes.term("prov:endedAtTime"), moment);
      if (!decision.reason().isEmpty()) {
        add(graph, node, RDFS.comment.asNode(), text(decision.reason()));
      }
      add(graph, author, RDF.type.asNode(), Prefixes.term("prov:Agent"));
      add(graph, author, RDFS.label.asNode(), text(decision.author()));
    }
    return graph;
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
