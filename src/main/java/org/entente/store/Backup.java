package org.entente.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.entente.rdf.Iris;

/**
 * A store as one file and back: sorted N-Quads, gzip. Equal stores give equal files.
 *
 * <p>Example: {@code Backup.write(store, Path.of("monday.nq.gz"))}, later {@code
 * Backup.restore(Path.of("monday.nq.gz"), Path.of("store2"), Iris.DEFAULT)}.
 */
public final class Backup {

  private Backup() {}

  /**
   * Writes a store to a file, as it is at this moment; readers and writers go on. A file that is
   * there is replaced when the new one is complete, not before.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(KnowledgeStore store, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        write(store, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes a store as sorted N-Quads, gzip; leaves the stream open. */
  public static void write(KnowledgeStore store, OutputStream out) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
    Export.write(store, Export.Format.NQUADS, null, zipped);
    zipped.finish();
  }

  /**
   * Reads a backup into a new store.
   *
   * @return what the store then holds
   * @throws StoreException if the folder holds something, or the file is no whole backup; no store
   *     is made then
   */
  public static KnowledgeStore.Counts restore(Path file, Path folder, Iris iris) {
    if (Files.exists(folder) && !StoreFolder.isEmpty(folder)) {
      throw new StoreException(folder + ": holds something; restore into a new folder");
    }
    QuadLoad.load(folder, iris, List.of(file), n -> {});
    try (KnowledgeStore store = KnowledgeStore.openExisting(folder, iris)) {
      long unused = store.index();
      return store.counts();
    }
  }
}
