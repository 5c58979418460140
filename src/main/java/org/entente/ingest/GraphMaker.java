package org.entente.ingest;

import java.time.Duration;
import org.entente.text.Document;

/**
 * Documents to their graphs, one after the other and without a store: what {@link GraphBuild} does
 * between reading and writing, for those who write elsewhere.
 *
 * <p>Example: {@code try (GraphMaker maker = new GraphMaker(base, Duration.ofMinutes(5))) {
 * maker.make(document); }}. For one thread. A document's graph depends on nothing but the document
 * and what is known.
 */
public final class GraphMaker implements AutoCloseable {

  private final WorkerPool pool;

  /**
   * A maker with an analyzer of its own.
   *
   * @param limit longest time that one document may take
   */
  public GraphMaker(KnowledgeBase base, Duration limit) {
    pool = new WorkerPool(1, limit, () -> DocumentWorker.on(base));
  }

  /**
   * What becomes of a document: {@link Outcome.Analysed}, {@link Outcome.Skipped} or {@link
   * Outcome.Failed}.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Outcome make(Document document) throws InterruptedException {
    pool.submit(document, 0);
    return pool.take().outcome();
  }

  /** Ends the thread that analyses. */
  @Override
  public void close() {
    pool.close();
  }
}
