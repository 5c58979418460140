package org.entente.read;

/**
 * Where a document comes from, by three names.
 *
 * <p>Example: the second line of {@code data/2024/feed.jsonl}, found in the folder {@code data}, is
 * {@code data/2024/feed.jsonl:2} to a person who reads a message, has the source {@code
 * 2024/feed.jsonl:2} and gives the document {@code feed-2}.
 *
 * @param name what messages call it
 * @param source what the graph calls it; does not hold where the corpus lies
 * @param stem what its document is called: the file's name without its ending
 */
public record Origin(String name, String source, String stem) {

  /** One of several documents of a file, counted from one. */
  public Origin part(long number) {
    return new Origin(name + ":" + number, source + ":" + number, stem + "-" + number);
  }

  /** The same, but the graph names another source. */
  Origin from(String other) {
    return new Origin(name, other, stem);
  }
}
