package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Sentence;

class SentenceAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return List.of();
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(0);
  }

  @Example
  void cutsAtTheEndOfSentences() {
    assertEquals(
        List.of("Russia withdrew from Palmyra.", "Iran stayed in Homs."),
        sentences("Russia withdrew from Palmyra. Iran stayed in Homs."));
  }

  @Example
  void goesOnAfterAbbreviationsAndInitials() {
    String text = "They met Gen. Samir Qandil and Dr. J. R. Haddad at noon.";

    assertEquals(List.of(text), sentences(text));
  }

  @Example
  void neverCrossesAPassage() {
    assertEquals(
        List.of("A headline without a full stop", "Rebels left Homs."),
        sentences("A headline without a full stop\n\nRebels left Homs."));
  }

  @Example
  void findsNothingInAnEmptyDocument() {
    assertEquals(List.of(), sentences(""));
  }

  @Example
  void cutsAHugeSingleLineInReasonableTime() {
    String line = "Rebels left the town and the army came back ".repeat(20_000);
    List<Sentence> sentences =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> annotated(document(line)).sentences());

    assertTrue(sentences.stream().allMatch(s -> s.span().length() <= 2_001));
  }

  @Example
  void cutsAHugeWordWithoutSpaces() {
    String word = "\uD83D\uDE80x".repeat(40_000);
    List<Sentence> sentences =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> annotated(document(word)).sentences());

    assertTrue(sentences.stream().allMatch(s -> s.span().length() <= 2_001));
    assertTrue(
        sentences.stream().noneMatch(s -> Character.isLowSurrogate(word.charAt(s.span().start()))));
  }

  private List<String> sentences(String text) {
    return annotated(document(text)).sentences().stream().map(s -> s.span().of(text)).toList();
  }
}
