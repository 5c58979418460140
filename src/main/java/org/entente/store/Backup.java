package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
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
   * @throws StoreException if the folder holds something, or the file is no whole backup; the
   *     folder is then left without graphs
   * @throws IOException if the file cannot be read
   */
  public static KnowledgeStore.Counts restore(Path file, Path folder, Iris iris)
      throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        KnowledgeStore store = KnowledgeStore.open(folder, iris)) {
      if (store.counts().quads() > 0) {
        throw new StoreException(folder + ": holds graphs; restore into a new folder");
      }
      store.load(
          dataset ->
              RDFParser.source(in)
                  .lang(Lang.NQUADS)
                  .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                  .parse(StreamRDFLib.dataset(dataset)));
      return store.counts();
    } catch (RiotException | org.apache.jena.atlas.RuntimeIOException e) {
      throw new StoreException(file + ": is no whole backup: " + e.getMessage(), e);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new StoreException(file + ": is not in gzip form", e);
    }
  }
}
