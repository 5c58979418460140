package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Layer;
import org.entente.text.Mention;
import org.entente.text.Span;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;

class MentionFinderTest {

  private final MentionFinder finder = new MentionFinder(KnownNames.GAZETTEER);

  @Test
  void marksKnownNamesWithTheirTypes() {
    assertEquals(
        List.of("State:Russia", "Place:Hama", "ArmedGroup:Hamas", "Weapon:Su-24"),
        mentions("Russia flew over Hama, and Hamas saw a Su-24."));
  }

  @Test
  void leavesArticlesTitlesAndPossessivesOut() {
    assertEquals(
        List.of("State:United States", "Person:Vladimir Putin"),
        mentions("The United States’s envoy met President Vladimir Putin."));
  }

  @Test
  void marksANationWithItsForcesAsOneName() {
    assertEquals(
        List.of("StateForce:Russian forces", "StateForce:Turkish special forces"),
        mentions("Both Russian forces and Turkish special forces left."));
  }

  @Test
  void marksTheAdjectiveAloneBeforeAnotherNoun() {
    assertEquals(List.of("State:Russian"), mentions("Several Russian aircraft took off."));
  }

  @Test
  void doesNotMarkAMilitaryBeforeACommonNounAsAForce() {
    AnnotatedDocument document =
        TaggedText.of(
            "[NP Russian_JJ military_JJ bases_NNS/base] [VP closed_VBD/close] ._.",
            "[NP The_DT Russian_JJ military_NN] [VP left_VBD/leave] ._.");

    assertEquals(List.of("State:Russian", "StateForce:Russian military"), mentions(document));
  }

  @Test
  void marksASponsoredGroupAsOneName() {
    assertEquals(
        List.of("ArmedGroup:Iranian-backed militias"),
        mentions("Many Iranian-backed militias stayed."));
  }

  @Test
  void marksSponsorAndNamedGroupApart() {
    assertEquals(
        List.of("State:Iranian", "ArmedGroup:Hezbollah"),
        mentions("The Iranian-backed Hezbollah stayed."));
  }

  @Test
  void marksTheRegimeOfAPersonAsAGovernment() {
    assertEquals(
        List.of("Government:Assad regime", "Government:Putin government"),
        mentions("Both the Assad regime and the Putin government spoke."));
  }

  @Test
  void marksAPlaceWithTheNounThatBelongsToIt() {
    assertEquals(
        List.of("Place:Hama province", "Base:Palmyra airbase"),
        mentions("From Hama province they reached Palmyra airbase."));
  }

  @Test
  void includesTheArticleOfAnArabicName() {
    assertEquals(List.of("Person:al-Assad"), mentions("Then al-Assad spoke."));
  }

  @Test
  void marksForcesOfAPeopleWithoutAStateAsAnArmedGroup() {
    assertEquals(List.of("ArmedGroup:Kurdish forces"), mentions("Then Kurdish forces came."));
  }

  @Test
  void marksAnUnknownNameByItsLastWord() {
    assertEquals(
        List.of("ArmedGroup:Northern Hawks Brigade"),
        mentions("Then the Northern Hawks Brigade arrived late."));
  }

  @Test
  void marksAnUnknownPersonAfterATitle() {
    assertEquals(
        List.of("Person:Samir Qandil"), mentions("They called Gen. Samir Qandil at night."));
  }

  @Test
  void marksNoCommonNouns() {
    assertEquals(
        List.of(), mentions("The rebels and the regime fought over the city for the group."));
  }

  @Test
  void marksNoNameInsideAnotherWord() {
    assertEquals(List.of("ArmedGroup:Hamas"), mentions("Then Hamas spoke of hamadryads."));
  }

  @Test
  void keepsOffsetsAfterEmoji() {
    AnnotatedDocument result = finder.annotate(TaggedText.plain("\uD83D\uDE80 Iran sent aid."));

    assertEquals(new Span(3, 7), result.mentions().get(0).span());
  }

  @Test
  void keepsTheLongerOfTwoOverlappingCandidates() {
    Mention lesser = new Mention(new Span(0, 6), "Syrian", EntityType.STATE, 1, "hand");
    Mention longer =
        new Mention(new Span(0, 11), "Syrian army", EntityType.STATE_FORCE, 0.5, "hand");
    Mention apart = new Mention(new Span(12, 16), "Hama", EntityType.PLACE, 0.5, "hand");

    assertEquals(List.of(longer, apart), MentionFinder.longest(List.of(apart, lesser, longer)));
  }

  @Test
  void addsTheLayerOfMentionsAndKeepsTheOthers() {
    AnnotatedDocument before = TaggedText.plain("Iran sent aid.");
    AnnotatedDocument after = finder.annotate(before);

    assertTrue(after.layers().containsAll(before.layers()));
    assertTrue(after.layers().contains(Layer.MENTIONS));
    assertEquals(before.sentences(), after.sentences());
    assertEquals(after, finder.annotate(before));
  }

  private List<String> mentions(String text) {
    return mentions(TaggedText.plain(text));
  }

  private List<String> mentions(AnnotatedDocument document) {
    return finder.annotate(document).mentions().stream()
        .map(m -> m.type().label() + ":" + m.text())
        .toList();
  }
}
