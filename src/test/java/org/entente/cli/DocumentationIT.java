package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.ingest.SampleStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that README and the command pages show and compares what they print.
 *
 * <p>A block fenced as {@code console} holds commands after a dollar sign, each followed by what it
 * prints. Commands on a store get a copy of the sample store. With {@code
 * -Dentente.docs.update=true} the pages are rewritten instead.
 */
class DocumentationIT {

  private static final Pattern BLOCK =
      Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String JAR = "java -jar target/entente.jar ";
  private static final boolean UPDATE = Boolean.getBoolean("entente.docs.update");

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> printsWhatThePagesShow() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      if (Files.readString(page).contains("```console")) {
        tests.add(DynamicTest.dynamicTest(page.toString(), () -> check(page)));
      }
    }
    assertTrue(tests.size() >= 5, "pages with commands: " + tests.size());
    return tests;
  }

  @Test
  void linksOnlyToPagesThatAreThere() throws IOException {
    Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
    for (Path page : pages()) {
      Matcher matcher = link.matcher(Files.readString(page));
      while (matcher.find()) {
        Path target = page.toAbsolutePath().getParent().resolve(matcher.group(1));
        assertTrue(Files.exists(target), page + " links to " + matcher.group(1));
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> site = Files.walk(Path.of("src", "site", "markdown"))) {
      site.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private void check(Path page) throws IOException {
    Path store = folder.resolve("store-" + page.getFileName());
    SampleStore.copyTo(store);
    String text = Files.readString(page);
    StringBuilder rewritten = new StringBuilder();
    int done = 0;
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String shown = block.group(1);
      String printed = run(shown, store);
      if (!UPDATE) {
        assertEquals(masked(shown), masked(printed), page.toString());
      }
      rewritten.append(text, done, block.start(1)).append(printed);
      done = block.end(1);
    }
    rewritten.append(text.substring(done));
    if (UPDATE) {
      Files.writeString(page, rewritten);
    }
    assertFalse(rewritten.isEmpty());
  }

  /** What running the commands of a block prints, in the block's own form. */
  private String run(String block, Path store) throws IOException {
    StringBuilder out = new StringBuilder();
    for (String line : block.lines().toList()) {
      if (!line.startsWith("$ ")) {
        continue;
      }
      out.append(line).append('\n');
      String command = line.substring(2);
      boolean head = command.endsWith(" | head -n 12");
      command = head ? command.substring(0, command.indexOf(" | head")) : command;
      if (!command.startsWith(JAR)) {
        continue; // mvn, curl: shown, not run here
      }
      List<String> args = words(command.substring(JAR.length()));
      if (List.of(
              "query",
              "info",
              "validate",
              "export",
              "remove",
              "analyse",
              "alliances",
              "path",
              "blocs",
              "contested",
              "import",
              "corroborate")
          .contains(args.get(0))) {
        args.addAll(List.of("--store", store.toString()));
      } else if (List.of("run", "build").contains(args.get(0))) {
        args.addAll(List.of("--store", folder.resolve("built").toString()));
      }
      Shell.Outcome outcome = Shell.run(args.toArray(String[]::new));
      Stream<String> lines = outcome.out().lines();
      (head ? lines.limit(12) : lines)
          .forEach(
              l ->
                  out.append(
                          l.replaceAll("^(store +)/.*$", "$1store")
                              .replace(store.toString(), "store"))
                      .append('\n'));
    }
    return out.toString();
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return words;
  }

  /** Times and folders differ from machine to machine. */
  private static String masked(String text) {
    return text.replaceAll("(?m)^time +.*$", "time").replaceAll("(?m)^store +.*$", "store");
  }
}
