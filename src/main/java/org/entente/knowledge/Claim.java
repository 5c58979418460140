package org.entente.knowledge;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a store holds it: its own name and the slugs of the two entities.
 *
 * <p>Example: {@code …/document/d1#s3}, iran, supports, hezbollah, asserted, 0.83, since 2015.
 *
 * @param name the statement's IRI
 * @param subject slug of its subject
 * @param predicate local name of the relation
 * @param object slug of its object
 * @param modality how firmly it is stated
 * @param confidence how sure the reading is, 0 to 1
 * @param start when it began or happened, or null
 * @param end when it ended, or null
 */
public record Claim(
    String name,
    String subject,
    String predicate,
    String object,
    Modality modality,
    double confidence,
    @Nullable Temporal start,
    @Nullable Temporal end) {

  /**
   * Checks the confidence.
   *
   * @throws IllegalArgumentException if it is not in 0..1
   */
  public Claim {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " of " + name);
    }
  }
}
