package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.extract.StatementExplanation;
import org.entente.ingest.Analyzer;
import org.entente.knowledge.Link;
import org.entente.link.Explanation;
import org.entente.rdf.Iris;
import org.entente.read.DocumentReader;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: a text with its mentions marked; why one is linked, or a statement found. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Prints a text with its mentions marked, why a mention is linked as it is, or how the"
            + " statements were found.")
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "File to read.")
  Path file = Path.of("");

  @Option(
      names = "--mention",
      paramLabel = "TEXT",
      description = "Explain the mentions that read so.")
  @Nullable String mention;

  @Option(names = "--statements", description = "Explain the statements.")
  boolean statements;

  /** How explanations of statements are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--results",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "With --statements: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); json is one"
              + " object a line.")
  Format results = Format.TEXT;

  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  private int documents;
  private int failures;
  private int explained;

  @Override
  public Integer call() {
    if (statements && mention != null) {
      throw new IllegalArgumentException("--statements and --mention: choose one");
    }
    if (results == Format.JSON && !statements) {
      throw new IllegalArgumentException("--results json: only with --statements");
    }
    DocumentReader reader = new DocumentReader(reading.options());
    Analyzer analyzer = new Analyzer(knowledge.base(Iris.DEFAULT));
    reader.read(
        file,
        document -> {
          documents++;
          if (statements) {
            print(new StatementReport(document), analyzer.explainStatements(document));
          } else {
            explain(document, analyzer.explain(document));
          }
        },
        e -> {
          failures++;
          System.err.println(plain(e.name() + ": " + e.reason()));
        });
    if (documents == 0) {
      return ExitCode.NO_INPUT;
    }
    if (mention != null && explained == 0) {
      System.err.println(plain(file + ": no mention reads \"" + mention + "\""));
      return ExitCode.PARTLY;
    }
    return failures == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  private void print(StatementReport report, List<StatementExplanation> explanations) {
    for (StatementExplanation explanation : explanations) {
      switch (results) {
        case TEXT -> System.out.print(plain(report.text(explanation)));
        case JSON -> System.out.println(escaped(report.json(explanation)));
      }
    }
  }

  private void explain(Document document, List<Explanation> explanations) {
    if (mention == null) {
      System.out.println(plain(marked(document.text(), explanations)).stripTrailing());
      return;
    }
    for (Explanation explanation : explanations) {
      if (explanation.mention().text().equals(mention)) {
        explained++;
        System.out.print(plain(reasons(document.text(), explanation)));
      }
    }
  }

  /** The text with each mention in brackets, its type, slug and confidence after it. */
  private static String marked(String text, List<Explanation> explanations) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Explanation explanation : explanations) {
      var span = explanation.mention().span();
      out.append(text, done, span.start()).append('[').append(span.of(text)).append('|');
      out.append(verdict(explanation)).append(']');
      done = span.end();
    }
    return out.append(text, done, text.length()).toString();
  }

  private static String verdict(Explanation explanation) {
    Link link = explanation.link();
    return link == null
        ? explanation.mention().type().label() + " ?"
        : String.format(
            Locale.ROOT,
            "%s %s %.2f",
            link.entity().type().label(),
            link.entity().slug(),
            link.confidence());
  }

  private static String reasons(String text, Explanation explanation) {
    var span = explanation.mention().span();
    StringBuilder out = new StringBuilder();
    int offset = text.codePointCount(0, span.start());
    out.append(
        String.format(
            Locale.ROOT, "\"%s\" at %d: %s%n", span.of(text), offset, verdict(explanation)));
    out.append(String.format(Locale.ROOT, "  found by: %s%n", explanation.mention().finder()));
    out.append(String.format(Locale.ROOT, "  reason: %s%n", explanation.reason()));
    for (Explanation.Candidate candidate : explanation.candidates()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %6.2f  %s %s \"%s\"%n",
              candidate.score(),
              candidate.entity().type().label(),
              candidate.entity().slug(),
              candidate.entity().label()));
      for (Explanation.Feature feature : candidate.features()) {
        out.append(
            String.format(
                Locale.ROOT,
                "          %+5.2f  %s: %s%n",
                feature.points(),
                feature.name(),
                feature.value()));
      }
    }
    return out.toString();
  }

  /**
   * Without what a terminal would take for an order: control characters other than the end of a
   * line, and those that turn the direction of writing, become a replacement character.
   */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isOrder(c) ? 0xFFFD : c == '\t' ? ' ' : c));
    return out.toString();
  }

  /** As {@link #plain}, for JSON: such a character is written as its number. */
  private static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c ->
                out.append(
                    isOrder(c) ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c)));
    return out.toString();
  }

  private static boolean isOrder(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }
}
