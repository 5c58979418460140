package org.entente.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.entente.store.KnowledgeStore;

/**
 * Writes what a store knows in a format of other programs.
 *
 * <p>Example: {@code KnowledgeExport.write(store, KnowledgeExport.Format.GEXF, out)} writes a file
 * for Gephi. Equal stores give equal bytes; memory holds names of documents and entities and what
 * one document or actor says.
 */
public final class KnowledgeExport {

  /** The formats that are one file. */
  public enum Format {
    /** Actors and relations, for graph tools. */
    GRAPHML,
    /** Actors and relations over time, for Gephi. */
    GEXF,
    /** Places and bases, and what happens there, for maps. */
    GEOJSON,
    /** FollowTheMoney entities, for Aleph. */
    FTM,
    /** A STIX 2.1 bundle, for OpenCTI. */
    STIX,
    /** Mentions in NIF 2.0, for language tools. */
    NIF
  }

  private KnowledgeExport() {}

  /**
   * Writes one file; the stream stays open.
   *
   * @return what was written, in a line for the user
   * @throws UncheckedIOException if it cannot be written
   */
  public static String write(KnowledgeStore store, Format format, OutputStream out) {
    return store.read(
        dataset -> {
          StoreView view = new StoreView(dataset, store.iris());
          try {
            return switch (format) {
              case GRAPHML -> GraphmlFormat.write(view, out);
              case GEXF -> GexfFormat.write(view, out);
              case GEOJSON -> GeoJsonFormat.write(view, out);
              case FTM -> FtmFormat.write(view, out);
              case STIX -> StixFormat.write(view, out);
              case NIF -> NifFormat.write(view, out);
            };
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Writes {@code actors.csv}, {@code relations.csv} and {@code statements.csv} into a folder,
   * which is made if need be.
   *
   * @return what was written, in a line for the user
   * @throws UncheckedIOException if they cannot be written
   */
  public static String tables(KnowledgeStore store, Path folder) {
    return store.read(
        dataset -> {
          try {
            return CsvTables.write(new StoreView(dataset, store.iris()), folder);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
