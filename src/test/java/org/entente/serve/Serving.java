package org.entente.serve;

import java.nio.file.Path;
import java.util.List;

/** Options of a server for a test: loopback and a free port, but for what the test asks for. */
public final class Serving {

  private String host = "localhost";
  private boolean open;
  private boolean behindProxy;
  private Path keystore;
  private Path keystorePassword;
  private Path users;
  private boolean writable;
  private List<String> services = List.of();
  private boolean privateServices;
  private List<String> origins = List.of();
  private Path log;
  private Limits limits = Limits.DEFAULT;

  /** Listens there. */
  Serving host(String address) {
    host = address;
    return this;
  }

  /** Strangers may come, if so. */
  Serving open(boolean strangers) {
    open = strangers;
    return this;
  }

  /** A proxy is in front, if so. */
  Serving behindProxy(boolean proxy) {
    behindProxy = proxy;
    return this;
  }

  /** Speaks HTTPS. */
  Serving keystore(Path file, Path password) {
    keystore = file;
    keystorePassword = password;
    return this;
  }

  /** These may administer and, if so, write. */
  public Serving users(Path file, boolean write) {
    users = file;
    writable = write;
    return this;
  }

  /** Queries may call these. */
  Serving services(List<String> addresses, boolean privateToo) {
    services = addresses;
    privateServices = privateToo;
    return this;
  }

  /** Pages of these may ask. */
  Serving origins(String... names) {
    origins = List.of(names);
    return this;
  }

  /** Writes down each request. */
  Serving log(Path file) {
    log = file;
    return this;
  }

  /** Ends what takes too long so soon that a test can wait for it. */
  Serving impatient() {
    limits = ServedGraph.limits();
    return this;
  }

  /** The options. */
  public ServeOptions options() {
    return new ServeOptions(
        host,
        0,
        open,
        behindProxy,
        keystore,
        keystorePassword,
        users,
        writable,
        services,
        privateServices,
        origins,
        List.of(),
        log,
        limits);
  }
}
