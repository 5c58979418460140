package org.entente.extract.clause;

import java.util.ArrayList;
import java.util.List;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.text.Chunk;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * From a sentence's chunks and links to its phrases: which entities are the head of a noun phrase,
 * and which own it.
 */
final class PhraseReader {

  private final Sentence sentence;
  private final List<Token> tokens;
  private final List<Link> links;

  PhraseReader(Sentence sentence, List<Link> links) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.links = links;
  }

  List<Phrase> read() {
    List<Phrase> built = new ArrayList<>();
    int at = 0;
    for (Chunk chunk : sentence.chunks()) {
      for (; at < chunk.start(); at++) {
        built.add(outside(at));
      }
      addChunk(built, chunk);
      at = chunk.end();
    }
    for (; at < tokens.size(); at++) {
      built.add(outside(at));
    }
    return List.copyOf(built);
  }

  private Phrase outside(int token) {
    return new Phrase(tokens.get(token).tag(), token, token + 1, token, List.of(), List.of());
  }

  private void addChunk(List<Phrase> built, Chunk chunk) {
    int last = built.size() - 1;
    boolean possessive = tokens.get(chunk.start()).tag().equals("POS");
    if (chunk.type().equals("NP") && possessive && last >= 0 && built.get(last).isNoun()) {
      Phrase owner = built.remove(last);
      built.add(noun(owner.start(), chunk.end()));
    } else if (chunk.type().equals("NP")) {
      built.add(noun(chunk.start(), chunk.end()));
    } else if (chunk.type().equals("VP")) {
      built.add(
          new Phrase("VP", chunk.start(), chunk.end(), lastVerb(chunk), List.of(), List.of()));
    } else {
      built.add(
          new Phrase(
              chunk.type(), chunk.start(), chunk.end(), chunk.end() - 1, List.of(), List.of()));
    }
  }

  private int lastVerb(Chunk chunk) {
    for (int i = chunk.end() - 1; i >= chunk.start(); i--) {
      if (tokens.get(i).tag().startsWith("VB")) {
        return i;
      }
    }
    return chunk.end() - 1;
  }

  private Phrase noun(int start, int end) {
    int head = end - 1;
    while (head > start && !isNominal(tokens.get(head))) {
      head--;
    }
    List<EntityRef> heads = new ArrayList<>();
    List<EntityRef> owners = new ArrayList<>();
    int headStart = tokens.get(head).span().start();
    int headEnd = tokens.get(head).span().end();
    boolean conjunction = false;
    for (int i = start; i < end; i++) {
      if (tokens.get(i).tag().equals("CC") && !tokens.get(i).text().equals("&")) {
        conjunction = true;
      }
    }
    for (Link link : links) {
      if (link.span().start() < tokens.get(start).span().start()
          || link.span().end() > tokens.get(end - 1).span().end()) {
        continue;
      }
      boolean atHead = link.span().start() < headEnd && headStart < link.span().end();
      // "Russian and Syrian aircraft": adjectives belong to the head, whatever joins them
      boolean adjective =
          Clause.linkAt(links, tokens.get(head)) == null
              && tokens.get(Clause.tokenBefore(tokens, link.span().end())).tag().startsWith("JJ");
      boolean joined = conjunction && !adjective && isBeforeConjunction(link, start, end);
      if (atHead || joined) {
        heads.add(link.entity());
      } else {
        owners.add(link.entity());
      }
    }
    return new Phrase("NP", start, end, head, List.copyOf(heads), List.copyOf(owners));
  }

  private static boolean isNominal(Token token) {
    return token.tag().startsWith("NN")
        || token.tag().startsWith("PRP")
        || token.tag().equals("CD")
        || token.tag().equals("FW");
  }

  /** Whether a comma or conjunction follows the name at once: "Russia and Iran". */
  private boolean isBeforeConjunction(Link link, int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (tokens.get(i).span().end() == link.span().end()) {
        String next = tokens.get(i + 1).text();
        return next.equals(",") || next.equals("and") || next.equals("or");
      }
    }
    return false;
  }
}
