package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text and place indexes of a store: what they find, and that they are in step. */
class TextIndexIT {

  private static final Iris IRIS = Iris.DEFAULT;
  private static final Node ALEPPO = IRIS.entity("aleppo");

  @TempDir Path folder;

  private KnowledgeStore open() {
    return KnowledgeStore.open(folder.resolve("store"), IRIS);
  }

  private static Graph named(Node entity, String label, String language) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(entity, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(label, language));
    return graph;
  }

  private static List<Node> found(KnowledgeStore store, String query) {
    return store.search(List.of(SKOS.prefLabel.asNode()), query, 100).stream()
        .map(TextMatch::subject)
        .toList();
  }

  private static List<String> select(KnowledgeStore store, String pattern) {
    String query =
        "PREFIX text: <http://jena.apache.org/text#> PREFIX spatial: <http://jena.apache.org/spatial#>"
            + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
            + " SELECT DISTINCT ?s { "
            + pattern
            + " } ORDER BY ?s";
    return store.read(
        data -> {
          List<String> rows = new ArrayList<>();
          try (QueryExecution execution =
              QueryExecution.dataset(store.dataset()).query(query).build()) {
            execution.execSelect().forEachRemaining(r -> rows.add(r.getResource("s").getURI()));
          }
          return rows;
        });
  }

  @Test
  void findsWordsPrefixesAndLanguages() {
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), named(ALEPPO, "Ḥalab the Grey", "en")));
      store.write(Map.of(IRIS.document("b"), named(IRIS.entity("other"), "Halab", "de")));
      assertEquals(List.of(ALEPPO), found(store, "(grey)"));
      assertEquals(2, found(store, "(hala*)").size());
      assertEquals(
          List.of(ALEPPO.getURI()),
          select(store, "?s text:query (skos:prefLabel 'halab' 'lang:en')"));
      assertEquals(2, select(store, "?s text:query (skos:prefLabel 'hal*')").size());
    }
  }

  @Test
  void keepsATextUntilTheLastGraphThatHasItIsGone() {
    try (KnowledgeStore store = open()) {
      Node a = IRIS.document("a");
      Node b = IRIS.document("b");
      store.write(Map.of(a, document(a), b, document(b)));
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"), "once, though in two graphs");
      store.remove(List.of("a"));
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
      store.retain(Set.of());
      assertEquals(List.of(), found(store, "(aleppo)"));
    }
  }

  private static Graph document(Node name) {
    Graph graph = named(ALEPPO, "Aleppo", "en");
    graph.add(name, RDF.type.asNode(), Iris.ontology("Document"));
    return graph;
  }

  @Test
  void isStillThereAfterReopening() {
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), named(ALEPPO, "Aleppo", "en")));
    }
    try (KnowledgeStore store = open()) {
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
    }
  }

  @Test
  void isMadeAnewWhenTheStoreHasGoneOnWithoutIt() throws IOException {
    Path index = folder.resolve("store").resolve("text-index");
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), named(ALEPPO, "Aleppo", "en")));
    }
    PathUtils.copyDirectory(index, folder.resolve("old"));
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("b"), named(IRIS.entity("idlib"), "Idlib", "en")));
    }
    // As after a crash between the two commits: the store has the second write, the index has not.
    PathUtils.deleteDirectory(index);
    PathUtils.copyDirectory(folder.resolve("old"), index);
    try (KnowledgeStore store = open()) {
      assertEquals(List.of(IRIS.entity("idlib")), found(store, "(idlib)"));
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
    }
  }

  @Test
  void isMadeAnewWhenItsFilesAreDamaged() throws IOException {
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), named(ALEPPO, "Aleppo", "en")));
    }
    try (var files = Files.list(folder.resolve("store").resolve("text-index"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (KnowledgeStore store = open()) {
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
    }
  }

  @Test
  void forgetsWhatAnAbandonedWriteHasAdded() {
    try (KnowledgeStore store = open()) {
      Node name = IRIS.document("a");
      assertThrows(
          IllegalStateException.class,
          () ->
              store.inWrite(
                  () -> {
                    store
                        .dataset()
                        .asDatasetGraph()
                        .add(
                            name,
                            ALEPPO,
                            SKOS.prefLabel.asNode(),
                            NodeFactory.createLiteralString("Aleppo"));
                    throw new IllegalStateException("no");
                  }));
      assertEquals(List.of(), found(store, "(aleppo)"));
      store.write(Map.of(name, named(ALEPPO, "Aleppo", "en")));
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
    }
  }

  @Test
  void servesAStoreWithoutIndexAndMakesOneWhenTold() throws IOException {
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), named(ALEPPO, "Aleppo", "en")));
    }
    PathUtils.deleteDirectory(folder.resolve("store").resolve("text-index"));
    try (KnowledgeStore store = open()) {
      assertFalse(store.indexed());
      assertEquals(1, store.counts().quads());
      StoreException e = assertThrows(StoreException.class, () -> found(store, "(aleppo)"));
      assertTrue(e.getMessage().contains("no text index"), e.getMessage());
      assertEquals(1, store.index());
      assertEquals(List.of(ALEPPO), found(store, "(aleppo)"));
      assertTrue(Files.isDirectory(folder.resolve("store").resolve("text-index")));
    }
  }

  @Test
  void findsWhatLiesNearbyAlsoAfterAWrite() throws InterruptedException {
    try (KnowledgeStore store = open()) {
      store.write(Map.of(IRIS.document("a"), lying(ALEPPO, "POINT(37.16 36.2)")));
      store.indexPlaces();
      String near = "?s spatial:nearby (36.3 37.2 50)"; // kilometres
      assertEquals(List.of(ALEPPO.getURI()), select(store, near));
      Node azaz = IRIS.entity("azaz");
      Node damascus = IRIS.entity("damascus");
      store.write(
          Map.of(
              IRIS.document("b"),
              lying(azaz, "POINT(37.05 36.59)"),
              IRIS.document("c"),
              lying(damascus, "POINT(36.3 33.5)")));
      List<String> wanted = List.of(ALEPPO.getURI(), azaz.getURI());
      for (int i = 0; i < 100 && !select(store, near).equals(wanted); i++) {
        Thread.sleep(100); // the index is made anew aside
      }
      assertEquals(wanted, select(store, near));
    }
  }

  private static Graph lying(Node entity, String wkt) {
    String geo = "http://www.opengis.net/ont/geosparql#";
    Node point = NodeFactory.createURI(entity.getURI() + "-geometry");
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(entity, NodeFactory.createURI(geo + "hasGeometry"), point);
    graph.add(
        point,
        NodeFactory.createURI(geo + "asWKT"),
        NodeFactory.createLiteralDT(
            wkt,
            org.apache.jena.datatypes.TypeMapper.getInstance()
                .getSafeTypeByName(geo + "wktLiteral")));
    return graph;
  }
}
