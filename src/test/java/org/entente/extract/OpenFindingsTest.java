package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.knowledge.Statement;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

  @Test
  void sharesASubjectBetweenCoordinatedVerbs() {
    assertEquals(
        List.of(
            "hayat-tahrir-al-sham attacks hama asserted",
            "hayat-tahrir-al-sham captures aleppo asserted"),
        Known.states(
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
}
