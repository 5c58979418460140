package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Chunk;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * What every annotator promises, whatever the text: spans inside passages and in order, no layer
 * lost, the document untouched, the same result again.
 *
 * <p>An annotator's own test extends this class and says which annotators work before it.
 */
public abstract class AnnotatorContract {

  private static final int TRIES = 60;

  /** The annotators that work before the tested one, in order. */
  protected abstract List<Annotator> before();

  /** The annotator under test. */
  protected abstract Annotator annotator();

  @Property(tries = TRIES)
  void keepsTheDocumentAndEveryLayerAndAddsItsOwn(@ForAll("documents") Document document) {
    AnnotatedDocument prepared = prepared(document);
    AnnotatedDocument result = annotator().annotate(prepared);

    assertEquals(document, result.document());
    assertTrue(prepared.layers().containsAll(annotator().requires()));
    assertTrue(result.layers().containsAll(prepared.layers()));
    assertTrue(result.layers().contains(annotator().adds()));
    assertTrue(result.mentions().containsAll(prepared.mentions()));
  }

  @Property(tries = TRIES)
  void keepsSentencesInsidePassagesAndInOrder(@ForAll("documents") Document document) {
    int last = 0;
    for (Sentence sentence : annotated(document).sentences()) {
      Span span = sentence.span();
      assertTrue(span.start() >= last, () -> span + " begins before the last one ends");
      assertTrue(
          document.passages().stream().anyMatch(p -> p.contains(span)),
          () -> span + " leaves its passage");
      last = span.end();
    }
  }

  @Property(tries = TRIES)
  void keepsTokensTrueToTheTextAndFreeOfWhiteSpace(@ForAll("documents") Document document) {
    for (Sentence sentence : annotated(document).sentences()) {
      for (Token token : sentence.tokens()) {
        assertEquals(token.span().of(document.text()), token.text());
        assertFalse(token.text().isBlank(), () -> "blank token at " + token.span());
        assertEquals(token.text(), token.text().strip());
      }
    }
  }

  @Property(tries = TRIES)
  void keepsChunksInOrderWithoutOverlap(@ForAll("documents") Document document) {
    for (Sentence sentence : annotated(document).sentences()) {
      int last = 0;
      for (Chunk chunk : sentence.chunks()) {
        assertTrue(chunk.start() >= last, chunk::toString);
        assertTrue(chunk.end() <= sentence.tokens().size(), chunk::toString);
        last = chunk.end();
      }
    }
  }

  @Property(tries = TRIES)
  void keepsMentionsInsidePassagesAndTrueToTheText(@ForAll("documents") Document document) {
    for (Mention mention : annotated(document).mentions()) {
      assertEquals(mention.span().of(document.text()), mention.text());
      assertTrue(
          document.passages().stream().anyMatch(p -> p.contains(mention.span())),
          mention::toString);
    }
  }

  @Property(tries = TRIES)
  void givesTheSameResultAgain(@ForAll("documents") Document document) {
    AnnotatedDocument prepared = prepared(document);

    assertEquals(annotator().annotate(prepared), annotator().annotate(prepared));
  }

  /** Lines of words, signs, names and of anything at all; every other blank line ends a passage. */
  @Provide
  Arbitrary<Document> documents() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                6,
                Arbitraries.of(
                    "Russia",
                    "Hay’at Tahrir al-Sham",
                    "Gen.",
                    "U.S.",
                    "took",
                    "Idlib",
                    "didn’t",
                    "Syria's",
                    "Iranian-backed militias",
                    "(HTS)",
                    "“quoted”",
                    "40km",
                    "Su-24",
                    "in",
                    "the",
                    "city",
                    "of",
                    "Aleppo.",
                    "He said:",
                    "2015",
                    "–",
                    "...",
                    "?!",
                    "\uD83D\uDE80",
                    "al-",
                    "'s",
                    "’",
                    "\u00A0",
                    "\t",
                    "e\u0301",
                    "حلب",
                    "-",
                    "\"")),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    return pieces
        .list()
        .ofMaxSize(25)
        .map(words -> String.join(" ", words))
        .list()
        .ofMaxSize(4)
        .map(lines -> document(String.join("\n", lines)));
  }

  /** A document whose passages are the lines, trimmed, that are not blank. */
  protected static Document document(String text) {
    List<Span> passages = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      String content = line.strip();
      if (!content.isEmpty()) {
        int at = start + line.indexOf(content);
        passages.add(new Span(at, at + content.length()));
      }
      start += line.length() + 1;
    }
    return new Document("d1", "a", text, DocumentInfo.ofSource("a.txt"), passages, false);
  }

  /** The document after all annotators up to and including the tested one. */
  protected final AnnotatedDocument annotated(Document document) {
    return annotator().annotate(prepared(document));
  }

  private AnnotatedDocument prepared(Document document) {
    AnnotatedDocument prepared = AnnotatedDocument.of(document);
    for (Annotator annotator : before()) {
      prepared = annotator.annotate(prepared);
    }
    return prepared;
  }
}
