package org.entente.store;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.service.single.ServiceExecutorHttp;
import org.apache.jena.sparql.util.Context;

/**
 * The addresses that {@code SERVICE} may call; none if the list is empty.
 *
 * <p>An address is compared whole. Its host is looked up at each call and must not lie on loopback,
 * the local link or a private net, so that a name that points inside opens nothing. Redirects are
 * not followed. The look-up and the connection share Java's cache of names.
 *
 * <p>Example: {@code new AllowedServices(List.of("https://query.wikidata.org/sparql"), false,
 * Duration.ofSeconds(30)).guard(context)}. Jena has no such list.
 */
public final class AllowedServices implements ServiceExecutor {

  private final Set<String> allowed = new TreeSet<>();
  private final boolean privateToo;
  private final ServiceExecutorHttp http = new ServiceExecutorHttp();
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Duration timeout;

  /**
   * A list.
   *
   * @param privateToo whether they may lie on loopback or a private net
   * @param timeout how long one may take to answer
   * @throws IllegalArgumentException if one is no http or https address
   */
  public AllowedServices(Collection<String> addresses, boolean privateToo, Duration timeout) {
    for (String address : addresses) {
      URI uri = URI.create(address);
      if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
        throw new IllegalArgumentException(
            "--service-allow " + address + ": is no http or https address");
      }
      allowed.add(address);
    }
    this.privateToo = privateToo;
    this.timeout = timeout;
  }

  /** Makes this the only way out for queries in a context. */
  public void guard(Context context) {
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    registry.add(this);
    ServiceExecutorRegistry.set(context, registry);
    context.set(ARQ.httpServiceAllowed, !allowed.isEmpty());
    context.set(ARQ.httpQueryClient, client);
    context.set(ARQ.httpQueryTimeout, Long.toString(timeout.toMillis()));
  }

  @Override
  public QueryIterator createExecution(
      OpService call, OpService original, Binding binding, ExecutionContext context) {
    String address = call.getService().isURI() ? call.getService().getURI() : "";
    if (!allowed.contains(address)) {
      // SILENT hides failures of a call; this is no call.
      throw new QueryDeniedException(
          "SERVICE is not allowed here for this address (--service-allow)");
    }
    if (!privateToo) {
      refusePrivate(URI.create(address).getHost());
    }
    return http.createExecution(call, original, binding, context);
  }

  private static void refusePrivate(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isPrivate(address)) {
          throw new QueryDeniedException("SERVICE is not allowed to this machine's own net");
        }
      }
    } catch (UnknownHostException e) {
      throw new QueryDeniedException("SERVICE: no such host");
    }
  }

  /**
   * Loopback, link, site, multicast, carrier (100.64/10), benchmark, unique local, IPv4 in IPv6.
   */
  static boolean isPrivate(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] b = address.getAddress();
    if (b.length == 4) {
      int first = b[0] & 0xff;
      int second = b[1] & 0xff;
      return first == 0
          || first >= 240
          || (first == 100 && second >= 64 && second < 128)
          || (first == 192 && second == 0 && b[2] == 0)
          || (first == 198 && (second == 18 || second == 19));
    }
    if ((b[0] & 0xfe) == 0xfc) {
      return true; // fc00::/7
    }
    // 64:ff9b::/96 and 2002::/16 carry an IPv4 address that a gateway unpacks.
    if (b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) {
      return isPrivate(v4(b, 12));
    }
    if (b[0] == 0x20 && b[1] == 0x02) {
      return isPrivate(v4(b, 2));
    }
    return false;
  }

  private static InetAddress v4(byte[] from, int offset) {
    try {
      return InetAddress.getByAddress(java.util.Arrays.copyOfRange(from, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
