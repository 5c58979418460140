package org.entente.ingest;

import java.time.Duration;
import java.util.Map;

/**
 * What a build did.
 *
 * @param documents documents analysed, whose graph is now in the store
 * @param unchanged documents that the store had already, from the same software and data
 * @param pruned documents that left the store because they are gone
 * @param skipped documents left out on purpose
 * @param failed inputs that gave no document
 * @param words words analysed
 * @param mentions names linked
 * @param entitiesByType different entities named in the documents analysed, by type
 * @param statementsByPredicate statements, by predicate
 * @param stopped whether the first failure ended the build
 * @param elapsed time taken
 */
public record BuildSummary(
    int documents,
    int unchanged,
    int pruned,
    int skipped,
    int failed,
    long words,
    int mentions,
    Map<String, Integer> entitiesByType,
    Map<String, Integer> statementsByPredicate,
    boolean stopped,
    Duration elapsed) {

  /** All statements. */
  public int statements() {
    return statementsByPredicate.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All entities. */
  public int entities() {
    return entitiesByType.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Documents that the build met and that are in the store. */
  public int present() {
    return documents + unchanged;
  }
}
