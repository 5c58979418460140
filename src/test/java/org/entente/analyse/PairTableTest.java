package org.entente.analyse;

import static org.entente.analyse.Weights.claim;
import static org.entente.analyse.Weights.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.knowledge.Claim;
import org.entente.knowledge.DocumentClaims;
import org.entente.knowledge.Modality;
import org.junit.jupiter.api.Test;

class PairTableTest {

  private final RollUp rollUp = new RollUp(Weights.ACTORS, Weights.SCALE);
  private final List<String> sources = new ArrayList<>();
  private final PairTable table =
      new PairTable(
          Weights.ACTORS, Weights.SCALE, rollUp, (key, statement) -> sources.add(statement));

  /** All tallies, by pair and period. */
  private Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new TreeMap<>();
    for (PairTable.Key key : table.keys()) {
      tallies.put(
          table.slug(key.a()) + " " + table.slug(key.b()) + " " + PairTable.period(key.period()),
          table.tally(key));
    }
    return tallies;
  }

  private double weight(String pairAndPeriod) {
    return tallies().get(pairAndPeriod).weight();
  }

  @Test
  void dampsTheMeanScoreByTheNumberOfDocuments() {
    table.add(document("a", "2015-03-01", claim("iran", "supports", "hezbollah")));
    assertEquals(4.6 * 1 / 1.5, weight("hezbollah iran 2015"), 1e-6);
    table.add(document("b", "2015-04-01", claim("iran", "supports", "hezbollah")));
    assertEquals(4.6 * 2 / 2.5, weight("hezbollah iran 2015"), 1e-6);
  }

  @Test
  void countsADocumentOnceHoweverOftenItSaysSo() {
    table.add(
        document(
            "a",
            "2015-03-01",
            claim("iran", "supports", "hezbollah"),
            claim("hezbollah", "alliedWith", "iran")));
    assertEquals((4.6 + 6.8) / 2 / 1.5, weight("hezbollah iran 2015"), 1e-6);
    assertEquals(2, tallies().get("hezbollah iran 2015").statements);
  }

  @Test
  void countsACopyOfATextOnce() {
    DocumentClaims first = document("a", "2015-03-01", claim("iran", "supports", "hezbollah"));
    table.add(first);
    table.add(new DocumentClaims("b", first.digest(), first.issued(), first.claims()));
    assertEquals(1, tallies().get("hezbollah iran 2015").documents);
    assertEquals(1, table.copies());
  }

  @Test
  void pullsToNeutralByWhatIsDenied() {
    table.add(document("a", "2015-03-01", claim("iran", "supports", "hezbollah")));
    Claim denied = claim("iran", "supports", "hezbollah", Modality.NEGATED, null);
    table.add(document("b", "2015-04-01", denied));
    assertEquals(4.6 / 2.0, weight("hezbollah iran 2015"), 1e-6);
    assertTrue(tallies().get("hezbollah iran 2015").contested());
    assertEquals(1, tallies().get("hezbollah iran 2015").denied);
  }

  @Test
  void makesNoFriendsOfThoseWhoAreOnlySaidNotToFight() {
    Claim denied = claim("iran", "attacks", "rebels", Modality.NEGATED, null);
    table.add(document("a", "2015-03-01", denied));
    assertEquals(0, tallies().get("iran rebels 2015").sign());
    assertEquals(0, weight("iran rebels 2015"));
  }

  @Test
  void weighsWhatIsPossibleLess() {
    Claim possible = claim("iran", "attacks", "rebels", Modality.POSSIBLE, null);
    table.add(document("a", "2015-03-01", possible));
    assertEquals(-9.3 * 0.3 / 0.8, weight("iran rebels 2015"), 1e-6);
    assertFalse(tallies().get("iran rebels 2015").contested());
  }

  @Test
  void countsAForceForItsStateButNotAgainstIt() {
    rollUp.always("guards", "country", "iran");
    table.add(
        document(
            "a",
            "2015-03-01",
            claim("guards", "attacks", "rebels"),
            claim("guards", "supports", "iran")));
    assertEquals(
        List.of("guards iran 2015", "guards rebels 2015", "iran rebels 2015"),
        tallies().keySet().stream().filter(k -> k.endsWith("2015")).toList());
    assertEquals(0, tallies().get("iran rebels 2015").direct);
    assertEquals(1, tallies().get("guards rebels 2015").direct);
  }

  @Test
  void takesTheDocumentsDateWhereTheStatementHasNone() {
    Claim dated = claim("iran", "attacks", "rebels", Modality.ASSERTED, LocalDate.of(2013, 6, 5));
    table.add(document("a", "2015-03-01", dated, claim("iran", "supports", "syria")));
    assertEquals(
        List.of("iran rebels 2013", "iran rebels 2013-06", "iran syria 2015", "iran syria 2015-03"),
        List.copyOf(tallies().keySet()));
    assertEquals(0, tallies().get("iran rebels 2013").undated);
    assertEquals(1, tallies().get("iran syria 2015").undated);
    assertEquals(20130605, tallies().get("iran rebels 2013").first);
  }

  @Test
  void letsAnAllianceLastUntilTheDocument() {
    Claim allied =
        new Claim("s", "iran", "alliedWith", "syria", Modality.ASSERTED, 1, Year.of(2013), null);
    table.add(document("a", "2015-03-01", allied));
    assertEquals(
        List.of("iran syria 2013", "iran syria 2014", "iran syria 2015"),
        List.copyOf(tallies().keySet()));
  }

  @Test
  void setsWhoTakesAPlaceAgainstWhoLosesIt() {
    table.add(
        document(
            "a",
            "2015-03-01",
            claim("rebels", "captures", "idlib"),
            claim("syria", "losesControlOf", "idlib"),
            claim("iran", "losesControlOf", "aleppo")));
    assertEquals(
        List.of("rebels syria 2015", "rebels syria 2015-03"), List.copyOf(tallies().keySet()));
    assertEquals(-7.2 / 1.5, weight("rebels syria 2015"), 1e-6);
    assertTrue(sources.contains("syria-losesControlOf-idlib-ASSERTED"));
  }

  @Test
  void givesTheSameWhateverTheOrder() {
    DocumentClaims a = document("a", "2015-03-01", claim("iran", "attacks", "rebels"));
    DocumentClaims b = document("b", "2015-03-02", claim("rebels", "cooperatesWith", "iran"));
    DocumentClaims c =
        document("c", "2015-03-03", claim("iran", "opposes", "rebels", Modality.REPORTED, null));
    PairTable other = new PairTable(Weights.ACTORS, Weights.SCALE, rollUp, (key, statement) -> {});
    List.of(a, b, c).forEach(table::add);
    List.of(c, a, b).forEach(other::add);
    double there = 0;
    for (PairTable.Key key : other.keys()) {
      there = key.isMonth() ? there : other.tally(key).weight();
    }
    assertEquals(there, weight("iran rebels 2015"), 0);
  }
}
