package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.entente.exchange.EntityMatching.Unmatched;
import org.entente.ingest.GazetteerLookup;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.QueryRunner;
import org.entente.store.Validation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalImportIT {

  private static final Path FILES = Path.of("src", "test", "resources", "exchange");
  private static final GazetteerLookup LOOKUP = new GazetteerLookup(SampleStore.base());

  @TempDir Path folder;
  private KnowledgeStore store;

  @BeforeEach
  void open() {
    store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void readsGedWithActorsPlaceDaysAndDeaths() throws IOException {
    ImportSummary summary = load("made-up-ged.csv", "ucdp-ged");
    assertEquals(3, summary.rows());
    assertEquals(
        List.of(
            "Made-up Brigade,,2015-05-20,2015-05-20,day,40,30,60",
            "IS,islamic-state,2014-08-01,2014-08-31,month,12,3,12",
            "Civilians,,2016-01-01,2016-01-03,days,5,5,5"),
        rows(
            """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?b (STRAFTER(STR(?m), "/id/") AS ?ours) ?from ?to ?how ?deaths ?low ?high {
              ?e a ent:ExternalEvent ; ent:sideB ?side ; ent:eventStart ?from ; ent:eventEnd ?to ;
                 ent:datePrecision ?how ; ent:deaths ?deaths ; ent:deathsLow ?low ; ent:deathsHigh ?high .
              ?side rdfs:label ?b . OPTIONAL { ?side ent:matches ?m }
            } ORDER BY ?e"""));
    assertEquals(
        List.of(
            new Unmatched("actor", "Made-up Brigade", "5400", 1),
            new Unmatched("place", "Nowhere-on-Sea", "10.5 -170.25", 1)),
        summary.unmatched());
  }

  @Test
  void readsGedWithoutAHeaderAsTheSameEvents() throws IOException {
    load("made-up-ged.csv", "ucdp-ged");
    String with = events();
    load("made-up-ged-headless.csv", "ucdp-ged");
    assertEquals(with, events(), "the events are named by their identifiers");
    assertEquals(2, store.counts().graphs());
  }

  @Test
  void matchesByIdentifierNamePointAndProvince() throws IOException {
    load("made-up-ged.csv", "ucdp-ged");
    assertEquals(
        List.of(
            "Government of Syria,syrian-government,identifier",
            "IS,islamic-state,identifier",
            "Palmyra town,palmyra,name and point",
            "Raqqa governorate,raqqa-governorate,name and point"),
        matches());
  }

  @Test
  void anotherNumberOfTheSameListIsAnotherActor() throws IOException {
    String text =
        Files.readString(FILES.resolve("made-up-ged.csv"))
            .replace(",5400,Made-up Brigade", ",9000001,IS");
    ImportSummary summary =
        load(
            write("other.csv", text.getBytes(StandardCharsets.UTF_8)),
            shipped("ucdp-ged"),
            StandardCharsets.UTF_8);
    assertEquals(new Unmatched("actor", "IS", "9000001", 1), summary.unmatched().get(0));
  }

  @Test
  void readsAcledNamesAsOurs() throws IOException {
    load("made-up-acled.csv", "acled");
    assertEquals(
        List.of(
            "Aleppo,aleppo,name and point",
            "HTS: Hayat Tahrir al Sham,hayat-tahrir-al-sham,name",
            "Idleb,idlib,name and point",
            "Military Forces of Russia (2000-),russian-armed-forces,name",
            "Military Forces of Syria (2000-2024),syrian-arab-armed-forces,name"),
        matches());
  }

  @Test
  void readsGdeltWithoutHeaderAndQuotation() throws IOException {
    ImportSummary summary = load("made-up-gdelt.export.CSV", "gdelt");
    assertEquals(2, summary.rows());
    assertEquals(
        List.of("material conflict,190,2024-11-30,\"https://example.org/made-up?\"a"),
        rows(
            """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT ?kind ?code ?day ?source {
              ?e ent:eventKind ?kind ; ent:eventSubkind ?code ; ent:eventStart ?day ; ent:sourceText ?source ;
                 ent:takesPlaceAt/ent:matches <https://w3id.org/entente/id/aleppo> }"""));
  }

  @Test
  void readsATableOfOnesOwn() throws IOException {
    Path mapping = FILES.resolve("made-up-own.rml.ttl");
    ImportSummary summary =
        load(
            FILES.resolve("made-up-own.csv"),
            ExternalMapping.read(
                "own", mapping.toString(), Files.readString(mapping), Iris.DEFAULT_BASE),
            StandardCharsets.UTF_8);
    assertEquals(1, summary.matchedPlaces());
    assertEquals(List.of("Damascus,damascus,name", "Syrian army,syrian-arab-army,name"), matches());
  }

  @Test
  void changesNothingWhenTheSameFileComesAgain() throws IOException {
    load("made-up-ged.csv", "ucdp-ged");
    String before = export();
    ImportSummary again = load("made-up-ged.csv", "ucdp-ged");
    assertTrue(again.known());
    assertEquals(3, again.rows());
    assertEquals(before, export());
  }

  @Test
  void givesTheSameBytesInAnotherStore() throws IOException {
    load("made-up-acled.csv", "acled");
    String one = export();
    try (KnowledgeStore other = KnowledgeStore.open(folder.resolve("other"), Iris.DEFAULT)) {
      new ExternalImport(other, LOOKUP, rows -> {})
          .run(FILES.resolve("made-up-acled.csv"), shipped("acled"), StandardCharsets.UTF_8);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Export.write(other, Export.Format.NQUADS, null, bytes);
      assertEquals(one, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void keepsTheStoreSound() throws IOException {
    load("made-up-ged.csv", "ucdp-ged");
    load("made-up-acled.csv", "acled");
    assertEquals(List.of(), Validation.run(store, SampleStore.base().files()).findings());
  }

  @Test
  void takesTheGoodRowsAndNamesLineAndColumnOfTheOthers() throws IOException {
    List<String> lines = Files.readAllLines(FILES.resolve("made-up-ged.csv"));
    Path file = folder.resolve("some-bad.csv");
    Files.write(
        file,
        List.of(
            lines.get(0),
            lines.get(1),
            lines.get(2).replace("2014-08-01 00:00:00.000", "1 Aug 14"),
            lines.get(3).replace("-170.25", "-190.25"),
            "1,2,3"));
    ImportSummary summary = load(file, shipped("ucdp-ged"), StandardCharsets.UTF_8);
    assertEquals(1, summary.rows());
    assertEquals(3, summary.refused());
    assertEquals(
        List.of(
            file + ": line 3: column \"date_start\": \"1 Aug 14\" is no date as the mapping has it",
            file + ": line 4: column \"longitude\": \"-190.25\" is not between -180 and 180",
            file + ": line 5: has 3 cells where the table has 49 columns"),
        summary.problems());
  }

  @Test
  void refusesAnotherTable() {
    refuses(
        FILES.resolve("made-up-acled.csv"),
        "ucdp-ged",
        ": line 1: has 31 columns where the table has 49");
    refuses(FILES.resolve("made-up-ged.csv"), "acled", ": line 1: no column \"");
    refuses(
        FILES.resolve("made-up-ged.csv"), "gdelt", ": line 1: has 1 column where the table has 61");
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    refuses(write("empty.csv", new byte[0]), "acled", ": is empty");
    byte[] header =
        Files.readAllLines(FILES.resolve("made-up-acled.csv"))
            .get(0)
            .getBytes(StandardCharsets.UTF_8);
    refuses(write("header.csv", header), "acled", ": has no rows");
    refuses(write("nul.csv", new byte[] {'a', 0, 'b'}), "acled", ": line 1: holds a NUL character");
    byte[] latin =
        (new String(header, StandardCharsets.UTF_8) + "\nX1,é\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    refuses(write("latin.csv", latin), "acled", "is not in the encoding that was expected");
    refuses(
        write(
            "open.csv",
            (new String(header, StandardCharsets.UTF_8) + "\n\"X1,")
                .getBytes(StandardCharsets.UTF_8)),
        "acled",
        "a quotation mark is not closed");
  }

  @Test
  void readsAnotherEncodingWhenTold() throws IOException {
    String text = Files.readString(FILES.resolve("made-up-acled.csv")).replace("Idleb", "Idléb");
    Path file = write("latin.csv", text.getBytes(StandardCharsets.ISO_8859_1));
    load(file, shipped("acled"), Charset.forName("windows-1252"));
    assertTrue(
        matches().contains("Idléb,idlib,point") || export().contains("Idl\u00e9b"), export());
  }

  @Test
  void lettersOfAFileCannotLeaveTheirTerm() throws IOException {
    String text =
        Files.readString(FILES.resolve("made-up-acled.csv"))
            .replace(
                "MADE1",
                "\"x> . <http://evil.example/> <http://evil.example/p> <http://evil.example/o\"")
            .replace("Made-up source", "\"\"\"\"\" ; } DROP ALL #\"");
    load(
        write("hostile.csv", text.getBytes(StandardCharsets.UTF_8)),
        shipped("acled"),
        StandardCharsets.UTF_8);
    assertFalse(export().contains("<http://evil.example/"), export());
    assertEquals(List.of("0"), rows("SELECT (COUNT(*) AS ?n) { ?s <http://evil.example/p> ?o }"));
  }

  private void refuses(Path file, String as, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> load(file, shipped(as), StandardCharsets.UTF_8));
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(0, store.counts().quads(), "nothing is written");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static ExternalMapping shipped(String as) {
    return ExternalMapping.shipped(Iris.DEFAULT_BASE).get(as);
  }

  private ImportSummary load(String file, String as) throws IOException {
    return load(FILES.resolve(file), shipped(as), StandardCharsets.UTF_8);
  }

  private ImportSummary load(Path file, ExternalMapping mapping, Charset charset)
      throws IOException {
    return new ExternalImport(store, LOOKUP, rows -> {}).run(file, mapping, charset);
  }

  private List<String> matches() {
    return rows(
        """
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT DISTINCT ?label (STRAFTER(STR(?m), "/id/") AS ?ours) ?how
        { ?x ent:matches ?m ; ent:matchedBy ?how ; rdfs:label ?label } ORDER BY ?label""");
  }

  private String events() {
    return String.join(
        "\n",
        rows(
            "SELECT DISTINCT ?e ?p ?o { ?e a <https://w3id.org/entente/ontology#ExternalEvent> ; ?p ?o } ORDER BY ?e ?p ?o"));
  }

  private List<String> rows(String query) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30).run(QueryFactory.create(query), QueryRunner.Format.CSV, bytes);
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size()).stream()
        .map(l -> l.replace("\"\"", "\"").replaceAll("^\"|\"$", ""))
        .toList();
  }

  private String export() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
