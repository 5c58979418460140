package org.entente.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document besides its text.
 *
 * @param title headline, or null
 * @param issued day of publication, or null
 * @param publisher who published it, or null
 * @param author by-line, or null
 * @param source where it came from: its canonical URL, else the file's name
 * @param language ISO 639-1 code, such as {@code en}
 */
public record DocumentInfo(
    @Nullable String title,
    @Nullable LocalDate issued,
    @Nullable String publisher,
    @Nullable String author,
    String source,
    String language) {

  /** A document of which only the source is known, in English. */
  public static DocumentInfo ofSource(String source) {
    return new DocumentInfo(null, null, null, null, source, "en");
  }
}
