package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

  private final Gazetteer gazetteer = KnownNames.GAZETTEER;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hay’at Tahrir al-Sham",
        "Hay'at Tahrir al-Sham",
        "Hayat Tahrir al-Sham",
        "Hayat Tahrir el-Sham",
        "Hayat Tahrir ash-Sham",
        "Hayat Taḥrīr al-Shām",
        "Hayat Tahrir Al Sham",
        "HTS"
      })
  void findsSpellingsOfOneName(String spelling) {
    assertEquals(List.of("hayat-tahrir-al-sham"), slugs(spelling));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deir ez-Zor", "Deir al-Zor", "Deir el-Zor", "Deir az-Zor"})
  void takesAssimilatedArticlesForOne(String spelling) {
    assertEquals(List.of("deir-ez-zor"), slugs(spelling));
  }

  @Test
  void doesNotFindANameInsideAnotherWord() {
    assertEquals(List.of(), found("Hamasa and Hamad met."));
    assertEquals(List.of("Hamas"), found("Leaders of Hamas met."));
    assertEquals(List.of("Hama"), found("They left Hama for good."));
  }

  @Test
  void prefersTheLongestName() {
    assertEquals(List.of("Hama Governorate"), found("In Hama Governorate they met."));
    assertEquals(List.of("Syrian Arab Army"), found("The Syrian Arab Army came."));
  }

  @Test
  void findsSomethingShorterWhenALongNameBreaksOff() {
    assertEquals(List.of("Syrian"), found("A Syrian civil servant left."));
  }

  @Test
  void leavesThePossessiveOutOfTheName() {
    assertEquals(List.of("Russia", "Syria"), found("Russia's and Syria’s envoys met."));
  }

  @Test
  void doesNotJoinANameAcrossAComma() {
    assertEquals(List.of("Hama"), found("From Hama, Governorate officials came."));
  }

  @Test
  void asksForACapitalWhereTheKnownNameHasOne() {
    assertEquals(List.of(), found("they ate turkey and drank."));
    assertEquals(List.of(), found("the hts of it, and uk too."));
  }

  @Test
  void findsNamesInAHeadlineOfCapitals() {
    assertEquals(List.of("RUSSIA", "TURKEY"), found("RUSSIA AND TURKEY AGREE ON TRUCE"));
  }

  @Test
  void findsAcronymsWithAndWithoutDots() {
    assertEquals(List.of("U.K.", "UK"), found("The U.K. and the UK agreed."));
  }

  @Test
  void findsThePluralOfAWeapon() {
    assertEquals(List.of("Su-24s"), found("Two Su-24s took off."));
  }

  @Test
  void givesAllBearersOfOneName() {
    assertEquals(List.of("tripoli-lebanon", "tripoli-libya"), slugs("Tripoli"));
  }

  @Test
  void givesNoBearerForAPartOfAName() {
    assertEquals(List.of(), slugs("Tahrir al-Sham"));
    assertEquals(List.of(), slugs("Hama today"));
    assertEquals(List.of(), slugs(""));
    assertEquals(List.of(), slugs("..."));
  }

  @Test
  void findsEntitiesBySlug() {
    assertEquals("Hamas", gazetteer.entity("hamas").orElseThrow().ref().label());
    assertTrue(gazetteer.entity("no-such-slug").isEmpty());
  }

  @Test
  void readsAVeryLongLineInLinearTime() {
    String text = "Hay’at Tahrir al-Sham and Hayat Tahrir and Hama ".repeat(10_000);

    assertTimeout(Duration.ofSeconds(20), () -> assertEquals(20_000, found(text).size()));
  }

  private List<String> slugs(String surface) {
    return gazetteer.names(surface).stream().map(n -> n.entity().ref().slug()).distinct().toList();
  }

  private List<String> found(String text) {
    return gazetteer.find(text, NameFolding.pieces(text, new Span(0, text.length()))).stream()
        .map(m -> m.span().of(text))
        .toList();
  }
}
