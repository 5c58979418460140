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
import org.jspecify.annotations.Nullable;

/**
 * The files that a list of files and folders means, one after the other.
 *
 * <p>Example: {@code new Corpus(List.of(Path.of("data/articles"))).files(failures::add)}. Of a
 * folder only the names of the files in one of its folders at a time are kept, so that a corpus may
 * have any number of them. Hidden files and folders are left out.
 */
public final class Corpus {

  /** Endings of files that are taken from a folder; a file named outright is always taken. */
  public static final Set<String> ENDINGS =
      Set.of("txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "jsonl", "ndjson");

  private final List<Path> roots;
  private final @Nullable List<CorpusFile> listed;

  /** Those of a folder's files that are listed; the rest of the folder is left alone. */
  public Corpus(Path folder, List<Path> files) {
    roots = List.of(folder);
    listed = files.stream().filter(Corpus::isKnown).map(p -> CorpusFile.in(folder, p)).toList();
  }

  /** The corpus of these files and folders; what lies in another of them counts once. */
  public Corpus(List<Path> paths) {
    List<Path> kept = new ArrayList<>();
    for (Path path : paths.stream().distinct().toList()) {
      boolean inside =
          Files.exists(path)
              && paths.stream()
                  .anyMatch(
                      other -> !other.equals(path) && absolute(path).startsWith(absolute(other)));
      if (!inside) {
        kept.add(path);
      }
    }
    roots = List.copyOf(kept);
    listed = null;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What was named. */
  public List<Path> roots() {
    return roots;
  }

  /**
   * The files, each folder's in order of their names.
   *
   * @param failures told of each path that is not there or cannot be walked
   */
  public Stream<CorpusFile> files(Consumer<UnreadableException> failures) {
    return listed != null ? listed.stream() : roots.stream().flatMap(root -> files(root, failures));
  }

  private static Stream<CorpusFile> files(Path root, Consumer<UnreadableException> failures) {
    if (Files.isDirectory(root)) {
      return walk(root, failures).map(path -> CorpusFile.in(root, path));
    }
    if (Files.exists(root)) {
      return Stream.of(CorpusFile.of(root));
    }
    failures.accept(new UnreadableException(root.toString(), "no such file or folder"));
    return Stream.empty();
  }

  private static Stream<Path> walk(Path folder, Consumer<UnreadableException> failures) {
    List<Path> inside;
    try (Stream<Path> listed = Files.list(folder)) {
      inside = listed.filter(p -> !name(p).startsWith(".")).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      failures.accept(new UnreadableException(folder.toString(), "cannot be walked: " + e));
      return Stream.empty();
    }
    return inside.stream()
        .flatMap(
            path -> {
              if (Files.isDirectory(path)) {
                // A link to a folder may lead back up.
                return Files.isSymbolicLink(path) ? Stream.empty() : walk(path, failures);
              }
              return Files.isRegularFile(path) && isKnown(path) ? Stream.of(path) : Stream.empty();
            });
  }

  private static boolean isKnown(Path file) {
    String name = name(file);
    return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
