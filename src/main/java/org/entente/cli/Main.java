package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sys.JenaSystem;
import org.entente.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code entente}. */
@Command(
    name = "entente",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Builds a knowledge graph of an armed conflict from articles and reports.",
    subcommands = {
      RunCommand.class,
      BuildCommand.class,
      ClusterCommand.class,
      ImportCommand.class,
      LinkCommand.class,
      CorroborateCommand.class,
      ServeCommand.class,
      AnnotateCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      ExplainCommand.class,
      QueryCommand.class,
      ExportCommand.class,
      LoadCommand.class,
      ValidateCommand.class,
      RemoveCommand.class,
      InfoCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CompactCommand.class,
      IndexCommand.class,
      PasswordCommand.class,
      AnalyseCommand.class,
      AlliancesCommand.class,
      PathCommand.class,
      BlocsCommand.class,
      ContestedCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 nothing to read; 2 wrong command line; 3 done, but some inputs gave",
      "no document or something was found; 4 store, port or disk not available;",
      "5 wrong or too slow query; 70 fault of the program."
    })
public final class Main {

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"entente " + (version == null ? "development" : version)};
    }
  }

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    int code;
    try {
      code = run(args);
    } catch (Error e) { // out of memory, or a page of the store that the disk could not take
      System.err.println("entente: " + e);
      if (Boolean.getBoolean("entente.trace")) {
        e.printStackTrace();
      }
      code = ExitCode.INTERNAL;
    }
    if (code == ExitCode.OK && ClusterCommand.NAME.equals(args[0])) {
      return; // Spark on YARN takes an exit before the end of main for a fault
    }
    System.exit(code);
  }

  /** Runs a command and gives its exit code; see {@code entente --help}. */
  public static int run(String... args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err),
            true,
            StandardCharsets.UTF_8));
    return execute(args);
  }

  /** As {@link #run} but on the streams as they are. */
  static int execute(String... args) {
    JenaSystem.init();
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(e, command.getErr()));
    if (args.length == 0) {
      line.usage(System.out);
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }

  /** The one place that turns a failure into a message and an exit code. */
  private static int failure(Exception e, java.io.PrintWriter err) {
    err.println(message(e));
    err.flush();
    if (e instanceof StoreException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      return ExitCode.UNAVAILABLE;
    }
    if (e instanceof QueryException) {
      return ExitCode.QUERY;
    }
    if (e instanceof IllegalArgumentException) {
      return ExitCode.USAGE;
    }
    e.printStackTrace(err);
    err.flush();
    return ExitCode.INTERNAL;
  }

  private static String message(Exception e) {
    if (e instanceof QueryCancelledException) {
      return "query: took too long and was stopped (--timeout)";
    }
    if (e instanceof QueryException) {
      return "query: " + e.getMessage();
    }
    if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return message(unchecked.getCause());
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason();
      String kind = file.getClass().getSimpleName().replace("Exception", "");
      return file.getFile() + ": " + (reason == null ? kind : reason);
    }
    return String.valueOf(e.getMessage());
  }
}
