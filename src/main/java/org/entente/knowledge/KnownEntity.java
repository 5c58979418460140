package org.entente.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the reference data or of a gazetteer file with the names by which texts call it.
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
 * @param listing what a gazetteer file says of it, or null when it is in the reference data
 */
public record KnownEntity(
    EntityRef ref,
    List<String> names,
    List<String> adjectives,
    List<String> metonyms,
    @Nullable String capital,
    @Nullable String country,
    @Nullable String sponsor,
    long population,
    @Nullable Listing listing) {

  /** Copies the lists. */
  public KnownEntity {
    names = List.copyOf(names);
    adjectives = List.copyOf(adjectives);
    metonyms = List.copyOf(metonyms);
  }

  /** An entity of the reference data. */
  public KnownEntity(
      EntityRef ref,
      List<String> names,
      List<String> adjectives,
      List<String> metonyms,
      @Nullable String capital,
      @Nullable String country,
      @Nullable String sponsor,
      long population) {
    this(ref, names, adjectives, metonyms, capital, country, sponsor, population, null);
  }

  /** Whether its names need evidence in the text before they are taken for it. */
  public boolean guarded() {
    return listing != null && listing.guarded();
  }

  /** The same entity as a gazetteer file has it. */
  public KnownEntity listed(Listing by) {
    return new KnownEntity(
        ref, names, adjectives, metonyms, capital, country, sponsor, population, by);
  }

  /** The same entity with the other's names beside its own. */
  public KnownEntity withNamesOf(KnownEntity other) {
    List<String> all = new ArrayList<>(names);
    Stream.concat(Stream.of(other.ref.label()), other.names.stream())
        .filter(name -> !all.contains(name) && !name.equals(ref.label()))
        .forEach(all::add);
    return new KnownEntity(
        ref, all, adjectives, metonyms, capital, country, sponsor, population, listing);
  }
}
