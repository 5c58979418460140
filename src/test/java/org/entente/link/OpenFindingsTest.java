package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.text.TaggedText;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

  private final MentionFinder finder = new MentionFinder(KnownNames.GAZETTEER);
  private final EntityLinker linker = new EntityLinker(KnownNames.GAZETTEER);

  @Test
  void leavesACapitalisedCommonNounAtTheBeginningOfTheSentenceOut() {
    assertEquals(
        List.of("northern-hawks-brigade"),
        slugs("Fighters of the Northern Hawks Brigade arrived late."));
  }

  @Test
  void takesAShortSentenceWithFourCapitalsForNoHeadline() {
    assertEquals(
        List.of("iran", "northern-hawks-brigade"), slugs("Iran met the Northern Hawks Brigade."));
  }

  @Test
  void linksASurnameWithTheArticleThatTheGazetteerLacks() {
    assertEquals(List.of("bashar-al-assad"), slugs("Then al-Assad fled."));
  }

  private List<String> slugs(String text) {
    return linker.link(finder.annotate(TaggedText.plain(text))).links().stream()
        .map(l -> l.entity().slug())
        .toList();
  }
}
