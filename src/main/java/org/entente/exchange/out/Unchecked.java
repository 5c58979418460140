package org.entente.exchange.out;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Carries an {@link IOException} through code that only knows unchecked ones, and out again. */
final class Unchecked {

  /** Takes something and may fail to write it. */
  interface Sink<T> {
    void accept(T value) throws IOException;
  }

  private Unchecked() {}

  static <T> Consumer<T> consumer(Sink<T> sink) {
    return value -> {
      try {
        sink.accept(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  static void run(Runnable work) throws IOException {
    try {
      work.run();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }
}
