package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.entente.evaluate.Reliability.Answer;
import org.entente.evaluate.Reliability.Bin;
import org.junit.jupiter.api.Test;

/** Every figure is worked out in a comment beside it. */
class ReliabilityTest {

  private static final double CLOSE = 1e-9;

  @Test
  void countsEachAnswerInTheBinOfItsConfidence() {
    List<Bin> bins =
        new Reliability(
                List.of(
                    new Answer(0, false),
                    new Answer(0.7, true), // on the border: the upper bin
                    new Answer(0.76, false),
                    new Answer(0.79, true),
                    new Answer(1, true))) // 1 has no bin of its own
            .bins();

    assertEquals(10, bins.size());
    assertEquals(List.of(1, 0, 0, 0, 0, 0, 0, 3, 0, 1), bins.stream().map(Bin::count).toList());
    // (0.7 + 0.76 + 0.79) / 3, two of three right.
    assertEquals(0.75, bins.get(7).confidence(), CLOSE);
    assertEquals(2 / 3.0, bins.get(7).right(), CLOSE);
    assertEquals(0.7, bins.get(7).from(), CLOSE);
    assertEquals(0, bins.get(3).right());
  }

  @Test
  void putsConfidencesOfTwoDigitsOnABorderIntoTheUpperBin() {
    for (int i = 1; i < 10; i++) {
      assertEquals(1, new Reliability(List.of(new Answer(i / 10.0, true))).bins().get(i).count());
      double hair = 1 - (10 - i) / 10.0; // 1 - 0.9 is a hair less than 0.1
      assertEquals(1, new Reliability(List.of(new Answer(hair, true))).bins().get(i).count());
    }
  }

  @Test
  void weighsTheGapOfEachBinByItsCount() {
    Reliability reliability =
        new Reliability(
            List.of(
                new Answer(0.8, true),
                new Answer(0.8, true),
                new Answer(0.8, false),
                new Answer(0.3, false)));

    // Bin 0.8: gap 0.8 - 2/3, three answers; bin 0.3: gap 0.3, one answer. (0.4 + 0.3) / 4.
    assertEquals(0.175, reliability.calibrationError(), CLOSE);
    // 0.04 + 0.04 + 0.64 + 0.09 = 0.81, over four.
    assertEquals(0.2025, reliability.brierScore(), CLOSE);
  }

  @Test
  void isZeroForTruthfulExtremesAndForNothing() {
    Reliability truthful = new Reliability(List.of(new Answer(1, true), new Answer(0, false)));
    assertEquals(0, truthful.calibrationError());
    assertEquals(0, truthful.brierScore());
    assertEquals(0, new Reliability(List.of()).calibrationError());
    assertEquals(0, new Reliability(List.of()).brierScore());
  }

  @Test
  void refusesAConfidenceOutsideZeroToOne() {
    var error = assertThrows(IllegalArgumentException.class, () -> new Answer(1.2, true));
    assertEquals("confidence 1.2", error.getMessage());
  }
}
