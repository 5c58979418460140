package org.entente.read;

import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * A file to read and the name that its documents are known by.
 *
 * <p>Example: {@code data/2024/a.txt} found in the folder {@code data} has the source {@code
 * 2024/a.txt}. The source does not hold where the folder lies, so that a corpus gives the same
 * graph on every machine, and tells apart files of one name in different folders.
 *
 * @param path where it is
 * @param source its path below the folder that was named, with slashes; its name when it was named
 *     itself
 */
public record CorpusFile(Path path, String source) {

  /** A file that was named itself. */
  public static CorpusFile of(Path path) {
    return new CorpusFile(path, String.valueOf(path.getFileName()));
  }

  /** A file found in a folder. */
  static CorpusFile in(Path folder, Path path) {
    StringJoiner source = new StringJoiner("/");
    folder.relativize(path).forEach(part -> source.add(part.toString()));
    return new CorpusFile(path, source.toString());
  }

  /** File name without its ending. */
  String stem() {
    return DocumentReader.stem(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
