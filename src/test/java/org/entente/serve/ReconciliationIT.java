package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.ingest.SampleStore;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reconciliation service over the sample store, by what the report "Reconciliation Service API
 * v0.2" demands of each message.
 */
class ReconciliationIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ORIGIN = "http://127.0.0.1:3333";

  private static KnowledgeStore store;
  private static SparqlServer server;

  @BeforeAll
  static void start() {
    store = SampleStore.open();
    server = SparqlServer.start(store, new Serving().origins(ORIGIN).options());
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(request(path));
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> post(String field, String json) throws Exception {
    return send(
        request("/reconcile")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(field + "=" + encode(json))));
  }

  private static JsonNode first(String query) throws Exception {
    JsonNode batch = get("/reconcile?queries=" + encode("{\"q0\":" + query + "}"));
    return batch.at("/q0/result/0");
  }

  @Test
  void describesItself() throws Exception {
    JsonNode manifest = get("/reconcile");
    assertEquals("0.2", manifest.at("/versions/0").asText());
    for (String text : List.of("name", "identifierSpace", "schemaSpace")) {
      assertTrue(manifest.path(text).isTextual(), text);
    }
    assertTrue(manifest.at("/view/url").asText().contains("{{id}}"));
    assertTrue(manifest.at("/preview/url").asText().contains("{{id}}"));
    assertTrue(manifest.at("/preview/width").isInt() && manifest.at("/preview/height").isInt());
    for (JsonNode type : manifest.path("defaultTypes")) {
      assertTrue(type.path("id").isTextual() && type.path("name").isTextual(), type::toString);
    }
    for (String what : List.of("entity", "type", "property")) {
      JsonNode service = manifest.at("/suggest/" + what);
      URI url =
          URI.create(service.path("service_url").asText() + service.path("service_path").asText());
      JsonNode answer = get(url.getPath() + "?prefix=a");
      assertTrue(answer.path("result").isArray(), what);
    }
    String view = manifest.at("/view/url").asText().replace("{{id}}", "iran");
    assertEquals(303, send(request(URI.create(view).getPath())).statusCode());
  }

  @Test
  void matchesABatchSentAsAForm() throws Exception {
    String batch =
        "{\"q0\":{\"query\":\"Aleppo\"},\"q1\":{\"query\":\"Hezbolah\",\"type\":\"ArmedGroup\",\"limit\":3}}";
    HttpResponse<String> answer = post("queries", batch);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode results = JSON.readTree(answer.body());
    assertEquals(2, results.size());
    for (JsonNode query : results) {
      double before = 101;
      assertTrue(query.path("result").isArray());
      for (JsonNode candidate : query.path("result")) {
        assertTrue(candidate.path("id").isTextual() && candidate.path("name").isTextual());
        assertTrue(candidate.path("score").isNumber() && candidate.path("match").isBoolean());
        assertTrue(candidate.path("score").asDouble() <= before, "sorted by score");
        before = candidate.path("score").asDouble();
        for (JsonNode type : candidate.path("type")) {
          assertTrue(type.path("id").isTextual());
        }
        Set<String> features = new TreeSet<>();
        candidate.path("features").forEach(f -> assertTrue(features.add(f.path("id").asText())));
      }
    }
    assertEquals("aleppo", results.at("/q0/result/0/id").asText(), answer.body());
    assertEquals("hezbollah", results.at("/q1/result/0/id").asText(), answer.body());
    assertFalse(results.at("/q1/result/0/match").asBoolean(), "misspelt: a person decides");
    assertTrue(results.at("/q1/result").size() <= 3);
  }

  @Test
  void keepsToTheTypeAlsoThroughItsKinds() throws Exception {
    assertEquals("iran", first("{\"query\":\"Iran\",\"type\":\"Actor\"}").path("id").asText());
    JsonNode persons =
        get("/reconcile?queries=" + encode("{\"a\":{\"query\":\"Iran\",\"type\":[\"Person\"]}}"));
    for (JsonNode candidate : persons.at("/a/result")) {
      assertEquals("Person", candidate.at("/type/0/id").asText());
    }
  }

  @Test
  void prefersWhatFitsTheProperties() throws Exception {
    JsonNode fits =
        first(
            "{\"query\":\"Aleppo\",\"properties\":[{\"pid\":\"country\",\"v\":{\"id\":\"syria\"}}]}");
    assertEquals(100, fits.path("score").asDouble(), fits::toString);
    JsonNode not =
        first("{\"query\":\"Aleppo\",\"properties\":[{\"pid\":\"country\",\"v\":\"Iceland\"}]}");
    assertEquals(70, not.path("score").asDouble(), not::toString);
    assertFalse(not.path("match").asBoolean());
  }

  @Test
  void findsByIdentifierAndByPropertyAlone() throws Exception {
    assertEquals(100, first("{\"query\":\"hezbollah\"}").path("score").asDouble());
    JsonNode iran = first("{\"query\":\"https://w3id.org/entente/id/iran\"}");
    assertEquals("iran", iran.path("id").asText());
    JsonNode byCode = first("{\"properties\":[{\"pid\":\"identifier\",\"v\":[\"Q858\"]}]}");
    assertEquals("syria", byCode.path("id").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queries | []                                            | 400
          queries | {"q0":                                        | 400
          queries | {"q0":{}}                                     | 400
          queries | {"q0":{"query":"x","limit":0}}                | 400
          queries | {"q0":{"query":"x","type":"Unicorn"}}         | 400
          queries | {"q0":{"query":"x","properties":[{"v":1}]}}   | 400
          extend  | {"ids":["iran"]}                              | 400
          extend  | {"ids":["iran"],"properties":[{"id":"no"}]}   | 400
          """)
  void saysWhatIsWrong(String field, String json, int status) throws Exception {
    HttpResponse<String> answer = post(field, json);
    assertEquals(status, answer.statusCode(), answer.body());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @Test
  void refusesTooLongABatch() throws Exception {
    StringBuilder batch = new StringBuilder("{");
    for (int i = 0; i <= 50; i++) {
      batch.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":{\"query\":\"x\"}");
    }
    assertEquals(413, post("queries", batch + "}").statusCode());
  }

  @Test
  void takesAnyTextForAName() throws Exception {
    for (String hostile : List.of("\\\"", "a AND (b", "*:*", "\\\\", "~^!{}[]", "🙂", "x OR OR")) {
      HttpResponse<String> answer = post("queries", "{\"q\":{\"query\":\"" + hostile + "\"}}");
      assertEquals(200, answer.statusCode(), () -> hostile + ": " + answer.body());
    }
  }

  @Test
  void suggestsWhileTyping() throws Exception {
    JsonNode entities = get("/reconcile/suggest/entity?prefix=" + encode("Bashar al-As"));
    assertEquals("bashar-al-assad", entities.at("/result/0/id").asText(), entities::toString);
    assertEquals("Person", entities.at("/result/0/notable/0/id").asText());
    JsonNode next = get("/reconcile/suggest/entity?prefix=a&cursor=5");
    assertEquals(get("/reconcile/suggest/entity?prefix=a").at("/result/5"), next.at("/result/0"));
    assertEquals(
        "ArmedGroup", get("/reconcile/suggest/type?prefix=armed").at("/result/0/id").asText());
    assertEquals(
        "country", get("/reconcile/suggest/property?prefix=coun").at("/result/0/id").asText());
    assertEquals(400, send(request("/reconcile/suggest/entity")).statusCode());
  }

  @Test
  void fillsInColumns() throws Exception {
    HttpResponse<String> answer =
        post(
            "extend",
            "{\"ids\":[\"aleppo\",\"no-such\"],\"properties\":[{\"id\":\"country\"},{\"id\":\"alias\"}]}");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode table = JSON.readTree(answer.body());
    assertEquals("country", table.at("/meta/0/id").asText());
    assertTrue(table.at("/meta/0/name").isTextual());
    assertEquals("syria", table.at("/rows/aleppo/country/0/id").asText(), answer.body());
    assertEquals("Syria", table.at("/rows/aleppo/country/0/name").asText());
    assertTrue(table.at("/rows/aleppo/alias/0/str").isTextual(), answer.body());
    assertEquals(0, table.at("/rows/no-such/country").size());
    JsonNode proposed = get("/reconcile/properties?type=Place&limit=3");
    assertEquals(3, proposed.path("properties").size());
    assertEquals("Place", proposed.path("type").asText());
  }

  @Test
  void showsPreviewsToTheOriginsThatMayAsk() throws Exception {
    HttpResponse<String> page = send(request("/reconcile/preview?id=iran"));
    assertTrue(page.body().contains("<bdi>Iran</bdi>"));
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("frame-ancestors " + ORIGIN), policy);
    assertFalse(page.headers().firstValue("X-Frame-Options").isPresent());
    assertEquals(404, send(request("/reconcile/preview?id=no-such")).statusCode());
    HttpResponse<String> asked = send(request("/reconcile").header("Origin", ORIGIN));
    assertEquals(ORIGIN, asked.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
    HttpResponse<String> stranger =
        send(request("/reconcile").header("Origin", "https://example.org"));
    assertFalse(stranger.headers().firstValue("Access-Control-Allow-Origin").isPresent());
    HttpResponse<String> padded = send(request("/reconcile?callback=run"));
    assertFalse(padded.body().startsWith("run"), "no JSONP");
  }
}
