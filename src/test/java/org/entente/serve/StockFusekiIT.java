package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.NamedQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock Fuseki, as a process of its own, starts from the same configuration. */
class StockFusekiIT {

  @TempDir Path folder;

  @Test
  void startsFromTheWritableConfigurationAndWantsAPasswordForWriting() throws Exception {
    ServedGraph.store(folder.resolve("store")).close();
    Files.writeString(folder.resolve("users"), "ada: a long secret\n");
    run(
        "writable.ttl",
        address -> {
          String insert = "INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c> } }";
          assertEquals(401, post(address + "update", "update", insert).statusCode());
          assertEquals(401, post(address + "update", "update", insert, "ada:wrong").statusCode());
          String ask = "ASK { <x:a> <x:b> <x:c> }";
          assertTrue(post(address + "sparql", "query", ask).body().contains("false"));
          assertTrue(
              post(address + "update", "update", insert, "ada:a long secret").statusCode() < 300);
          assertTrue(post(address + "sparql", "query", ask).body().contains("true"));
        });
  }

  @Test
  void startsFromTheShippedConfigurationAndAnswersAndRefusesUpdates() throws Exception {
    SampleStore.copyTo(folder.resolve("store"));
    run("entente.ttl", StockFusekiIT::answersAndRefusesUpdates);
  }

  private interface Check {
    void on(String address) throws Exception;
  }

  private void run(String configuration, Check check) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Path.of(System.getProperty("fuseki.jar")).toAbsolutePath().toString(),
            "--localhost",
            "--port",
            Integer.toString(port),
            "--config",
            Path.of("fuseki-config", configuration).toAbsolutePath().toString());
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("FUSEKI_BASE", folder.resolve("base").toString());
    Process process = builder.start();
    try {
      String address = "http://localhost:" + port + "/entente/";
      awaitAnswer(process, address + "sparql?query=ASK%7B%7D", log);
      check.on(address);
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static void answersAndRefusesUpdates(String address) throws Exception {
    String backers =
        NamedQuery.shipped()
            .get("backers")
            .with(Map.of("backer", "iran"), Iris.DEFAULT)
            .serialize();
    HttpResponse<String> answer = post(address + "sparql", "query", backers);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(
        answer.body().contains("https://w3id.org/entente/id/bashar-al-assad"), answer.body());
    assertTrue(post(address + "update", "update", "CLEAR ALL").statusCode() >= 400);
    assertTrue(
        post(address + "sparql", "query", "SELECT * { SERVICE <http://localhost:1/> {} }")
                .statusCode()
            >= 400);
  }

  private static void awaitAnswer(Process process, String address, Path log)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no answer from " + address + ": " + Files.readString(log));
  }

  private static HttpResponse<String> post(String address, String field, String value)
      throws Exception {
    return post(address, field, value, "");
  }

  private static HttpResponse<String> post(String address, String field, String value, String user)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Accept", "application/sparql-results+json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    if (!user.isEmpty()) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
