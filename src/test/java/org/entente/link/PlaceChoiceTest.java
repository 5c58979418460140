package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.AnnotatedDocument;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;

/** Which of several bearers of one name is meant, and when none is. */
class PlaceChoiceTest {

  private final MentionFinder finder = new MentionFinder(Listed.GAZETTEER);
  private final EntityLinker linker = new EntityLinker(Listed.GAZETTEER);

  @Test
  void choosesTheCapitalWhereNothingElseIsSaid() {
    assertEquals("tripoli", last("They landed in Tripoli."));
  }

  @Test
  void choosesTheCityOfTheCountryThatTheDocumentIsAbout() {
    assertEquals(
        "tripoli-lebanon",
        last("Lebanese soldiers left Lebanon.", "A Lebanese envoy landed in Tripoli."));
    assertEquals(
        "tripoli", last("Libyan soldiers left Libya.", "A Libyan envoy landed in Tripoli."));
  }

  @Test
  void choosesTheCityBesideWhichItsCountryStands() {
    assertEquals("tripoli-lebanon", explained("They landed in Tripoli, Lebanon.").get(0));
    assertEquals("tripoli-lebanon", last("They reached the Lebanese port of Tripoli."));
  }

  @Test
  void linksToNeitherOfTwoThatAreClose() {
    String text = "They met the mayor of Córdoba, Buenos and others. They flew to Metrokand.";
    LinkedDocument linked = link(TaggedText.plain("They were seen in Córdoba."));
    assertEquals(List.of(), linked.links(), text);
    assertEquals(1, linked.annotated().mentions().size(), "the mention stays");
    assertNull(explanations(TaggedText.plain("They were seen in Córdoba.")).get(0).link());
  }

  @Test
  void linksTheOneOfTwoCloseOnesWhoseCountryIsNamed() {
    assertEquals("cordoba-spain", last("A Spanish envoy was seen in Córdoba."));
    assertEquals("cordoba-argentina", last("An Argentine envoy was seen in Córdoba."));
  }

  @Test
  void takesAStateForItselfUnlessTheDocumentIsAboutItsNamesake() {
    assertEquals("georgia", last("They sent aid to Georgia."));
    assertEquals("georgia", last("A Georgian envoy left Georgia."));
    assertEquals(
        "georgia-us",
        last("American troops and American tanks.", "An American base was built in Georgia."));
  }

  @Test
  void keepsTheCapitalOfTheReferenceDataBeforeASmallNamesake() {
    assertEquals("damascus", last("American envoys and American aides met in Damascus."));
  }

  @Test
  void takesACapitalThatActsForItsGovernmentAndOneThatLiesSomewhereForTheCity() {
    assertEquals("syria", last("Then Damascus said no."));
    assertEquals("damascus", last("They met in Damascus."));
  }

  @Test
  void saysWhatTheGazetteerSaysOfTheEntitiesThatItAloneLists() {
    LinkedDocument linked = link(TaggedText.plain("They flew from Russia to Metrokand."));

    assertEquals(List.of("metrokand"), linked.listed().stream().map(e -> e.ref().slug()).toList());
    assertEquals(List.of(), linked.discovered());
  }

  @Test
  void explainsWithTheNumbersThatDecide() {
    Explanation explanation =
        explanations(TaggedText.plain("A Spanish envoy was seen in Córdoba.")).get(1);

    assertEquals("best of 2", explanation.reason());
    for (Explanation.Candidate candidate : explanation.candidates()) {
      double sum = candidate.features().stream().mapToDouble(Explanation.Feature::points).sum();
      assertEquals(candidate.score(), sum, 1e-9);
      assertTrue(
          candidate.features().stream()
              .map(Explanation.Feature::name)
              .toList()
              .containsAll(
                  List.of(
                      "alias kind",
                      "type fit",
                      "country of document",
                      "locative context",
                      "population",
                      "full name in document")));
    }
    assertTrue(explanation.candidates().get(0).score() > explanation.candidates().get(1).score());
  }

  @Test
  void linksTheSameWhetherItExplainsOrNot() {
    AnnotatedDocument document =
        finder.annotate(TaggedText.plain("A Spanish envoy left Córdoba.", "They met in Tripoli."));
    assertEquals(linker.link(document), linker.explain(document, e -> {}));
  }

  @Test
  void addsNamesToAnEntityOfTheReferenceData() {
    KnownEntity hama = KnownNames.GAZETTEER.entity("hama").orElseThrow();
    KnownEntity more =
        GazetteerTable.read("my.tsv", "id\tlabel\tnames\ttype\nhama\tHama\tHamah\tPlace\n", false)
            .get(0)
            .entity();
    KnownEntity both = hama.withNamesOf(more);

    assertEquals(List.of("Hamah"), both.names());
    assertNull(both.listing());
  }

  private String last(String... sentences) {
    List<String> slugs = explained(sentences);
    return slugs.get(slugs.size() - 1);
  }

  private List<String> explained(String... sentences) {
    return explanations(TaggedText.plain(sentences)).stream()
        .map(e -> e.link() == null ? "-" : e.link().entity().slug())
        .toList();
  }

  private List<Explanation> explanations(AnnotatedDocument document) {
    List<Explanation> explanations = new ArrayList<>();
    linker.explain(finder.annotate(document), explanations::add);
    return explanations;
  }

  private LinkedDocument link(AnnotatedDocument document) {
    return linker.link(finder.annotate(document));
  }
}
