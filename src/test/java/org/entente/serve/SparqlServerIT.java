package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.analyse.Analysis;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import org.entente.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample store over HTTP. */
class SparqlServerIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static KnowledgeStore store;
  private static SparqlServer server;
  private static HttpServer canary;
  private static final AtomicInteger FETCHED = new AtomicInteger();

  @TempDir static Path analysed;

  @BeforeAll
  static void start() throws IOException {
    store =
        KnowledgeStore.openExisting(SampleStore.copyTo(analysed.resolve("store")), Iris.DEFAULT);
    OntologyFiles files = OntologyFiles.shipped();
    new Analysis(store, OntologyReader.scale(files.ontology()), files.digest()).run();
    server = SparqlServer.start(store, 0);
    canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          FETCHED.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    canary.start();
  }

  @AfterAll
  static void stop() {
    canary.stop(0);
    server.close();
    store.close();
  }

  /** What each question must have among its rows: column and value. */
  private static final Map<String, Map<String, String>> ROWS =
      Map.ofEntries(
          Map.entry("alliances", Map.of("actor", "iran", "other", "hezbollah")),
          Map.entry("backers", Map.of("backer", "iran", "backed", "bashar-al-assad")),
          Map.entry("bases", Map.of("actor", "russia", "country", "syria")),
          Map.entry("blocs", Map.of()),
          Map.entry("brokers", Map.of()),
          Map.entry("changes", Map.of("relation", "captures")),
          Map.entry("contested", Map.of()),
          Map.entry("deeds", Map.of("actor", "russia", "kind", "does")),
          Map.entry("disagreements", Map.of()),
          Map.entry("entity", Map.of("aspect", "preferred label", "value", "Aleppo")),
          Map.entry("held-during-battles", Map.of()),
          Map.entry("nearby", Map.of("place", "aleppo")),
          Map.entry("paths", Map.of("from", "iran", "to", "israel")),
          Map.entry("place-history", Map.of("place", "aleppo", "event", "took")),
          Map.entry("relations", Map.of("actor", "iran", "stance", "ally")),
          Map.entry("signed-paths", Map.of()),
          Map.entry("tensions", Map.of()),
          Map.entry("turns", Map.of()),
          Map.entry("untold-by-datasets", Map.of()),
          Map.entry("untold-by-texts", Map.of()));

  @TestFactory
  List<DynamicTest> answersEachShippedQuestion() {
    List<DynamicTest> tests = new ArrayList<>();
    for (NamedQuery query : NamedQuery.shipped().values()) {
      tests.add(DynamicTest.dynamicTest(query.name(), () -> check(query)));
    }
    return tests;
  }

  private static void check(NamedQuery query) throws Exception {
    String sparql = query.with(Map.of(), Iris.DEFAULT).serialize();
    HttpResponse<String> answer = post("/entente/sparql", "query", sparql);
    if (sparql.contains("SERVICE")) {
      assertEquals(403, answer.statusCode(), "no service is allowed here: " + answer.body());
      return;
    }
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode json = JSON.readTree(answer.body());
    List<String> columns = new ArrayList<>();
    json.at("/head/vars").forEach(v -> columns.add(v.asText()));
    assertEquals(List.of(query.columns().split(", ?")), columns);
    Map<String, String> wanted = ROWS.get(query.name());
    assertTrue(wanted != null, "no row to expect is written down for " + query.name());
    boolean found = wanted.isEmpty();
    for (JsonNode row : json.at("/results/bindings")) {
      found =
          found
              || wanted.entrySet().stream()
                  .allMatch(
                      w ->
                          local(row.path(w.getKey()).path("value").asText()).equals(w.getValue())
                              || row.path(w.getKey()).path("value").asText().equals(w.getValue()));
    }
    assertTrue(found, () -> wanted + " not in " + answer.body().substring(0, 2000));
  }

  private static String local(String iri) {
    return iri.startsWith("https://w3id.org/entente/id/") ? iri.substring(28) : iri;
  }

  @Test
  void servesAGraphByName() throws Exception {
    String graph =
        URLEncoder.encode("https://w3id.org/entente/graph/ontology", StandardCharsets.UTF_8);
    HttpResponse<String> answer = get("/entente/data?graph=" + graph);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("alliedWith"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/entente/update", "/entente/sparql", "/entente"})
  void refusesUpdates(String path) throws Exception {
    HttpResponse<String> answer = post(path, "update", "INSERT DATA { <x:a> <x:b> <x:c> }");
    assertTrue(answer.statusCode() >= 400, () -> answer.statusCode() + " " + answer.body());
    assertFalse(ask("ASK { <x:a> <x:b> <x:c> }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
  void refusesToWriteGraphs(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address("/entente/data?graph=x:g"))
            .header("Content-Type", "text/turtle")
            .method(method, BodyPublishers.ofString("<x:a> <x:b> <x:c> ."))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertTrue(answer.statusCode() >= 400, () -> answer.statusCode() + " " + answer.body());
    assertFalse(ask("ASK { GRAPH <x:g> { ?s ?p ?o } }"));
  }

  @Test
  void callsNoOtherHost() throws Exception {
    String other = "http://localhost:" + canary.getAddress().getPort() + "/";
    FETCHED.set(0);
    HttpResponse<String> service =
        post("/entente/sparql", "query", "SELECT * { SERVICE <" + other + "> { ?s ?p ?o } }");
    assertTrue(service.statusCode() >= 400, service::body);
    post("/entente/sparql", "query", "SELECT * FROM <" + other + "> { ?s ?p ?o }");
    get("/entente/sparql?query=ASK%7B%7D&default-graph-uri=" + other);
    assertEquals(0, FETCHED.get());
  }

  @Test
  void readsNoFile() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.nt"), "<x:s> <x:p> \"secret\" .");
    HttpResponse<String> from =
        post("/entente/sparql", "query", "SELECT * FROM <" + secret.toUri() + "> { ?s ?p ?o }");
    assertFalse(from.body().contains("secret\""), from::body);
  }

  @Test
  void loadsNoJavaClass() throws Exception {
    HttpResponse<String> answer =
        post(
            "/entente/sparql",
            "query",
            "SELECT ?x { BIND (<java:org.apache.jena.sparql.function.library.date>() AS ?x) }");
    assertTrue(
        answer.statusCode() >= 400
            || JSON.readTree(answer.body()).at("/results/bindings/0").isEmpty(),
        answer::body);
  }

  @Test
  void cancelsARunawayQueryWithoutTakingLongerThanTold() throws Exception {
    String product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    HttpResponse<String> answer = post("/entente/sparql?timeout=1", "query", product);
    assertEquals(503, answer.statusCode());
    assertTrue(ask("ASK {}"), "it still answers");
  }

  @Test
  void namesThePortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StoreException e =
          assertThrows(StoreException.class, () -> SparqlServer.start(store, taken.getLocalPort()));
      assertEquals(
          "port " + taken.getLocalPort() + ": is in use; choose another with --port",
          e.getMessage());
    }
  }

  // ---- HTTP: a client a request, since the server closes connections whose body it refused

  private static boolean ask(String query) throws Exception {
    HttpResponse<String> answer = post("/entente/sparql", "query", query);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("boolean").asBoolean();
  }

  private static URI address(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String field, String value)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(path))
            .header("Accept", "application/sparql-results+json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
