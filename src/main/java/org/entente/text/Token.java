package org.entente.text;

/**
 * A word or a sign of a sentence.
 *
 * @param span where it stands
 * @param text what it reads
 * @param tag Penn Treebank part of speech, such as {@code VBD}; empty before tagging
 * @param lemma dictionary form in lower case, such as {@code seize}; empty before lemmatisation
 */
public record Token(Span span, String text, String tag, String lemma) {

  /** A token that is not tagged yet. */
  public static Token of(Span span, String documentText) {
    return new Token(span, span.of(documentText), "", "");
  }
}
