package org.entente.rdf;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.text.Digests;

/**
 * The ontology, the shapes, the checks and the reference data that the jar ships.
 *
 * <p>Immutable; loaded once and shared.
 */
public final class OntologyFiles {

  private final Graph ontology;
  private final Graph shapes;
  private final Graph reference;
  private final Map<String, String> checks;
  private final String digest;

  private OntologyFiles(
      Graph ontology, Graph shapes, Graph reference, Map<String, String> checks, String digest) {
    this.ontology = ontology;
    this.shapes = shapes;
    this.reference = reference;
    this.checks = checks;
    this.digest = digest;
  }

  /**
   * Reads the files of the jar.
   *
   * @throws java.io.UncheckedIOException if one is missing
   * @throws org.apache.jena.riot.RiotException if one is not Turtle
   */
  public static OntologyFiles shipped() {
    Map<String, String> top = ResourceFolder.read("/ontology", ".ttl");
    Map<String, String> referenceFiles = ResourceFolder.read("/ontology/reference", ".ttl");
    Map<String, String> checks = ResourceFolder.read("/ontology/checks", ".rq");
    Graph reference = GraphFactory.createDefaultGraph();
    Map<String, String> everything = new TreeMap<>(top);
    referenceFiles.forEach(
        (name, turtle) -> {
          parse(turtle, reference);
          everything.put("reference/" + name, turtle);
        });
    Graph ontology = GraphFactory.createDefaultGraph();
    Graph shapes = GraphFactory.createDefaultGraph();
    parse(top.getOrDefault("entente.ttl", ""), ontology);
    parse(top.getOrDefault("shapes.ttl", ""), shapes);
    return new OntologyFiles(
        Skolem.copy(ontology), shapes, reference, checks, Digests.sha256(everything.toString()));
  }

  private static void parse(String turtle, Graph into) {
    RDFParser.fromString(turtle, Lang.TURTLE).base(Iris.DEFAULT_BASE).parse(into);
  }

  /** Classes and properties. */
  public Graph ontology() {
    return ontology;
  }

  /** SHACL shapes. */
  public Graph shapes() {
    return shapes;
  }

  /** Known entities. */
  public Graph reference() {
    return reference;
  }

  /** Checks in SPARQL, by file name. */
  public Map<String, String> checks() {
    return checks;
  }

  /** SHA-256 of all Turtle files, in hexadecimal. */
  public String digest() {
    return digest;
  }
}
