package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private static final String TEXT = "Home\nRebels left Homs.\n";

  @Test
  void acceptsPassagesInOrderUpToTheEndOfTheText() {
    assertEquals(2, document(new Span(0, 4), new Span(5, TEXT.length())).passages().size());
    assertEquals(0, document().passages().size());
  }

  @Test
  void refusesAPassageOutOfTheTextAndNamesIt() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> document(new Span(5, TEXT.length() + 1)));
    assertTrue(thrown.getMessage().contains("d1"), thrown.getMessage());
  }

  @Test
  void refusesPassagesOutOfOrder() {
    assertThrows(IllegalArgumentException.class, () -> document(new Span(5, 9), new Span(0, 4)));
  }

  @Test
  void refusesPassagesThatOverlap() {
    assertThrows(IllegalArgumentException.class, () -> document(new Span(0, 6), new Span(5, 9)));
  }

  @Test
  void doesNotChangeWithTheListItWasMadeFrom() {
    List<Span> passages = new ArrayList<>(List.of(new Span(0, 4)));
    Document document =
        new Document("d1", "a", TEXT, DocumentInfo.ofSource("a.txt"), passages, false);
    passages.clear();

    assertEquals(List.of(new Span(0, 4)), document.passages());
  }

  private static Document document(Span... passages) {
    return new Document("d1", "a", TEXT, DocumentInfo.ofSource("a.txt"), List.of(passages), false);
  }
}
