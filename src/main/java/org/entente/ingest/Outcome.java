package org.entente.ingest;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.rdf.QuadLines;
import org.jspecify.annotations.Nullable;

/** What became of one input, on its way from those who read and analyse to the one who writes. */
public sealed interface Outcome {

  /**
   * An entity that a document names.
   *
   * @param slug how we name it
   * @param iri how the graph names it
   * @param type label of its type
   * @param discovered whether nothing known lists it
   * @param mentions how often the document names it
   */
  record Named(
      String slug, String iri, String type, String label, boolean discovered, int mentions) {}

  /**
   * A document and its graph.
   *
   * @param source the IRI of where it came from
   * @param entities the entities named, by slug
   * @param statements statements, by predicate
   */
  record Analysed(
      Node name,
      Graph graph,
      String source,
      long words,
      int mentions,
      List<Named> entities,
      Map<String, Integer> statements)
      implements Outcome {

    /** The graph as N-Quads, sorted as an export is. */
    public String lines() {
      return String.join("", QuadLines.of(name, graph));
    }

    /** How many triples the graph has. */
    public int size() {
      return graph.size();
    }
  }

  /** A document that the store has already. */
  record Unchanged() implements Outcome {}

  /** A document left out on purpose. */
  record Skipped(BuildListener.Note note) implements Outcome {}

  /** An input that gave nothing. */
  record Failed(BuildListener.Note note) implements Outcome {}

  /** The rest of a file of which nothing more comes. */
  record FileDone() implements Outcome {}

  /** The end of the corpus; with a fault when the reading broke off. */
  record End(@Nullable Throwable fault) implements Outcome {}
}
