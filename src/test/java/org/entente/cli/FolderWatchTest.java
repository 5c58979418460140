package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.entente.read.CorpusFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir Path folder;

  @Test
  void tellsOfFilesThatArriveOrChangeWithTheirPlaceInTheFolder() throws Exception {
    Files.writeString(folder.resolve("old.txt"), "Iran supports Hezbollah.\n");
    FolderWatch watch = new FolderWatch(folder);
    BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                watch.follow(
                    changed -> told.add(changed.files(e -> {}).map(CorpusFile::source).toList()));
              } catch (IOException e) {
                told.add(List.of(e.toString()));
              }
            });
    thread.start();
    Files.createDirectory(folder.resolve("new"));
    Files.writeString(folder.resolve("new/a.txt"), "Turkey supports the rebels.\n");
    assertEquals(List.of("new/a.txt"), told.poll(30, TimeUnit.SECONDS));
    Files.writeString(folder.resolve("old.txt"), "Iran no longer supports Hezbollah.\n");
    assertEquals(List.of("old.txt"), told.poll(30, TimeUnit.SECONDS));
    thread.interrupt();
    thread.join(10_000);
    assertTrue(!thread.isAlive(), "an interrupt ends it");
  }

  @Test
  void saysWhenTheFolderIsGone() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    FolderWatch watch = new FolderWatch(gone);
    Files.delete(gone);
    IOException e = assertThrows(IOException.class, () -> watch.follow(changed -> {}));
    assertEquals(gone + ": the watched folder is gone", e.getMessage());
  }
}
