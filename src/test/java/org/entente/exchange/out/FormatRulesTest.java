package org.entente.exchange.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.entente.lexicon.LexiconTable;
import org.entente.text.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void guardsWhatSpreadsheetsWouldRun(String text) {
    assertEquals("'" + text, CsvTables.guarded(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Iran", "a=b", "'=1", " = 1"})
  void leavesOtherCellsAsTheyAre(String text) {
    assertEquals(text, CsvTables.guarded(text));
  }

  @Test
  void makesTheSameUuidAsOthersDo() {
    // From Python's uuid.uuid5(uuid.NAMESPACE_URL, …).
    assertEquals(
        "da922760-2d00-5ff7-98ef-2a26b2d882d8",
        StixFormat.uuid("https://w3id.org/entente/id/iran").toString());
  }

  @Test
  void widensDatesToDays() {
    assertEquals(new Days(LocalDate.of(2016, 2, 1), LocalDate.of(2016, 2, 29)), Days.of("2016-02"));
    assertEquals(new Days(LocalDate.of(2016, 1, 1), LocalDate.of(2016, 12, 31)), Days.of("2016"));
    assertEquals(LocalDate.of(2016, 2, 3), Days.last("2016-02-03"));
    assertNull(Days.of("2016-13"));
    assertNull(Days.of("soon"));
    assertNull(Days.of(null));
  }

  @Test
  void namesOnlyTypesAndRelationsThatThereAre() throws IOException {
    String ontology = Files.readString(Path.of("ontology", "entente.ttl"));
    for (String file : new String[] {"ftm.tsv", "stix.tsv"}) {
      Set<String> types = new HashSet<>();
      for (LexiconTable.Row row : Mappings.table(file).rows()) {
        String ours = row.get("ours");
        if (row.get("kind").equals("type")) {
          assertEquals(ours, EntityType.ofLabel(ours).orElseThrow().className(), row.where());
          assertTrue(types.add(ours), row.where());
        } else if (!ours.equals("other")) {
          assertTrue(ontology.contains("ent:" + ours + " a owl:ObjectProperty"), row.where());
        }
      }
      assertTrue(types.size() >= 8, file);
    }
    for (LexiconTable.Row row : Mappings.table("geojson.tsv").rows()) {
      String predicate = row.get("predicate");
      assertTrue(ontology.contains("ent:" + predicate + " a owl:ObjectProperty"), row.where());
      assertTrue(Set.of("yes", "no").contains(row.get("lasts")), row.where());
    }
  }
}
