package org.entente.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Plain text and Markdown, with optional YAML front matter between two lines of three hyphens.
 *
 * <p>Offsets are those of the file, front matter and furniture included.
 */
final class PlainTextFormat {

  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)\\r?\\n---[ \\t]*(\\r?\\n|\\z)", Pattern.DOTALL);

  private static final int FRONT_MATTER_LIMIT = 20_000;

  private final Furniture furniture;

  PlainTextFormat(Furniture furniture) {
    this.furniture = furniture;
  }

  Document read(CorpusFile file, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int bodyStart = 0;
    Matcher front =
        FRONT_MATTER.matcher(text).region(0, Math.min(text.length(), FRONT_MATTER_LIMIT));
    if (front.find()) {
      fields = frontMatter(String.valueOf(front.group(1)));
      bodyStart = front.end();
    }
    String url = fields.get("url");
    String source = url == null ? file.source() : url;
    DocumentInfo info =
        new DocumentInfo(
            fields.get("title"),
            Dates.parse(fields.get("date")),
            fields.get("publisher"),
            fields.get("author"),
            source,
            "en");
    return new Document(
        DocumentReader.id(source, text),
        file.stem(),
        text,
        info,
        Passages.of(text, bodyStart, furniture),
        false);
  }

  private static Map<String, String> frontMatter(String yaml) {
    Object loaded;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(10);
      loaded = new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      // People write "title: Aleppo: the fall" without quotes; YAML then refuses the whole block.
      loaded = byLine(yaml);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    if (loaded instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), asText(value)));
    }
    fields.values().removeIf(String::isBlank);
    return fields;
  }

  private static String asText(@Nullable Object value) {
    if (value instanceof java.util.Date date) {
      return date.toInstant().toString();
    }
    return value == null ? "" : value.toString();
  }

  private static Map<String, String> byLine(String block) {
    Map<String, String> fields = new LinkedHashMap<>();
    block
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
              }
            });
    return fields;
  }
}
