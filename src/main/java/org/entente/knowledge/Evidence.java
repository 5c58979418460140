package org.entente.knowledge;

import org.entente.text.Span;

/**
 * The sentence or sentences that state something.
 *
 * @param span where they stand in the document
 */
public record Evidence(Span span) implements Comparable<Evidence> {

  /** By position. */
  @Override
  public int compareTo(Evidence other) {
    return span.compareTo(other.span);
  }
}
