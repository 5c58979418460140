package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Tie;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityLinkerTest {

  private final MentionFinder finder = new MentionFinder(KnownNames.GAZETTEER);
  private final EntityLinker linker = new EntityLinker(KnownNames.GAZETTEER);

  // ---- spellings, adjectives, acronyms

  @ParameterizedTest
  @CsvSource({
    "Then Hay’at Tahrir al-Sham came., hayat-tahrir-al-sham",
    "Then Hayat Tahrir ash-Sham came., hayat-tahrir-al-sham",
    "Then Hayat Tahrir el-Sham came., hayat-tahrir-al-sham",
    "Then HTS came., hayat-tahrir-al-sham",
    "Then Hizbullah came., hezbollah",
    "Planes left Hmeimim., khmeimim-air-base",
    "A Russian envoy came., russia",
    "Fighters of Hamas came., hamas",
    "Then Hama fell., hama"
  })
  void linksAKnownNameHoweverItIsWritten(String text, String slug) {
    assertEquals(List.of(slug), slugs(TaggedText.plain(text)));
  }

  @Test
  void linksAHeadlineOfCapitals() {
    assertEquals(
        List.of("russia", "turkey"), slugs(TaggedText.plain("RUSSIA AND TURKEY AGREE ON TRUCE")));
  }

  @Test
  void linksAnAcronymInBracketsToTheNameBeforeIt() {
    LinkedDocument linked =
        link(
            TaggedText.plain(
                "Fighters of the Northern Hawks Brigade (NHB) came.", "Later NHB left."));

    assertTrue(
        linked.links().stream().allMatch(l -> l.entity().slug().equals("northern-hawks-brigade")),
        linked.links().toString());
  }

  @Test
  void linksAKnownAcronymInBracketsToTheSameEntity() {
    assertEquals(
        List.of("hayat-tahrir-al-sham", "hayat-tahrir-al-sham"),
        slugs(TaggedText.plain("Then Hayat Tahrir al-Sham (HTS) came.")));
  }

  // ---- capitals

  @Test
  void linksACapitalAfterAPrepositionOfPlaceToTheCity() {
    assertEquals(List.of("moscow"), slugs(TaggedText.plain("They celebrated in Moscow.")));
    assertEquals(List.of("damascus"), slugs(TaggedText.plain("A convoy came from Damascus.")));
  }

  @Test
  void linksACapitalThatActsToTheState() {
    assertEquals(List.of("russia"), slugs(TaggedText.plain("Moscow said it would stay.")));
    assertEquals(List.of("turkey"), slugs(TaggedText.plain("But Ankara sent troops.")));
  }

  @Test
  void tellsTheCityFromTheStateInOneDocument() {
    assertEquals(
        List.of("russia", "moscow"),
        slugs(TaggedText.plain("Moscow agreed.", "Crowds gathered in Moscow.")));
  }

  @Test
  void givesAMentionTheTypeOfItsEntity() {
    LinkedDocument linked = link(TaggedText.plain("They celebrated in Moscow."));

    assertEquals(EntityType.PLACE, linked.annotated().mentions().get(0).type());
  }

  // ---- names in company

  @Test
  void linksASponsoredGroupToTheKnownClientAndTiesItToItsSponsor() {
    LinkedDocument linked = link(TaggedText.plain("Many Iranian-backed militias stayed."));

    assertEquals(List.of("iranian-backed-forces"), slugs(linked));
    assertEquals(List.of("iran supports iranian-backed-forces"), ties(linked));
  }

  @Test
  void makesASponsoredGroupOfAnotherStateANewEntity() {
    LinkedDocument linked = link(TaggedText.plain("Many Turkish-backed rebels stayed."));

    assertEquals(List.of("turkish-backed-forces"), slugs(linked));
    assertEquals(
        List.of(
            new EntityRef(
                "turkish-backed-forces", EntityType.ARMED_GROUP, "Turkish-backed forces")),
        linked.discovered());
    assertEquals(List.of("turkey supports turkish-backed-forces"), ties(linked));
  }

  @Test
  void linksTheRegimeOfAPersonAndOfTheNationToOneGovernment() {
    assertEquals(
        List.of("syrian-government", "syrian-government", "syrian-government"),
        slugs(
            TaggedText.plain(
                "The Assad regime spoke.",
                "The Syrian regime spoke.",
                "The Syrian government spoke.")));
  }

  @Test
  void makesForcesOfANationPartOfIt() {
    LinkedDocument linked = link(TaggedText.plain("Then Russian forces left."));

    assertEquals(List.of("russian-armed-forces"), slugs(linked));
    assertEquals(List.of("russian-armed-forces partOf russia"), ties(linked));
  }

  @Test
  void linksSynonymousForcesOfANationToOneEntity() {
    assertEquals(
        List.of("russian-armed-forces", "russian-armed-forces"),
        slugs(TaggedText.plain("Then Russian troops left.", "Other Russian soldiers stayed.")));
  }

  @Test
  void linksAKnownArmyByItsCommonName() {
    assertEquals(
        List.of("syrian-arab-army"), slugs(TaggedText.plain("Then the Syrian army came.")));
  }

  @Test
  void linksAProvinceToTheGovernorateAndTheBareNameToTheCity() {
    assertEquals(
        List.of("hama-governorate", "hama"),
        slugs(TaggedText.plain("In Hama province they met.", "They took Hama.")));
  }

  // ---- the document's own names

  @Test
  void linksASurnameToTheFullNameBefore() {
    LinkedDocument linked =
        link(TaggedText.plain("They met Gen. Samir Qandil.", "Then Gen. Qandil left."));

    assertEquals(List.of("samir-qandil", "samir-qandil"), slugs(linked));
    assertEquals(1, linked.discovered().size());
  }

  @Test
  void keepsTwoPersonsOfOneSurnameApartByTheNearest() {
    assertEquals(
        List.of("samir-qandil", "samir-qandil", "rami-qandil", "rami-qandil"),
        slugs(
            TaggedText.plain(
                "They met Gen. Samir Qandil.",
                "Then Gen. Qandil left.",
                "They met Gen. Rami Qandil.",
                "Then Gen. Qandil left.")));
  }

  @Test
  void linksAKnownSurnameToTheFullNameBeforeUnlessTheKnownBearerWasNamed() {
    assertEquals(
        List.of("maher-al-assad", "maher-al-assad"),
        slugs(TaggedText.plain("They met Gen. Maher al-Assad.", "Then Assad left.")));
    assertEquals(
        List.of("bashar-al-assad", "maher-al-assad", "bashar-al-assad"),
        slugs(
            TaggedText.plain(
                "They met Bashar al-Assad.", "They met Gen. Maher al-Assad.", "Then Assad left.")));
  }

  @Test
  void linksTheKnownSurnameAloneToThePerson() {
    assertEquals(List.of("bashar-al-assad"), slugs(TaggedText.plain("Then Assad fled.")));
  }

  @Test
  void choosesAmongBearersByTheirInhabitants() {
    assertEquals(List.of("tripoli-libya"), slugs(TaggedText.plain("They landed in Tripoli.")));
  }

  @Test
  void listsOnlyUnknownEntitiesAsDiscovered() {
    LinkedDocument linked =
        link(TaggedText.plain("Iran later armed the Northern Hawks Brigade there."));

    assertEquals(
        List.of("northern-hawks-brigade"),
        linked.discovered().stream().map(EntityRef::slug).toList());
  }

  // ---- common nouns and pronouns

  @Test
  void letsACommonNounPointBackToTheNameBefore() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP HTS_NNP] [VP took_VBD/take] [NP Hama_NNP] ._.",
                "[NP The_DT group_NN] [VP left_VBD/leave] [NP the_DT city_NN] ._."));

    assertEquals(List.of("group:hayat-tahrir-al-sham", "city:hama"), anaphora(linked));
  }

  @Test
  void letsPronounsPointBackToPersonOrActor() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP Putin_NNP] [VP spoke_VBD/speak] ._.",
                "[NP He_PRP] [VP left_VBD/leave] ._.",
                "[NP Russia_NNP] [VP closed_VBD/close] [NP its_PRP$ bases_NNS/base] ._."));

    assertEquals(List.of("He:vladimir-putin", "its:russia"), anaphora(linked));
  }

  @Test
  void letsItPointToThePlaceThatIsTaken() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP Iran_NNP] [VP left_VBD/leave] [NP Hama_NNP] and_CC [NP HTS_NNP]"
                    + " [VP captured_VBD/capture] [NP it_PRP] ._."));

    assertEquals(List.of("it:hama"), anaphora(linked));
  }

  @Test
  void letsThereBeThePlaceNamedLast() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP HTS_NNP] [VP took_VBD/take] [NP Hama_NNP] ._.",
                "[NP Iran_NNP] [VP has_VBZ/have] [NP troops_NNS/troop] [ADVP there_RB] ._."));

    assertEquals(List.of("there:hama"), anaphora(linked));
  }

  @Test
  void letsBothCountriesBeTheLastTwo() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP Iran_NNP] [VP called_VBD/call] [NP Russia_NNP] ._.",
                "[NP Both_DT countries_NNS/country] [VP agreed_VBD/agree] ._."));

    assertEquals(List.of("countries:iran", "countries:russia"), anaphora(linked));
  }

  @Test
  void leavesACommonNounAloneThatNothingBeforeItFits() {
    LinkedDocument linked =
        link(TaggedText.of("[NP The_DT group_NN] [VP left_VBD/leave] [NP Hama_NNP] ._."));

    assertEquals(List.of(), anaphora(linked));
  }

  @Test
  void leavesACommonNounAloneThatNamesItselfWithOf() {
    LinkedDocument linked =
        link(
            TaggedText.of(
                "[NP HTS_NNP] [VP took_VBD/take] [NP Hama_NNP] ._.",
                "[NP The_DT city_NN] [PP of_IN] [NP Qandar_NNP] [VP fell_VBD/fall] ._."));

    assertEquals(List.of(), anaphora(linked));
  }

  // ---- order and repetition

  @Test
  void givesOneLinkAMentionInOrderAndTheSameAgain() {
    AnnotatedDocument document =
        TaggedText.plain("Iran, Russia and Turkey met in Ankara.", "Then HTS took Hama.");
    LinkedDocument linked = link(document);

    assertEquals(
        linked.annotated().mentions().stream().map(m -> m.span()).toList(),
        linked.links().stream().map(Link::span).toList());
    assertEquals(linked, link(document));
    assertEquals(linked.links(), linked.links().stream().sorted().toList());
  }

  @Test
  void leavesACapitalisedCommonNounAtTheBeginningOfTheSentenceOut() {
    assertEquals(
        List.of("northern-hawks-brigade"),
        slugs(TaggedText.plain("Fighters of the Northern Hawks Brigade arrived late.")));
  }

  @Test
  void takesAShortSentenceWithFourCapitalsForNoHeadline() {
    assertEquals(
        List.of("iran", "northern-hawks-brigade"),
        slugs(TaggedText.plain("Iran met the Northern Hawks Brigade.")));
  }

  @Test
  void linksASurnameWithTheArticleThatTheGazetteerLacks() {
    assertEquals(List.of("bashar-al-assad"), slugs(TaggedText.plain("Then al-Assad fled.")));
  }

  private LinkedDocument link(AnnotatedDocument document) {
    return linker.link(finder.annotate(document));
  }

  private List<String> slugs(AnnotatedDocument document) {
    return slugs(link(document));
  }

  private static List<String> slugs(LinkedDocument linked) {
    return linked.links().stream().map(l -> l.entity().slug()).toList();
  }

  private static List<String> ties(LinkedDocument linked) {
    return linked.ties().stream().map(EntityLinkerTest::written).toList();
  }

  private static String written(Tie tie) {
    return tie.subject().slug() + " " + tie.predicate() + " " + tie.object().slug();
  }

  private static List<String> anaphora(LinkedDocument linked) {
    String text = linked.annotated().document().text();
    return linked.anaphora().stream()
        .map(l -> l.span().of(text) + ":" + l.entity().slug())
        .toList();
  }
}
