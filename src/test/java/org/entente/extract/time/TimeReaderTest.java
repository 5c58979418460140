package org.entente.extract.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.extract.Known;
import org.entente.extract.StatementExtractor;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Statement;
import org.entente.text.EntityType;
import org.entente.text.Sentence;
import org.junit.jupiter.api.Test;

class TimeReaderTest {

  private static final String IN_2013 = " [PP in_IN] [NP 2013_CD]";

  @Test
  void takesTheDateOfTheVerb() {
    assertEquals(
        Map.of("russia attacks hama", "2013..2013"),
        times("[NP Russia_NNP] [VP bombed_VBD/bomb] [NP Hama_NNP]" + IN_2013 + " ._."));
  }

  @Test
  void takesTheDateThatOpensTheSentenceForAllItsVerbs() {
    assertEquals(
        Map.of(
            "hayat-tahrir-al-sham captures aleppo", "2013..2013",
            "hayat-tahrir-al-sham attacks hama", "2013..2013"),
        times(
            "[PP In_IN] [NP 2013_CD] [NP HTS_NNP] [VP took_VBD/take] [NP Aleppo_NNP] and_CC"
                + " [VP shelled_VBD/shell] [NP Hama_NNP] ._."));
  }

  @Test
  void givesEachOfTwoJoinedClausesItsOwnDate() {
    String text =
        "[NP Russia_NNP] [VP bombed_VBD/bomb] [NP Hama_NNP]"
            + IN_2013
            + " ,_, and_CC [NP Turkey_NNP] [VP shelled_VBD/shell] [NP Idlib_NNP] [PP in_IN]"
            + " [NP 2016_CD] ._.";

    assertEquals("2013..2013", time(text, "bombed"));
    assertEquals("2016..2016", time(text, "shelled"));
  }

  @Test
  void takesNoDateOfAClauseWithAVerbOfItsOwn() {
    String text =
        "[NP Russia_NNP] [VP bombed_VBD/bomb] [NP Hama_NNP] ,_, [NP which_WDT] [NP HTS_NNP]"
            + " [VP held_VBD/hold] [PP since_IN] [NP 2013_CD] ._.";

    assertEquals("..", time(text, "bombed"));
    assertEquals("2013..", time(text, "held"));
  }

  @Test
  void takesTheDateThatClosesTwoVerbsWithOneSubjectForBoth() {
    String text =
        "[NP Putin_NNP] [VP met_VBD/meet] [NP Lavrov_NNP] and_CC [VP agreed_VBD/agree] [PP on_IN]"
            + " [NP a_DT plan_NN] [PP in_IN] [NP 2016_CD] ._.";

    assertEquals("2016..2016", time(text, "met"));
  }

  @Test
  void takesTheDateThatWhenRefersTo() {
    assertEquals(
        "2013..2013",
        times(
                "[NP The_DT war_NN] [VP began_VBD/begin]"
                    + IN_2013
                    + " ,_, [ADVP when_WRB] [NP Russia_NNP] [VP bombed_VBD/bomb] [NP Hama_NNP] ._.")
            .get("russia attacks hama"));
  }

  @Test
  void givesEachObjectTheDateBesideIt() {
    assertEquals(
        Map.of(
            "hayat-tahrir-al-sham captures aleppo", "2013..2013",
            "hayat-tahrir-al-sham captures hama", "2016..2016"),
        times(
            "[NP HTS_NNP] [VP took_VBD/take] [NP Aleppo_NNP]"
                + IN_2013
                + " and_CC [NP Hama_NNP] [PP in_IN] [NP 2016_CD] ._.",
            "[NP HTS_NNP] [VP took_VBD/take] [NP Hama_NNP] [PP in_IN] [NP 2016_CD] ._."));
  }

  @Test
  void leavesTheDateOfAnAsideToItsNoun() {
    assertEquals(
        "..",
        times(
                "[NP Turkey_NNP] ,_, [NP a_DT neighbour_NN] [PP since_IN] [NP 1923_CD] ,_,"
                    + " [VP shelled_VBD/shell] [NP Idlib_NNP] ._.")
            .get("turkey attacks idlib"));
  }

  @Test
  void datesNoPlace() {
    assertEquals(
        "..",
        times("[NP Palmyra_NNP] [PP in_IN] [NP Syria_NNP] [VP fell_VBD/fall]" + IN_2013 + " ._.")
            .get("palmyra locatedIn syria"));
  }

  @Test
  void datesAnOfficeOnlyBySinceBesideIt() {
    assertEquals(
        "2000..",
        times(
                "[NP Putin_NNP] ,_, [NP president_NN] [PP of_IN] [NP Russia_NNP] [PP since_IN]"
                    + " [NP 2000_CD] ,_, [VP left_VBD/leave] ._.")
            .get("vladimir-putin leads russia"));
    assertEquals(
        "..",
        times(
                "[NP Putin_NNP] ,_, [NP president_NN] [PP of_IN] [NP Russia_NNP] ,_,"
                    + " [VP left_VBD/leave]"
                    + IN_2013
                    + " ._.")
            .get("vladimir-putin leads russia"));
  }

  @Test
  void countsOnFromTheDateOfTheSentenceBefore() {
    assertEquals(
        Map.of("russia attacks hama", "2013..2013", "turkey attacks idlib", "2014..2014"),
        times(
            "[NP Russia_NNP] [VP bombed_VBD/bomb] [NP Hama_NNP]" + IN_2013 + " ._.",
            "[NP A_DT year_NN] [ADVP later_RB] [NP Turkey_NNP] [VP shelled_VBD/shell]"
                + " [NP Idlib_NNP] ._."));
  }

  /** The time of an attack that the word triggers. */
  private static String time(String notation, String word) {
    LinkedDocument linked = Known.linked(notation);
    Sentence sentence = linked.annotated().sentences().get(0);
    Clause clause = new Clause(sentence, linked.links());
    List<DateExpression> dates =
        new DateFinder(null).read(linked.annotated().document().text(), sentence.span());
    for (int i = 0; i < clause.tokens().size(); i++) {
      if (clause.tokens().get(i).text().equals(word)) {
        EntityRef nobody = new EntityRef("nobody", EntityType.PLACE, "Nobody");
        Interval time =
            new TimeReader().read(clause, i, "attacks", nobody, false, dates).interval();
        return Objects.toString(time.start(), "") + ".." + Objects.toString(time.end(), "");
      }
    }
    throw new IllegalArgumentException("no word \"" + word + "\" in " + notation);
  }

  private static Map<String, String> times(String... notations) {
    List<Statement> statements =
        new StatementExtractor(Known.VOCABULARY).extract(Known.linked(notations));
    Map<String, String> times = new TreeMap<>();
    for (Statement s : statements) {
      times.put(
          s.subject().slug() + " " + s.predicate().name() + " " + s.object().slug(),
          Objects.toString(s.start(), "") + ".." + Objects.toString(s.end(), ""));
    }
    return times;
  }
}
