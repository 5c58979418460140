package org.entente.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gazetteer file says of an entity that the reference data does not have; a document that
 * mentions the entity carries it in its own graph.
 *
 * <p>Example: Tripoli in Lebanon, with GeoNames id 266826 and the point 35.84415 34.43352.
 *
 * @param identifiers its identifiers elsewhere
 * @param geometry where it lies, as well-known text, or null
 * @param sources where names and figures come from; at least one
 * @param predecessors slugs of the groups that it split from
 * @param guarded whether its names need evidence in the text before they are taken for it, because
 *     nobody chose them for these texts
 */
public record Listing(
    List<Identifier> identifiers,
    @Nullable String geometry,
    List<String> sources,
    List<String> predecessors,
    boolean guarded) {

  /**
   * An identifier elsewhere.
   *
   * @param scheme local name of its datatype in the ontology, such as {@code GeoNamesId}
   * @param value the identifier
   */
  public record Identifier(String scheme, String value) {}

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no source
   */
  public Listing {
    identifiers = List.copyOf(identifiers);
    sources = List.copyOf(sources);
    predecessors = List.copyOf(predecessors);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("no source for " + identifiers);
    }
  }

  /** A listing of what split from no other group. */
  public Listing(
      List<Identifier> identifiers,
      @Nullable String geometry,
      List<String> sources,
      boolean guarded) {
    this(identifiers, geometry, sources, List.of(), guarded);
  }
}
