package org.entente.knowledge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The relations that statements may use, as the ontology defines them.
 *
 * <p>Example: {@code vocabulary.predicate("supports").domain()}.
 */
public final class Vocabulary {

  private final Map<String, Predicate> byName = new TreeMap<>();

  /** A vocabulary of these predicates. */
  public Vocabulary(Collection<Predicate> predicates) {
    predicates.forEach(p -> byName.put(p.name(), p));
  }

  /**
   * The predicate of this name.
   *
   * @throws IllegalArgumentException if the ontology has none
   */
  public Predicate predicate(String name) {
    Predicate found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no predicate \"" + name + "\" in the ontology; it has " + byName.keySet());
    }
    return found;
  }

  /** All predicates, by name. */
  public Collection<Predicate> predicates() {
    return byName.values();
  }
}
