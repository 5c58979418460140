package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.entente.text.Annotator;
import org.entente.text.Mention;

class NameAnnotatorIT extends AnnotatorContract {

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(4);
  }

  @Override
  protected Annotator annotator() {
    return LoadedModels.annotator(4);
  }

  @Example
  void findsNamesThatNobodyListed() {
    assertEquals(
        List.of("Person:Dawit Kelbessa", "Place:Wadi Harun"),
        names("Dawit Kelbessa was wounded in Wadi Harun."));
  }

  @Example
  void findsANameInsideAToken() {
    assertEquals(
        List.of("State:Russia", "State:Israel"), names("Russia-Israel relations have cooled."));
  }

  private List<String> names(String text) {
    return annotated(document(text)).mentions().stream()
        .map((Mention m) -> m.type().label() + ":" + m.text())
        .toList();
  }
}
