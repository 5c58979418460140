package org.entente.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text files in a folder of the class path, whether it lies in a jar or on disk.
 *
 * <p>Example: {@code ResourceFolder.read("/queries", ".rq")} gives file name and content of each
 * shipped question, by name.
 */
public final class ResourceFolder {

  private ResourceFolder() {}

  /**
   * File names and contents, sorted by name; subfolders are not entered.
   *
   * @throws UncheckedIOException if the folder is missing or cannot be read
   */
  public static Map<String, String> read(String folder, String ending) {
    URL url = ResourceFolder.class.getResource(folder);
    if (url == null) {
      throw new UncheckedIOException(new IOException("not on the class path: " + folder));
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return list(Path.of(uri), ending);
      }
      FileSystem jar = open(uri);
      return list(jar.getPath(folder), ending);
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder, e);
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(url.toString(), e));
    }
  }

  /** Opened once and left open: closing it would close it under other threads. */
  private static synchronized FileSystem open(URI uri) throws IOException {
    try {
      return FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(uri);
    }
  }

  private static Map<String, String> list(Path folder, String ending) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending)) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }
}
