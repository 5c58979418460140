package org.entente.exchange.out;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.entente.exchange.out.StoreView.DocumentRow;
import org.entente.exchange.out.StoreView.Entity;
import org.entente.exchange.out.StoreView.StatementRow;
import org.jspecify.annotations.Nullable;

/**
 * Actors, relations and statements as three tables (RFC 4180, UTF-8, a header each).
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe before it; see {@link
 * #guarded}.
 */
final class CsvTables {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final StoreView view;
  private final Path folder;

  private CsvTables(StoreView view, Path folder) {
    this.view = view;
    this.folder = folder;
  }

  static String write(StoreView view, Path folder) throws IOException {
    Files.createDirectories(folder);
    CsvTables tables = new CsvTables(view, folder);
    long actors = tables.actors();
    Ties ties = new Ties(view);
    long relations = tables.relations(ties);
    long statements = tables.statements();
    return actors
        + " actors, "
        + relations
        + " relations, "
        + statements
        + " statements: "
        + ties.source();
  }

  private CSVPrinter table(String name, String... columns) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    return new CSVPrinter(writer, FORMAT.builder().setHeader(columns).get());
  }

  private long actors() throws IOException {
    try (CSVPrinter table =
        table("actors.csv", "id", "label", "type", "country", "mentions", "statements", "iri")) {
      for (Entity actor : view.mentioned(Ties.ACTORS)) {
        table.printRecord(
            guarded(actor.slug()),
            guarded(actor.label()),
            actor.type().className(),
            actor.country(),
            view.mentionsOf(actor.iri()),
            view.statementsOf(actor.iri()),
            actor.iri());
      }
      return table.getRecordCount() - 1;
    }
  }

  private long relations(Ties ties) throws IOException {
    try (CSVPrinter table =
        table(
            "relations.csv",
            "from",
            "fromLabel",
            "to",
            "toLabel",
            "predicate",
            "period",
            "score",
            "sign",
            "statements",
            "documents",
            "firstDate",
            "lastDate",
            "contested")) {
      Unchecked.run(
          () ->
              ties.forEach(
                  Unchecked.consumer(
                      tie ->
                          table.printRecord(
                              guarded(view.slug(tie.from())),
                              guarded(label(tie.from())),
                              guarded(view.slug(tie.to())),
                              guarded(label(tie.to())),
                              tie.predicate(),
                              tie.period(),
                              tie.score(),
                              tie.sign(),
                              tie.statements(),
                              tie.documents(),
                              tie.first(),
                              tie.last(),
                              tie.contested()))));
      return table.getRecordCount() - 1;
    }
  }

  private long statements() throws IOException {
    try (CSVPrinter table =
        table(
            "statements.csv",
            "subject",
            "subjectLabel",
            "predicate",
            "object",
            "objectLabel",
            "modality",
            "attributedTo",
            "attributionText",
            "start",
            "end",
            "confidence",
            "sentence",
            "title",
            "publisher",
            "issued",
            "source",
            "statement")) {
      for (String iri : view.documents()) {
        DocumentRow document = view.document(iri);
        for (StatementRow row : view.statements(iri)) {
          String speaker = row.attributedTo();
          table.printRecord(
              guarded(view.slug(row.subject())),
              guarded(label(row.subject())),
              row.predicate(),
              guarded(view.slug(row.object())),
              guarded(label(row.object())),
              row.modality().label(),
              guarded(speaker == null ? null : view.slug(speaker)),
              guarded(row.attributionText()),
              row.start(),
              row.end(),
              row.confidence(),
              guarded(row.sentences()),
              guarded(document.title()),
              guarded(document.publisher()),
              document.issued(),
              guarded(document.source()),
              row.iri());
        }
      }
      return table.getRecordCount() - 1;
    }
  }

  private String label(String entity) {
    Entity found = view.entity(entity);
    return found == null ? view.slug(entity) : found.label();
  }

  /**
   * A text that no spreadsheet takes for a formula: one that begins with {@code = + - @}, a tab or
   * a line break gets an apostrophe before it, as OWASP advises against CSV injection.
   */
  static @Nullable String guarded(@Nullable String text) {
    return text != null && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
