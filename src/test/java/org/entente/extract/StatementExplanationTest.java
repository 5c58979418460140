package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.entente.extract.StatementExplanation.Feature;
import org.entente.extract.StatementExplanation.Pattern;
import org.entente.extract.StatementExplanation.Sighting;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.EntityType;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class StatementExplanationTest {

  private static final String ATTACK =
      "[NP Russian_JJ warplanes_NNS/warplane] [VP bombed_VBD/bomb] [NP Hama_NNP] ._.";

  /** Knows one outcome, and one feature that speaks for it and one that speaks against it. */
  private static final PairClassifier HAND =
      new PairClassifier() {
        @Override
        public String[] outcomes() {
          return new String[] {"none", "near>"};
        }

        @Override
        public double[] probabilities(String[] features) {
          double sum = 0;
          for (String feature : features) {
            sum += feature.equals("PD=2") ? 2 : feature.equals("D=1") ? -0.5 : 0;
          }
          double odds = Math.exp(sum);
          return new double[] {1 / (1 + odds), odds / (1 + odds)};
        }
      };

  @Test
  void givesTheRowTheTriggerAndTheArguments() {
    Sighting sighting = only(new StatementExtractor(Known.VOCABULARY), Known.linked(ATTACK));

    Pattern pattern = sighting.patterns().get(0);
    assertTrue(pattern.source().startsWith("verbs.tsv, line "), pattern.source());
    assertEquals("bombed", pattern.trigger());
    assertEquals("subj", pattern.subject().slot());
    assertEquals("Russian warplanes", pattern.subject().text());
    assertEquals("obj", pattern.object().slot());
    assertEquals("Hama", pattern.object().text());
  }

  @Test
  void givesTheWordsOfModalityTimeAndSource() {
    Sighting sighting =
        only(
            new StatementExtractor(Known.VOCABULARY),
            Known.linked(
                "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Turkey_NNP]"
                    + " [VP bombed_VBD/bomb] [NP Hama_NNP] [PP in_IN] [NP May_NNP 2015_CD] ._."));

    assertEquals("said", sighting.cues().get(0).word());
    assertEquals("attribution", sighting.cues().get(0).rule());
    assertNotNull(sighting.attribution());
    assertEquals("Lavrov", sighting.attribution().text());
    assertNotNull(sighting.date());
    assertEquals("May 2015", sighting.date().words());
    assertEquals("2015-05", String.valueOf(sighting.date().from()));
  }

  @Test
  void tellsWhatAPronounStandsFor() {
    LinkedDocument linked =
        Known.linked(
            "[NP Turkey_NNP] [VP waited_VBD/wait] ._.",
            "[NP It_PRP] [VP bombed_VBD/bomb] [NP Hama_NNP] ._.");
    int at = linked.annotated().document().text().indexOf("It ");
    EntityRef turkey = new EntityRef("turkey", EntityType.STATE, "turkey");
    Link it = new Link(new Span(at, at + 2), turkey, 0.5, "pronoun");
    Sighting sighting =
        only(
            new StatementExtractor(Known.VOCABULARY),
            new LinkedDocument(
                linked.annotated(), linked.links(), List.of(it), List.of(), List.of()));

    assertEquals(it.span(), sighting.standIns().get(0).span());
    assertEquals(new Span(0, 6), sighting.standIns().get(0).antecedent());
  }

  @Test
  void givesWhatTheJudgeWeighed() {
    Sighting sighting =
        only(
            new StatementExtractor(Known.VOCABULARY, HAND),
            Known.linked("[NP Palmyra_NNP] [VP resembles_VBZ/resemble] [NP Hama_NNP] ._."));

    assertEquals(List.of(), sighting.patterns());
    assertNotNull(sighting.verdict());
    List<Feature> features = sighting.verdict().features();
    assertEquals("PD=2", features.get(0).name());
    assertEquals("D=1", features.get(1).name());
    double odds = DoubleStream.of(2, -0.5).map(Math::exp).reduce(1, (a, b) -> a * b);
    assertEquals(odds / (1 + odds), sighting.verdict().probability(), 1e-9);
    assertEquals(2, features.get(0).points(), 1e-9);
    assertEquals(-0.5, features.get(1).points(), 1e-9);
  }

  @Test
  void explainsTheStatementsThatAreExtracted() {
    LinkedDocument linked =
        Known.linked(
            ATTACK,
            "[NP Russia_NNP] [VP shelled_VBD/shell] [NP Hama_NNP] [PP in_IN] [NP 2015_CD] ._.",
            "[NP Turkey_NNP] [VP did_VBD/do not_RB shell_VB/shell] [NP Idlib_NNP] ._.");
    StatementExtractor extractor = new StatementExtractor(Known.VOCABULARY);

    List<StatementExplanation> explained = extractor.explain(linked);

    assertEquals(
        extractor.extract(linked),
        explained.stream().map(StatementExplanation::statement).toList());
    assertEquals(2, explained.get(0).sightings().size());
  }

  private static Sighting only(StatementExtractor extractor, LinkedDocument linked) {
    List<StatementExplanation> explained = extractor.explain(linked);
    assertEquals(1, explained.size(), explained.toString());
    assertEquals(1, explained.get(0).sightings().size());
    return explained.get(0).sightings().get(0);
  }
}
