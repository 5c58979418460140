package org.entente.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the user can set about reading.
 *
 * @param maxBytes largest file, or JSON line, that is read as one document; in bytes
 * @param charset encoding of plain text; a byte order mark overrides it
 * @param jsonFields for each of {@code text, title, date, publisher, author, url}: the JSON fields
 *     that may hold it, tried in order
 */
public record ReadOptions(long maxBytes, Charset charset, Map<String, List<String>> jsonFields) {

  /** Ten mebibytes a document, UTF-8, and the field names that feeds commonly use. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          10L << 20,
          StandardCharsets.UTF_8,
          Map.of(
              "text", List.of("text", "body", "content", "maintext", "article"),
              "title", List.of("title", "headline"),
              "date", List.of("date", "published", "date_publish", "issued"),
              "publisher", List.of("publisher", "outlet", "source", "source_domain"),
              "author", List.of("author", "byline"),
              "url", List.of("url", "link", "canonical")));
}
