package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The folder of a store as files: what it is, how large, how old; not what the store holds. */
final class StoreFolder {

  private StoreFolder() {}

  /**
   * Makes the folder if it is not there.
   *
   * @throws StoreException if it is a file, belongs to something else or cannot be written
   */
  static void make(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new StoreException(folder + ": is a file; a store is a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be made: " + e, e);
    }
    if (!isStore(folder) && !isEmpty(folder)) {
      throw new StoreException(folder + ": is not empty and not a store; name another folder");
    }
    if (!Files.isWritable(folder)) {
      throw new StoreException(folder + ": no permission to write there");
    }
  }

  static boolean isStore(Path folder) {
    // Each compaction counts the data folder up: Data-0001, Data-0002.
    try (DirectoryStream<Path> data = Files.newDirectoryStream(folder, "Data-[0-9]*")) {
      return data.iterator().hasNext() || Files.exists(folder.resolve("tdb.lock"));
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be read: " + e, e);
    }
  }

  /** Whether it is a folder with nothing in it. */
  static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be read: " + e, e);
    }
  }

  /** Deletes a folder with all that is in it; no folder is no fault. */
  static void delete(Path folder) {
    if (Files.exists(folder)) {
      try {
        PathUtils.deleteDirectory(folder);
      } catch (IOException e) {
        throw new StoreException(folder + ": cannot be deleted: " + e, e);
      }
    }
  }

  /** What the folder takes on the disk, in bytes. */
  static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(StoreFolder::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // a compaction is taking files away meanwhile; asked again, it is there
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** When something was last written to it. */
  static Instant changed(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              f -> f.getFileName().toString().endsWith(".jrnl") || f.toString().endsWith(".dat"))
          .map(StoreFolder::modified)
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
    } catch (IOException | UncheckedIOException e) {
      return Instant.EPOCH;
    }
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
