package org.entente.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store is served: to whom, over what, with which rights.
 *
 * <p>Example: {@code ServeOptions.local(3030)} answers questions on loopback and nothing else.
 * {@link #check} says what is missing before strangers may come.
 *
 * @param host address to listen on
 * @param port port; 0 picks a free one
 * @param open whether strangers may reach it
 * @param behindProxy whether a proxy in front does HTTPS and passes on who asked
 * @param keystore PKCS#12 or JKS file with the certificate, for HTTPS
 * @param keystorePassword file that holds its password
 * @param users password file of those who may write and administer
 * @param writable whether users may write
 * @param services addresses that {@code SERVICE} may call
 * @param privateServices whether these may lie on loopback or a private net
 * @param corsOrigins origins whose pages may ask, such as {@code https://example.org}
 * @param adminFrom addresses beside loopback that may use {@code /$/}, such as 10.0.0.0/8
 * @param accessLog file that each request is added to, a JSON object a line
 * @param limits what a request may take
 */
public record ServeOptions(
    String host,
    int port,
    boolean open,
    boolean behindProxy,
    @Nullable Path keystore,
    @Nullable Path keystorePassword,
    @Nullable Path users,
    boolean writable,
    List<String> services,
    boolean privateServices,
    List<String> corsOrigins,
    List<String> adminFrom,
    @Nullable Path accessLog,
    Limits limits) {

  /** Checks the port and copies the lists. */
  public ServeOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("--port " + port + ": is between 0 and 65535");
    }
    services = List.copyOf(services);
    corsOrigins = List.copyOf(corsOrigins);
    adminFrom = List.copyOf(adminFrom);
  }

  /** Questions on loopback, nothing else. */
  public static ServeOptions local(int port) {
    return new ServeOptions(
        "localhost",
        port,
        false,
        false,
        null,
        null,
        null,
        false,
        List.of(),
        false,
        List.of(),
        List.of(),
        null,
        Limits.DEFAULT);
  }

  /** Whether nobody but this machine can reach the address. */
  boolean loopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host " + host + ": no such address", e);
    }
  }

  /**
   * Refuses what would leave a door open.
   *
   * @throws IllegalArgumentException naming the option that is missing or does not go with another
   */
  void check() {
    if (!loopback() && !open) {
      throw new IllegalArgumentException(
          "--host " + host + ": others can reach it; say --public if they shall");
    }
    if (keystore != null && keystorePassword == null) {
      throw new IllegalArgumentException("--keystore " + keystore + ": needs its password file");
    }
    if (open && keystore == null && !behindProxy) {
      throw new IllegalArgumentException(
          "--public: needs HTTPS: --keystore FILE, or --behind-proxy if a proxy does it");
    }
    if (open && privateServices) {
      throw new IllegalArgumentException(
          "--service-allow-private: lets strangers call this machine's own net; not with --public");
    }
    if (open && corsOrigins.contains("*") && writable) {
      throw new IllegalArgumentException(
          "--cors-origin *: lets any page use a user's password; not with --writable");
    }
    if (writable && users == null) {
      throw new IllegalArgumentException("--writable: needs users: --users FILE");
    }
  }
}
