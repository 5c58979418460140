package org.entente.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Statement;
import org.entente.text.Mention;
import org.entente.text.Span;

/**
 * What is marked in one text, whoever marked it; offsets in code points.
 *
 * @param name file name without ending
 * @param mentions names with type and link, in order
 * @param statements rows of the statement table
 * @param circumstances when the statements held and who is said to have said them; empty when that
 *     was not marked
 */
public record Annotation(
    String name,
    List<MarkedName> mentions,
    List<Row> statements,
    List<Circumstance> circumstances) {

  /** A name: code points from {@code start} to {@code end}, its type, the slug it is linked to. */
  public record MarkedName(int start, int end, String type, String text, String slug) {}

  /** A statement; {@code start} and {@code end} delimit the sentence, in code points. */
  public record Row(
      String subject, String predicate, String object, String modality, int start, int end) {}

  /**
   * When a statement held and who is said to have said it; what is not said is empty.
   *
   * @param start a day, month or year such as {@code 2015-09}
   * @param end likewise
   * @param source slug of who said it
   */
  public record Circumstance(
      String subject,
      String predicate,
      String object,
      String modality,
      String start,
      String end,
      String source) {}

  /** Copies the lists. */
  public Annotation {
    mentions = List.copyOf(mentions);
    statements = List.copyOf(statements);
    circumstances = List.copyOf(circumstances);
  }

  /** An annotation without dates and sources. */
  public Annotation(String name, List<MarkedName> mentions, List<Row> statements) {
    this(name, mentions, statements, List.of());
  }

  /** What the pipeline found, in the files' terms. */
  public static Annotation of(DocumentKnowledge knowledge) {
    var document = knowledge.linked().annotated().document();
    String text = document.text();
    List<MarkedName> mentions = new ArrayList<>();
    Map<Span, String> slugs = new HashMap<>();
    knowledge.linked().links().forEach(l -> slugs.put(l.span(), l.entity().slug()));
    for (Mention mention : knowledge.linked().annotated().mentions()) {
      Span span = codePoints(text, mention.span());
      mentions.add(
          new MarkedName(
              span.start(),
              span.end(),
              mention.type().label(),
              mention.text(),
              slugs.getOrDefault(mention.span(), "")));
    }
    List<Row> rows = new ArrayList<>();
    List<Circumstance> circumstances = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Statement s : knowledge.statements()) {
      Span span = codePoints(text, s.evidence().get(0).span());
      Row row =
          new Row(
              s.subject().slug(),
              s.predicate().name(),
              s.object().slug(),
              s.modality().label(),
              span.start(),
              span.end());
      if (seen.add(row.subject() + row.predicate() + row.object() + row.modality())) {
        rows.add(row);
        circumstances.add(circumstance(row, s));
      }
    }
    return new Annotation(document.name(), mentions, rows, circumstances);
  }

  private static Circumstance circumstance(Row row, Statement statement) {
    Attribution attribution = statement.attribution();
    EntityRef source = attribution == null ? null : attribution.entity();
    return new Circumstance(
        row.subject(),
        row.predicate(),
        row.object(),
        row.modality(),
        Objects.toString(statement.start(), ""),
        Objects.toString(statement.end(), ""),
        source == null ? "" : source.slug());
  }

  /** A span of the text in code points. */
  static Span codePoints(String text, Span span) {
    int start = text.codePointCount(0, span.start());
    return new Span(start, start + text.codePointCount(span.start(), span.end()));
  }
}
