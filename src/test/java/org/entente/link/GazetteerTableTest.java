package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Listing;
import org.entente.text.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTableTest {

  private static final String HEAD =
      "id\tlabel\tnames\ttype\tcountry\tgeonames\tlatitude\tlongitude\tpopulation\n";

  @Test
  void readsARowWithAllItsColumns() {
    KnownEntity entity =
        read("# source: A list\n"
                + HEAD
                + "qandar\tQandar\tKandar|Qandaar\tPlace\tiran\t7\t1.5\t-2\t90\n")
            .get(0)
            .entity();

    assertEquals("Qandar", entity.ref().label());
    assertEquals(EntityType.PLACE, entity.ref().type());
    assertEquals(List.of("Kandar", "Qandaar"), entity.names());
    assertEquals("iran", entity.country());
    assertEquals(90, entity.population());
    assertEquals(
        new Listing(
            List.of(new Listing.Identifier("GeoNamesId", "7")),
            "POINT(-2 1.5)",
            List.of("A list"),
            false),
        entity.listing());
  }

  @Test
  void needsNoMoreThanIdLabelAndType() {
    KnownEntity entity =
        read("id\tlabel\ttype\nhawks\tNorthern Hawks\tArmedGroup\n").get(0).entity();

    assertEquals(EntityType.ARMED_GROUP, entity.ref().type());
    assertEquals(
        new Listing(List.of(), null, List.of("my.tsv"), false),
        entity.listing(),
        "a file that names no source is its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bad Slug|Qandar||Place|||||; id \"Bad Slug\" is no slug (lower case, digits, hyphens)",
        "qandar|||Place|||||; no label",
        "qandar|Qandar||Town|||||; no type \"Town\"",
        "qandar|Qandar||Place|The Moon||||; country \"The Moon\" is no slug",
        "qandar|Qandar||Place||x1|||; geonames \"x1\" is no number",
        "qandar|Qandar||Place|||north|2|; latitude \"north\" is no number of degrees",
        "qandar|Qandar||Place|||91|2|; latitude \"91\" is beyond 90 degrees",
        "qandar|Qandar||Place|||1||; longitude \"\" is no number of degrees",
        "qandar|Qandar||Place|||1|2|many; population \"many\" is no number",
        "first|Qandar||Place|||||; id \"first\" stands in an earlier row too"
      })
  void namesFileAndRowOfWhatIsWrong(String row, String message) {
    String text = HEAD + "first\tFirst\t\tPlace\t\t\t\t\t\n" + row.replace('|', '\t') + "\n";
    var error = assertThrows(IllegalArgumentException.class, () -> read(text));

    assertEquals("my.tsv, row 2: " + message, error.getMessage());
  }

  @Test
  void namesTheColumnThatIsMissing() {
    var error = assertThrows(IllegalArgumentException.class, () -> read("id\tname\nx\tX\n"));

    assertEquals("my.tsv, row 1: no column \"label\"", error.getMessage());
  }

  @Test
  void readsTheWorldInWellUnderASecond() throws IOException {
    String places = Files.readString(Path.of("ontology", "gazetteer", "places.tsv"));
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      new Gazetteer(
          GazetteerTable.read("places.tsv", places, true).stream()
              .map(GazetteerTable.Entry::entity)
              .toList());
      least = Math.min(least, (System.nanoTime() - begun) / 1_000_000);
    }
    System.out.println("the world's places read in " + least + " ms");
    assertTrue(least < 1000, least + " ms");
  }

  private static List<GazetteerTable.Entry> read(String text) {
    return GazetteerTable.read("my.tsv", text, false);
  }
}
