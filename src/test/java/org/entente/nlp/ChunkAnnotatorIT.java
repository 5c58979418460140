package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Sentence;

class ChunkAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(4);
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(4);
  }

  @Example
  void groupsWordsIntoFlatPhrases() {
    assertEquals(
        List.of("NP:The Syrian army", "VP:captured", "NP:the city", "PP:of", "NP:Palmyra"),
        phrases("The Syrian army captured the city of Palmyra."));
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
