package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Example;
import org.entente.nlp.AnnotatorContract;
import org.entente.nlp.LoadedModels;
import org.entente.text.Annotator;
import org.entente.text.Mention;

class MentionFinderIT extends AnnotatorContract {

  private final Annotator finder = new MentionFinder(KnownNames.GAZETTEER);

  @Override
  protected List<Annotator> before() {
    return LoadedModels.first(4);
  }

  @Override
  protected Annotator annotator() {
    return finder;
  }

  @Example
  void findsNamesInSentencesOfTheRealAnnotators() {
    assertEquals(
        List.of("Russian", "Palmyra airbase", "Iranian-backed militias", "Hama"),
        annotated(
                document(
                    "Several Russian jets left Palmyra airbase. Many Iranian-backed militias"
                        + " stayed in Hama."))
            .mentions()
            .stream()
            .map(Mention::text)
            .toList());
  }
}
