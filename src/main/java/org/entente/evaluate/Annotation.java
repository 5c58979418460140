package org.entente.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Statement;
import org.entente.text.Mention;
import org.entente.text.Span;

/**
 * What is marked in one text, whoever marked it; offsets in code points.
 *
 * @param name file name without ending
 * @param mentions names with type and link, in order
 * @param statements rows of the statement table
 */
public record Annotation(String name, List<MarkedName> mentions, List<Row> statements) {

  /** A name: code points from {@code start} to {@code end}, its type, the slug it is linked to. */
  public record MarkedName(int start, int end, String type, String text, String slug) {}

  /** A statement; {@code start} and {@code end} delimit the sentence, in code points. */
  public record Row(
      String subject, String predicate, String object, String modality, int start, int end) {}

  /** Copies the lists. */
  public Annotation {
    mentions = List.copyOf(mentions);
    statements = List.copyOf(statements);
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
      }
    }
    return new Annotation(document.name(), mentions, rows);
  }

  private static Span codePoints(String text, Span span) {
    int start = text.codePointCount(0, span.start());
    return new Span(start, start + text.codePointCount(span.start(), span.end()));
  }
}
