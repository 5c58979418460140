package org.entente.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.rdf.Iris;
import org.entente.read.Corpus;
import org.entente.read.ReadOptions;
import org.entente.store.KnowledgeStore;

/** The store of the sample articles, built once for all tests of a run. */
public final class SampleStore {

  private static final KnowledgeBase BASE = KnowledgeBase.shipped(Iris.DEFAULT);
  private static final Path FOLDER = build();

  private SampleStore() {}

  /** What all builds share. */
  public static KnowledgeBase base() {
    return BASE;
  }

  /** The sample store, opened; the caller closes it. Tests must not write to it. */
  public static KnowledgeStore open() {
    return KnowledgeStore.openExisting(FOLDER, Iris.DEFAULT);
  }

  /** A copy of the sample store's folder, for a process of its own or to write to. */
  public static Path copyTo(Path target) throws IOException {
    try (var files = Files.walk(FOLDER)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().equals("tdb.lock")) {
          continue;
        }
        Files.copy(file, target.resolve(FOLDER.relativize(file).toString()));
      }
    }
    return target;
  }

  /** Builds files into a store. */
  public static BuildSummary build(KnowledgeStore store, Path... paths) {
    return build(store, BuildOptions.DEFAULT, BuildListener.NONE, paths);
  }

  /** Builds files into a store, in a manner of the test's choice. */
  public static BuildSummary build(
      KnowledgeStore store, BuildOptions options, BuildListener listener, Path... paths) {
    return new GraphBuild(BASE, store, ReadOptions.DEFAULT, options, listener)
        .run(new Corpus(List.of(paths)));
  }

  private static Path build() {
    try {
      Path folder = Path.of("target", "sample-store").toAbsolutePath();
      delete(folder);
      try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
        build(store, Path.of("data", "articles"));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
