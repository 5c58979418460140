package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.rdf.Iris;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphBuildIT {

  @TempDir Path folder;

  private static final String FIRST =
      "Russian forces withdrew from Palmyra in May 2015.\n\nIran supports Hezbollah.\n";
  private static final String SECOND = "Turkey supports the Syrian National Army.\n";

  @Test
  void givesTheSameBytesWhenTheSampleIsBuiltTwice() {
    byte[] sample;
    try (KnowledgeStore store = SampleStore.open()) {
      sample = export(store);
    }
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      SampleStore.build(store, Path.of("data", "articles"));
      assertArrayEquals(sample, export(store));
      SampleStore.build(store, Path.of("data", "articles"));
      assertArrayEquals(sample, export(store), "a second build changes nothing");
    }
  }

  @Test
  void replacesOnlyTheGraphOfAChangedArticle() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), FIRST);
    Files.writeString(texts.resolve("b.txt"), SECOND);
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      SampleStore.build(store, texts);
      Map<String, Set<String>> before = graphs(store);
      Files.writeString(texts.resolve("a.txt"), FIRST.replace("Palmyra", "Aleppo"));
      SampleStore.build(store, texts);
      Map<String, Set<String>> after = graphs(store);

      Set<String> gone = new TreeSet<>(before.keySet());
      gone.removeAll(after.keySet());
      assertEquals(1, gone.size(), "the earlier version of a.txt");
      assertTrue(before.get(gone.iterator().next()).toString().contains("palmyra"));
      Set<String> kept = new TreeSet<>(before.keySet());
      kept.retainAll(after.keySet());
      kept.forEach(graph -> assertEquals(before.get(graph), after.get(graph), graph));
      assertEquals(before.size(), after.size());
    }
  }

  @Test
  void removesADocumentWithAllThatOnlyItSays() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("b.txt"), SECOND);
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      SampleStore.build(store, texts);
      byte[] without = export(store);
      Files.writeString(texts.resolve("a.txt"), FIRST);
      SampleStore.build(store, texts);
      assertNotEquals(without.length, export(store).length);
      assertEquals(Map.of("a.txt", 1), store.remove(List.of("a.txt")));
      assertArrayEquals(without, export(store));
    }
  }

  @Test
  void statesEveryPredicateInTheSampleAndNothingThatTheShapesForbid() {
    try (KnowledgeStore store = SampleStore.open()) {
      String quads = new String(export(store), StandardCharsets.UTF_8);
      Set<String> missing =
          SampleStore.base().vocabulary().predicates().stream()
              .map(p -> p.name())
              .filter(
                  name ->
                      !quads.contains(
                          "#predicate> <" + Iris.ONTOLOGY + name + "> <")) // reified: rdf:predicate
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(Set.of(), missing);
      assertEquals(19, SampleStore.base().vocabulary().predicates().size());
      assertEquals(
          List.of(),
          Validation.run(store, SampleStore.base().files()).findings().stream()
              .filter(f -> f.violation() || f.check().equals("shapes.ttl"))
              .toList());
    }
  }

  @Test
  void skipsWhatIsNotEnglishAndSaysSo() throws IOException {
    Path text = folder.resolve("fr.txt");
    Files.writeString(
        text,
        "Les forces gouvernementales ont repris la ville après plusieurs jours de combats. Le"
            + " ministre des affaires étrangères a déclaré que les négociations continueraient.\n");
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      List<BuildListener.Note> skipped = new ArrayList<>();
      BuildListener listener =
          new BuildListener() {
            @Override
            public void skipped(Note note) {
              skipped.add(note);
            }
          };
      BuildSummary summary = SampleStore.build(store, BuildOptions.DEFAULT, listener, text);
      assertEquals(0, summary.documents());
      assertEquals(1, summary.skipped());
      assertEquals(
          List.of(new BuildListener.Note("fr.txt", "is in language fra, not in English")), skipped);
    }
  }

  @Test
  void givesTheSameBytesWithOneWorkerAsWithThree() {
    byte[] sample;
    try (KnowledgeStore store = SampleStore.open()) {
      sample = export(store);
    }
    for (int workers : new int[] {1, 3}) {
      Path target = folder.resolve("s" + workers);
      try (KnowledgeStore store = KnowledgeStore.open(target, Iris.DEFAULT)) {
        BuildOptions options = BuildOptions.DEFAULT.withWorkers(workers);
        SampleStore.build(store, options, BuildListener.NONE, Path.of("data", "articles"));
        assertArrayEquals(sample, export(store), workers + " workers");
      }
    }
  }

  @Test
  void leavesDocumentsAloneThatItHasFromTheSameSoftwareAndData() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), FIRST);
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      assertEquals(1, SampleStore.build(store, texts).documents());
      byte[] before = export(store);
      Files.writeString(texts.resolve("b.txt"), SECOND);
      BuildSummary second = SampleStore.build(store, texts);
      assertEquals(1, second.documents());
      assertEquals(1, second.unchanged());
      BuildSummary again =
          SampleStore.build(store, BuildOptions.DEFAULT.readAgain(), BuildListener.NONE, texts);
      assertEquals(2, again.documents());
      assertEquals(Map.of("b.txt", 1), store.remove(List.of("b.txt")));
      assertArrayEquals(before, export(store));
    }
  }

  @Test
  void keepsFilesOfOneNameInDifferentFoldersApart() throws IOException {
    Path texts = folder.resolve("texts");
    Files.createDirectories(texts.resolve("2015"));
    Files.createDirectories(texts.resolve("2016"));
    Files.writeString(texts.resolve("2015/a.txt"), FIRST);
    Files.writeString(texts.resolve("2016/a.txt"), SECOND);
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      assertEquals(2, SampleStore.build(store, texts).documents());
      assertEquals(2, store.counts().documents());
      assertEquals(Map.of("2015/a.txt", 1), store.remove(List.of("2015/a.txt")));
    }
  }

  @Test
  void prunesWhatIsGoneUnlessAnInputFailed() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), FIRST);
    Files.writeString(texts.resolve("b.txt"), SECOND);
    BuildOptions pruning = BuildOptions.DEFAULT.pruning();
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      SampleStore.build(store, texts);
      Files.delete(texts.resolve("b.txt"));
      Files.createFile(texts.resolve("c.txt"));
      BuildSummary failing = SampleStore.build(store, pruning, BuildListener.NONE, texts);
      assertEquals(1, failing.failed());
      assertEquals(0, failing.pruned());
      assertEquals(2, store.counts().documents());
      Files.delete(texts.resolve("c.txt"));
      assertEquals(1, SampleStore.build(store, pruning, BuildListener.NONE, texts).pruned());
      assertEquals(1, store.counts().documents());
    }
  }

  @Test
  void stopsAtTheFirstFailureWhenAskedTo() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), FIRST);
    Files.createFile(texts.resolve("b.txt"));
    Files.writeString(texts.resolve("c.txt"), SECOND);
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      BuildSummary summary =
          SampleStore.build(store, BuildOptions.DEFAULT.failingFast(), BuildListener.NONE, texts);
      assertTrue(summary.stopped());
      assertEquals(1, summary.documents());
      assertEquals(1, store.counts().documents(), "what was read before is kept");
    }
  }

  @Test
  void givesUpADocumentThatTakesTooLongAndReadsTheRest() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), FIRST);
    Files.writeString(texts.resolve("b.txt"), FIRST.repeat(20_000));
    Files.writeString(texts.resolve("c.txt"), SECOND);
    List<String> failures = new ArrayList<>();
    BuildListener listener =
        new BuildListener() {
          @Override
          public void failed(Note note) {
            failures.add(note.name() + ": " + note.reason());
          }
        };
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("s"), Iris.DEFAULT)) {
      SampleStore.build(store, texts.resolve("a.txt")); // whatever is loaded once is loaded
      BuildOptions options = BuildOptions.DEFAULT.withLimit(Duration.ofSeconds(2));
      BuildSummary summary = SampleStore.build(store, options, listener, texts);
      assertEquals(List.of("b.txt: took longer than 2 s (--limit)"), failures);
      assertEquals(1, summary.documents());
      assertEquals(2, store.counts().documents());
    }
  }

  private static byte[] export(KnowledgeStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, out);
    return out.toByteArray();
  }

  private static Map<String, Set<String>> graphs(KnowledgeStore store) {
    Map<String, Set<String>> graphs = new TreeMap<>();
    new String(export(store), StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              String graph = line.substring(line.lastIndexOf('<'), line.lastIndexOf('>') + 1);
              graphs.computeIfAbsent(graph, g -> new TreeSet<>()).add(line);
            });
    return graphs;
  }
}
