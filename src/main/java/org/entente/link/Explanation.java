package org.entente.link;

import java.util.List;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * How one mention came to its entity, or to none.
 *
 * @param mention the mention
 * @param candidates known bearers of the name, likeliest first; empty when nobody known bears it
 * @param link what was decided, or null when the mention stays without an entity
 * @param reason why, in a few words
 */
public record Explanation(
    Mention mention, List<Candidate> candidates, @Nullable Link link, String reason) {

  /**
   * A known bearer of the name.
   *
   * @param entity the bearer
   * @param score the sum of its features' points
   * @param features what speaks for and against it
   */
  public record Candidate(EntityRef entity, double score, List<Feature> features) {
    /** Copies the list. */
    public Candidate {
      features = List.copyOf(features);
    }
  }

  /**
   * Something that speaks for or against a candidate.
   *
   * @param name what was looked at, such as {@code country of document}
   * @param value what was found
   * @param points what it adds to the score
   */
  public record Feature(String name, String value, double points) {}

  /** Copies the list. */
  public Explanation {
    candidates = List.copyOf(candidates);
  }
}
