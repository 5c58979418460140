package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Token;

class TagAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(2);
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(2);
  }

  @Example
  void tagsAfterThePennTreebank() {
    assertEquals(List.of("NNP", "VBD", "IN", "NNP", "."), tags("Russia withdrew from Palmyra."));
  }

  @Example
  void takesMayWithACapitalForTheMonth() {
    assertEquals("NNP", tags("On 25 May Russia withdrew.").get(2));
    assertEquals("MD", tags("Russia may withdraw.").get(1));
  }

  @Example
  void showsTypographicSignsAsTheModelKnowsThem() {
    assertEquals("``", TagAnnotator.plain("“"));
    assertEquals("n't", TagAnnotator.plain("n’t"));
    assertEquals("--", TagAnnotator.plain("–"));
    assertEquals("Aleppo", TagAnnotator.plain("Aleppo"));
  }

  private List<String> tags(String text) {
    return annotated(document(text)).sentences().get(0).tokens().stream().map(Token::tag).toList();
  }
}
