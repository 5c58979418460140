package org.entente.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;

/** JSON lines: one object a line, one document an object; a bad line costs only itself. */
final class JsonLinesFormat {

  private final ObjectMapper json = new ObjectMapper();
  private final ReadOptions options;
  private final RecordFormat records;

  JsonLinesFormat(ReadOptions options, RecordFormat records) {
    this.options = options;
    this.records = records;
  }

  /** The lines that begin in a stretch of the file. */
  void read(
      CorpusFile file,
      LineRange range,
      Consumer<Document> sink,
      Consumer<UnreadableException> failures)
      throws IOException {
    try (InputStream in = new BufferedInputStream(file.content().open(range.before()))) {
      long at = range.start();
      if (range.before() < range.start()) {
        at = range.before() + passLine(in);
      }
      for (long number = range.first(); at < range.end(); number++) {
        Line line = nextLine(in);
        if (line == null) {
          return;
        }
        at += line.length() + 1;
        try {
          Document document = document(file.origin().part(number), number, line);
          if (document != null) {
            sink.accept(document);
          }
        } catch (UnreadableException e) {
          failures.accept(e);
        }
      }
    }
  }

  /** How many lines begin in a stretch of the file. */
  static long count(CorpusFile file, LineRange range) throws IOException {
    long lines = range.start() == 0 && range.end() > 0 ? 1 : 0;
    try (InputStream in = file.content().open(range.before())) {
      // A line begins after each line feed that has another byte of the stretch behind it.
      long left = Math.min(range.end(), file.content().size()) - 1 - range.before();
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          break;
        }
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
    }
    return lines;
  }

  private @Nullable Document document(Origin origin, long number, Line line)
      throws UnreadableException {
    String name = origin.name();
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
    return records.read(origin, field -> value(node.get(field)));
  }

  private static @Nullable String value(@Nullable JsonNode value) {
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
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

  /** Passes over the rest of a line; how many bytes that were. */
  private static long passLine(InputStream in) throws IOException {
    long length = 0;
    int c;
    do {
      c = in.read();
      length++;
    } while (c >= 0 && c != '\n');
    return length;
  }
}
