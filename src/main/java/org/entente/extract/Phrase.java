package org.entente.extract;

import java.util.List;
import org.entente.knowledge.EntityRef;

/**
 * A phrase of a sentence and the entities in it.
 *
 * @param type chunk type, or for a token outside all chunks its tag
 * @param start first token
 * @param end after the last token
 * @param head token that the phrase is about: the last noun, the last verb
 * @param heads entities that the head itself names; several when they are joined by "and"
 * @param owners entities before the head: possessors, adjectives
 */
record Phrase(
    String type, int start, int end, int head, List<EntityRef> heads, List<EntityRef> owners) {

  boolean isNoun() {
    return type.equals("NP");
  }

  boolean isVerb() {
    return type.equals("VP");
  }

  boolean isPreposition() {
    return type.equals("PP");
  }
}
