package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnotatedDocumentTest {

  private static final String TEXT = "Iran backs Syria.";
  private static final Document DOCUMENT =
      new Document(
          "d1", "a", TEXT, DocumentInfo.ofSource("a.txt"), List.of(new Span(0, 17)), false);

  private static final Mention IRAN = mention(0, 4);
  private static final Mention SYRIA = mention(11, 16);

  @Test
  void hasNoLayerAtFirst() {
    AnnotatedDocument fresh = AnnotatedDocument.of(DOCUMENT);

    assertEquals(Set.of(), fresh.layers());
    assertEquals(List.of(), fresh.sentences());
    assertSame(DOCUMENT, fresh.document());
  }

  @Test
  void keepsMentionsAndLayersWhenSentencesChange() {
    Sentence sentence = new Sentence(new Span(0, 17), List.of(), List.of());
    AnnotatedDocument result =
        AnnotatedDocument.of(DOCUMENT)
            .withMentions(List.of(IRAN, SYRIA))
            .withSentences(List.of(sentence), Layer.SENTENCES);

    assertEquals(List.of(IRAN, SYRIA), result.mentions());
    assertEquals(List.of(sentence), result.sentences());
    assertEquals(Set.of(Layer.MENTIONS, Layer.SENTENCES), result.layers());
  }

  @Test
  void refusesMentionsOutOfOrder() {
    assertThrows(
        IllegalArgumentException.class,
        () -> AnnotatedDocument.of(DOCUMENT).withMentions(List.of(SYRIA, IRAN)));
  }

  @Test
  void refusesOneMentionInsideAnother() {
    assertThrows(
        IllegalArgumentException.class,
        () -> AnnotatedDocument.of(DOCUMENT).withMentions(List.of(mention(0, 10), mention(5, 8))));
  }

  @Test
  void refusesAMentionWithoutTextOrWithConfidenceOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> mention(3, 3));
    for (double confidence : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Mention(new Span(0, 4), "Iran", EntityType.STATE, confidence, "hand"));
    }
  }

  @Test
  void refusesTokensOutsideTheirSentenceOrOutOfOrder() {
    Token iran = Token.of(new Span(0, 4), TEXT);
    Token backs = Token.of(new Span(5, 10), TEXT);

    assertThrows(
        IllegalArgumentException.class,
        () -> new Sentence(new Span(0, 9), List.of(iran, backs), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sentence(new Span(0, 17), List.of(backs, iran), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sentence(new Span(1, 17), List.of(iran), List.of()));
  }

  @Test
  void refusesChunksThatAreEmptyOrPastTheLastToken() {
    Token iran = Token.of(new Span(0, 4), TEXT);

    assertThrows(IllegalArgumentException.class, () -> new Chunk("NP", 2, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sentence(new Span(0, 17), List.of(iran), List.of(new Chunk("NP", 0, 2))));
  }

  @Test
  void findsEveryTypeByItsLabelAndByItsClassName() {
    for (EntityType type : EntityType.values()) {
      assertEquals(type, EntityType.ofLabel(type.label()).orElseThrow());
      assertEquals(type, EntityType.ofLabel(type.className()).orElseThrow());
    }
    assertTrue(EntityType.ofLabel("Planet").isEmpty());
  }

  @Test
  void givesTheKnownDigestOfTheEmptyText() {
    // FIPS 180-4, the SHA-256 of no bytes at all.
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digests.sha256(""));
  }

  private static Mention mention(int start, int end) {
    return new Mention(
        new Span(start, end), TEXT.substring(start, end), EntityType.STATE, 1, "hand");
  }
}
