package org.entente.text;

/**
 * A flat phrase of a sentence.
 *
 * @param type CoNLL-2000 phrase type: {@code NP}, {@code VP}, {@code PP}, {@code ADVP} and so on
 * @param start index of its first token in the sentence
 * @param end index after its last token
 */
public record Chunk(String type, int start, int end) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the chunk is empty or starts before 0
   */
  public Chunk {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a chunk: tokens " + start + " to " + end);
    }
  }
}
