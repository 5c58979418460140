package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.entente.rdf.Iris;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills builds, as real processes, and looks at what they leave. */
class CrashIT {

  private static final int KILLS = 25;

  @TempDir Path folder;

  @Test
  void leavesWholeDocumentsWheneverItIsKilledAndTheNextRunCompletes() throws Exception {
    byte[] expected;
    try (KnowledgeStore store = SampleStore.open()) {
      expected = export(store);
    }
    Map<String, Set<String>> whole = graphs(expected);
    Random random = new Random(20111);
    Path path = folder.resolve("store");
    long begun = System.nanoTime();
    assertEquals(0, build(path).waitFor(), "undisturbed");
    long needed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    delete(path);
    Set<Integer> seen = new TreeSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process build = build(path);
      // Loading takes a good part of the time; what is worth hitting comes after it.
      boolean ended = build.waitFor(needed / 4 + random.nextLong(needed), TimeUnit.MILLISECONDS);
      build.destroyForcibly().waitFor();
      if (kill % 3 == 2) {
        loseTheEndOfTheJournal(path, random);
      }
      int documents = documents(path, whole);
      seen.add(documents);
      if (ended || documents == whole.size()) {
        delete(path);
      }
    }
    assertEquals(0, build(path).waitFor(), "the run after the last kill");
    try (KnowledgeStore store = KnowledgeStore.openExisting(path, Iris.DEFAULT)) {
      assertArrayEquals(expected, export(store));
    }
    assertTrue(seen.size() > 2, "the kills hit different moments: " + seen);
  }

  /** How many of the graphs are there; each of them must be as in an undisturbed build. */
  private static int documents(Path path, Map<String, Set<String>> whole) {
    try (KnowledgeStore store = KnowledgeStore.open(path, Iris.DEFAULT)) {
      Map<String, Set<String>> graphs = graphs(export(store));
      graphs.forEach((name, quads) -> assertEquals(whole.get(name), quads, name));
      return graphs.size();
    }
  }

  /** A power cut may keep the last blocks of the journal from the disk. */
  private static void loseTheEndOfTheJournal(Path path, Random random) throws IOException {
    Path journal = path.resolve("Data-0001").resolve("journal.jrnl");
    if (Files.exists(journal) && Files.size(journal) > 0) {
      try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
        file.setLength(file.length() - 1 - random.nextInt((int) Math.min(8192, file.length())));
      }
    }
  }

  private static Process build(Path store) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"),
            "org.entente.cli.Main",
            "build",
            Path.of("data", "articles").toString(),
            "--store",
            store.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static byte[] export(KnowledgeStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, out);
    return out.toByteArray();
  }

  private static Map<String, Set<String>> graphs(byte[] quads) {
    Map<String, Set<String>> graphs = new TreeMap<>();
    new String(quads, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              String graph = line.substring(line.lastIndexOf('<'), line.lastIndexOf('>') + 1);
              graphs.computeIfAbsent(graph, g -> new TreeSet<>()).add(line);
            });
    return graphs;
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (var files = Files.walk(path)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
