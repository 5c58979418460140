package org.entente.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.evaluate.ResultTable.Line;

/**
 * Scores as tables, and tables as text, JSON or CSV.
 *
 * <p>Example: {@code Results.csv(Results.of(scores))} has a row {@code
 * links,State,precision,0.9871} for each figure, so that two runs can be compared line by line and
 * a sheet can plot it.
 */
public final class Results {

  /** Statements of fewer gold rows stand after the others: their figures are chance. */
  public static final int SUPPORT = 10;

  private static final List<String> MODALITIES =
      List.of("asserted", "reported", "possible", "negated");
  private static final List<String> SCORE =
      List.of("right", "gold", "given", "precision", "recall", "f1");

  private Results() {}

  /** The tables of scores against annotated texts. */
  public static List<ResultTable> of(Scores scores) {
    List<ResultTable> tables = new ArrayList<>();
    tables.add(
        new ResultTable(
            "texts",
            "texts",
            List.of("texts", "dated"),
            List.of(Line.of(Scores.ALL, scores.texts(), scores.dated()))));
    tables.add(
        scores("mentionsStrict", "mentions, strict span and type", scores.mentionsStrict(), false));
    tables.add(scores("mentionsOverlap", "mentions, overlap", scores.mentionsOverlap(), false));
    tables.add(scores("links", "links", scores.links(), false));
    Score accuracy = scores.linkAccuracy();
    tables.add(
        new ResultTable(
            "linkAccuracy",
            "links of mentions found",
            List.of("right", "found", "accuracy"),
            List.of(
                Line.of(Scores.ALL, accuracy.found(), accuracy.expected(), accuracy.precision()))));
    tables.add(scores("statements", "statements, exact", scores.statements(), true));
    tables.add(
        scores(
            "statementsWithoutModality",
            "statements, without modality",
            scores.statementsPlain(),
            true));
    tables.addAll(modality(scores.modalities()));
    tables.add(
        new ResultTable(
            "circumstances",
            "dates and sources of statements found",
            List.of("right", "wrong", "spurious", "missed", "gold", "precision", "recall"),
            List.of(
                answers("startDate", scores.starts()),
                answers("endDate", scores.ends()),
                answers("attributedTo", scores.sources()))));
    return tables;
  }

  /** A table of precision and recall; {@code worstFirst}: the total, then by F1 from the worst. */
  static ResultTable scores(
      String id, String title, Map<String, Score> scores, boolean worstFirst) {
    List<Map.Entry<String, Score>> entries = new ArrayList<>(new TreeMap<>(scores).entrySet());
    if (worstFirst) {
      entries.sort(
          Comparator.comparing((Map.Entry<String, Score> e) -> !e.getKey().equals(Scores.ALL))
              .thenComparing(e -> e.getValue().expected() < SUPPORT)
              .thenComparing(e -> e.getValue().f1()));
    }
    return new ResultTable(
        id, title, SCORE, entries.stream().map(e -> line(e.getKey(), e.getValue())).toList());
  }

  private static Line line(String name, Score s) {
    return Line.of(name, s.found(), s.expected(), s.given(), s.precision(), s.recall(), s.f1());
  }

  private static List<ResultTable> modality(Map<String, Map<String, Integer>> counts) {
    TreeSet<String> named =
        new TreeSet<>(Comparator.comparingInt(Results::place).thenComparing(m -> m));
    named.addAll(MODALITIES);
    counts.forEach(
        (gold, row) -> {
          named.add(gold);
          named.addAll(row.keySet());
        });
    List<Line> lines = new ArrayList<>();
    int all = 0;
    int right = 0;
    for (String gold : named) {
      Map<String, Integer> row = counts.getOrDefault(gold, Map.of());
      List<Number> figures = new ArrayList<>();
      int inRow = 0;
      for (String given : named) {
        int count = row.getOrDefault(given, 0);
        figures.add(count);
        inRow += count;
      }
      int same = row.getOrDefault(gold, 0);
      figures.add(inRow);
      figures.add(share(same, inRow));
      lines.add(new Line(gold, figures));
      all += inRow;
      right += same;
    }
    List<String> columns = new ArrayList<>(named);
    columns.add("gold");
    columns.add("recall");
    return List.of(
        new ResultTable(
            "modalityAccuracy",
            "modality of statements found",
            List.of("right", "found", "accuracy"),
            List.of(Line.of(Scores.ALL, right, all, share(right, all)))),
        new ResultTable("modality", "modality: lines gold, columns given", columns, lines));
  }

  private static int place(String modality) {
    int place = MODALITIES.indexOf(modality);
    return place < 0 ? MODALITIES.size() : place;
  }

  private static Line answers(String name, Answers a) {
    Score score = a.score();
    return Line.of(
        name,
        a.right(),
        a.wrong(),
        a.spurious(),
        a.missed(),
        score.expected(),
        score.precision(),
        score.recall());
  }

  /** The bins and the two errors; {@code id} and {@code what} say of which answers. */
  public static List<ResultTable> of(String id, String what, Reliability reliability) {
    List<Line> bins = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      String name =
          String.format(
              Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 1.0 / Reliability.BINS);
      bins.add(Line.of(name, bin.count(), bin.confidence(), bin.right()));
    }
    return List.of(
        new ResultTable(id, "confidence of " + what, List.of("count", "confidence", "right"), bins),
        new ResultTable(
            id + "Error",
            "errors of the confidence of " + what,
            List.of("count", "calibration", "brier"),
            List.of(
                Line.of(
                    Scores.ALL,
                    reliability.answers().size(),
                    reliability.calibrationError(),
                    reliability.brierScore()))));
  }

  /** The table of names in the schema of re3d. */
  public static List<ResultTable> re3d(Map<String, Score> names) {
    return List.of(scores("namesOverlap", "names of re3d, overlap", names, false));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** For people: each table under its title, counts as they are, measures with three decimals. */
  public static String text(List<ResultTable> tables) {
    StringBuilder out = new StringBuilder();
    for (ResultTable table : tables) {
      out.append(out.isEmpty() ? "" : "\n");
      out.append(String.format(Locale.ROOT, "%-38s", table.title()));
      table
          .columns()
          .forEach(c -> out.append(String.format(Locale.ROOT, " %" + width(c) + "s", c)));
      out.append('\n');
      for (Line line : table.lines()) {
        out.append(String.format(Locale.ROOT, "  %-36s", line.name()));
        for (int i = 0; i < line.figures().size(); i++) {
          String form = line.figures().get(i) instanceof Integer ? "d" : ".3f";
          out.append(
              String.format(
                  Locale.ROOT, " %" + width(table.columns().get(i)) + form, line.figures().get(i)));
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static int width(String column) {
    return Math.max(6, column.length());
  }

  /** For programs: table, line, column, figure. */
  public static String json(List<ResultTable> tables) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    for (ResultTable table : tables) {
      ObjectNode lines = root.putObject(table.id());
      for (Line line : table.lines()) {
        ObjectNode figures = lines.putObject(line.name());
        for (int i = 0; i < line.figures().size(); i++) {
          String column = table.columns().get(i);
          Number figure = line.figures().get(i);
          if (figure instanceof Integer count) {
            figures.put(column, count.intValue());
          } else {
            figures.put(column, rounded(figure.doubleValue()));
          }
        }
      }
    }
    return mapper.writeValueAsString(root) + "\n";
  }

  /** For sheets and diffs: one row a figure, under {@code table,line,column,figure}. */
  public static String csv(List<ResultTable> tables) throws IOException {
    StringWriter out = new StringWriter();
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord("table", "line", "column", "figure");
      for (ResultTable table : tables) {
        for (Line line : table.lines()) {
          for (int i = 0; i < line.figures().size(); i++) {
            Number figure = line.figures().get(i);
            printer.printRecord(
                table.id(),
                line.name(),
                table.columns().get(i),
                figure instanceof Integer
                    ? figure.toString()
                    : String.format(Locale.ROOT, "%.4f", figure.doubleValue()));
          }
        }
      }
    }
    return out.toString();
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
