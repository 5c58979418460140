package org.entente.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A file to read and the name that its documents are known by.
 *
 * <p>Example: {@code data/2024/a.txt} found in the folder {@code data} has the source {@code
 * 2024/a.txt}. The source does not hold where the folder lies, so that a corpus gives the same
 * graph on every machine, and tells apart files of one name in different folders.
 *
 * @param origin its names; the source is its path below the folder that was named, with slashes, or
 *     its name when it was named itself
 * @param ending the ending of its name in lower case, without the dot; {@code warc.gz} is one
 * @param content what is in it
 */
public record CorpusFile(Origin origin, String ending, Content content) {

  /** The bytes of a file, wherever it lies. */
  public interface Content {
    /** How many there are. */
    long size() throws IOException;

    /** Those from an offset on. */
    InputStream open(long offset) throws IOException;
  }

  private record OnDisk(Path path) implements Content {
    @Override
    public long size() throws IOException {
      return Files.size(path);
    }

    @Override
    public InputStream open(long offset) throws IOException {
      if (offset == 0) {
        return Files.newInputStream(path); // pipes cannot be wound on
      }
      SeekableByteChannel channel = Files.newByteChannel(path);
      channel.position(offset);
      return Channels.newInputStream(channel);
    }
  }

  /** A file that was named itself. */
  public static CorpusFile of(Path path) {
    String fileName = String.valueOf(path.getFileName());
    return of(path.toString(), fileName, fileName, new OnDisk(path));
  }

  /** A file found in a folder. */
  static CorpusFile in(Path folder, Path path) {
    StringJoiner source = new StringJoiner("/");
    folder.relativize(path).forEach(part -> source.add(part.toString()));
    String fileName = String.valueOf(path.getFileName());
    return of(path.toString(), source.toString(), fileName, new OnDisk(path));
  }

  /**
   * A file of any file system.
   *
   * @param name what messages call it
   * @param source its path below the folder that was named, with slashes, or its name when it was
   *     named itself
   */
  public static CorpusFile of(String name, String source, Content content) {
    return of(name, source, source.substring(source.lastIndexOf('/') + 1), content);
  }

  private static CorpusFile of(String name, String source, String fileName, Content content) {
    String ending = ending(fileName);
    int dot = fileName.length() - ending.length() - 1;
    String stem = dot <= 0 || ending.isEmpty() ? fileName : fileName.substring(0, dot);
    return new CorpusFile(new Origin(name, source, stem), ending, content);
  }

  /** The ending of a file's name in lower case; empty when it has none. */
  static String ending(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    int end = name.endsWith(".warc.gz") ? name.lastIndexOf('.', dot - 1) : dot;
    return end < 0 ? "" : name.substring(end + 1);
  }

  /** The source of {@link #origin}. */
  public String source() {
    return origin.source();
  }

  @Override
  public String toString() {
    return origin.name();
  }
}
