package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.serve.ServeOptions;
import org.entente.serve.SparqlServer;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: SPARQL over a store. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves a store with Fuseki until stopped; on loopback unless told otherwise.")
final class ServeCommand implements Callable<Integer> {

  @Mixin StoreOption store = new StoreOption();
  @Mixin ServeOption serving = new ServeOption();

  @Override
  public Integer call() {
    ServeOptions options = serving.options();
    try (KnowledgeStore opened = store.openExisting()) {
      return serve(opened, options);
    }
  }

  /** Serves until the process is told to stop. */
  static int serve(KnowledgeStore store, ServeOptions options) {
    try (SparqlServer server = SparqlServer.start(store, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, store), "stop"));
      System.out.println("serving     " + server.endpoint());
      System.out.println("explorer    " + server.address() + "/");
      System.err.println("Ctrl-C stops it.");
      server.join();
    }
    return ExitCode.OK;
  }

  /** The process ends with its hooks, so the store is closed here too. */
  private static void stop(SparqlServer server, KnowledgeStore store) {
    server.close();
    store.close();
  }
}
