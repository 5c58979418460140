package org.entente.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.read.ReadOptions;
import picocli.CommandLine.Option;

/** How files are read. */
final class ReadingOptions {

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of plain text (default: ${DEFAULT-VALUE}).")
  Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--max-size",
      paramLabel = "MIB",
      defaultValue = "10",
      description = "Largest document in MiB (default: ${DEFAULT-VALUE}).")
  long maxSize = 10;

  @Option(
      names = "--field",
      paramLabel = "WHAT=FIELD",
      description =
          "JSON lines: which field holds text, title, date, publisher, author or url. Repeatable.")
  Map<String, String> fields = Map.of();

  ReadOptions options() {
    Map<String, List<String>> json = new HashMap<>(ReadOptions.DEFAULT.jsonFields());
    fields.forEach(
        (what, field) -> {
          if (!json.containsKey(what)) {
            throw new IllegalArgumentException(
                "--field "
                    + what
                    + "="
                    + field
                    + ": what is one of "
                    + json.keySet().stream().sorted().toList());
          }
          json.put(what, List.of(field));
        });
    if (maxSize < 1 || maxSize > 1024) {
      throw new IllegalArgumentException("--max-size " + maxSize + ": is between 1 and 1024");
    }
    return new ReadOptions(maxSize << 20, encoding, json);
  }
}
