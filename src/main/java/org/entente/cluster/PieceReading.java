package org.entente.cluster;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.hadoop.conf.Configuration;
import org.entente.ingest.BuildListener.Note;
import org.entente.ingest.GraphMaker;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * The results of some pieces, one after the other.
 *
 * <p>A thread of its own reads, a few documents ahead, since readers push and Spark pulls: so
 * memory does not grow with the piece.
 */
final class PieceReading implements Iterator<Result>, AutoCloseable {

  private static final int AHEAD = 8;

  /** What the reading thread hands over. */
  private sealed interface Read {
    record One(Place place, Document document) implements Read {}

    record None(Place place, Note note) implements Read {}

    record End(@Nullable Throwable fault) implements Read {}
  }

  /** Ends the reading from inside a reader's callback when nobody takes any more. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
  private final GraphMaker maker;
  private final Thread thread;
  private @Nullable Read next;

  PieceReading(List<Piece> pieces, ReadOptions options, Configuration hadoop, GraphMaker maker) {
    this.maker = maker;
    this.thread = new Thread(() -> read(pieces, options, hadoop), "read");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(List<Piece> pieces, ReadOptions options, Configuration hadoop) {
    Throwable fault = null;
    try {
      DocumentReader reader = new DocumentReader(options);
      for (Piece piece : pieces) {
        long[] position = {piece.start()}; // no stretch has more lines than bytes
        reader.read(
            piece.corpusFile(hadoop),
            piece.lines(),
            document -> put(new Read.One(new Place(piece.file(), position[0]++), document)),
            e ->
                put(
                    new Read.None(
                        new Place(piece.file(), position[0]++), new Note(e.name(), e.reason()))));
      }
    } catch (Stopped e) {
      return;
    } catch (RuntimeException | Error e) {
      fault = e;
    }
    try {
      put(new Read.End(fault));
    } catch (Stopped e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Read read) {
    try {
      queue.put(read);
    } catch (InterruptedException e) {
      throw new Stopped();
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = queue.take();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    if (next instanceof Read.End end) {
      if (end.fault() != null) {
        throw new IllegalStateException("reading broke off: " + end.fault(), end.fault());
      }
      return false;
    }
    return true;
  }

  @Override
  public Result next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more inputs");
    }
    Read read = next;
    next = null;
    if (read instanceof Read.One one) {
      return make(one.document(), one.place(), maker);
    }
    if (read instanceof Read.None none) {
      return Result.without(none.place(), none.note(), false);
    }
    throw new NoSuchElementException("no more inputs");
  }

  /** The result of one document. */
  static Result make(Document document, Place place, GraphMaker maker) {
    try {
      return Result.of(document.id(), place, maker.make(document));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the task was stopped", e);
  }

  @Override
  public void close() {
    thread.interrupt();
    maker.close();
  }
}
