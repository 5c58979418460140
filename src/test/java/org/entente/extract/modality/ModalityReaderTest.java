package org.entente.extract.modality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.entente.extract.Known;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.LinkedDocument;
import org.entente.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sentence marks its trigger as the word "struck", "strike", "striking" or "strikes". */
class ModalityReaderTest {

  private static final ModalityReader READER = new ModalityReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NP Turkey_NNP] [VP has_VBZ/have never_RB struck_VBN/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP no_RB longer_RB strikes_VBZ/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP refused_VBD/refuse] [VP to_TO strike_VB/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP left_VBD/leave] [PP without_IN] [VP striking_VBG/strike]"
            + " [NP Hama_NNP] ._.",
        "[NP Nobody_NN] [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Neither_DT Turkey_NNP] nor_CC [NP Israel_NNP] [VP struck_VBD/strike] [NP Hama_NNP]"
            + " ._.",
        "[NP Turkey_NNP] [VP denied_VBD/deny] [VP having_VBG/have struck_VBN/strike]"
            + " [NP Hama_NNP] ._.",
        "[NP Lavrov_NNP] [VP doubts_VBZ/doubt] [SBAR that_IN] [NP Turkey_NNP]"
            + " [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Lavrov_NNP] [VP does_VBZ/do not_RB believe_VB/believe] [SBAR that_IN]"
            + " [NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP carried_VBD/carry] [PRT out_RP] [NP no_DT strikes_NNS/strike] ._.",
        "[NP Turkey_NNP] [VP suspended_VBD/suspend] [NP its_PRP$ strikes_NNS/strike] ._."
      })
  void negates(String sentence) {
    assertEquals("negated", modality(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NP Turkey_NNP] [VP would_MD strike_VB/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP could_MD seize_VB/seize] [NP Idlib_NNP] and_CC"
            + " [VP strike_VB/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP is_VBZ/be to_TO strike_VB/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP was_VBD/be expected_VBN/expect to_TO strike_VB/strike] [NP Hama_NNP]"
            + " ._.",
        "[NP Turkey_NNP] [VP threatened_VBD/threaten] [VP to_TO strike_VB/strike] [NP Hama_NNP]"
            + " ._.",
        "[NP Turkey_NNP] [VP sought_VBD/seek] [VP to_TO strike_VB/strike] [NP Hama_NNP] ._.",
        "[SBAR Unless_IN] [NP Turkey_NNP] [VP strikes_VBZ/strike] [NP Hama_NNP] ,_, [NP it_PRP]"
            + " [VP falls_VBZ/fall] ._.",
        "[NP Russia_NNP] [VP demands_VBZ/demand] [SBAR that_IN] [NP Turkey_NNP]"
            + " [VP strike_VBP/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP promised_VBD/promise] [NP strikes_NNS/strike] ._."
      })
  void takesForPossible(String sentence) {
    assertEquals("possible", modality(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NP Lavrov_NNP] [VP said_VBD/say] [NP Turkey_NNP] [VP had_VBD/have struck_VBN/strike]"
            + " [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ,_, [NP Lavrov_NNP]"
            + " [VP said_VBD/say] ._.",
        "[NP Turkey_NNP] ,_, [NP Lavrov_NNP] [VP says_VBZ/say] ,_, [VP struck_VBD/strike]"
            + " [NP Hama_NNP] ._.",
        "“_`` [NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ,_, ”_'' [VP said_VBD/say]"
            + " [NP Lavrov_NNP] ._.",
        "[PP According_VBG/accord] [PP to_TO] [NP Lavrov_NNP] ,_, [NP Turkey_NNP]"
            + " [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Lavrov_NNP] [VP accused_VBD/accuse] [NP Turkey_NNP] [PP of_IN]"
            + " [VP striking_VBG/strike] [NP Hama_NNP] ._.",
        "[NP Lavrov_NNP] ,_, [NP the_DT minister_NN] ,_, [VP said_VBD/say] [SBAR that_IN]"
            + " [NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ._."
      })
  void takesForReportedByLavrov(String sentence) {
    Reading reading = read(sentence);

    assertEquals("reported", reading.modality().label());
    assertEquals("sergey-lavrov", reading.attribution().entity().slug());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NP Turkey_NNP] [ADVP reportedly_RB] [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP is_VBZ/be said_VBN/say to_TO have_VB struck_VBN/strike]"
            + " [NP Hama_NNP] ._."
      })
  void namesNobodyForHearsay(String sentence) {
    Reading reading = read(sentence);

    assertEquals("reported", reading.modality().label());
    assertNull(reading.attribution());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // what the writer adds inside a report
        "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Idlib_NNP] [VP fell_VBD/fall] ,_,"
            + " [NP which_WDT] [NP Turkey_NNP] [VP struck_VBD/strike] ._.",
        // the verb of saying has another content
        "[NP Turkey_NNP] ,_, [NP which_WDT] [VP says_VBZ/say] [SBAR that_IN] [NP it_PRP]"
            + " [VP is_VBZ/be] [ADJP calm_JJ] ,_, [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Lavrov_NNP] [VP announced_VBD/announce] [NP a_DT truce_NN] and_CC [NP Turkey_NNP]"
            + " [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ;_: [NP Lavrov_NNP]"
            + " [VP denied_VBD/deny] [SBAR that_IN] [NP Idlib_NNP] [VP fell_VBD/fall] ._.",
        // "if" of another clause
        "[SBAR If_IN] [NP Idlib_NNP] [VP falls_VBZ/fall] ,_, [NP Lavrov_NNP] [VP leaves_VBZ/leave]"
            + " ;_: [NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ._.",
        "[NP Turkey_NNP] [VP not_RB only_RB struck_VBD/strike] [NP Hama_NNP] ._."
      })
  void leavesToTheWriterWhatIsOutOfReach(String sentence) {
    assertEquals("asserted", modality(sentence));
  }

  @Test
  void namesASourceThatIsNoEntityWithItsPlace() {
    Reading reading =
        read(
            "[NP The_DT officials_NNS/official] [PP in_IN] [NP Hama_NNP] [VP said_VBD/say]"
                + " [SBAR that_IN] [NP Turkey_NNP] [VP struck_VBD/strike] [NP Idlib_NNP] ._.");

    assertEquals("officials in Hama", reading.attribution().text());
  }

  @Test
  void lowersTheFirstWordOfTheSentenceInASource() {
    Reading reading =
        read(
            "[NP Residents_NNS/resident] [VP said_VBD/say] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP struck_VBD/strike] [NP Idlib_NNP] ._.");

    assertEquals("residents", reading.attribution().text());
  }

  @Test
  void keepsWhoDenies() {
    Reading reading =
        read(
            "[NP Turkey_NNP] [VP denied_VBD/deny] [SBAR that_IN] [NP Israel_NNP]"
                + " [VP struck_VBD/strike] [NP Hama_NNP] ._.");

    assertEquals("negated", reading.modality().label());
    assertEquals("turkey", reading.attribution().entity().slug());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [NP Turkey_NNP] [VP has_VBZ/have never_RB struck_VBN/strike] [NP Hama_NNP] | negation never negated
          [NP Turkey_NNP] [VP refused_VBD/refuse] [VP to_TO strike_VB/strike] [NP Hama_NNP] | governor refused negated
          [NP Turkey_NNP] [VP would_MD strike_VB/strike] [NP Hama_NNP] | modal would possible
          [NP Turkey_NNP] [VP promised_VBD/promise] [NP strikes_NNS/strike] | wish promised possible
          [NP Turkey_NNP] [ADVP reportedly_RB] [VP struck_VBD/strike] [NP Hama_NNP] | adverb reportedly reported
          [NP Turkey_NNP] [VP is_VBZ/be said_VBN/say to_TO have_VB struck_VBN/strike] | said to said reported
          [NP Turkey_NNP] [VP denied_VBD/deny] [SBAR that_IN] [NP Israel_NNP] [VP struck_VBD/strike] | attribution denied negated
          """)
  void tellsTheWordThatDecides(String sentence, String cue) {
    String words = sentence.replaceAll("_\\S+|\\[\\S+ ", "");
    List<String> tokens = List.of(words.split(" "));

    assertEquals(
        List.of(cue),
        read(sentence).cues().stream()
            .map(c -> c.rule() + " " + tokens.get(c.token()) + " " + c.effect().label())
            .toList());
  }

  @Test
  void letsTheSpeakerGoOnInTheNextSentence() {
    Reading reading =
        read(
            "“_`` [NP Idlib_NNP] [VP fell_VBD/fall] ,_, ”_'' [NP Lavrov_NNP] [VP said_VBD/say] ._.",
            "“_`` [NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ._. ”_''");

    assertEquals("reported", reading.modality().label());
    assertEquals("sergey-lavrov", reading.attribution().entity().slug());
  }

  @Test
  void endsDirectSpeechAtItsMark() {
    Reading reading =
        read(
            "“_`` [NP Idlib_NNP] [VP fell_VBD/fall] ,_, ”_'' [NP Lavrov_NNP] [VP said_VBD/say] ._.",
            "[NP Turkey_NNP] [VP struck_VBD/strike] [NP Hama_NNP] ._.");

    assertEquals("asserted", reading.modality().label());
  }

  @Test
  void takesHeForWhoSpokeLast() {
    Reading reading =
        read(
            "[NP Lavrov_NNP] [VP said_VBD/say] [SBAR that_IN] [NP Idlib_NNP] [VP fell_VBD/fall]"
                + " ._.",
            "[NP He_PRP] [VP added_VBD/add] [SBAR that_IN] [NP Turkey_NNP]"
                + " [VP struck_VBD/strike] [NP Hama_NNP] ._.");

    assertEquals("sergey-lavrov", reading.attribution().entity().slug());
  }

  private static String modality(String sentence) {
    return read(sentence).modality().label();
  }

  /** The reading of the trigger in the last of the sentences. */
  private static Reading read(String... sentences) {
    LinkedDocument linked = Known.linked(sentences);
    Quotations quotations = new Quotations(READER);
    Reading reading = null;
    for (Sentence sentence : linked.annotated().sentences()) {
      Clause clause =
          new Clause(
              sentence,
              linked.links().stream().filter(l -> sentence.span().contains(l.span())).toList());
      Quoted quoted = quotations.next(clause);
      for (int i = 0; i < clause.tokens().size(); i++) {
        if (clause.tokens().get(i).text().matches("struck|strikes?|striking")) {
          reading = READER.read(clause, i, quoted);
        }
      }
    }
    if (reading == null) {
      throw new IllegalArgumentException("no trigger");
    }
    return reading;
  }
}
