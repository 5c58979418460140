package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What strangers may send, see {@code hostile/requests.tsv}: each is refused or does no harm,
 * nothing is fetched or told, and the server answers right after.
 */
class HostileRequestsIT {

  private static final Path TABLE = Path.of("src", "test", "resources", "hostile", "requests.tsv");
  private static final String SECRET = "topsecretvalue";
  private static final Pattern REPEATED = Pattern.compile("\\{\\{(.+?)\\*(\\d+)}}");
  private static final List<String> LEAKS =
      List.of(SECRET, "Exception", "\tat ", "org.apache", "org.eclipse", "java.lang", "root:");

  @TempDir static Path folder;

  private static KnowledgeStore store;
  private static SparqlServer server;
  private static HttpServer canary;
  private static Path secret;
  private static Path log;
  private static final AtomicInteger FETCHED = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          FETCHED.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    canary.start();
    secret = Files.writeString(folder.resolve("secret.nt"), "<x:s> <x:p> \"" + SECRET + "\" .\n");
    log = folder.resolve("access.jsonl");
    store = ServedGraph.store(folder.resolve("store"));
    server =
        SparqlServer.start(
            store, ServedGraph.options(ServedGraph.users(folder), true, List.of(allowed()), log));
  }

  @AfterAll
  static void stop() {
    canary.stop(0);
    server.close();
    store.close();
  }

  /** On the list, but on loopback all the same. */
  private static String allowed() {
    return "http://localhost:" + canary.getAddress().getPort() + "/allowed";
  }

  private record Row(
      String kind, String method, String target, String headers, String body, String statuses) {}

  @TestFactory
  List<DynamicContainer> refusesAndGoesOn() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        assertEquals(6, cells.length, line);
        rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
      }
    }
    assertTrue(rows.size() >= 150, "requests: " + rows.size());
    List<DynamicContainer> kinds = new ArrayList<>();
    for (String kind : rows.stream().map(Row::kind).distinct().toList()) {
      kinds.add(
          DynamicContainer.dynamicContainer(
              kind,
              rows.stream()
                  .filter(r -> r.kind().equals(kind))
                  .map(r -> DynamicTest.dynamicTest(name(r), () -> check(r)))));
    }
    return kinds;
  }

  private static String name(Row row) {
    String name = row.method() + " " + row.target() + " " + row.headers() + " " + row.body();
    return name.length() > 120 ? name.substring(0, 120) : name;
  }

  private static void check(Row row) throws IOException {
    FETCHED.set(0);
    RawHttp.Answer answer = RawHttp.send(server.port(), bytes(row));
    String shown = answer.head() + "\n\n" + answer.body();
    String start = shown.substring(0, Math.min(shown.length(), 1500));
    // Of an answer that is cut the last, empty chunk is missing.
    boolean cut = answer.status() == 200 && !answer.body().endsWith("\r\n0\r\n\r\n");
    List<String> wanted = List.of(row.statuses().split("\\|"));
    assertTrue(
        wanted.contains(Integer.toString(answer.status())) || (cut && wanted.contains("cut")),
        () -> row.statuses() + " expected: " + start);
    assertEquals(0, FETCHED.get(), "something was fetched");
    for (String leak : LEAKS) {
      assertFalse(
          answer.body().contains(leak) && !row.body().contains(leak), () -> leak + ": " + start);
    }
    assertFalse(
        shown.contains(folder.toString()) && !(row.target() + row.body()).contains("{{secret}}"),
        start);
    for (String header : answer.head().split("\r\n")) {
      assertFalse(header.startsWith("X-Injected"), start);
      assertFalse(header.startsWith("Access-Control-Allow-Origin"), start);
      assertFalse(header.startsWith("Server:"), start);
    }
    if (answer.body().contains("<script>")) {
      assertFalse(answer.head().contains("text/html"), start);
    }
    answersAndKeepsItsData();
  }

  /** Right after: a question is answered, the data are as before, nothing secret got in. */
  private static void answersAndKeepsItsData() throws IOException {
    String ask =
        "ASK { <x:n7> <x:number> \"number 7\" . FILTER NOT EXISTS { ?s ?p ?o"
            + " FILTER(CONTAINS(STR(?o), \""
            + SECRET
            + "\")) } }";
    RawHttp.Answer answer =
        RawHttp.send(
            server.port(), form("query", ask, "Accept: application/sparql-results+json\r\n"));
    assertEquals(200, answer.status(), answer.head() + answer.body());
    assertTrue(answer.body().replaceAll("\\s", "").contains("\"boolean\":true"), answer.body());
  }

  private static byte[] bytes(Row row) {
    byte[] body = decoded(row.body());
    String target = new String(decoded(row.target()), StandardCharsets.UTF_8);
    StringBuilder headers = new StringBuilder();
    for (String header : row.headers().split("\\|")) {
      if (header.equals("Auth: yes")) {
        headers.append(user());
      } else if (!header.isEmpty()) {
        headers.append(header).append("\r\n");
      }
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return switch (row.method()) {
      case "Q" -> form("query", text, headers.toString());
      case "U" ->
          RawHttp.request(
              "POST",
              target,
              user() + "Content-Type: application/x-www-form-urlencoded\r\n",
              encoded("update", text));
      case "G" -> RawHttp.request("GET", target, headers.toString(), new byte[0]);
      case "RAW" -> body;
      case "CHUNKED" -> chunked(target, headers.toString(), body);
      default -> RawHttp.request(row.method(), target, headers.toString(), body);
    };
  }

  private static String user() {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString(("ada:" + ServedGraph.PASSWORD).getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  private static byte[] form(String name, String text, String headers) {
    return RawHttp.request(
        "POST",
        "/entente/sparql",
        headers + "Content-Type: application/x-www-form-urlencoded\r\n",
        encoded(name, text));
  }

  private static byte[] encoded(String name, String text) {
    return (name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] chunked(String target, String headers, byte[] body) {
    return RawHttp.join(
        ("POST "
                + target
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length)
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII),
        body,
        "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** A cell with the test's own values in it, repetitions written out and escapes resolved. */
  private static byte[] decoded(String cell) {
    String text =
        cell.replace("{{canary}}", "http://localhost:" + canary.getAddress().getPort() + "/ld")
            .replace("{{allowed}}", allowed())
            .replace("{{port}}", Integer.toString(canary.getAddress().getPort()))
            .replace("{{secret}}", secret.toUri().toString());
    text =
        REPEATED
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(repeated(m.group(1), m.group(2))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      if (text.startsWith("\\r", i)) {
        out.write('\r');
        i += 2;
      } else if (text.startsWith("\\n", i)) {
        out.write('\n');
        i += 2;
      } else if (text.startsWith("\\u", i)) {
        out.writeBytes(
            Character.toString(Integer.parseInt(text.substring(i + 2, i + 6), 16))
                .getBytes(StandardCharsets.UTF_8));
        i += 6;
      } else if (text.startsWith("\\x", i)) {
        out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 4;
      } else {
        int point = text.codePointAt(i);
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return out.toByteArray();
  }

  private static String repeated(String text, String times) {
    return text.repeat(Integer.parseInt(times));
  }

  @Test
  void writesALogOfWholeLinesWhateverIsSent() throws Exception {
    RawHttp.send(
        server.port(),
        ("GET /entente/sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n"
                + "User-Agent: \"}\t{\"forged\":\"line%0a\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 100 && !Files.readString(log).contains("forged"); i++) {
      Thread.sleep(100); // a line is written after its answer
    }
    List<String> lines = Files.readAllLines(log);
    assertTrue(lines.stream().anyMatch(l -> l.contains("forged")), lines.toString());
    ObjectMapper json = new ObjectMapper();
    for (String line : lines) {
      assertTrue(json.readTree(line).has("status"), line);
      assertFalse(json.readTree(line).has("forged"), line);
    }
  }
}
