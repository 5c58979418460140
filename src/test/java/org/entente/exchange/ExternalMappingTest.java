package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;

class ExternalMappingTest {

  private static final Path OWN =
      Path.of("src", "test", "resources", "exchange", "made-up-own.rml.ttl");

  @Test
  void shipsTheFourDataSetsWithTheirColumns() {
    var shipped = ExternalMapping.shipped(Iris.DEFAULT_BASE);
    assertEquals(
        List.of("acled", "gdelt", "ucdp-actors", "ucdp-ged"), List.copyOf(shipped.keySet()));
    assertEquals(49, shipped.get("ucdp-ged").dialect().columns().size());
    assertEquals(61, shipped.get("gdelt").dialect().columns().size());
    assertEquals('\t', shipped.get("gdelt").dialect().delimiter());
    shipped
        .values()
        .forEach(
            m -> {
              List<String> named = m.dialect().columns();
              assertTrue(named.isEmpty() || named.containsAll(m.columns()), m.name());
            });
  }

  @Test
  void refusesATermThatItDoesNotUnderstand() throws IOException {
    String join =
        Files.readString(OWN).replace("rr:object \"Battles\"", "rr:parentTriplesMap <#who>");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ExternalMapping.read("own", "own.rml.ttl", join, Iris.DEFAULT_BASE));
    assertEquals(
        "own.rml.ttl: <http://www.w3.org/ns/r2rml#parentTriplesMap> is not among the terms that are understood",
        e.getMessage());
  }

  @Test
  void refusesWhatIsNoTurtleWithItsLine() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ExternalMapping.read("x", "x.ttl", "<#a> <#b> .", Iris.DEFAULT_BASE));
    assertTrue(e.getMessage().startsWith("x.ttl: [line: 1"), e.getMessage());
  }

  @Test
  void readsNamesInTheOrderOfTheRules() {
    NameRules rules = NameRules.shipped();
    assertTrue(rules.isNobody("Civilians (Syria)"));
    assertEquals(
        List.of("Government of Syria", "Syrian government", "government of Syria", "Syria"),
        rules
            .readings(NameRules.Kind.ACTOR, "Government of Syria", state -> List.of("Syrian"))
            .stream()
            .map(NameRules.Reading::name)
            .toList());
  }
}
