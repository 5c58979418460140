package org.entente.text;

import java.util.List;

/**
 * One text as it was read, untouched, with the passages of it that are worth analysing.
 *
 * <p>Example: a saved news page as plain text begins with "Skip to main content"; that line is in
 * {@link #text()} but in none of the {@link #passages()}.
 *
 * @param id identifier made from content and source, so that the same text from the same place is
 *     the same document
 * @param name file name without extension, unique within a batch; annotation files are named by it
 * @param text the whole text, never changed
 * @param info title, date, publisher and the like
 * @param passages paragraphs, headlines and captions of the body, in order, none overlapping
 * @param derived whether {@code text} was extracted from another format (HTML, PDF, JSON) and so is
 *     not the file's own content
 */
public record Document(
    String id, String name, String text, DocumentInfo info, List<Span> passages, boolean derived) {

  /**
   * Checks the passages.
   *
   * @throws IllegalArgumentException if a passage leaves the text or the passages are not in order
   */
  public Document {
    passages = List.copyOf(passages);
    int last = 0;
    for (Span passage : passages) {
      if (passage.start() < last || passage.end() > text.length()) {
        throw new IllegalArgumentException(
            "passage " + passage + " of document " + id + " is out of order or out of the text");
      }
      last = passage.end();
    }
  }
}
