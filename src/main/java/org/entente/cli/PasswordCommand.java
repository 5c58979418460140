package org.entente.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.entente.serve.PasswordHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code password}: a line for a password file. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description =
        "Reads a password from the standard input and prints the user's line for the file of serve --users.")
final class PasswordCommand implements Callable<Integer> {

  private static final int SHORTEST = 12;

  @Parameters(paramLabel = "USER", description = "Name: letters, digits, dot, hyphen.")
  String user = "";

  @Override
  public Integer call() throws IOException {
    if (!user.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "user \"" + user + "\": is made of letters, digits, dots and hyphens");
    }
    String password = read();
    if (password.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "password: has " + password.length() + " characters, fewer than " + SHORTEST);
    }
    System.out.println(user + ": " + PasswordHash.of(password));
    return ExitCode.OK;
  }

  /** The first line of the standard input; a command line would stand in the process list. */
  private static String read() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
