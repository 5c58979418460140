package org.entente.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Each request as a JSON object on a line of its own; JSON's escapes keep a request from writing
 * lines of its own.
 *
 * <p>{@code id} is the {@code Fuseki-Request-Id} of the answer, {@code query} the first half of the
 * SHA-256 of the query's text: the text itself may say what somebody is working on and is not kept.
 */
final class AccessLog extends AbstractLifeCycle implements RequestLog {

  private static final int LONGEST = 300;

  private final ObjectMapper json = new ObjectMapper();
  private final BufferedWriter out;

  AccessLog(Path file) {
    try {
      out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  @Override
  public void log(Request request, Response response) {
    Map<String, Object> line = new LinkedHashMap<>();
    long begun = Request.getTimeStamp(request);
    line.put("time", Instant.ofEpochMilli(begun).truncatedTo(ChronoUnit.MILLIS).toString());
    put(line, "id", response.getHeaders().get("Fuseki-Request-Id"));
    put(line, "from", Request.getRemoteAddr(request));
    put(line, "method", request.getMethod());
    put(line, "path", request.getHttpURI().getPath());
    put(line, "query", request.getAttribute(GuardedQuery.DIGEST));
    line.put("status", response.getStatus());
    line.put("bytes", Response.getContentBytesWritten(response));
    line.put("ms", Math.max(0, System.currentTimeMillis() - begun));
    put(line, "agent", request.getHeaders().get(HttpHeader.USER_AGENT));
    try {
      String text = json.writeValueAsString(line);
      synchronized (out) {
        out.write(text);
        out.write('\n');
        out.flush();
      }
    } catch (IOException e) {
      // A full disk must not stop the service; the operator sees it on the log of the process.
      System.err.println("access log: " + e.getMessage());
    }
  }

  private static void put(
      Map<String, Object> line, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      String text = value.toString();
      line.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  @Override
  protected void doStop() throws Exception {
    out.close();
  }
}
