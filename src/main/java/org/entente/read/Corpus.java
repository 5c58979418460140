package org.entente.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The files that a list of files and folders means.
 *
 * <p>Example: {@code Corpus.files(List.of(Path.of("data/articles")), failures::add)}.
 */
public final class Corpus {

  /** Endings of files that are taken from a folder; a file named outright is always taken. */
  public static final Set<String> ENDINGS =
      Set.of("txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "jsonl", "ndjson");

  private Corpus() {}

  /**
   * Files in order of their path; folders are walked, hidden files and unknown endings left out.
   *
   * @param failures told of each path that is not there or cannot be walked
   */
  public static List<Path> files(List<Path> paths, Consumer<UnreadableException> failures) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside.filter(Files::isRegularFile).filter(Corpus::isKnown).sorted().forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
          failures.accept(new UnreadableException(path.toString(), "cannot be walked: " + e));
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        failures.accept(new UnreadableException(path.toString(), "no such file or folder"));
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean isKnown(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
