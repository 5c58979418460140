package org.entente.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.fuseki.main.FusekiServer;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;

/**
 * Measures the server under load, beside a bare Fuseki over the same store; no test.
 *
 * <p>{@code LoadMeasure STORE SECONDS CLIENTS}: so many clients ask the shipped questions in turn
 * for so many seconds, first a bare {@code jena-fuseki-main}, then this server with its own limits.
 * It prints, tab-separated, the server, answers, errors (any status but 200), and the median and 95
 * % time in milliseconds. Clients and server share the machine.
 */
public final class LoadMeasure {

  private record Answer(int status, double millis) {}

  private LoadMeasure() {}

  /** See above. */
  public static void main(String[] args) throws Exception {
    int seconds = Integer.parseInt(args[1]);
    int clients = Integer.parseInt(args[2]);
    System.out.println("server\tanswers\terrors\tp50 ms\tp95 ms");
    try (KnowledgeStore store = KnowledgeStore.openExisting(Path.of(args[0]), Iris.DEFAULT)) {
      FusekiServer bare =
          FusekiServer.create()
              .loopback(true)
              .port(0)
              .add("/entente", store.dataset(), false)
              .build();
      bare.start();
      measure("bare", "http://localhost:" + bare.getPort() + "/entente/sparql", seconds, clients);
      bare.stop();
      try (SparqlServer server = SparqlServer.start(store, 0)) {
        measure("entente", server.endpoint(), seconds, clients);
      }
    }
  }

  private static void measure(String name, String endpoint, int seconds, int clients)
      throws Exception {
    ask(endpoint, 3, 0); // warm up: classes, caches
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    List<Future<List<Answer>>> running = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int first = i;
      running.add(pool.submit(() -> ask(endpoint, seconds, first)));
    }
    List<Double> times = new ArrayList<>();
    int errors = 0;
    for (Future<List<Answer>> client : running) {
      for (Answer answer : client.get()) {
        if (answer.status() == 200) {
          times.add(answer.millis());
        } else {
          errors++;
        }
      }
    }
    pool.shutdown();
    Collections.sort(times);
    System.out.printf(
        "%s\t%d\t%d\t%.0f\t%.0f%n",
        name, times.size(), errors, quantile(times, 0.5), quantile(times, 0.95));
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
  }

  private static List<Answer> ask(String endpoint, int seconds, int first)
      throws IOException, InterruptedException {
    List<String> bodies = new ArrayList<>();
    for (NamedQuery question : NamedQuery.shipped().values()) {
      String sparql = question.with(Map.of(), Iris.DEFAULT).serialize();
      bodies.add("query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8));
    }
    HttpClient client = HttpClient.newHttpClient();
    List<Answer> answers = new ArrayList<>();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (int i = first; System.nanoTime() < end; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint))
              .header("Accept", "application/sparql-results+json")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(bodies.get(i % bodies.size())))
              .build();
      long begun = System.nanoTime();
      int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
      answers.add(new Answer(status, (System.nanoTime() - begun) / 1e6));
    }
    return answers;
  }
}
