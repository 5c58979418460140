package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.entente.text.Mention;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameGuardTest {

  private final MentionFinder finder = new MentionFinder(Listed.GAZETTEER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reading the report took hours.",
        "Of these, many left.",
        "Same thing there.",
        "Then Mary left.",
        "They met in Mary Street.",
        "Then FH was closed.",
        "Then Qum came.",
        "Then John Bandor came."
      })
  void takesWordsAndPersonsForNoPlace(String text) {
    assertEquals(List.of(), names(text));
  }

  @Test
  void takesADoubtfulNameAfterAPrepositionWhereItsCountryIsNamed() {
    assertEquals(
        List.of("British", "Reading"), names("A British firm has its office in Reading now."));
    assertEquals(List.of(), names("He works in Reading now."));
    assertEquals(List.of("British"), names("The British spent hours Reading it."));
  }

  @Test
  void takesANameThatItsCountryFollows() {
    assertEquals(List.of("Mary", "Turkey"), names("They met at Mary, Turkey."));
  }

  @Test
  void takesALargeCityWithoutMore() {
    assertEquals(List.of("Metrokand"), names("Then Metrokand was shelled."));
  }

  @Test
  void takesASmallTownOnlyInADocumentOnItsCountry() {
    assertEquals(List.of(), names("Then Bandor was shelled."));
    assertEquals(List.of("Iranian", "Bandor"), names("Iranian guns fired.", "Bandor was shelled."));
  }

  @Test
  void takesNobodyWhoSpeaksForAPlace() {
    assertEquals(List.of("Iran"), names("They left Iran.", "\"We go,\" said Bandor, a baker."));
  }

  @Test
  void takesAGroupsAcronymOnlyWithItsCountryOrItsFullName() {
    assertEquals(List.of("Libya", "FH"), names("They left Libya.", "Then FH stayed."));
    assertEquals(
        List.of("Jabhat al-Amal", "FH"), names("Then Jabhat al-Amal came.", "Then FH stayed."));
  }

  @Test
  void takesEveryNameThatSomebodyChose() {
    Gazetteer chosen =
        new Gazetteer(
            GazetteerTable.read("my.tsv", "id\tlabel\ttype\nof\tOf\tPlace\n", false).stream()
                .map(GazetteerTable.Entry::entity)
                .toList());
    assertEquals(
        List.of("Of"),
        new MentionFinder(chosen)
            .annotate(TaggedText.plain("Then Of fell.")).mentions().stream()
                .map(Mention::text)
                .toList());
  }

  private List<String> names(String... sentences) {
    return finder.annotate(TaggedText.plain(sentences)).mentions().stream()
        .map(Mention::text)
        .toList();
  }

  @Test
  void refusesTheSameHoweverManySentencesThereAre() {
    String[] sentences = new String[200];
    Arrays.fill(sentences, "Same thing there.");
    assertEquals(List.of(), names(sentences));
  }
}
