package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Prefixes;
import org.entente.store.GraphSink;
import org.entente.store.StoreException;

/**
 * A store that another process serves: written, saved and compacted over HTTP, as a user.
 *
 * <p>Example: {@code new RemoteStore(URI.create("http://localhost:3030"), "ada",
 * password).write(graphs)}. The password goes out with each request (HTTP Basic): use https unless
 * the server is on this machine.
 */
public final class RemoteStore implements GraphSink {

  private final URI server;
  private final String authorization;
  private boolean admitted;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** A store behind a server's address. */
  public RemoteStore(URI server, String user, String password) {
    if (server.getHost() == null || !String.valueOf(server.getScheme()).startsWith("http")) {
      throw new IllegalArgumentException("--server " + server + ": is no http or https address");
    }
    this.server = server;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(Map<Node, Graph> graphs) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (PrintWriter out = new PrintWriter(lines, false, StandardCharsets.UTF_8)) {
      graphs.forEach(
          (name, graph) ->
              graph
                  .find()
                  .forEachRemaining(
                      t ->
                          out.print(
                              NodeFmtLib.strNT(t.getSubject())
                                  + " "
                                  + NodeFmtLib.strNT(t.getPredicate())
                                  + " "
                                  + NodeFmtLib.strNT(t.getObject())
                                  + " "
                                  + NodeFmtLib.strNT(name)
                                  + " .\n")));
    }
    if (!admitted) {
      put(new byte[0]); // a server that refuses the user hangs up on the many bytes that follow
      admitted = true;
    }
    put(lines.toByteArray());
  }

  private void put(byte[] quads) {
    HttpRequest.Builder request =
        request("/entente/documents").header("Content-Type", "application/n-quads");
    send(request, "PUT", BodyPublishers.ofByteArray(quads), 204).close();
  }

  @Override
  public boolean holds(Node document, Node run) {
    String question =
        "ASK { GRAPH %1$s { %1$s <%2$swasGeneratedBy> %3$s } }"
            .formatted(
                NodeFmtLib.strNT(document), Prefixes.namespace("prov"), NodeFmtLib.strNT(run));
    HttpRequest.Builder request =
        request("/entente/sparql")
            .header("Content-Type", "application/sparql-query")
            .header("Accept", "text/csv");
    try (Answer answer = send(request, "POST", BodyPublishers.ofString(question), 200)) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8).contains("true");
    } catch (IOException e) {
      throw new StoreException(server + ": " + e.getMessage(), e);
    }
  }

  /** Adds it to those that are there; that a run is used no more is not seen from here. */
  @Override
  public void describeRun(Node graph, Node run, Graph description) {
    Graph runs = GraphFactory.createDefaultGraph();
    String name = URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request("/entente/data?graph=" + name).header("Accept", "application/n-triples");
    try (Answer answer = send(request, "GET", BodyPublishers.noBody(), 200, 404)) {
      if (answer.status() == 200) {
        RDFParser.source(answer.body()).lang(Lang.NTRIPLES).parse(runs);
      }
    }
    GraphUtil.addInto(runs, description);
    write(Map.of(graph, runs));
  }

  /**
   * Not for a server: what others have written there is not among the documents read here.
   *
   * @throws StoreException always
   */
  @Override
  public int retain(Set<Node> names) {
    throw new StoreException(server + ": documents are removed there, not from here");
  }

  /** Compacts it; what the server says of it. */
  public String compact() {
    try (Answer answer = send(request("/$/compact"), "POST", BodyPublishers.noBody(), 200)) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new StoreException(server + ": " + e.getMessage(), e);
    }
  }

  /**
   * Saves it to a file, see {@link org.entente.store.Backup}; a file that is there is replaced when
   * the new one is complete.
   *
   * @throws IOException if the file cannot be written
   */
  public void backup(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Answer answer = send(request("/$/backup"), "GET", BodyPublishers.noBody(), 200)) {
      try (OutputStream out = Files.newOutputStream(part)) {
        answer.body().transferTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The server's address. */
  @Override
  public String toString() {
    return server.toString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", authorization);
  }

  private record Answer(int status, InputStream body) implements AutoCloseable {
    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private Answer send(
      HttpRequest.Builder request, String method, BodyPublisher body, Integer... wanted) {
    try {
      HttpResponse<InputStream> response =
          client.send(request.method(method, body).build(), BodyHandlers.ofInputStream());
      if (List.of(wanted).contains(response.statusCode())) {
        return new Answer(response.statusCode(), response.body());
      }
      try (InputStream in = response.body()) {
        String said = new String(in.readNBytes(500), StandardCharsets.UTF_8).strip();
        throw new StoreException(server + ": " + reason(response.statusCode(), said));
      }
    } catch (ConnectException e) {
      throw new StoreException(server + ": no server there", e);
    } catch (IOException e) {
      throw new StoreException(server + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(server + ": interrupted", e);
    }
  }

  private static String reason(int status, String said) {
    return switch (status) {
      case 401, 403 -> "user or password is not right (" + status + ")";
      case 404, 405 -> "does not take it: started without --users or --writable, or not from here";
      default -> status + " " + said;
    };
  }
}
