package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.entente.rdf.ResourceFolder;

/**
 * The explorer: a page at {@code /}, its files, and the shipped questions as they are.
 *
 * <p>All of it is read from the class path at the start and found by its whole address, so that no
 * address can lead to another file. Files lie under a digest of all of them and may be kept by
 * browsers for ever; the page itself is asked for anew each time. The page runs no script and takes
 * no style but these files, and asks no host but this one.
 */
final class Explorer extends Handler.Wrapper {

  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** Libraries that the page loads, and where their packages have them. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "cytoscape.min.js", "cytoscape/3.33.1/dist/cytoscape.min.js",
          "cytoscape-fcose.js", "cytoscape-fcose/2.2.0/cytoscape-fcose.js",
          "cose-base.js", "cose-base/2.2.0/cose-base.js",
          "layout-base.js", "layout-base/2.0.1/layout-base.js",
          "leaflet.js", "leaflet/1.9.4/dist/leaflet.js",
          "leaflet.css", "leaflet/1.9.4/dist/leaflet.css",
          "yasqe.min.js", "zazuko__yasqe/4.5.0/build/yasqe.min.js",
          "yasqe.min.css", "zazuko__yasqe/4.5.0/build/yasqe.min.css");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "rq", "application/sparql-query;charset=utf-8");

  private static final String KEEP = "public, max-age=31536000, immutable";
  private static final String ASK_ANEW = "no-cache";

  private final Map<String, Page> pages = new TreeMap<>();

  Explorer(Handler inner) {
    super(inner);
    Map<String, String> own = ResourceFolder.read("/explorer", "");
    Map<String, String> files = new TreeMap<>(own);
    LIBRARIES.forEach((name, path) -> files.put("lib/" + name, text(WEBJARS + path)));
    String version = Answers.digest(files.toString());
    files.forEach((name, text) -> add("/explorer/" + version + "/" + name, text, KEEP));
    String index = own.getOrDefault("index.html", "").replace("{version}", version);
    pages.put("/", new Page(bytes(index), "text/html;charset=utf-8", ASK_ANEW));

    Map<String, String> questions = ResourceFolder.read("/queries", ".rq");
    questions.forEach((name, text) -> add("/queries/" + name, text, ASK_ANEW));
    String names =
        questions.keySet().stream()
            .map(name -> '"' + name.substring(0, name.length() - ".rq".length()) + '"')
            .collect(Collectors.joining(",", "[", "]"));
    pages.put("/queries/", new Page(bytes(names), "application/json", ASK_ANEW));
  }

  private void add(String address, String text, String cache) {
    String ending = address.substring(address.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "text/plain;charset=utf-8");
    pages.put(address, new Page(bytes(text), type, cache));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    try (InputStream in = Explorer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("explorer", e);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Page page = pages.get(request.getHttpURI().getDecodedPath());
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    if (page == null || !(head || HttpMethod.GET.is(request.getMethod()))) {
      return super.handle(request, response, callback);
    }
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, page.tag);
    headers.put(HttpHeader.CACHE_CONTROL, page.cache);
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    headers.put("Content-Security-Policy", POLICY);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    if (page.tag.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      response.write(true, null, callback);
      return true;
    }
    boolean zipped = request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip");
    byte[] body = zipped ? page.zipped() : page.content;
    if (zipped) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    headers.put(HttpHeader.CONTENT_TYPE, page.type);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    return true;
  }

  /** A file as it is sent. */
  private static final class Page {
    private final byte[] content;
    private final String type;
    private final String cache;
    private final String tag;
    private byte[] zipped = {};

    Page(byte[] content, String type, String cache) {
      this.content = content;
      this.type = type;
      this.cache = cache;
      this.tag = '"' + Answers.digest(new String(content, StandardCharsets.UTF_8)) + '"';
    }

    /** Zipped when first asked for: few need all files. */
    synchronized byte[] zipped() {
      if (zipped.length == 0) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
          zip.write(content);
        } catch (IOException e) {
          throw new UncheckedIOException("in memory", e);
        }
        zipped = out.toByteArray();
      }
      return zipped;
    }
  }
}
