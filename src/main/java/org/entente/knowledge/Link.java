package org.entente.knowledge;

import org.entente.text.Span;

/**
 * A stretch of text and the entity that it refers to.
 *
 * @param span where the name, common noun or pronoun stands
 * @param entity what it refers to
 * @param confidence how sure the linker is, 0 to 1
 * @param reason why, in a word or two: {@code alias}, {@code acronym}, {@code new}
 */
public record Link(Span span, EntityRef entity, double confidence, String reason)
    implements Comparable<Link> {

  /**
   * Checks the confidence.
   *
   * @throws IllegalArgumentException if it is not in 0..1
   */
  public Link {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence of the link at " + span + ": " + confidence);
    }
  }

  /** By position. */
  @Override
  public int compareTo(Link other) {
    return span.compareTo(other.span);
  }
}
