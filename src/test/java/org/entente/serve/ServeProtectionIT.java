package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.Iris;
import org.entente.store.Backup;
import org.entente.store.KnowledgeStore;
import org.entente.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting, slowness, HTTPS, users, other origins, services, and a store changed while served. */
class ServeProtectionIT {

  private static final String PRODUCT =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

  @TempDir Path folder;

  private KnowledgeStore store;

  @BeforeEach
  void open() {
    store = ServedGraph.store(folder.resolve("store"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ServeOptions options() {
    return ServedGraph.options(null, false, List.of(), null);
  }

  private static RawHttp.Answer ask(SparqlServer server, String query) throws IOException {
    return RawHttp.send(server.port(), query(query));
  }

  private static byte[] query(String query) {
    return RawHttp.request(
        "POST",
        "/entente/sparql",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        ("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void makesRequestsWaitAndThenTellsThemToComeBack() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(12);
    try (SparqlServer server = SparqlServer.start(store, options())) {
      List<Future<RawHttp.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(pool.submit(() -> ask(server, PRODUCT)));
      }
      int atOnce = 0;
      for (Future<RawHttp.Answer> answer : answers) {
        RawHttp.Answer a = answer.get();
        assertEquals(503, a.status(), a.head());
        assertTrue(a.head().contains("Retry-After: "), a.head());
        atOnce += a.body().contains("took too long") ? 0 : 1;
      }
      // Four run, four wait, four are sent away.
      assertTrue(atOnce >= 4, "sent away: " + atOnce);
      assertEquals(200, ask(server, "ASK {}").status());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void letsManySlowClientsHoldNoTurn() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (SparqlServer server = SparqlServer.start(store, options())) {
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket("localhost", server.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST /entente/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                        + (i % 2 == 0
                            ? "Content-Type: application/sparql-query\r\n\r\nASK"
                            : "Content-Type: application/x-www-form-urlencoded\r\n\r\nquery="))
                    .getBytes(StandardCharsets.US_ASCII));
      }
      assertEquals(200, ask(server, "ASK {}").status());
      slow.get(0).setSoTimeout(60_000);
      Instant begun = Instant.now();
      slow.get(0).getInputStream().readAllBytes();
      assertTrue(
          Duration.between(begun, Instant.now()).toSeconds() < 50, "a still connection is closed");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void lowersTheTimeLimitForAClientButNeverRaisesIt() throws Exception {
    try (SparqlServer server = SparqlServer.start(store, options())) {
      String get = "/entente/sparql?query=" + URLEncoder.encode(PRODUCT, StandardCharsets.UTF_8);
      Instant begun = Instant.now();
      RawHttp.Answer answer =
          RawHttp.send(
              server.port(), RawHttp.request("GET", get + "&timeout=3600", "", new byte[0]));
      assertEquals(503, answer.status());
      assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 30);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://good.example, true",
    "https://evil.example, false",
    "https://good.example.evil.example, false",
    "null, false"
  })
  void letsOnlyNamedOriginsIn(String origin, boolean allowed) throws Exception {
    ServeOptions cors = new Serving().origins("https://good.example").impatient().options();
    try (SparqlServer server = SparqlServer.start(store, cors)) {
      RawHttp.Answer answer =
          RawHttp.send(
              server.port(),
              RawHttp.request(
                  "GET",
                  "/entente/sparql?query=ASK%7B%7D",
                  "Origin: " + origin + "\r\n",
                  new byte[0]));
      assertEquals(200, answer.status());
      assertEquals(
          allowed, answer.head().contains("Access-Control-Allow-Origin: " + origin), answer.head());
      assertFalse(answer.head().contains("Allow-Credentials: true"), answer.head());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0|false|false|--host 0.0.0.0: others can reach it",
        "localhost|true|false|--public: needs HTTPS",
        "0.0.0.0|true|true|"
      })
  void refusesToOpenADoor(String host, boolean open, boolean proxy, String message) {
    ServeOptions o = new Serving().host(host).open(open).behindProxy(proxy).impatient().options();
    if (message == null) {
      SparqlServer.start(store, o).close();
    } else {
      String said =
          assertThrows(IllegalArgumentException.class, () -> SparqlServer.start(store, o))
              .getMessage();
      assertTrue(said.startsWith(message), said);
    }
  }

  @Test
  void wantsHashesWhenStrangersMayCome() throws IOException {
    Path users = Files.writeString(folder.resolve("plain"), "ada: secret\n");
    ServeOptions o =
        new Serving().open(true).behindProxy(true).users(users, true).impatient().options();
    StoreException e = assertThrows(StoreException.class, () -> SparqlServer.start(store, o));
    assertTrue(e.getMessage().contains("user ada has no hash"), e.getMessage());
  }

  @Test
  void takesNoProxysWordForWhoMayAdminister() throws Exception {
    ServeOptions o = new Serving().open(true).behindProxy(true).impatient().options();
    try (SparqlServer server = SparqlServer.start(store, o)) {
      for (String header :
          List.of(
              "X-Forwarded-For: 127.0.0.1",
              "X-Forwarded-For: ::1, 8.8.8.8",
              "Forwarded: for=127.0.0.1",
              "X-Forwarded-Host: localhost")) {
        for (String path : List.of("/$/ping", "/$/metrics", "/%24/metrics")) {
          RawHttp.Answer answer =
              RawHttp.send(
                  server.port(), RawHttp.request("GET", path, header + "\r\n", new byte[0]));
          assertTrue(answer.status() == 404 || answer.status() == 400, answer.head());
        }
      }
      RawHttp.Answer direct =
          RawHttp.send(server.port(), RawHttp.request("GET", "/$/metrics", "", new byte[0]));
      assertEquals(200, direct.status());
      for (String metric :
          List.of(
              "entente_query_time_seconds",
              "entente_store_bytes",
              "entente_store_age_seconds",
              "entente_queries_running",
              "entente_requests_waiting")) {
        assertTrue(direct.body().contains(metric) || metric.contains("time"), metric);
      }
    }
  }

  @Test
  void speaksHttpsFromAKeystore() throws Exception {
    Path keystore = folder.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                "storesecret",
                "-keystore",
                keystore.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertEquals(0, keytool.waitFor());
    Path right = Files.writeString(folder.resolve("right"), "storesecret\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "guess\n");
    StoreException e =
        assertThrows(StoreException.class, () -> SparqlServer.start(store, https(keystore, wrong)));
    assertTrue(e.getMessage().startsWith(keystore + ": cannot be used"), e.getMessage());
    try (SparqlServer server = SparqlServer.start(store, https(keystore, right))) {
      assertTrue(server.endpoint().startsWith("https://"), server.endpoint());
      java.security.KeyStore trusted =
          java.security.KeyStore.getInstance(keystore.toFile(), "storesecret".toCharArray());
      var trust =
          javax.net.ssl.TrustManagerFactory.getInstance(
              javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      var answer =
          java.net.http.HttpClient.newBuilder()
              .sslContext(context)
              .build()
              .send(
                  java.net.http.HttpRequest.newBuilder(
                          URI.create(server.endpoint() + "?query=ASK%7B%7D"))
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
    }
  }

  private static ServeOptions https(Path keystore, Path password) {
    return new Serving().open(true).keystore(keystore, password).impatient().options();
  }

  @Test
  void callsAnAllowedServiceButFollowsNoRedirectFromIt() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://localhost:" + other.getAddress().getPort();
    byte[] rows =
        "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\",\"value\":\"far\"}}]}}"
            .getBytes(StandardCharsets.UTF_8);
    other.createContext(
        "/sparql",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
          exchange.sendResponseHeaders(200, rows.length);
          exchange.getResponseBody().write(rows);
          exchange.close();
        });
    other.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", base + "/inside");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    other.createContext(
        "/inside",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    ServeOptions o =
        new Serving()
            .services(List.of(base + "/sparql", base + "/moved"), true)
            .impatient()
            .options();
    try (SparqlServer server = SparqlServer.start(store, o)) {
      RawHttp.Answer far =
          ask(server, "SELECT * { SERVICE <" + base + "/sparql> { BIND(1 AS ?x) } }");
      assertTrue(far.body().contains("far"), far.head() + far.body());
      RawHttp.Answer moved = ask(server, "SELECT * { SERVICE <" + base + "/moved> { ?s ?p ?x } }");
      assertTrue(moved.status() >= 400, moved.head());
      assertEquals(403, ask(server, "SELECT * { SERVICE <" + base + "/inside> { } }").status());
      assertEquals(0, fetched.get());
    } finally {
      other.stop(0);
    }
  }

  @Test
  void writesWholeDocumentsWhileItIsAsked() throws Exception {
    ServeOptions o = ServedGraph.options(ServedGraph.users(folder), true, List.of(), null);
    try (SparqlServer server = SparqlServer.start(store, o)) {
      RemoteStore remote =
          new RemoteStore(URI.create(server.address()), "ada", ServedGraph.PASSWORD);
      Node name = Iris.DEFAULT.document("ring");
      AtomicInteger asked = new AtomicInteger();
      ExecutorService pool = Executors.newFixedThreadPool(1);
      Future<?> writing =
          pool.submit(
              () -> {
                for (int size = 100; size <= 1000; size += 100) {
                  remote.write(Map.of(name, ServedGraph.ring(size)));
                }
              });
      pool.shutdown();
      while (!writing.isDone() || asked.get() == 0) {
        // Each node of a ring has a next and a number: half a document would have more of one.
        RawHttp.Answer answer =
            ask(
                server,
                "ASK { { SELECT (COUNT(*) AS ?a) { ?x <x:next> ?y } }"
                    + " { SELECT (COUNT(*) AS ?b) { ?x <x:number> ?y } } FILTER(?a = ?b && ?a > 0) }");
        assertTrue(answer.body().contains("true"), answer.head() + answer.body());
        asked.incrementAndGet();
      }
      writing.get();
      assertEquals(2000, store.counts().quads());
      assertThrows(
          StoreException.class,
          () -> new RemoteStore(URI.create(server.address()), "ada", "wrong").compact());
    }
  }

  @Test
  void savesAndCompactsWhileItServesAndRestoresTheSame() throws Exception {
    ServeOptions o = ServedGraph.options(ServedGraph.users(folder), true, List.of(), null);
    Path served = folder.resolve("served.nq.gz");
    Path local = folder.resolve("local.nq.gz");
    try (SparqlServer server = SparqlServer.start(store, o)) {
      RemoteStore remote =
          new RemoteStore(URI.create(server.address()), "ada", ServedGraph.PASSWORD);
      assertTrue(remote.compact().contains("bytes before"));
      remote.backup(served);
      assertEquals(200, ask(server, "ASK {}").status());
      Backup.write(store, local);
    }
    assertEquals(-1, Files.mismatch(served, local), "both ways give the same bytes");
    Path restored = folder.resolve("restored");
    KnowledgeStore.Counts counts = Backup.restore(served, restored, Iris.DEFAULT);
    assertEquals(store.counts(), counts);
    StoreException again =
        assertThrows(StoreException.class, () -> Backup.restore(served, restored, Iris.DEFAULT));
    assertEquals(restored + ": holds something; restore into a new folder", again.getMessage());
    Path cut = folder.resolve("cut.nq.gz");
    byte[] whole = Files.readAllBytes(served);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    StoreException half =
        assertThrows(
            StoreException.class, () -> Backup.restore(cut, folder.resolve("half"), Iris.DEFAULT));
    assertTrue(half.getMessage().startsWith(cut.toString()), half.getMessage());
    assertTrue(Files.notExists(folder.resolve("half")));
  }

  @Test
  void letsAQueryEndWhenItIsToldToStop() throws Exception {
    SparqlServer server = SparqlServer.start(store, options());
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<RawHttp.Answer> running = pool.submit(() -> ask(server, PRODUCT));
    pool.shutdown();
    Thread.sleep(1000);
    Instant begun = Instant.now();
    server.close();
    assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 30);
    assertEquals(503, running.get().status(), "it was answered, not cut");
    assertEquals(2L * ServedGraph.SIZE, store.counts().quads(), "and the store is whole");
  }

  @Test
  void hashesAPasswordWithASaltOfItsOwn() {
    String one = PasswordHash.of("a password");
    assertFalse(one.equals(PasswordHash.of("a password")));
    var credential = new PasswordHash().getCredential(one);
    assertTrue(credential.check("a password"));
    assertTrue(credential.check("a password"), "remembered");
    assertFalse(credential.check("another"));
    assertFalse(credential.check(NodeFactory.createURI("x:a")));
  }
}
