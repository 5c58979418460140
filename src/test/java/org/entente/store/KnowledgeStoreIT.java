package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeStoreIT {

  private static final String PREFIXES =
      "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>"
          + " PREFIX oa: <http://www.w3.org/ns/oa#>"
          + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
          + " PREFIX id: <https://w3id.org/entente/id/> PREFIX skos:"
          + " <http://www.w3.org/2004/02/skos/core#> ";

  @TempDir Path folder;

  @Test
  void refusesAFileAsAStore() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    StoreException e =
        assertThrows(StoreException.class, () -> KnowledgeStore.open(file, Iris.DEFAULT));
    assertEquals(file + ": is a file; a store is a folder", e.getMessage());
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Files.writeString(folder.resolve("thesis.docx"), "x");
    StoreException e =
        assertThrows(StoreException.class, () -> KnowledgeStore.open(folder, Iris.DEFAULT));
    assertEquals(folder + ": is not empty and not a store; name another folder", e.getMessage());
    assertEquals(1, folder.toFile().list().length, "nothing was put into it");
  }

  @Test
  void refusesToReadAStoreThatIsNotThere() {
    Path missing = folder.resolve("missing");
    StoreException e =
        assertThrows(
            StoreException.class, () -> KnowledgeStore.openExisting(missing, Iris.DEFAULT));
    assertEquals(missing + ": no such store", e.getMessage());
    assertTrue(Files.notExists(missing));
  }

  @Test
  void replacesAnEarlierVersionOfADocumentFromTheSameSource() {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(document("d1", "a.txt"));
      store.write(document("d2", "a.txt"));
      store.write(document("d3", "b.txt"));
      assertEquals(2, store.counts().documents());
      assertEquals(Map.of("d1", 0, "d2", 1), store.remove(List.of("d1", "d2")));
      assertEquals(1, store.counts().documents());
    }
  }

  @Test
  void leavesTheStoreAsItWasWhenAWriteFails() {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(document("d1", "a.txt"));
      Map<Node, Graph> bad = new java.util.LinkedHashMap<>(document("d2", "a.txt"));
      bad.put(Iris.DEFAULT.document("d3"), null);
      assertThrows(RuntimeException.class, () -> store.write(bad));
      assertEquals(Map.of("d1", 1), store.remove(List.of("d1")));
    }
  }

  @ParameterizedTest
  @EnumSource(Export.Format.class)
  void exportsTheSameGraphInEveryFormat(Export.Format format) {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(document("d1", "a.txt"));
      store.write(document("d2", "Aleppo \"north\" é 😀.txt"));
      Lang lang =
          switch (format) {
            case NQUADS -> Lang.NQUADS;
            case TURTLE -> Lang.TURTLE;
            case TRIG -> Lang.TRIG;
            case JSONLD -> Lang.JSONLD11;
          };
      String written = export(store, format, null);
      assertEquals(written, export(store, format, null));
      DatasetGraph back = DatasetGraphFactory.create();
      RDFParser.fromString(written, lang).parse(back);
      DatasetGraph expected = DatasetGraphFactory.create();
      RDFParser.fromString(export(store, Export.Format.NQUADS, null), Lang.NQUADS).parse(expected);
      if (format == Export.Format.TURTLE) {
        DatasetGraph flat = DatasetGraphFactory.create();
        expected.find().forEachRemaining(q -> flat.getDefaultGraph().add(q.asTriple()));
        assertTrue(IsoMatcher.isomorphic(flat, back));
      } else {
        assertTrue(IsoMatcher.isomorphic(expected, back));
      }
    }
  }

  @Test
  void exportsOneDocumentByIdentifierOrIri() {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(document("d1", "a.txt"));
      store.write(document("d2", "b.txt"));
      String byId = export(store, Export.Format.NQUADS, "d2");
      assertEquals(byId, export(store, Export.Format.NQUADS, Iris.DEFAULT.document("d2").getURI()));
      assertTrue(byId.lines().allMatch(l -> l.endsWith("/document/d2> .")), byId);
      StoreException e =
          assertThrows(StoreException.class, () -> export(store, Export.Format.NQUADS, "d9"));
      assertEquals(folder + ": no document \"d9\"", e.getMessage());
    }
  }

  @Test
  void findsAStatementWithoutEvidenceAndAnEntityWithoutALabel() {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(
          Map.of(
              Iris.DEFAULT.graph("ontology"),
              OntologyFiles.shipped().ontology(),
              Iris.DEFAULT.document("d1"),
              graph(
                  "<https://w3id.org/entente/document/d1#s1> a ent:Statement ;"
                      + " rdf:subject id:nameless . id:nameless a ent:State .")));
      List<String> focus =
          Validation.run(store, OntologyFiles.shipped()).findings().stream()
              .filter(Validation.Finding::violation)
              .map(Validation.Finding::focus)
              .toList();
      assertTrue(focus.stream().anyMatch(f -> f.contains("d1#s1")), focus.toString());
      assertTrue(focus.stream().anyMatch(f -> f.contains("id/nameless")), focus.toString());
    }
  }

  @Test
  void findsAnEntityOfTwoTypesThatExcludeEachOther() {
    try (KnowledgeStore store = KnowledgeStore.open(folder, Iris.DEFAULT)) {
      store.write(
          Map.of(
              Iris.DEFAULT.graph("ontology"),
              OntologyFiles.shipped().ontology(),
              Iris.DEFAULT.document("d1"),
              graph(
                  "<https://w3id.org/entente/document/d1#m1> oa:hasBody id:both . id:both a ent:Person , ent:State ; skos:prefLabel \"Both\"@en .")));
      assertTrue(
          Validation.run(store, OntologyFiles.shipped()).findings().stream()
              .anyMatch(f -> f.violation() && f.focus().contains("id/both")));
    }
  }

  @Test
  void loadsAnExportIntoANewStoreThatIsEqual() throws IOException {
    Path file = folder.resolve("all.nq");
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("a"), Iris.DEFAULT)) {
      store.write(document("d1", "a.txt"));
      store.write(document("d2", "b.txt"));
      Files.writeString(file, export(store, Export.Format.NQUADS, null));
    }
    Path made = folder.resolve("b");
    assertEquals(6, QuadLoad.load(made, Iris.DEFAULT, List.of(file), n -> {}));
    try (KnowledgeStore store = KnowledgeStore.openExisting(made, Iris.DEFAULT)) {
      assertEquals(Files.readString(file), export(store, Export.Format.NQUADS, null));
    }
    assertTrue(Files.notExists(folder.resolve("b.loading")));
  }

  @Test
  void replacesGraphsOfTheSameNameWhenItLoadsIntoAStore() throws IOException {
    Path file = folder.resolve("part.nq.gz");
    String quad =
        "<https://w3id.org/entente/document/d1> <http://purl.org/dc/terms/title> \"New\""
            + " <https://w3id.org/entente/document/d1> .\n";
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(quad.getBytes(StandardCharsets.UTF_8));
    }
    Path store = folder.resolve("s");
    String second;
    try (KnowledgeStore opened = KnowledgeStore.open(store, Iris.DEFAULT)) {
      opened.write(document("d1", "a.txt"));
      opened.write(document("d2", "b.txt"));
      second = export(opened, Export.Format.NQUADS, "d2");
    }
    assertEquals(1, QuadLoad.load(store, Iris.DEFAULT, List.of(file), n -> {}));
    try (KnowledgeStore opened = KnowledgeStore.openExisting(store, Iris.DEFAULT)) {
      assertEquals(quad + second, export(opened, Export.Format.NQUADS, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://e.org/s> <http://e.org/p> \"o\" .|a triple outside any graph",
        "<http://e.org/s> <http://e.org/p> <http://e.org/g>|is not N-Quads: [line: 1",
        "{\"@id\": \"x\"}|is not N-Quads: [line: 1"
      })
  void makesNoStoreFromAFileThatIsNotWhatItSays(String textAndReason) throws IOException {
    int bar = textAndReason.indexOf('|');
    Path file = Files.writeString(folder.resolve("bad.nq"), textAndReason.substring(0, bar));
    Path store = folder.resolve("s");
    StoreException e =
        assertThrows(
            StoreException.class, () -> QuadLoad.load(store, Iris.DEFAULT, List.of(file), n -> {}));
    assertTrue(
        e.getMessage().startsWith(file + ": " + textAndReason.substring(bar + 1)), e.getMessage());
    assertTrue(Files.notExists(store));
    assertTrue(Files.notExists(folder.resolve("s.loading")));
  }

  private static Map<Node, Graph> document(String id, String source) {
    String iri = Iris.DEFAULT.document(id).getURI();
    return Map.of(
        Iris.DEFAULT.document(id),
        graph(
            "<%s> a ent:Document ; dcterms:title \"T \\\"q\\\" 😀\" ; dcterms:source <%s> ."
                .formatted(iri, Iris.DEFAULT.source(source).getURI())));
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  private static String export(KnowledgeStore store, Export.Format format, String document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(store, format, document, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
