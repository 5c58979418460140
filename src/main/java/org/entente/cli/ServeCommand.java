package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.serve.SparqlServer;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: SPARQL over a store. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves a store with Fuseki on loopback until stopped.")
final class ServeCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3030",
      description = "Port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  int port = 3030;

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      return serve(opened, port);
    }
  }

  /** Serves until the process is told to stop. */
  static int serve(KnowledgeStore store, int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("--port " + port + ": is between 0 and 65535");
    }
    try (SparqlServer server = SparqlServer.start(store, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      System.out.println("serving     " + server.endpoint());
      System.err.println("Ctrl-C stops it.");
      server.join();
    }
    return ExitCode.OK;
  }
}
