package org.entente.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;

/** A small store that is large enough for its products to be too large. */
final class ServedGraph {

  static final String PASSWORD = "correct horse battery";
  static final int SIZE = 3000;

  private ServedGraph() {}

  /** A ring: each node's next, and its number. */
  static KnowledgeStore store(Path folder) {
    KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT);
    store.write(Map.of(Iris.DEFAULT.document("ring"), ring(SIZE)));
    return store;
  }

  static Graph ring(int size) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < size; i++) {
      graph.add(
          NodeFactory.createURI("x:n" + i),
          NodeFactory.createURI("x:next"),
          NodeFactory.createURI("x:n" + (i + 1) % size));
      graph.add(
          NodeFactory.createURI("x:n" + i),
          NodeFactory.createURI("x:number"),
          NodeFactory.createLiteralString("number " + i));
    }
    return graph;
  }

  static Path users(Path folder) throws IOException {
    return Files.writeString(folder.resolve("users"), "ada: " + PasswordHash.of(PASSWORD) + "\n");
  }

  /** Limits that tests can wait for. */
  static Limits limits() {
    return new Limits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        256 << 10,
        4 << 20,
        8 << 20,
        20_000,
        4,
        4,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3));
  }

  /** On loopback, over a free port, with such limits. */
  static ServeOptions options(Path users, boolean writable, List<String> services, Path log) {
    return new Serving()
        .users(users, writable)
        .services(services, false)
        .log(log)
        .impatient()
        .options();
  }
}
