package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.exchange.EntityMatching.Unmatched;
import org.entente.exchange.ExternalImport;
import org.entente.exchange.ExternalMapping;
import org.entente.exchange.ImportSummary;
import org.entente.ingest.GazetteerLookup;
import org.entente.store.KnowledgeStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: other people's events into a store. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Reads a table of events or actors that somebody else made into a store.")
final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The table.")
  Path file = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "DATASET",
      description = "What it is: ucdp-ged, ucdp-actors, acled or gdelt.")
  @Nullable String dataset;

  @Option(
      names = "--mapping",
      paramLabel = "MAPPING",
      description = "For a table of your own: RML in Turtle, like data/mappings/*.rml.ttl.")
  @Nullable Path mapping;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "How its characters are encoded (default: ${DEFAULT-VALUE}).")
  String encoding = "UTF-8";

  @Option(
      names = "--unmatched",
      paramLabel = "OUT",
      description = "Write the actors and places that are none of ours here, not to stdout.")
  @Nullable Path unmatched;

  @Mixin StoreOption store = new StoreOption();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      System.err.println(file + ": " + (Files.exists(file) ? "is no file" : "no such file"));
      return ExitCode.NO_INPUT;
    }
    ExternalMapping chosen = chosen();
    Charset charset = charset();
    GazetteerLookup lookup = new GazetteerLookup(knowledge.base(store.iris()));
    long begun = System.nanoTime();
    ImportSummary summary;
    try (KnowledgeStore opened = KnowledgeStore.open(store.folder, store.iris())) {
      summary =
          new ExternalImport(opened, lookup, rows -> System.err.println(rows + " rows"))
              .run(file, chosen, charset);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    print(summary, seconds, System.out);
    summary.problems().forEach(System.err::println);
    if (summary.refused() > summary.problems().size()) {
      System.err.println("… and " + (summary.refused() - summary.problems().size()) + " more");
    }
    Path out = unmatched;
    if (out == null) {
      table(summary, System.out);
    } else {
      try (PrintStream stream =
          new PrintStream(
              Files.newOutputStream(out), false, java.nio.charset.StandardCharsets.UTF_8)) {
        table(summary, stream);
      }
    }
    return summary.refused() == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  private ExternalMapping chosen() throws IOException {
    Map<String, ExternalMapping> shipped = ExternalMapping.shipped(store.iris().base());
    String as = dataset;
    Path own = mapping;
    if ((as == null) == (own == null)) {
      throw new IllegalArgumentException(
          "import: say what the file is, either --as one of "
              + shipped.keySet()
              + " or --mapping FILE");
    }
    if (own != null) {
      String name = String.valueOf(own.getFileName()).replaceFirst("\\..*$", "");
      return ExternalMapping.read(name, own.toString(), Files.readString(own), store.iris().base());
    }
    ExternalMapping found = shipped.get(String.valueOf(as));
    if (found == null) {
      throw new IllegalArgumentException(
          "import: no data set \"" + as + "\"; known are " + shipped.keySet());
    }
    return found;
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("--encoding: no encoding \"" + encoding + "\"", e);
    }
  }

  private static void print(ImportSummary summary, double seconds, PrintStream out) {
    out.printf("graph       %s%s%n", summary.graph(), summary.known() ? " (was there)" : "");
    out.printf("rows        %d%n", summary.rows());
    out.printf("refused     %d%n", summary.refused());
    out.printf("actors      %d of %d matched%n", summary.matchedActors(), summary.actors());
    out.printf("places      %d of %d matched%n", summary.matchedPlaces(), summary.places());
    out.printf("time        %.1f s%n", seconds);
  }

  /** Tab-separated, so that it opens as a table; cells come from a file and are kept to a line. */
  private static void table(ImportSummary summary, PrintStream out) {
    if (summary.unmatched().isEmpty()) {
      return;
    }
    out.println("unmatched\tname\tcode\tevents");
    for (Unmatched row : summary.unmatched()) {
      out.printf(
          "%s\t%s\t%s\t%d%n", row.kind(), plain(row.name()), plain(row.code()), row.events());
    }
  }

  private static String plain(String cell) {
    return cell.replaceAll("\\p{Cntrl}", " ");
  }
}
