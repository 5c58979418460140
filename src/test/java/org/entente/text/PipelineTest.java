package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final Document DOCUMENT =
      new Document(
          "d1",
          "a",
          "Iran backs Syria.",
          DocumentInfo.ofSource("a.txt"),
          List.of(new Span(0, 17)),
          false);

  /** One sentence a passage. */
  private static final class WholePassages implements Annotator {
    @Override
    public Set<Layer> requires() {
      return Set.of();
    }

    @Override
    public Layer adds() {
      return Layer.SENTENCES;
    }

    @Override
    public AnnotatedDocument annotate(AnnotatedDocument document) {
      List<Sentence> sentences =
          document.document().passages().stream()
              .map(p -> new Sentence(p, List.of(), List.of()))
              .toList();
      return document.withSentences(sentences, adds());
    }
  }

  /** One token a sentence. */
  private static final class WholeSentences implements Annotator {
    @Override
    public Set<Layer> requires() {
      return Set.of(Layer.SENTENCES);
    }

    @Override
    public Layer adds() {
      return Layer.TOKENS;
    }

    @Override
    public AnnotatedDocument annotate(AnnotatedDocument document) {
      String text = document.document().text();
      List<Sentence> sentences =
          document.sentences().stream()
              .map(s -> new Sentence(s.span(), List.of(Token.of(s.span(), text)), List.of()))
              .toList();
      return document.withSentences(sentences, adds());
    }
  }

  @Test
  void runsTheAnnotatorsInOrder() {
    AnnotatedDocument result =
        new Pipeline(List.of(new WholePassages(), new WholeSentences())).annotate(DOCUMENT);

    assertEquals(Set.of(Layer.SENTENCES, Layer.TOKENS), result.layers());
    assertEquals("Iran backs Syria.", result.sentences().get(0).tokens().get(0).text());
  }

  @Test
  void refusesAnAnnotatorWhoseNeedsNoneBeforeItMeets() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Pipeline(List.of(new WholeSentences(), new WholePassages())));

    assertTrue(thrown.getMessage().contains("WholeSentences"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("SENTENCES"), thrown.getMessage());
  }

  @Test
  void leavesADocumentAsItIsWithoutAnnotators() {
    assertEquals(AnnotatedDocument.of(DOCUMENT), new Pipeline(List.of()).annotate(DOCUMENT));
  }
}
