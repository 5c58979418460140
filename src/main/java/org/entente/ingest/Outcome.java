package org.entente.ingest;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** What became of one input, on its way from those who read and analyse to the one who writes. */
sealed interface Outcome {

  /**
   * A document and its graph.
   *
   * @param entities slugs of the entities named, by type
   * @param statements statements, by predicate
   */
  record Analysed(
      Node name,
      Graph graph,
      long words,
      int mentions,
      Map<String, Set<String>> entities,
      Map<String, Integer> statements)
      implements Outcome {}

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
