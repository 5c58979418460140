package org.entente.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.serve.Limits;
import org.entente.serve.ServeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a store is served. */
final class ServeOption {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3030",
      description = "Port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  int port = 3030;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "localhost",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  String host = "localhost";

  @Option(
      names = "--public",
      description = "Strangers may reach it; refuses to start with a door open.")
  boolean open;

  @Option(
      names = "--behind-proxy",
      description = "A proxy in front does HTTPS and says who asked (X-Forwarded-For).")
  boolean behindProxy;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description = "PKCS#12 or JKS file with the certificate: HTTPS.")
  @Nullable Path keystore;

  @Option(
      names = "--keystore-password-file",
      paramLabel = "FILE",
      description = "File that holds the keystore's password.")
  @Nullable Path keystorePassword;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "Password file of those who may administer and, with --writable, write.")
  @Nullable Path users;

  @Option(names = "--writable", description = "Users may write.")
  boolean writable;

  @Option(
      names = "--service-allow",
      paramLabel = "URL",
      description = "An address that SERVICE may call. Repeatable.")
  List<String> services = List.of();

  @Option(
      names = "--service-allow-private",
      description = "Such an address may lie on loopback or a private net.")
  boolean privateServices;

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description = "Pages from there may ask, such as https://example.org. Repeatable.")
  List<String> corsOrigins = List.of();

  @Option(
      names = "--admin-from",
      paramLabel = "ADDRESSES",
      description = "Beside loopback, these may use /$/, such as 10.0.0.0/8. Repeatable.")
  List<String> adminFrom = List.of();

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Each request is added to it, a JSON object a line.")
  @Nullable Path accessLog;

  @Option(
      names = "--query-timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Longest that a query may take in all (default: ${DEFAULT-VALUE}).")
  int timeout = 60;

  @Option(
      names = "--max-running",
      paramLabel = "N",
      defaultValue = "8",
      description = "Most requests at work at once (default: ${DEFAULT-VALUE}).")
  int running = 8;

  @Option(
      names = "--max-waiting",
      paramLabel = "N",
      defaultValue = "64",
      description = "Most requests that wait for their turn (default: ${DEFAULT-VALUE}).")
  int waiting = 64;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most rows or triples of a result (default: ${DEFAULT-VALUE}).")
  int rows = 1_000_000;

  /** All of it. */
  ServeOptions options() {
    Limits d = Limits.DEFAULT;
    Duration whole = Duration.ofSeconds(timeout);
    return new ServeOptions(
        host,
        port,
        open,
        behindProxy,
        keystore,
        keystorePassword,
        users,
        writable,
        services,
        privateServices,
        corsOrigins,
        adminFrom,
        accessLog,
        new Limits(
            whole.compareTo(d.firstResult()) < 0 ? whole : d.firstResult(),
            whole,
            d.queryBytes(),
            d.writeBytes(),
            d.resultBytes(),
            rows,
            running,
            waiting,
            d.patience(),
            d.idle(),
            d.stop()));
  }
}
