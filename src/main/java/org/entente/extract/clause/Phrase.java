package org.entente.extract.clause;

import java.util.List;
import org.entente.knowledge.EntityRef;

/**
 * A phrase of a sentence and the entities in it: "Russian forces" is a noun phrase whose owner is
 * Russia.
 *
 * @param type chunk type, or for a token outside all chunks its tag
 * @param start first token
 * @param end after the last token
 * @param head token that the phrase is about: the last noun, the last verb
 * @param heads entities that the head itself names; several when they are joined by "and"
 * @param owners entities before the head: possessors, adjectives
 */
public record Phrase(
    String type, int start, int end, int head, List<EntityRef> heads, List<EntityRef> owners) {

  /** Copies the lists. */
  public Phrase {
    heads = List.copyOf(heads);
    owners = List.copyOf(owners);
  }

  /** Whether it is a noun phrase. */
  public boolean isNoun() {
    return type.equals("NP");
  }

  /** Whether it is a verb phrase. */
  public boolean isVerb() {
    return type.equals("VP");
  }

  /** Whether it is a preposition. */
  public boolean isPreposition() {
    return type.equals("PP");
  }
}
