package org.entente.knowledge;

import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document states between two entities, with how, when and where it says so.
 *
 * <p>Example: iran, supports, hezbollah, asserted, since 2015.
 *
 * @param subject from
 * @param predicate relation
 * @param object to
 * @param modality asserted, reported, possible or negated
 * @param attribution who is said to have said it, or null when the writer says it
 * @param start when it began or happened: a {@code LocalDate}, {@code YearMonth} or {@code Year};
 *     null when not said
 * @param end when it ended, likewise
 * @param confidence how sure the extractor is that the text states it, 0 to 1
 * @param evidence the sentences, clearest first; at least one
 */
public record Statement(
    EntityRef subject,
    Predicate predicate,
    EntityRef object,
    Modality modality,
    @Nullable Attribution attribution,
    @Nullable Temporal start,
    @Nullable Temporal end,
    double confidence,
    List<Evidence> evidence) {

  /** By subject, predicate, object and modality: the order of a document's statements. */
  public static final Comparator<Statement> ORDER =
      Comparator.comparing((Statement s) -> s.subject().slug())
          .thenComparing(s -> s.predicate().name())
          .thenComparing(s -> s.object().slug())
          .thenComparing(Statement::modality);

  /**
   * Checks domain, range, evidence and confidence.
   *
   * @throws IllegalArgumentException if one is not as it should be
   */
  public Statement {
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("no evidence for " + subject + " " + predicate.name());
    }
    if (!predicate.accepts(subject.type(), object.type())) {
      throw new IllegalArgumentException(
          predicate.name() + " cannot stand between " + subject + " and " + object);
    }
    if (subject.slug().equals(object.slug())) {
      throw new IllegalArgumentException(predicate.name() + " of " + subject + " with itself");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " of " + predicate.name());
    }
  }
}
