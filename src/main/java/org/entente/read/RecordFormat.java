package org.entente.read;

import java.util.List;
import java.util.function.Function;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.jspecify.annotations.Nullable;

/** Records of named fields, such as a JSON object or a row of a table: one document each. */
final class RecordFormat {

  private final ReadOptions options;
  private final Furniture furniture;

  RecordFormat(ReadOptions options, Furniture furniture) {
    this.options = options;
    this.furniture = furniture;
  }

  /**
   * The document of a record.
   *
   * @param fields the value of a field; null when there is none
   * @throws UnreadableException if no field holds a text
   */
  Document read(Origin origin, Function<String, @Nullable String> fields)
      throws UnreadableException {
    String body = field(fields, "text");
    if (body == null) {
      throw new UnreadableException(
          origin.name(), "no text in any of the fields " + options.jsonFields().get("text"));
    }
    String title = field(fields, "title");
    String text = (title == null ? "" : title + "\n\n") + body.strip() + "\n";
    String url = field(fields, "url");
    String source = url == null ? origin.source() : url;
    DocumentInfo info =
        new DocumentInfo(
            title,
            Dates.parse(field(fields, "date")),
            field(fields, "publisher"),
            field(fields, "author"),
            source,
            "en");
    return new Document(
        DocumentReader.id(source, text),
        origin.stem(),
        text,
        info,
        Passages.of(text, 0, furniture),
        true);
  }

  private @Nullable String field(Function<String, @Nullable String> fields, String what) {
    for (String name : options.jsonFields().getOrDefault(what, List.of())) {
      String value = fields.apply(name);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }
}
