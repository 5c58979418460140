package org.entente.store;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Takes named graphs, a batch at a time: a store in this process, or one behind a server.
 *
 * <p>Example: {@code sink.write(Map.of(document, graph))}.
 */
public interface GraphSink {

  /**
   * Replaces these named graphs, all or none.
   *
   * @throws StoreException if they cannot be written; nothing is changed then
   */
  void write(Map<Node, Graph> graphs);
}
