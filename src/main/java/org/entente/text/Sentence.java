package org.entente.text;

import java.util.List;

/**
 * One sentence of a document.
 *
 * @param span where it stands
 * @param tokens its tokens, in order
 * @param chunks its phrases, in order; empty before chunking
 */
public record Sentence(Span span, List<Token> tokens, List<Chunk> chunks) {

  /**
   * Checks that the tokens are in order and inside the sentence.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Sentence {
    tokens = List.copyOf(tokens);
    chunks = List.copyOf(chunks);
    int last = span.start();
    for (Token token : tokens) {
      if (token.span().start() < last || token.span().end() > span.end()) {
        throw new IllegalArgumentException("token " + token + " is not in order in " + span);
      }
      last = token.span().end();
    }
    if (!chunks.isEmpty() && chunks.get(chunks.size() - 1).end() > tokens.size()) {
      throw new IllegalArgumentException("chunk past the last token of " + span);
    }
  }
}
