package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code data/SOURCES.yaml} says of where files come from. */
class SourcesTest {

  private static final Path SOURCES = Path.of("data", "SOURCES.yaml");

  @Test
  void hasAnEntryForEachFileOfDataAndEachBinary() throws IOException {
    List<String> listed = listed();
    try (Stream<Path> data = Files.walk(Path.of("data"));
        Stream<Path> sources = Files.walk(Path.of("src"))) {
      List<String> missing =
          Stream.concat(data, sources.filter(SourcesTest::isBinary))
              .filter(Files::isRegularFile)
              .filter(file -> !file.equals(SOURCES))
              .map(file -> file.toString().replace('\\', '/'))
              .filter(file -> listed.stream().noneMatch(entry -> covers(entry, file)))
              .sorted()
              .toList();
      assertEquals(List.of(), missing);
    }
  }

  @Test
  void namesNothingThatIsGone() throws IOException {
    assertEquals(
        List.of(), listed().stream().filter(entry -> Files.notExists(Path.of(entry))).toList());
  }

  private static List<String> listed() throws IOException {
    List<Map<String, String>> entries =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(SOURCES));
    return entries.stream().flatMap(e -> Stream.of(e.get("file").split(",\\s*"))).toList();
  }

  private static boolean covers(String entry, String file) {
    String folder = entry.endsWith("/") ? entry : entry + "/";
    return file.equals(entry) || file.startsWith(folder);
  }

  private static boolean isBinary(Path file) {
    return file.toString().matches(".*\\.(bin|png|pdf|gz|zip|jar)");
  }
}
