package org.entente.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTableTest {

  @Test
  void readsRowsUnderTheHeaderAndSkipsComments() throws IOException {
    LexiconTable table = read("# what this is\nverb\tobject\nseize\tobj\n# aside\nhold\tpp:of\n");

    assertEquals(2, table.rows().size());
    assertEquals("seize", table.rows().get(0).get("verb"));
    assertEquals("pp:of", table.rows().get(1).get("object"));
  }

  @Test
  void knowsTheLineOfARow() throws IOException {
    LexiconTable table = read("# what this is\nverb\tobject\nseize\tobj\n\n# aside\nhold\tpp:of");

    assertEquals(List.of(3L, 6L), table.rows().stream().map(LexiconTable.Row::line).toList());
  }

  @Test
  void givesAnEmptyCellForABlankOneAndForARowThatEndsBeforeIt() throws IOException {
    LexiconTable table = read("word\tkind\tnote\nmay\t\t\nwill\n");

    assertEquals("", table.rows().get(0).get("kind"));
    assertEquals("", table.rows().get(1).get("note"));
    assertEquals(List.of(), table.rows().get(1).list("note"));
  }

  @Test
  void splitsACellAtVerticalBarsAndTrimsItsParts() throws IOException {
    LexiconTable table = read("verb\nseize | retake|take over\n");

    assertEquals(List.of("seize", "retake", "take over"), table.rows().get(0).list("verb"));
  }

  @Test
  void leavesQuotationMarksAlone() throws IOException {
    LexiconTable table = read("word\n\"so-called\n''\n");

    assertEquals("\"so-called", table.rows().get(0).get("word"));
    assertEquals("''", table.rows().get(1).get("word"));
  }

  @Test
  void namesTableRowAndColumnWhenAColumnIsMissing() throws IOException {
    LexiconTable table = read("verb\tobject\nseize\tobj\nhold\tobj\n");

    var thrown =
        assertThrows(IllegalArgumentException.class, () -> table.rows().get(1).get("subject"));
    assertTrue(thrown.getMessage().contains("sample, row 2"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("\"subject\""), thrown.getMessage());
  }

  @Test
  void givesTheWordsOfAColumnInLowerCaseAndOnce() throws IOException {
    LexiconTable table = read("noun\tx\nTroops\t1\ntroops\t2\narmy\t3\n\t4\n");

    assertEquals(Set.of("army", "troops"), table.words("noun"));
  }

  @Test
  void namesATableThatIsNotShipped() {
    var thrown =
        assertThrows(UncheckedIOException.class, () -> LexiconTable.shipped("no-such-table"));

    assertTrue(thrown.getMessage().contains("no-such-table"), thrown.getMessage());
  }

  private static LexiconTable read(String text) throws IOException {
    return LexiconTable.read("sample", new StringReader(text));
  }
}
