package org.entente.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.store.KnowledgeStore;
import org.entente.store.StoreException;

/**
 * An embedded Fuseki that answers SPARQL over a store, read only, on loopback.
 *
 * <p>Example: {@code try (SparqlServer server = SparqlServer.start(store, 3030)) { … }} answers at
 * {@code server.endpoint()}.
 */
public final class SparqlServer implements AutoCloseable {

  private static final String CONFIGURATION = "/fuseki-config/entente.ttl";
  private static final Property LOCATION =
      ResourceFactory.createProperty("http://jena.apache.org/2016/tdb#location");

  private final FusekiServer server;

  private SparqlServer(FusekiServer server) {
    this.server = server;
  }

  /**
   * Starts a server; port 0 picks a free one.
   *
   * @throws StoreException if the port is in use
   */
  public static SparqlServer start(KnowledgeStore store, int port) {
    Model configuration = configuration(store);
    FusekiServer server =
        FusekiServer.create().loopback(true).port(port).parseConfig(configuration).build();
    Lockdown.apply();
    try {
      server.start();
    } catch (FusekiException e) {
      if (causedByBind(e)) {
        throw new StoreException("port " + port + ": is in use; choose another with --port", e);
      }
      throw e;
    }
    return new SparqlServer(server);
  }

  private static boolean causedByBind(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  /** The shipped configuration with the store's folder in it. */
  private static Model configuration(KnowledgeStore store) {
    Model model = ModelFactory.createDefaultModel();
    try (InputStream in = SparqlServer.class.getResourceAsStream(CONFIGURATION)) {
      if (in == null) {
        throw new IOException("not on the class path: " + CONFIGURATION);
      }
      RDFDataMgr.read(model, in, "https://entente.invalid/fuseki-config/entente.ttl", Lang.TURTLE);
    } catch (IOException e) {
      throw new UncheckedIOException("configuration " + CONFIGURATION, e);
    }
    Node folder = model.createLiteral(store.folder().toAbsolutePath().toString()).asNode();
    model
        .listSubjectsWithProperty(LOCATION)
        .toList()
        .forEach(
            dataset -> {
              dataset.removeAll(LOCATION);
              model.getGraph().add(dataset.asNode(), LOCATION.asNode(), folder);
            });
    return model;
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The address of the SPARQL query service. */
  public String endpoint() {
    return "http://localhost:" + port() + "/entente/sparql";
  }

  /** Waits until the server is stopped. */
  public void join() {
    server.join();
  }

  /** Stops it. */
  @Override
  public void close() {
    server.stop();
  }
}
