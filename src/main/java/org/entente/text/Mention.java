package org.entente.text;

/**
 * A name in the text with its type. A mention is never an entity: which one it refers to is decided
 * later.
 *
 * @param span where it stands
 * @param text what it reads
 * @param type one of the ten types
 * @param confidence how sure the finder is, 0 to 1
 * @param finder which annotator found it, such as {@code gazetteer}
 */
public record Mention(Span span, String text, EntityType type, double confidence, String finder)
    implements Comparable<Mention> {

  /**
   * Checks the confidence and the span.
   *
   * @throws IllegalArgumentException if the confidence is not in 0..1 or the span is empty
   */
  public Mention {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence of \"" + text + "\" is " + confidence);
    }
    if (span.length() == 0) {
      throw new IllegalArgumentException("empty mention at " + span);
    }
  }

  /** By position. */
  @Override
  public int compareTo(Mention other) {
    return span.compareTo(other.span);
  }
}
