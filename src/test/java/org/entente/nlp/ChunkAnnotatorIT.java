package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Layer;
import org.entente.text.Sentence;

class ChunkAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return Stream.concat(LoadedModels.first(4).stream(), Stream.of(new NoNames())).toList();
  }

  /** Stands for a name finder that finds nothing. */
  private static final class NoNames implements Annotator {
    @Override
    public Set<Layer> requires() {
      return Set.of();
    }

    @Override
    public Layer adds() {
      return Layer.MENTIONS;
    }

    @Override
    public AnnotatedDocument annotate(AnnotatedDocument document) {
      return document.withMentions(List.of());
    }
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(5);
  }

  @Example
  void groupsWordsIntoFlatPhrases() {
    assertEquals(
        List.of("NP:The Syrian army", "VP:captured", "NP:the city", "PP:of", "NP:Palmyra"),
        phrases("The Syrian army captured the city of Palmyra."));
  }

  @Example
  void beginsAPhraseWithThePluralAfterADate() {
    assertEquals(
        List.of("PP:On", "NP:Tuesday", "NP:units", "VP:captured", "NP:the city"),
        phrases("On Tuesday units captured the city."));
  }

  private List<String> phrases(String text) {
    Sentence sentence = annotated(document(text)).sentences().get(0);
    return sentence.chunks().stream()
        .map(
            c ->
                c.type()
                    + ":"
                    + sentence
                        .tokens()
                        .get(c.start())
                        .span()
                        .union(sentence.tokens().get(c.end() - 1).span())
                        .of(text))
        .toList();
  }
}
