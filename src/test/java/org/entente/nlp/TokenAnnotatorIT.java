package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Token;

class TokenAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(1);
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(1);
  }

  @Example
  void splitsThePossessiveOff() {
    assertEquals("Syria 's army left .", tokens("Syria's army left."));
    assertEquals("Syria ’s army left .", tokens("Syria’s army left."));
    assertEquals("The rebels ’ camp fell .", tokens("The rebels’ camp fell."));
  }

  @Example
  void splitsNegationOff() {
    assertEquals("They did n't leave .", tokens("They didn't leave."));
    assertEquals("They did n’t leave .", tokens("They didn’t leave."));
  }

  @Example
  void keepsWordsWithHyphensWhole() {
    assertEquals(
        "Iranian-backed fighters hit a Su-24 near al-Safira .",
        tokens("Iranian-backed fighters hit a Su-24 near al-Safira."));
  }

  @Example
  void keepsAbbreviationsWithTheirDot() {
    assertEquals("They met Gen. Samir Qandil .", tokens("They met Gen. Samir Qandil."));
    assertEquals("The U.S. envoy left .", tokens("The U.S. envoy left."));
  }

  @Example
  void splitsBracketsAndQuotationMarksOff() {
    assertEquals("The group ( HTS ) came .", tokens("The group (HTS) came."));
    assertEquals("He said “ we stay ” twice .", tokens("He said “we stay” twice."));
  }

  @Example
  void splitsUnitsFromNumbers() {
    assertEquals("It lies 40 km away .", tokens("It lies 40km away."));
  }

  @Example
  void readsAHugeSingleLineInReasonableTime() {
    String line = "Rebels left the town and the army came back, ".repeat(10_000);
    long tokens =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                annotated(document(line)).sentences().stream()
                    .mapToLong(s -> s.tokens().size())
                    .sum());

    assertTrue(tokens >= 90_000, "tokens: " + tokens);
  }

  private String tokens(String text) {
    return String.join(
        " ",
        annotated(document(text)).sentences().stream()
            .flatMap(s -> s.tokens().stream())
            .map(Token::text)
            .toList());
  }
}
