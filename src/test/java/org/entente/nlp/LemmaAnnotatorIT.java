package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Token;

class LemmaAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(3);
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(3);
  }

  @Example
  void givesDictionaryForms() {
    assertEquals(
        List.of("the", "rebel", "seize", "two", "town", "."),
        lemmas("The rebels seized two towns."));
  }

  @Example
  void givesEveryTokenALemma() {
    assertEquals(
        List.of(), lemmas("Xyzzy frobbed 12 q-things!").stream().filter(String::isEmpty).toList());
  }

  private List<String> lemmas(String text) {
    return annotated(document(text)).sentences().get(0).tokens().stream()
        .map(Token::lemma)
        .toList();
  }
}
