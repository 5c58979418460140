package org.entente.serve;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * What a request passes before Fuseki sees it, in Jetty's own handlers, outermost first:
 *
 * <ol>
 *   <li>{@link GracefulHandler}: once the server is told to stop, no new requests
 *   <li>{@link Answers}: headers and plain errors
 *   <li>{@link Gate}: hosts, methods and addresses that may not
 *   <li>{@link CrossOriginHandler}, if pages of other origins may ask
 *   <li>{@link SizeLimitHandler}: bodies and answers that are too long
 *   <li>{@link Deadline}: cuts the connection of who sends a question or takes an answer too slowly
 *   <li>{@link EagerContentHandler}: reads the body of a question whole, so that a slow client
 *       holds neither a thread nor a turn
 *   <li>{@link QoSHandler}: so many at once, so many waiting, the others 503
 * </ol>
 */
final class FrontDoor {

  private static final String CUT = "entente.cut";
  private static final Set<String> READING = Set.of("GET", "HEAD", "POST", "OPTIONS");
  private static final Set<String> WRITING =
      Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH");

  /** Services that take long bodies and give long answers, after a password. */
  static final List<String> WRITERS =
      List.of("/entente/update", "/entente/graphs", "/entente/documents");

  private FrontDoor() {}

  /** Puts all of it before what a server has; gives the handler that makes requests wait. */
  static QoSHandler install(Server jetty, ServeOptions options) {
    Limits limits = options.limits();
    ServletContextHandler fuseki = jetty.getDescendant(ServletContextHandler.class);
    fuseki.setErrorHandler(Answers::error);
    fuseki.setMaxFormContentSize(options.writable() ? limits.writeBytes() : limits.queryBytes());
    fuseki.setMaxFormKeys(32);
    jetty.setErrorHandler(Answers::error);

    QoSHandler turns = new QoSHandler(jetty.getHandler());
    turns.setMaxRequestCount(limits.running());
    turns.setMaxSuspendedRequestCount(limits.waiting());
    turns.setMaxSuspend(limits.patience());
    turns.excludePath("/$/*"); // to be seen when all turns are taken

    EagerContentHandler whole =
        new EagerContentHandler(
            turns,
            new EagerContentHandler.FormContentLoaderFactory(32, limits.queryBytes()),
            new EagerContentHandler.RetainedContentLoaderFactory(limits.queryBytes(), 8, true));
    WRITERS.forEach(whole::excludePath);
    Handler sized = new Sized(new Deadline(whole, limits), limits);
    if (!options.corsOrigins().isEmpty()) {
      sized = crossOrigin(sized, options.corsOrigins());
    }
    jetty.setHandler(new GracefulHandler(new Answers(new Gate(sized, options), limits)));

    for (Connector connector : jetty.getConnectors()) {
      ServerConnector tcp = (ServerConnector) connector;
      tcp.setHost(options.host());
      tcp.setIdleTimeout(limits.idle().toMillis());
      tcp.setAcceptQueueSize(128);
      tcp.getConnectionFactories().stream()
          .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
          .map(f -> ((HttpConfiguration.ConnectionFactory) f).getHttpConfiguration())
          .forEach(http -> configure(http, options));
    }
    return turns;
  }

  private static void configure(HttpConfiguration http, ServeOptions options) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(32 << 10);
    http.setOutputBufferSize(1 << 20);
    http.setUriCompliance(UriCompliance.RFC3986);
    if (options.behindProxy()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
  }

  private static Handler crossOrigin(Handler inner, List<String> origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream()
            .map(o -> o.equals("*") ? "*" : Pattern.quote(o))
            .collect(Collectors.toSet()));
    handler.setAllowCredentials(false);
    handler.setHandler(inner);
    return handler;
  }

  /** Cuts the connection that a request came over, so that half an answer is seen to be half. */
  static void cut(ServletRequest request) {
    if (request.getAttribute(CUT) instanceof Runnable cut) {
      cut.run();
    }
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getDecodedPath();
    return path == null ? "" : path;
  }

  /** Long bodies only where they are expected. */
  private static final class Sized extends Handler.Wrapper {
    private final SizeLimitHandler questions;
    private final SizeLimitHandler writers;

    Sized(Handler inner, Limits limits) {
      super(inner);
      questions = new SizeLimitHandler(limits.queryBytes(), limits.resultBytes());
      writers = new SizeLimitHandler(limits.writeBytes(), limits.resultBytes());
      questions.setHandler(inner);
      writers.setHandler(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (path(request).equals("/$/backup")) {
        return super.handle(request, response, callback);
      }
      SizeLimitHandler limit = WRITERS.contains(path(request)) ? writers : questions;
      return limit.handle(request, response, callback);
    }
  }

  /** Refuses by address, host, method and form before anything is read. */
  private static final class Gate extends Handler.Wrapper {
    private final boolean localNamesOnly;
    private final Set<String> methods;
    private final boolean behindProxy;
    private final List<InetAddressPattern> admins = new ArrayList<>();

    Gate(Handler inner, ServeOptions options) {
      super(inner);
      localNamesOnly = options.loopback() && !options.behindProxy();
      methods = options.writable() ? WRITING : READING;
      behindProxy = options.behindProxy();
      options.adminFrom().forEach(a -> admins.add(InetAddressPattern.from(a)));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      int refused = refusal(request);
      if (refused != 0) {
        Response.writeError(request, response, callback, refused);
        return true;
      }
      return super.handle(request, response, callback);
    }

    private int refusal(Request request) {
      if (!methods.contains(request.getMethod())) {
        return 405;
      }
      // A page from elsewhere whose name is made to point here (DNS rebinding) brings its own name.
      if (localNamesOnly && !isLocal(Request.getServerName(request))) {
        return 421;
      }
      String path = path(request);
      if (path.contains("/$") && !mayAdminister(request)) {
        return 404;
      }
      // Inside a compressed body may be a thousand times as much.
      if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING) && !WRITERS.contains(path)) {
        return 415;
      }
      return 0;
    }

    private static boolean isLocal(String host) {
      return host != null
          && Set.of("localhost", "127.0.0.1", "[::1]", "::1")
              .contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean mayAdminister(Request request) {
      // What a proxy passes on is not from here, whatever the headers say of who asked.
      if (behindProxy
          && request.getHeaders().stream()
              .anyMatch(
                  f ->
                      f.getLowerCaseName().startsWith("x-forwarded")
                          || f.is(HttpHeader.FORWARDED.asString()))) {
        return false;
      }
      SocketAddress peer =
          request.getConnectionMetaData().getConnection().getEndPoint().getRemoteSocketAddress();
      if (!(peer instanceof InetSocketAddress inet)) {
        return false;
      }
      InetAddress address = inet.getAddress();
      return address.isLoopbackAddress() || admins.stream().anyMatch(a -> a.test(address));
    }
  }

  /** Cuts who sends or takes too slowly, or a query that cannot be stopped in another way. */
  private static final class Deadline extends Handler.Wrapper {
    private final long millis;

    Deadline(Handler inner, Limits limits) {
      super(inner);
      millis =
          limits.patience().toMillis()
              + limits.wholeQuery().toMillis()
              + 2 * limits.idle().toMillis();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
      request.setAttribute(CUT, (Runnable) connection::close);
      if (!WRITERS.contains(path(request))) {
        var alarm =
            getServer().getScheduler().schedule(connection::close, millis, TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> alarm.cancel());
      }
      return super.handle(request, response, callback);
    }
  }
}
