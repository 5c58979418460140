package org.entente.ingest;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.entente.text.Document;

/**
 * Documents in, outcomes out in the same order, a few on the way at a time.
 *
 * <p>One thread gives and is held up when the pool is full; another takes. A document that takes
 * longer than the limit counts as failed: its thread is interrupted, and another takes its place
 * until it has noticed.
 */
final class WorkerPool implements AutoCloseable {

  /** Documents on the way for each worker, so that a long one does not make the others wait. */
  private static final int AHEAD = 4;

  /** One input on its way. */
  interface Item {
    /** How many bytes of its file it stands for. */
    long bytes();

    /** What became of it; waits for the end of its analysis, or for the end of its time. */
    Outcome outcome() throws InterruptedException;
  }

  private final ThreadPoolExecutor threads;
  private final ThreadLocal<DocumentWorker> worker;
  private final BlockingQueue<Item> items;
  private final Duration limit;

  WorkerPool(int workers, Duration limit, Supplier<DocumentWorker> supplier) {
    this.limit = limit;
    this.worker = ThreadLocal.withInitial(supplier);
    this.items = new ArrayBlockingQueue<>(workers * AHEAD);
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            run -> {
              // Deep nesting is cut by the readers; what is left may still recurse a little.
              Thread thread = new Thread(null, run, "worker", 4L << 20);
              thread.setDaemon(true);
              return thread;
            });
  }

  private record Known(Outcome outcome, long bytes) implements Item {}

  private final class Task extends FutureTask<Outcome> implements Item {
    private final String source;
    private final long bytes;
    private volatile long begun;
    private volatile boolean abandoned;

    Task(Document document, long bytes) {
      super(() -> worker.get().work(document));
      this.source = document.info().source();
      this.bytes = bytes;
    }

    @Override
    public void run() {
      begun = System.nanoTime();
      super.run();
      if (abandoned) {
        resize(-1);
      }
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public Outcome outcome() throws InterruptedException {
      while (true) {
        try {
          return get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (begun != 0 && System.nanoTime() - begun > limit.toNanos()) {
            abandoned = true;
            resize(1);
            cancel(true);
            return failed("took longer than " + limit.toSeconds() + " s (--limit)");
          }
        } catch (CancellationException e) {
          return failed("was stopped");
        } catch (ExecutionException e) {
          return failed(reason(e));
        }
      }
    }

    private Outcome failed(String reason) {
      return new Outcome.Failed(new BuildListener.Note(source, reason));
    }
  }

  private synchronized void resize(int by) {
    int size = threads.getCorePoolSize() + by;
    if (by > 0) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }

  /** Has a document analysed; waits as long as the pool is full. */
  void submit(Document document, long bytes) throws InterruptedException {
    Task task = new Task(document, bytes);
    items.put(task);
    threads.execute(task);
  }

  /** Passes on what is known already, in its turn. */
  void put(Outcome outcome, long bytes) throws InterruptedException {
    items.put(new Known(outcome, bytes));
  }

  /** The next input in the order of {@link #submit} and {@link #put}; waits for it. */
  Item take() throws InterruptedException {
    return items.take();
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof OutOfMemoryError) {
      return "needs more memory than there is (-Xmx, or fewer --workers)";
    }
    return "could not be analysed: " + cause;
  }

  /** Ends the threads; what is still being analysed is dropped. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
