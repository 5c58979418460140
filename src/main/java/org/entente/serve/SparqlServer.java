package org.entente.serve;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.assembler.Mode;
import org.apache.jena.assembler.assemblers.AssemblerBase;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.JettySecurityLib;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.assembler.AssemblerUtils;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.entente.serve.linked.LinkedData;
import org.entente.serve.reconcile.Reconciliation;
import org.entente.store.AllowedServices;
import org.entente.store.KnowledgeStore;
import org.entente.store.StoreException;

/**
 * An embedded Fuseki that answers SPARQL over a store.
 *
 * <p>Example: {@code try (SparqlServer server = SparqlServer.start(store, 3030)) { … }} answers at
 * {@code server.endpoint()}, read only, on loopback. {@link ServeOptions} says what else there is.
 *
 * <p>One a process: {@link Lockdown} is for all of it.
 */
public final class SparqlServer implements AutoCloseable {

  private static final Property DATASET =
      ResourceFactory.createProperty("http://jena.apache.org/fuseki#dataset");

  private static final String QUERY_PATH = "/entente/sparql";

  private final FusekiServer server;
  private final ServeOptions options;
  private final GuardedQuery queries;
  private final MemoryWatch memory;
  private boolean closed;

  private SparqlServer(FusekiServer server, ServeOptions options, GuardedQuery queries) {
    this.server = server;
    this.options = options;
    this.queries = queries;
    this.memory = new MemoryWatch(queries::stopAll);
  }

  /** Starts a server that answers questions on loopback; port 0 picks a free one. */
  public static SparqlServer start(KnowledgeStore store, int port) {
    return start(store, ServeOptions.local(port));
  }

  /**
   * Starts a server.
   *
   * @throws IllegalArgumentException if the options leave a door open, see {@link ServeOptions}
   * @throws StoreException if the port is in use or a file that is named cannot be used
   */
  public static SparqlServer start(KnowledgeStore store, ServeOptions options) {
    options.check();
    Limits limits = options.limits();
    AllowedServices services =
        new AllowedServices(options.services(), options.privateServices(), limits.firstResult());
    MeterRegistry[] meters = new MeterRegistry[1];
    GuardedQuery queries =
        new GuardedQuery(
            limits,
            services,
            (time, outcome) ->
                Timer.builder("entente.query.time")
                    .description("how long queries took, by how they ended")
                    .tag("outcome", outcome)
                    .publishPercentiles(0.5, 0.95)
                    .register(meters[0])
                    .record(time));
    FusekiServer.Builder builder =
        FusekiServer.create()
            .fusekiModules(FusekiModules.empty()) // nothing that lies about on the class path
            .registerOperation(Operation.Query, queries)
            .registerOperation(Operation.Update, new GuardedUpdate())
            .registerOperation(Operation.Shacl, new GuardedShapes(limits.firstResult()))
            .numServerThreads(4, limits.running() + 16)
            .addFilter("/*", new LinkedData(store, QUERY_PATH));
    store.indexPlaces();
    Reconciliation reconciliation = new Reconciliation(store, options.corsOrigins());
    builder
        .addServlet(Reconciliation.PATH, reconciliation)
        .addServlet(Reconciliation.PATH + "/*", reconciliation);
    listen(builder, options);
    administer(builder, options, store);
    builder.parseConfig(configuration(store, options.writable()));
    builder.enablePing(true).enableMetrics(true); // after the configuration, which says no
    Fuseki.getContext()
        .set(
            ARQ.queryTimeout,
            limits.firstResult().toMillis() + "," + limits.wholeQuery().toMillis());
    Fuseki.getContext().set(ARQ.updateTimeout, Long.toString(limits.wholeQuery().toMillis()));
    FusekiServer server = builder.build();
    meters[0] = MetricsProvider.getMetricsProvider(server.getServletContext()).getMeterRegistry();
    QoSHandler turns = FrontDoor.install(server.getJettyServer(), options);
    measure(meters[0], store, queries, turns);
    if (options.accessLog() != null) {
      server.getJettyServer().setRequestLog(new AccessLog(options.accessLog()));
    }
    // Queries are stopped first; a thread that Jetty interrupts may hold a file of the store.
    server.getJettyServer().setStopTimeout(limits.stop().plusSeconds(15).toMillis());
    Lockdown.apply(services, limits.wholeQuery());
    try {
      server.start();
    } catch (FusekiException e) {
      throw startFailed(e, options);
    }
    return new SparqlServer(server, options, queries);
  }

  private static RuntimeException startFailed(FusekiException e, ServeOptions options) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return new StoreException(
            "port " + options.port() + ": is in use; choose another with --port", e);
      }
    }
    if (options.keystore() != null) {
      return new StoreException(
          options.keystore() + ": cannot be used (wrong password?): " + e.getMessage(), e);
    }
    return e;
  }

  private static void listen(FusekiServer.Builder builder, ServeOptions options) {
    if (options.keystore() == null || options.keystorePassword() == null) {
      builder.port(options.port());
      return;
    }
    if (!Files.isReadable(options.keystore())) {
      throw new StoreException(options.keystore() + ": no such keystore, or not to be read");
    }
    builder.https(
        options.port(), options.keystore().toString(), secret(options.keystorePassword()));
  }

  /** The first line of a file. */
  private static String secret(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(l -> !l.isBlank())
          .orElseThrow(() -> new StoreException(file + ": is empty; it holds a password"))
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static void administer(
      FusekiServer.Builder builder, ServeOptions options, KnowledgeStore store) {
    Path users = options.users();
    if (users == null) {
      return;
    }
    check(users, options.open());
    ConstraintSecurityHandler security =
        JettySecurityLib.makeSecurityHandler(
            "Entente", JettySecurityLib.makeUserStore(users.toAbsolutePath().toString()));
    for (String path : List.of("/$/backup", "/$/compact", "/entente/documents")) {
      JettySecurityLib.addPathConstraint(security, path);
    }
    builder
        .securityHandler(security)
        .addServlet("/$/backup", new Maintenance.BackupService(store))
        .addServlet("/$/compact", new Maintenance.CompactService(store));
    if (options.writable()) {
      builder.addServlet("/entente/documents", new Maintenance.Documents(store));
    }
  }

  /** No user without a password, and for strangers' eyes only hashes. */
  private static void check(Path users, boolean open) {
    Properties lines = new Properties();
    try (InputStream in = Files.newInputStream(users)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(users + ": cannot be read", e);
    }
    if (lines.isEmpty()) {
      throw new StoreException(users + ": names no user; make one with the command password");
    }
    lines.forEach(
        (user, credential) -> {
          String password = credential.toString().strip();
          if (password.isEmpty() || password.startsWith(",")) {
            throw new StoreException(users + ": user " + user + " has no password");
          }
          if (open && !password.startsWith(PasswordHash.PREFIX)) {
            throw new StoreException(
                users + ": user " + user + " has no hash; make one with the command password");
          }
        });
  }

  private static void measure(
      MeterRegistry meters, KnowledgeStore store, GuardedQuery queries, QoSHandler turns) {
    Gauge.builder("entente.queries.running", queries, GuardedQuery::running)
        .description("queries being answered")
        .register(meters);
    Gauge.builder("entente.requests.waiting", turns, QoSHandler::getSuspendedRequestCount)
        .description("requests that wait for their turn")
        .register(meters);
    Gauge.builder("entente.store.bytes", store, KnowledgeStore::bytes)
        .description("what the store takes on the disk")
        .register(meters);
    Gauge.builder(
            "entente.store.age.seconds",
            store,
            s -> Duration.between(s.changed(), Instant.now()).toSeconds())
        .description("since the store was last written")
        .register(meters);
  }

  /** The shipped configuration, its services over the store as it is open here. */
  private static Model configuration(KnowledgeStore store, boolean writable) {
    String name = "/fuseki-config/" + (writable ? "writable.ttl" : "entente.ttl");
    Model model = ModelFactory.createDefaultModel();
    try (InputStream in = SparqlServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path: " + name);
      }
      RDFDataMgr.read(model, in, "https://entente.invalid" + name, Lang.TURTLE);
    } catch (IOException e) {
      throw new UncheckedIOException("configuration " + name, e);
    }
    // A class of its own for each server, since assemblers are known to the whole process.
    Resource kind = model.createResource("urn:uuid:" + UUID.randomUUID());
    AssemblerUtils.registerDataset(kind, new Opened(store));
    Resource opened = model.createResource().addProperty(RDF.type, kind);
    model
        .listSubjectsWithProperty(DATASET)
        .toList()
        .forEach(service -> service.removeAll(DATASET).addProperty(DATASET, opened));
    return model;
  }

  /** In the place of the dataset that the configuration describes: the one that is open already. */
  private static final class Opened extends AssemblerBase {
    private final KnowledgeStore store;

    Opened(KnowledgeStore store) {
      this.store = store;
    }

    @Override
    public Object open(Assembler all, Resource root, Mode mode) {
      return store.dataset();
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The address of the server, without a path. */
  public String address() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return (options.keystore() == null ? "http" : "https") + "://" + host + ":" + port();
  }

  /** The address of the SPARQL query service. */
  public String endpoint() {
    return address() + QUERY_PATH;
  }

  /** Waits until the server is stopped. */
  public void join() {
    server.join();
  }

  /** Takes no more requests, lets queries end for as long as the limits say, stops the others. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Thread alarm = new Thread(this::stopQueriesInTime, "stop-queries");
    alarm.setDaemon(true);
    alarm.start();
    try {
      server.stop();
    } catch (FusekiException e) { // stopped all the same; slow clients had not ended in time
      System.err.println("connections that were still open are cut");
    } finally {
      alarm.interrupt();
      memory.close();
    }
  }

  private void stopQueriesInTime() {
    try {
      Thread.sleep(options.limits().stop().toMillis());
      queries.stopAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // all ended by themselves
    }
  }
}
