package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.Sentence;
import org.junit.jupiter.api.Test;

class FrameExtractorTest {

  private final ExtractLexicon lexicon = ExtractLexicon.shipped();
  private final FrameExtractor extractor = new FrameExtractor(lexicon, Known.VOCABULARY);

  // ---- verbs

  @Test
  void readsAnActiveVerb() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo"),
        claims("[NP HTS_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._."));
  }

  @Test
  void readsAPassiveVerbTheRightWayRound() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo"),
        claims("[NP Aleppo_NNP] [VP was_VBD/be captured_VBN/capture] [PP by_IN] [NP HTS_NNP] ._."));
  }

  @Test
  void readsNoActorFromAPassiveWithoutOne() {
    assertEquals(List.of(), claims("[NP Aleppo_NNP] [VP was_VBD/be captured_VBN/capture] ._."));
  }

  @Test
  void readsAVerbWithItsPreposition() {
    assertEquals(
        List.of("russia withdrawsFrom palmyra"),
        claims("[NP Russia_NNP] [VP withdrew_VBD/withdraw] [PP from_IN] [NP Palmyra_NNP] ._."));
  }

  @Test
  void readsAVerbWithItsParticle() {
    assertEquals(
        List.of("iran supports syria"),
        claims("[NP Iran_NNP] [VP propped_VBD/prop] [PRT up_RP] [NP Syria_NNP] ._."));
  }

  @Test
  void readsAVerbWithTheNounThatItNeeds() {
    assertEquals(
        List.of("turkey captures idlib"),
        claims(
            "[NP Turkey_NNP] [VP seized_VBD/seize] [NP control_NN] [PP of_IN] [NP Idlib_NNP] ._."));
  }

  @Test
  void readsAllOfCoordinatedSubjects() {
    assertEquals(
        List.of("russia attacks idlib", "iran attacks idlib"),
        claims("[NP Russia_NNP and_CC Iran_NNP] [VP bombed_VBD/bomb] [NP Idlib_NNP] ._."));
  }

  @Test
  void readsAllOfCoordinatedObjects() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo", "hayat-tahrir-al-sham captures hama"),
        claims("[NP HTS_NNP] [VP took_VBD/take] [NP Aleppo_NNP] and_CC [NP Hama_NNP] ._."));
  }

  @Test
  void doesNotTakeTheNounOfAPrepositionForTheSubject() {
    assertEquals(
        List.of("russia attacks idlib"),
        claims(
            "[PP In_IN] [NP Syria_NNP] ,_, [NP Russia_NNP] [VP bombed_VBD/bomb] [NP Idlib_NNP]"
                + " ._."));
  }

  @Test
  void readsTwoSidesOfAPluralSubject() {
    assertEquals(
        List.of("russia cooperatesWith turkey"),
        claims(
            "[NP Russia_NNP and_CC Turkey_NNP] [VP signed_VBD/sign] [NP a_DT memorandum_NN] ._."));
  }

  @Test
  void followsARelativePronounToItsNoun() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures hama"),
        claims(
            "[NP HTS_NNP] ,_, [NP which_WDT] [VP took_VBD/take] [NP Hama_NNP] ,_,"
                + " [VP slept_VBD/sleep] ._."));
  }

  @Test
  void passesOverARelativeClauseToTheSubject() {
    assertEquals(
        List.of("russia supports syria", "russia attacks idlib"),
        claims(
            "[NP Russia_NNP] ,_, [NP which_WDT] [VP supported_VBD/support] [NP Syria_NNP] ,_,"
                + " [VP bombed_VBD/bomb] [NP Idlib_NNP] ._."));
  }

  @Test
  void passesOverAParticipleToTheSubject() {
    assertEquals(
        List.of("russia attacks idlib"),
        claims(
            "[NP Russia_NNP] ,_, [VP angered_VBN/anger] [PP by_IN] [NP Turkey_NNP] ,_,"
                + " [VP bombed_VBD/bomb] [NP Idlib_NNP] ._."));
  }

  @Test
  void passesOverWhoSaysSoToTheSubject() {
    assertEquals(
        List.of("russia attacks idlib"),
        claims(
            "[NP Russia_NNP] ,_, [NP Turkey_NNP] [VP says_VBZ/say] ,_,"
                + " [VP is_VBZ/be bombing_VBG/bomb] [NP Idlib_NNP] ._."));
  }

  @Test
  void passesOverAListInARelativeClause() {
    assertEquals(
        List.of("hayat-tahrir-al-sham attacks palmyra"),
        claims(
            "[NP HTS_NNP] ,_, [NP which_WDT] [VP likes_VBZ/like] [NP Hama_NNP] ,_, [NP Idlib_NNP]"
                + " and_CC [NP Aleppo_NNP] ,_, [VP bombed_VBD/bomb] [NP Palmyra_NNP] ._."));
  }

  @Test
  void actsThroughTheNounAfterAName() {
    assertEquals(
        List.of("russia attacks idlib"),
        claims("[NP Russian_JJ jets_NNS/jet] [VP bombed_VBD/bomb] [NP Idlib_NNP] ._."));
  }

  @Test
  void claimsNothingThatThePredicateDoesNotAllow() {
    // A person cannot be captured, a place cannot capture.
    assertEquals(List.of(), claims("[NP HTS_NNP] [VP captured_VBD/capture] [NP Lavrov_NNP] ._."));
    assertEquals(List.of(), claims("[NP Hama_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._."));
  }

  @Test
  void claimsNothingOfAnEntityWithItself() {
    assertEquals(
        List.of(),
        claims("[NP Russia_NNP] [VP helped_VBD/help] [NP Russian_JJ soldiers_NNS/soldier] ._."));
  }

  // ---- nouns

  @Test
  void readsANounWithPossessorAndPreposition() {
    assertEquals(
        List.of("iran supports hezbollah"),
        claims(
            "[NP Iran_NNP] [NP 's_POS support_NN] [PP for_IN] [NP Hezbollah_NNP]"
                + " [VP grew_VBD/grow] ._."));
  }

  @Test
  void readsTheSubjectOfALightVerb() {
    assertEquals(
        List.of("israel attacks syria"),
        claims(
                "[NP Israel_NNP] [VP launched_VBD/launch] [NP airstrikes_NNS/airstrike] [PP on_IN]"
                    + " [NP Syria_NNP] ._.")
            .stream()
            .distinct()
            .toList());
  }

  @Test
  void readsBothSidesAfterBetween() {
    assertEquals(
        List.of("russia alliedWith iran"),
        claims(
            "[NP The_DT alliance_NN] [PP between_IN] [NP Russia_NNP and_CC Iran_NNP]"
                + " [VP held_VBD/hold] ._."));
  }

  @Test
  void readsNothingFromANounWithoutTwoSides() {
    assertEquals(List.of(), claims("[NP Iran_NNP] [NP 's_POS support_NN] [VP grew_VBD/grow] ._."));
  }

  private List<String> claims(String notation) {
    LinkedDocument linked = Known.linked(notation);
    Sentence sentence = linked.annotated().sentences().get(0);
    return extractor.extract(new Clause(sentence, linked.links())).stream()
        .map(c -> c.subject().slug() + " " + c.predicate() + " " + c.object().slug())
        .toList();
  }
}
