package org.entente.read;

/**
 * The lines of a file that begin in a stretch of its bytes, so that several readers can share it.
 *
 * <p>Example: {@code new LineRange(0, 100, 1)} and {@code new LineRange(100, 200, 9)} are all lines
 * of a file of 200 bytes, of which eight begin in the first hundred.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 * @param first number of the first line that begins there, counted from one
 */
public record LineRange(long start, long end, long first) {

  /** All lines of a file. */
  public static final LineRange ALL = new LineRange(0, Long.MAX_VALUE, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the stretch ends before it begins or lines count from less
   *     than one
   */
  public LineRange {
    if (start < 0 || end < start || first < 1) {
      throw new IllegalArgumentException(
          "lines from " + first + " between bytes " + start + " and " + end + ": no stretch");
    }
  }

  /** Offset of the byte that tells whether a line begins at the start. */
  long before() {
    return Math.max(0, start - 1);
  }
}
