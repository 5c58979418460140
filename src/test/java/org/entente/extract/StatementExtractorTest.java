package org.entente.extract;

import static org.entente.extract.Known.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Statement;
import org.junit.jupiter.api.Test;

class StatementExtractorTest {

  private final StatementExtractor extractor = new StatementExtractor(Known.VOCABULARY);

  // ---- modality

  @Test
  void assertsWhatTheWriterStates() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo asserted"),
        states("[NP HTS_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._."));
  }

  @Test
  void negatesWithNotAndWithAVerbOfFailure() {
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo negated"),
        states("[NP HTS_NNP] [VP did_VBD/do not_RB capture_VB/capture] [NP Aleppo_NNP] ._."));
    assertEquals(
        List.of("hayat-tahrir-al-sham captures aleppo negated"),
        states("[NP HTS_NNP] [VP failed_VBD/fail to_TO capture_VB/capture] [NP Aleppo_NNP] ._."));
  }

  @Test
  void takesModalsAndPlansForPossible() {
    assertEquals(
        List.of("turkey attacks idlib possible"),
        states("[NP Turkey_NNP] [VP may_MD attack_VB/attack] [NP Idlib_NNP] ._."));
    assertEquals(
        List.of("turkey attacks idlib possible"),
        states("[NP Turkey_NNP] [VP plans_VBZ/plan to_TO attack_VB/attack] [NP Idlib_NNP] ._."));
  }

  @Test
  void takesAConditionForPossible() {
    assertEquals(
        List.of("turkey attacks idlib possible"),
        states(
            "[SBAR If_IN] [NP Turkey_NNP] [VP attacks_VBZ/attack] [NP Idlib_NNP] ,_,"
                + " [NP talks_NNS/talk] [VP end_VBP/end] ._."));
  }

  @Test
  void takesWhatSomebodySaidForReportedAndNamesTheSource() {
    Statement statement =
        only(
            "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP backed_VBD/back] [NP HTS_NNP] ._.");

    assertEquals("turkey supports hayat-tahrir-al-sham reported", Known.written(statement));
    assertNotNull(statement.attribution());
    assertEquals("Lavrov", statement.attribution().text());
    assertEquals("sergey-lavrov", statement.attribution().entity().slug());
  }

  @Test
  void namesASourceThatIsNoEntity() {
    Statement statement =
        only(
            "[NP Local_JJ activists_NNS/activist] [VP said_VBD/say] [SBAR that_IN] [NP HTS_NNP]"
                + " [VP took_VBD/take] [NP Hama_NNP] ._.");

    assertEquals("hayat-tahrir-al-sham captures hama reported", Known.written(statement));
    assertEquals("local activists", statement.attribution().text());
    assertNull(statement.attribution().entity());
  }

  @Test
  void takesReportedlyForReported() {
    assertEquals(
        List.of("israel attacks hama reported"),
        states("[NP Israel_NNP] [ADVP reportedly_RB] [VP bombed_VBD/bomb] [NP Hama_NNP] ._."));
  }

  @Test
  void takesWhatSomebodyDeniesForNegated() {
    assertEquals(
        List.of("turkey supports hayat-tahrir-al-sham negated"),
        states(
            "[NP Lavrov_NNP] [VP denied_VBD/deny] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP backed_VBD/back] [NP HTS_NNP] ._."));
  }

  @Test
  void putsNegationBeforePossibilityBeforeReport() {
    assertEquals(
        List.of("turkey attacks idlib negated"),
        states(
            "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP would_MD not_RB attack_VB/attack] [NP Idlib_NNP] ._."));
    assertEquals(
        List.of("turkey attacks idlib possible"),
        states(
            "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP would_MD attack_VB/attack] [NP Idlib_NNP] ._."));
  }

  // ---- names put together

  @Test
  void readsARoleBetweenNationAndPerson() {
    assertEquals(
        List.of("sergey-lavrov officialOf russia asserted"),
        states("[NP Russian_JJ foreign_JJ minister_NN Lavrov_NNP] [VP left_VBD/leave] ._."));
  }

  @Test
  void readsARoleAfterThePerson() {
    assertEquals(
        List.of("vladimir-putin leads russia asserted"),
        states(
            "[NP Putin_NNP] ,_, [NP president_NN] [PP of_IN] [NP Russia_NNP] ,_,"
                + " [VP slept_VBD/sleep] ._."));
  }

  @Test
  void keepsARoleAssertedWhateverTheSentenceDenies() {
    assertTrue(
        states(
                "[NP Russian_JJ foreign_JJ minister_NN Lavrov_NNP] [VP did_VBD/do not_RB"
                    + " visit_VB/visit] [NP Turkey_NNP] ._.")
            .contains("sergey-lavrov officialOf russia asserted"));
  }

  @Test
  void readsTheBaseThatANationOwns() {
    assertTrue(
        states("[NP Russia_NNP] [NP 's_POS Khmeimim_NNP] [VP stayed_VBD/stay] [ADJP open_JJ] ._.")
            .contains("russia operatesBase khmeimim-air-base asserted"));
  }

  @Test
  void readsWhereAPlaceLies() {
    assertTrue(
        states("[NP Palmyra_NNP] [PP in_IN] [NP Syria_NNP] [VP fell_VBD/fall] ._.")
            .contains("palmyra locatedIn syria asserted"));
  }

  @Test
  void readsADistanceAsNear() {
    assertTrue(
        states(
                "[NP Idlib_NNP] ,_, [NP 40_CD km_NN] [ADVP south_RB] [PP of_IN] [NP Aleppo_NNP] ,_,"
                    + " [VP fell_VBD/fall] ._.")
            .stream()
            .anyMatch(s -> s.equals("aleppo near idlib asserted")));
  }

  // ---- a whole document

  @Test
  void dropsTheDateOfTheSentenceIntoTheStatement() {
    Statement statement =
        only(
            "[NP Russia_NNP] [VP withdrew_VBD/withdraw] [PP from_IN] [NP Palmyra_NNP] [PP in_IN]"
                + " [NP May_NNP 2015_CD] ._.");

    assertEquals(YearMonth.of(2015, 5), statement.start());
    assertEquals(YearMonth.of(2015, 5), statement.end());
  }

  @Test
  void givesOneStatementWithTheEvidenceOfBothSentences() {
    Statement statement =
        only(
            "[NP HTS_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._.",
            "[NP HTS_NNP] [VP seized_VBD/seize] [NP Aleppo_NNP] ._.");

    assertEquals(2, statement.evidence().size());
  }

  @Test
  void countsASentenceThatIsRepeatedWordForWordOnce() {
    Statement statement =
        only(
            "[NP HTS_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._.",
            "[NP HTS_NNP] [VP captured_VBD/capture] [NP Aleppo_NNP] ._.");

    assertEquals(1, statement.evidence().size());
  }

  @Test
  void keepsDifferentModalitiesApart() {
    assertEquals(
        List.of("turkey attacks idlib asserted", "turkey attacks idlib possible"),
        states(
            "[NP Turkey_NNP] [VP attacked_VBD/attack] [NP Idlib_NNP] ._.",
            "[NP Turkey_NNP] [VP may_MD attack_VB/attack] [NP Idlib_NNP] ._."));
  }

  @Test
  void writesASymmetricStatementOnceWhicheverSideIsNamedFirst() {
    Statement statement =
        only(
            "[NP Turkey_NNP] [VP cooperated_VBD/cooperate] [PP with_IN] [NP Russia_NNP] ._.",
            "[NP Russia_NNP] [VP cooperated_VBD/cooperate] [PP with_IN] [NP Turkey_NNP] ._.");

    assertEquals("russia cooperatesWith turkey asserted", Known.written(statement));
    assertEquals(2, statement.evidence().size());
  }

  @Test
  void statesNothingWithoutNames() {
    assertEquals(
        List.of(),
        states("[NP The_DT rebels_NNS/rebel] [VP captured_VBD/capture] [NP the_DT city_NN] ._."));
  }

  @Test
  void givesTheSameStatementsAgainInOrder() {
    LinkedDocument linked =
        Known.linked(
            "[NP Turkey_NNP] [VP attacked_VBD/attack] [NP Idlib_NNP] ._.",
            "[NP HTS_NNP] [VP took_VBD/take] [NP Aleppo_NNP] and_CC [NP Hama_NNP] ._.");
    List<Statement> first = extractor.extract(linked);

    assertEquals(3, first.size());
    assertEquals(first.stream().sorted(Statement.ORDER).toList(), first);
    assertEquals(first, extractor.extract(linked));
    assertTrue(first.stream().allMatch(s -> s.confidence() > 0 && s.confidence() <= 1));
  }

  @Test
  void sharesASubjectBetweenCoordinatedVerbs() {
    assertEquals(
        List.of(
            "hayat-tahrir-al-sham attacks hama asserted",
            "hayat-tahrir-al-sham captures aleppo asserted"),
        states(
            "[NP HTS_NNP] [VP seized_VBD/seize] [NP Aleppo_NNP] and_CC"
                + " [VP shelled_VBD/shell] [NP Hama_NNP] ._."));
  }

  @Test
  void namesTheSourceThatClosesTheSentence() {
    List<Statement> statements =
        new StatementExtractor(Known.VOCABULARY)
            .extract(
                Known.linked(
                    "[NP HTS_NNP] [VP took_VBD/take] [NP Hama_NNP] ,_,"
                        + " [NP local_JJ activists_NNS/activist] [VP said_VBD/say] ._."));

    assertEquals("local activists", statements.get(0).attribution().text());
  }

  private Statement only(String... notations) {
    List<Statement> statements = extractor.extract(Known.linked(notations));
    assertEquals(1, statements.size(), statements.toString());
    return statements.get(0);
  }
}
