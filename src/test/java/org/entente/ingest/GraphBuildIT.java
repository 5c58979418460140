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
      BuildSummary summary = SampleStore.build(store, text);
      assertEquals(0, summary.documents());
      assertEquals(
          List.of(new BuildSummary.Note("fr.txt", "is in language fra, not in English")),
          summary.skipped());
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
