package org.entente.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.entente.evaluate.Annotation.Circumstance;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;

/**
 * Reads and writes {@code NAME.ann} (brat standoff), {@code NAME.rel.tsv} (statements) and {@code
 * NAME.when.tsv} (their dates and sources).
 *
 * <p>Example: {@code AnnotationFiles.write(folder, annotation)}; then {@code
 * AnnotationFiles.read(folder, "seed")} gives the same back.
 */
public final class AnnotationFiles {

  private static final String ANN = ".ann";
  private static final String REL = ".rel.tsv";
  private static final CSVFormat TABLE =
      CSVFormat.TDF.builder().setQuote(null).setRecordSeparator('\n').setTrim(true).get();
  private static final List<String> HEADER =
      List.of("subject", "predicate", "object", "modality", "start", "end");
  private static final String WHEN = ".when.tsv";
  private static final List<String> WHEN_HEADER =
      List.of("subject", "predicate", "object", "modality", "startDate", "endDate", "attributedTo");

  private AnnotationFiles() {}

  /**
   * Names of the texts in a folder that have annotation, sorted.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith(ANN))
          .map(f -> f.substring(0, f.length() - ANN.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * The annotation of one text; without a statement file it has no statements, without a file of
   * dates and sources none of these.
   *
   * @throws IOException if a file cannot be read or a line of it is malformed; the message names it
   */
  public static Annotation read(Path folder, String name) throws IOException {
    Path ann = folder.resolve(name + ANN);
    Map<String, MarkedName> byId = new HashMap<>();
    List<String> order = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(ann, StandardCharsets.UTF_8)) {
      number++;
      String[] cells = line.split("\t", -1);
      try {
        if (line.startsWith("T")) {
          String[] place = cells[1].split(" ", -1);
          int start = Integer.parseInt(place[1]);
          int end = Integer.parseInt(place[2]);
          byId.put(cells[0], new MarkedName(start, end, place[0], cells[2], ""));
          order.add(cells[0]);
        } else if (line.startsWith("N")) {
          String[] reference = cells[1].split(" ", -1);
          String slug = reference[2].substring(reference[2].indexOf(':') + 1);
          byId.computeIfPresent(
              reference[1],
              (id, m) -> new MarkedName(m.start(), m.end(), m.type(), m.text(), slug));
        }
      } catch (RuntimeException e) {
        throw new IOException(ann + ":" + number + ": not brat standoff: \"" + line + "\"", e);
      }
    }
    List<MarkedName> mentions = new ArrayList<>();
    for (String id : order) {
      MarkedName mention = byId.get(id);
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return new Annotation(
        name,
        mentions,
        table(
            folder.resolve(name + REL),
            cells ->
                new Row(
                    cells.get("subject"),
                    cells.get("predicate"),
                    cells.get("object"),
                    cells.get("modality"),
                    Integer.parseInt(cells.get("start")),
                    Integer.parseInt(cells.get("end")))),
        table(
            folder.resolve(name + WHEN),
            cells ->
                new Circumstance(
                    cells.get("subject"),
                    cells.get("predicate"),
                    cells.get("object"),
                    cells.get("modality"),
                    cells.get("startDate"),
                    cells.get("endDate"),
                    cells.get("attributedTo"))));
  }

  private static <T> List<T> table(Path file, Function<CSVRecord, T> row) throws IOException {
    List<T> rows = new ArrayList<>();
    if (!Files.exists(file)) {
      return rows;
    }
    CSVFormat format = TABLE.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      for (CSVRecord cells : parser) {
        rows.add(row.apply(cells));
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(file + ": not a table of statements: " + e.getMessage(), e);
    }
    return rows;
  }

  /**
   * Writes the files of a text into a folder; that of dates and sources only when there are any.
   *
   * @throws IOException if they cannot be written
   */
  public static void write(Path folder, Annotation annotation) throws IOException {
    StringBuilder ann = new StringBuilder();
    int number = 0;
    for (MarkedName m : annotation.mentions()) {
      number++;
      String text = m.text().replaceAll("[\\r\\n\\t]", " ");
      ann.append(String.format("T%d\t%s %d %d\t%s%n", number, m.type(), m.start(), m.end(), text));
      if (!m.slug().isEmpty()) {
        ann.append(
            String.format("N%d\tReference T%d Entente:%s\t%s%n", number, number, m.slug(), text));
      }
    }
    StringWriter table = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(table, TABLE)) {
      printer.printRecord(HEADER);
      for (Row row : annotation.statements()) {
        printer.printRecord(
            row.subject(), row.predicate(), row.object(), row.modality(), row.start(), row.end());
      }
    }
    Files.writeString(
        folder.resolve(annotation.name() + ANN), ann.toString().replace("\r\n", "\n"));
    Files.writeString(folder.resolve(annotation.name() + REL), table.toString());
    if (annotation.circumstances().isEmpty()) {
      return;
    }
    StringWriter when = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(when, TABLE)) {
      printer.printRecord(WHEN_HEADER);
      for (Circumstance c : annotation.circumstances()) {
        printer.printRecord(
            c.subject(), c.predicate(), c.object(), c.modality(), c.start(), c.end(), c.source());
      }
    }
    Files.writeString(folder.resolve(annotation.name() + WHEN), when.toString());
  }
}
