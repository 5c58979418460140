package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.serve.RemoteStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A server that holds the store, instead of the store's folder. */
final class ServerOption {

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server that serves the store, such as http://localhost:3030.")
  @Nullable URI server;

  @Option(names = "--user", paramLabel = "NAME", description = "User of that server.")
  @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File that holds the user's password.")
  @Nullable Path passwordFile;

  /** The store behind the server; null if none is named. */
  @Nullable RemoteStore remote() throws IOException {
    if (server == null) {
      if (user != null || passwordFile != null) {
        throw new IllegalArgumentException("--user, --password-file: are for --server");
      }
      return null;
    }
    if (user == null || passwordFile == null) {
      throw new IllegalArgumentException("--server " + server + ": needs --user, --password-file");
    }
    String password = Files.readString(passwordFile).lines().findFirst().orElse("").strip();
    if (password.isEmpty()) {
      throw new IllegalArgumentException("--password-file " + passwordFile + ": is empty");
    }
    return new RemoteStore(server, user, password);
  }
}
