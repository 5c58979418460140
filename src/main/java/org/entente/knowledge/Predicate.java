package org.entente.knowledge;

import java.util.Set;
import org.entente.text.EntityType;

/**
 * A relation of the ontology.
 *
 * @param name its local name, such as {@code alliedWith}
 * @param domain types that its subject may have
 * @param range types that its object may have
 * @param symmetric whether it holds both ways and is written once
 */
public record Predicate(
    String name, Set<EntityType> domain, Set<EntityType> range, boolean symmetric)
    implements Comparable<Predicate> {

  /** Copies the sets. */
  public Predicate {
    domain = Set.copyOf(domain);
    range = Set.copyOf(range);
  }

  /** Whether a statement between entities of these types is well formed. */
  public boolean accepts(EntityType subject, EntityType object) {
    return domain.contains(subject) && range.contains(object);
  }

  /** By name. */
  @Override
  public int compareTo(Predicate other) {
    return name.compareTo(other.name);
  }
}
