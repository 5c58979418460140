package org.entente.rdf;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads as lines of N-Quads, in the one form that all exports have.
 *
 * <p>Example: {@code <s> <p> "o" <g> .} and a line feed. An export is sorted by the names of the
 * graphs and within a graph by the lines.
 */
public final class QuadLines {

  private QuadLines() {}

  /** The line of a quad, with its line feed. */
  public static String line(Quad quad) {
    return NodeFmtLib.strNT(quad.getSubject())
        + " "
        + NodeFmtLib.strNT(quad.getPredicate())
        + " "
        + NodeFmtLib.strNT(quad.getObject())
        + " "
        + NodeFmtLib.strNT(quad.getGraph())
        + " .\n";
  }

  /** The lines of a graph of this name, sorted, each with its line feed. */
  public static Set<String> of(Node name, Graph graph) {
    Set<String> lines = new TreeSet<>();
    var triples = graph.find();
    while (triples.hasNext()) {
      Triple triple = triples.next();
      lines.add(line(Quad.create(name, triple)));
    }
    return lines;
  }
}
