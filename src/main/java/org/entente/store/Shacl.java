package org.entente.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;

/**
 * SHACL over any graph, as a report in RDF.
 *
 * <p>Example: {@code Shacl.report(shapes, data)} holds one {@code sh:ValidationReport}.
 */
public final class Shacl {

  private Shacl() {}

  /** The report of validating a graph against shapes. */
  public static Graph report(Graph shapes, Graph data) {
    return ShaclValidator.get().validate(Shapes.parse(shapes), data).getGraph();
  }
}
