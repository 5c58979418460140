package org.entente.store;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Iris;

/**
 * Shipped questions as RDF, so that query editors list them: each a {@code sh:SPARQLExecutable}
 * with its question as {@code rdfs:comment} and its text as {@code sh:select}, as the SIB Swiss
 * Institute of Bioinformatics publishes its examples.
 *
 * <p>Example: {@code SELECT ?text { ?query a sh:SPARQLExecutable ; sh:select ?text }}.
 */
public final class ExecutableQueries {

  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final String SCHEMA = "https://schema.org/";

  private ExecutableQueries() {}

  /** The graph of these questions, asked of the service at {@code sparql} below the base. */
  public static Graph graph(Collection<NamedQuery> queries, Iris iris) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node name = iris.graph("queries");
    Map<String, String> prefixes = new TreeMap<>();
    for (NamedQuery query : queries) {
      Query parsed = QueryFactory.create(query.text());
      prefixes.putAll(parsed.getPrefixMapping().getNsPrefixMap());
      String form = form(parsed);
      Node node = NodeFactory.createURI(name.getURI() + "#" + query.name());
      graph.add(node, RDF.type.asNode(), shacl("SPARQLExecutable"));
      graph.add(
          node,
          RDF.type.asNode(),
          shacl(
              "SPARQL"
                  + form.substring(0, 1).toUpperCase(Locale.ROOT)
                  + form.substring(1)
                  + "Executable"));
      graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(query.title(), "en"));
      graph.add(node, RDFS.comment.asNode(), NodeFactory.createLiteralLang(query.question(), "en"));
      graph.add(node, shacl(form), NodeFactory.createLiteralString(query.text()));
      graph.add(node, shacl("prefixes"), name);
      graph.add(
          node,
          NodeFactory.createURI(SCHEMA + "target"),
          NodeFactory.createURI(iris.base() + "sparql"));
    }
    prefixes.forEach((prefix, namespace) -> declare(graph, name, prefix, namespace));
    return graph;
  }

  private static String form(Query query) {
    if (query.isAskType()) {
      return "ask";
    }
    return query.isSelectType() ? "select" : query.isConstructType() ? "construct" : "describe";
  }

  private static void declare(Graph graph, Node name, String prefix, String namespace) {
    Node declaration = NodeFactory.createURI(name.getURI() + "#prefix-" + prefix);
    graph.add(name, shacl("declare"), declaration);
    graph.add(declaration, shacl("prefix"), NodeFactory.createLiteralString(prefix));
    graph.add(
        declaration,
        shacl("namespace"),
        NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
  }

  private static Node shacl(String name) {
    return NodeFactory.createURI(SHACL + name);
  }
}
