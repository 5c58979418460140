package org.entente.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the reference data with the names by which texts call it.
 *
 * <p>Example: Turkey, with the adjective "Turkish" and the metonym "Ankara".
 *
 * @param ref slug, type and preferred label
 * @param names other full names, spellings and acronyms
 * @param adjectives adjectives and people's names: "Turkish", "Turks"
 * @param metonyms names of other things that stand for it: "Ankara"
 * @param capital slug of its capital, or null
 * @param country slug of the state that it belongs to or lies in, or null
 * @param sponsor slug of the actor whose client it is by name, or null
 * @param population inhabitants, 0 when not known
 */
public record KnownEntity(
    EntityRef ref,
    List<String> names,
    List<String> adjectives,
    List<String> metonyms,
    @Nullable String capital,
    @Nullable String country,
    @Nullable String sponsor,
    long population) {

  /** Copies the lists. */
  public KnownEntity {
    names = List.copyOf(names);
    adjectives = List.copyOf(adjectives);
    metonyms = List.copyOf(metonyms);
  }
}
