package org.entente.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.io.monitor.FileAlterationListenerAdaptor;
import org.apache.commons.io.monitor.FileAlterationObserver;
import org.entente.read.Corpus;

/**
 * Tells of files that arrive in a folder or change there, once they have stopped growing.
 *
 * <p>It looks every second instead of asking the operating system, which forgets folders on network
 * drives and has too few watches for large ones.
 */
final class FolderWatch {

  private static final long INTERVAL = 1000;

  /** What is done with the files that have changed. */
  interface Work {
    /** Reads them. */
    void read(Corpus changed) throws IOException;
  }

  private final Path folder;
  private final Set<Path> touched = new TreeSet<>();
  private final FileAlterationObserver observer;

  /**
   * Remembers what the folder holds; changes count from here on.
   *
   * @throws IOException if it cannot be read
   */
  FolderWatch(Path folder) throws IOException {
    this.folder = folder;
    observer = FileAlterationObserver.builder().setFile(folder.toFile()).get();
    observer.addListener(
        new FileAlterationListenerAdaptor() {
          @Override
          public void onFileCreate(File file) {
            touched.add(file.toPath());
          }

          @Override
          public void onFileChange(File file) {
            touched.add(file.toPath());
          }
        });
    try {
      observer.initialize();
    } catch (Exception e) {
      throw new IOException(folder + ": cannot be watched: " + e.getMessage(), e);
    }
  }

  /**
   * Goes on until the thread is interrupted or the process ends.
   *
   * @throws IOException if the folder can no longer be read, or the work fails
   */
  void follow(Work work) throws IOException {
    Map<Path, Long> growing = new TreeMap<>();
    while (!Thread.interrupted()) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(folder + ": the watched folder is gone");
      }
      observer.checkAndNotify();
      List<Path> done =
          touched.stream()
              .filter(file -> growing.getOrDefault(file, -1L) == file.toFile().length())
              .toList();
      touched.forEach(file -> growing.put(file, file.toFile().length()));
      done.forEach(growing::remove);
      touched.removeAll(done);
      if (!done.isEmpty()) {
        work.read(new Corpus(folder, done));
      }
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
