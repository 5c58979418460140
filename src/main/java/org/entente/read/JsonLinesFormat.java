package org.entente.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.jspecify.annotations.Nullable;

/** JSON lines: one object a line, one document an object; a bad line costs only itself. */
final class JsonLinesFormat {

  private final ObjectMapper json = new ObjectMapper();
  private final ReadOptions options;
  private final Furniture furniture;

  JsonLinesFormat(ReadOptions options, Furniture furniture) {
    this.options = options;
    this.furniture = furniture;
  }

  void read(CorpusFile file, Consumer<Document> sink, Consumer<UnreadableException> failures)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
      int number = 0;
      while (true) {
        Line line = nextLine(in);
        if (line == null) {
          return;
        }
        number++;
        try {
          Document document = document(file, number, line);
          if (document != null) {
            sink.accept(document);
          }
        } catch (UnreadableException e) {
          failures.accept(e);
        }
      }
    }
  }

  private @Nullable Document document(CorpusFile file, int number, Line line)
      throws UnreadableException {
    String name = file + ":" + number;
    if (line.length() > options.maxBytes()) {
      throw new UnreadableException(
          name, "line of " + line.length() + " bytes; one document may have " + options.maxBytes());
    }
    if (line.isBlank()) {
      return null;
    }
    String raw = TextDecoder.decode(name, line.bytes(), StandardCharsets.UTF_8);
    if (number == 1 && raw.startsWith("\uFEFF")) {
      raw = raw.substring(1);
    }
    JsonNode node;
    try {
      node = json.readTree(raw);
    } catch (JsonProcessingException e) {
      throw new UnreadableException(name, "line is not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw new UnreadableException(name, "line is not a JSON object but " + node.getNodeType());
    }
    String body = field(node, "text");
    if (body == null) {
      throw new UnreadableException(
          name, "no text in any of the fields " + options.jsonFields().get("text"));
    }
    String title = field(node, "title");
    String text = (title == null ? "" : title + "\n\n") + body.strip() + "\n";
    String url = field(node, "url");
    String source = url == null ? file.source() + ":" + number : url;
    DocumentInfo info =
        new DocumentInfo(
            title,
            Dates.parse(field(node, "date")),
            field(node, "publisher"),
            field(node, "author"),
            source,
            "en");
    return new Document(
        DocumentReader.id(source, text),
        file.stem() + "-" + number,
        text,
        info,
        Passages.of(text, 0, furniture),
        true);
  }

  private @Nullable String field(JsonNode node, String what) {
    Map<String, List<String>> fields = options.jsonFields();
    for (String field : fields.getOrDefault(what, List.of())) {
      JsonNode value = node.get(field);
      if (value != null && value.isValueNode() && !value.asText().isBlank() && !value.isNull()) {
        return value.asText().strip();
      }
    }
    return null;
  }

  private record Line(ByteArrayOutputStream kept, long length) {
    byte[] bytes() {
      return kept.toByteArray();
    }

    boolean isBlank() {
      for (byte b : bytes()) {
        if (b < 0 || b > ' ') {
          return false;
        }
      }
      return true;
    }
  }

  /** The next line, of which no more than the limit is kept; null at the end. */
  private @Nullable Line nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (length++ <= options.maxBytes()) {
        kept.write(c);
      }
      c = in.read();
    }
    return new Line(kept, length);
  }
}
