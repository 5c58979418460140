package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.entente.ingest.BuildListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person how a build goes: one line that is written over on a terminal, a line every ten
 * seconds elsewhere, failures as they come.
 */
final class BuildConsole implements BuildListener, AutoCloseable {

  /** So many failures are shown; the rest is in the file, if one was asked for. */
  private static final int SHOWN = 100;

  private static final long OFTEN = Duration.ofMillis(200).toNanos();
  private static final long SELDOM = Duration.ofSeconds(10).toNanos();

  private final PrintStream err = System.err;
  private final boolean terminal;
  private final @Nullable BufferedWriter file;
  private long last = System.nanoTime();
  private int width;
  private int notes;

  BuildConsole(boolean terminal, @Nullable Path failures) throws IOException {
    this.terminal = terminal;
    this.file = failures == null ? null : Files.newBufferedWriter(failures);
  }

  @Override
  public void failed(Note note) {
    show(note.name() + ": " + note.reason());
    if (file != null) {
      try {
        file.write(cell(note.name()) + '\t' + cell(note.reason()) + '\n');
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  @Override
  public void skipped(Note note) {
    show(note.name() + ": skipped, " + note.reason());
  }

  private void show(String line) {
    clear();
    if (notes++ < SHOWN) {
      err.println(line);
    } else if (notes == SHOWN + 1) {
      err.println("more inputs failed or were skipped; --failures FILE keeps all that failed");
    }
  }

  @Override
  public void progress(Progress progress) {
    long now = System.nanoTime();
    if (now - last < (terminal ? OFTEN : SELDOM)) {
      return;
    }
    last = now;
    String line = line(progress);
    if (terminal) {
      clear();
      err.print(line);
      err.flush();
      width = line.length();
    } else {
      err.println(line);
    }
  }

  /** "1,204 documents, 3,310 words/s, 41 % of the bytes, about 2 min left". */
  static String line(Progress progress) {
    double seconds = Math.max(0.001, progress.elapsed().toMillis() / 1000.0);
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%,d documents, %,.0f words/s",
            progress.documents(),
            progress.words() / seconds));
    if (progress.total() > 0 && progress.bytes() > 0) {
      double share = Math.min(1, (double) progress.bytes() / progress.total());
      double left = seconds / share * (1 - share);
      line.append(String.format(Locale.ROOT, ", %.0f %% of the bytes, about ", share * 100));
      line.append(left < 90 ? Math.round(left) + " s" : Math.round(left / 60) + " min");
      line.append(" left");
    }
    return line.toString();
  }

  private void clear() {
    if (width > 0) {
      err.print('\r' + " ".repeat(width) + '\r');
      width = 0;
    }
  }

  @Override
  public void close() throws IOException {
    clear();
    if (file != null) {
      file.close();
    }
  }
}
