package org.entente.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a build did.
 *
 * @param documents documents whose graph is now in the store
 * @param mentions names linked
 * @param entitiesByType different entities named, by type
 * @param statementsByPredicate statements, by predicate
 * @param skipped documents left out on purpose, with the reason, by name
 * @param failed files or lines that gave no document, with the reason, by name
 * @param elapsed time taken
 */
public record BuildSummary(
    int documents,
    int mentions,
    Map<String, Integer> entitiesByType,
    Map<String, Integer> statementsByPredicate,
    List<Note> skipped,
    List<Note> failed,
    Duration elapsed) {

  /** A name and what is to be said about it. */
  public record Note(String name, String reason) {}

  /** All statements. */
  public int statements() {
    return statementsByPredicate.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All entities. */
  public int entities() {
    return entitiesByType.values().stream().mapToInt(Integer::intValue).sum();
  }
}
