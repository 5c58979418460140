package org.entente.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.rdf.Iris;

/**
 * Puts N-Quads files into a store: those of another store's export, or the parts of a job on a
 * cluster.
 *
 * <p>A store that is not there yet is made by Jena's bulk loader beside its place and moved there
 * when it is whole. Into one that is there the quads go graph by graph: a graph of the files takes
 * the place of that of the same name. For that the files have to be sorted by graph, as exports and
 * parts are; quads of a graph that comes a second time are added to it.
 *
 * <p>Example: {@code QuadLoad.load(Path.of("store"), Iris.DEFAULT, List.of(Path.of("part.nq.gz")),
 * n -> {})}.
 */
public final class QuadLoad {

  /** Quads in a transaction, when whole graphs are at an end. */
  private static final int BATCH = 50_000;

  /** How often the listener is told. */
  private static final int TOLD = 100_000;

  private QuadLoad() {}

  /**
   * Loads files into the store of a folder.
   *
   * @param progress told now and then how many quads have been read
   * @return the number of quads read
   * @throws StoreException if a file is not N-Quads (names file, line and column), holds triples
   *     outside any graph, or the store cannot be written; a new store is not made then
   */
  public static long load(Path folder, Iris iris, List<Path> files, LongConsumer progress) {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new StoreException(file + ": no such file, or no permission to read it");
      }
    }
    boolean fresh = !Files.exists(folder) || StoreFolder.isEmpty(folder);
    return fresh ? bulk(folder, files, progress) : graphs(folder, iris, files, progress);
  }

  private static long bulk(Path folder, List<Path> files, LongConsumer progress) {
    Path absolute = folder.toAbsolutePath();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".loading");
    try {
      StoreFolder.delete(beside); // what a load that was killed has left
      DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(beside.toString());
      Counter counter = new Counter(progress);
      try {
        DataLoader loader = LoaderFactory.phasedLoader(dataset, LoaderOps.outputToLog());
        loader.startBulk();
        for (Path file : files) {
          StreamRDF stream = loader.stream();
          parse(
              file,
              quad -> {
                counter.count();
                stream.quad(quad);
              });
        }
        loader.finishBulk();
      } finally {
        TDBInternal.expel(dataset);
      }
      Files.createDirectories(absolute);
      Files.delete(absolute); // empty, as was seen
      Files.move(beside, absolute, StandardCopyOption.ATOMIC_MOVE);
      return counter.read;
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be written: " + e, e);
    } catch (RuntimeException e) {
      StoreFolder.delete(beside);
      throw e;
    }
  }

  private static long graphs(Path folder, Iris iris, List<Path> files, LongConsumer progress) {
    Counter counter = new Counter(progress);
    try (KnowledgeStore store = KnowledgeStore.openExisting(folder, iris)) {
      DatasetGraph dataset = store.dataset().asDatasetGraph();
      Set<Node> begun = new HashSet<>();
      List<Quad> batch = new ArrayList<>();
      for (Path file : files) {
        parse(
            file,
            quad -> {
              counter.count();
              boolean next =
                  !batch.isEmpty()
                      && !batch.get(batch.size() - 1).getGraph().equals(quad.getGraph());
              if (next && batch.size() >= BATCH) {
                write(store, dataset, batch, begun);
              }
              batch.add(quad);
            });
      }
      write(store, dataset, batch, begun);
    }
    return counter.read;
  }

  private static void write(
      KnowledgeStore store, DatasetGraph dataset, List<Quad> batch, Set<Node> begun) {
    store.inWrite(
        () -> {
          for (Quad quad : batch) {
            if (begun.add(quad.getGraph())) {
              dataset.removeGraph(quad.getGraph());
            }
            dataset.add(quad);
          }
        });
    batch.clear();
  }

  private interface QuadSink {
    void quad(Quad quad);
  }

  private static void parse(Path file, QuadSink sink) {
    StreamRDF stream =
        new StreamRDFBase() {
          @Override
          public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
              throw new StoreException(file + ": a triple outside any graph: " + quad.asTriple());
            }
            sink.quad(quad);
          }

          @Override
          public void triple(Triple triple) {
            throw new StoreException(file + ": a triple outside any graph: " + triple);
          }
        };
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = unpacked(plain)) {
      RDFParser.source(in)
          .lang(Lang.NQUADS)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(stream);
    } catch (RiotException e) {
      throw new StoreException(file + ": is not N-Quads: " + e.getMessage(), e);
    } catch (IOException | RuntimeIOException e) {
      throw new StoreException(file + ": cannot be read (cut off?): " + e.getMessage(), e);
    }
  }

  /** By content: a packed file begins with the two bytes of gzip's magic number. */
  private static InputStream unpacked(InputStream plain) throws IOException {
    plain.mark(2);
    boolean packed = plain.read() == 0x1f && plain.read() == 0x8b;
    plain.reset();
    return packed ? new GZIPInputStream(plain, 1 << 16) : plain;
  }

  private static final class Counter {
    private final LongConsumer progress;
    private long read;

    Counter(LongConsumer progress) {
      this.progress = progress;
    }

    void count() {
      if (++read % TOLD == 0) {
        progress.accept(read);
      }
    }
  }
}
