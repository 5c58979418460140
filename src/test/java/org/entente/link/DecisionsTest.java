package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.EntityType;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {

  private static final String HEAD = "decision\tsubject\tobject\tauthor\tdate\treason\n";

  @Test
  void mapsASlugToAnother() {
    assertEquals(
        List.of("hayat-tahrir-al-sham"),
        slugs(
            "same-as|northern-hawks-brigade|hayat-tahrir-al-sham",
            "They met the Northern Hawks Brigade."));
  }

  @Test
  void mapsANameAsWrittenToASlug() {
    assertEquals(
        List.of("tripoli-lebanon"),
        slugs("same-as|Tripoli|tripoli-lebanon", "They met in Tripoli."));
  }

  @Test
  void mapsOnFromSlugToSlug() {
    assertEquals(
        List.of("hamas"),
        slugs(
            "same-as|northern-hawks-brigade|hawks\nsame-as|hawks|hamas",
            "They met the Northern Hawks Brigade."));
  }

  @Test
  void mapsToAnEntityThatNobodyKnowsYet() {
    LinkedDocument linked =
        link("same-as|northern-hawks-brigade|the-hawks", "They met the Northern Hawks Brigade.");

    assertEquals(
        List.of(new EntityRef("the-hawks", EntityType.ARMED_GROUP, "The Hawks")),
        linked.discovered());
  }

  @Test
  void keepsANameFromASlug() {
    assertEquals(
        List.of("tripoli-lebanon"),
        slugs("not-same-as|Tripoli|tripoli-libya", "They met in Tripoli."));
    assertEquals(
        List.of("hamas-armedgroup"), slugs("not-same-as|Hamas|hamas", "They met Hamas there."));
  }

  @Test
  void changesTypeAndLabelOfANewEntity() {
    LinkedDocument linked =
        link(
            "retype|northern-hawks-brigade|StateForce\nrename|Northern Hawks Brigade|Hawks",
            "They met the Northern Hawks Brigade.");

    assertEquals(
        List.of(new EntityRef("northern-hawks-brigade", EntityType.STATE_FORCE, "Hawks")),
        linked.discovered());
    assertEquals(EntityType.STATE_FORCE, linked.annotated().mentions().get(0).type());
  }

  @Test
  void dropsTheMentionsOfAName() {
    LinkedDocument linked = link("ignore|Hama|", "They met in Hama, then in Moscow.");

    assertEquals(List.of("moscow"), linked.links().stream().map(l -> l.entity().slug()).toList());
    assertEquals(1, linked.annotated().mentions().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "merge|a|b|me|2025-01-31; no decision \"merge\"",
        "same-as||b|me|2025-01-31; no subject",
        "same-as|a|Some Name|me|2025-01-31; object \"Some Name\" is no slug",
        "retype|a|Town|me|2025-01-31; no type \"Town\"",
        "rename|a||me|2025-01-31; no label to rename to",
        "ignore|a|||2025-01-31; no author",
        "ignore|a||me|yesterday; date \"yesterday\" is no day (2025-01-31)",
        "same-as|First|b|me|2025-01-31; \"First\" is decided already in d.tsv, row 1",
        "same-as|second|first|me|2025-01-31; \"second\" would be the same as itself"
      })
  void namesFileAndRowOfWhatIsWrong(String row, String message) {
    String text =
        HEAD + "same-as\tfirst\tsecond\tme\t2025-01-31\t\n" + row.replace('|', '\t') + "\n";
    var error = assertThrows(IllegalArgumentException.class, () -> Decisions.read("d.tsv", text));

    assertEquals("d.tsv, row 2: " + message, error.getMessage());
  }

  private static List<String> slugs(String rows, String sentence) {
    return link(rows, sentence).links().stream().map(l -> l.entity().slug()).toList();
  }

  private static LinkedDocument link(String rows, String sentence) {
    StringBuilder table = new StringBuilder(HEAD);
    for (String row : rows.lines().toList()) {
      table.append(row.replace('|', '\t')).append("\tA. Reader\t2025-01-31\tsaid so\n");
    }
    Decisions decisions = Decisions.read("d.tsv", table.toString());
    return new EntityLinker(KnownNames.GAZETTEER, decisions)
        .link(new MentionFinder(KnownNames.GAZETTEER).annotate(TaggedText.plain(sentence)));
  }
}
