package org.entente.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What statements weigh, as the ontology says it.
 *
 * <p>Example: {@code scale.scores().get("attacks")} is -9.3.
 *
 * @param scores for each relation that tells friend from foe, how friendly it is, -10 to 10
 * @param trust what a modality does to a statement
 * @param lasting relations that go on when only their beginning is said
 * @param takesFrom relations that take a thing from whoever stands in the second relation to it
 * @param rollsUp properties that say for whom an entity acts, with the classes that it holds for
 */
public record Scale(
    Map<String, Double> scores,
    Map<Modality, Trust> trust,
    Set<String> lasting,
    Map<String, String> takesFrom,
    Map<String, Set<String>> rollsUp) {

  /**
   * What a modality does to a statement.
   *
   * @param evidence how much it counts, 0 to 1
   * @param factor what its score is multiplied with
   */
  public record Trust(double evidence, double factor) {}

  /**
   * Copies the maps, sorted.
   *
   * @throws IllegalArgumentException if no relation has a score, one lies outside -10 to 10, or a
   *     modality has no trust
   */
  public Scale {
    scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    trust = Collections.unmodifiableMap(new EnumMap<>(trust));
    lasting = Set.copyOf(lasting);
    takesFrom = Collections.unmodifiableMap(new TreeMap<>(takesFrom));
    rollsUp = Collections.unmodifiableMap(new TreeMap<>(rollsUp));
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("no relation of the ontology has an ent:ploverScore");
    }
    scores.forEach(
        (name, score) -> {
          if (!(score >= -10 && score <= 10)) {
            throw new IllegalArgumentException("ent:ploverScore " + score + " of " + name);
          }
        });
    for (Modality modality : Modality.values()) {
      if (!trust.containsKey(modality)) {
        throw new IllegalArgumentException("no ent:trust of ent:" + modality.localName());
      }
    }
  }

  /** All relations that an analysis of friends and foes reads. */
  public Set<String> relations() {
    Set<String> relations = new TreeSet<>(scores.keySet());
    relations.addAll(takesFrom.keySet());
    relations.addAll(takesFrom.values());
    return relations;
  }
}
