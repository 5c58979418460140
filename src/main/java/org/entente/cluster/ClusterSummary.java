package org.entente.cluster;

import java.time.Duration;
import java.util.Map;

/**
 * What a build on a cluster wrote: the figures of {@link org.entente.ingest.BuildSummary} for the
 * documents that count in the end.
 *
 * @param documents documents whose graph was written
 * @param replaced documents left out because the same source was read again later
 * @param skipped documents left out on purpose
 * @param failed inputs that gave no document
 * @param words words analysed
 * @param mentions names linked
 * @param quads quads written, those that belong to no document among them
 * @param entitiesByType different entities named, by type
 * @param statementsByPredicate statements, by predicate
 * @param elapsed time taken
 */
public record ClusterSummary(
    long documents,
    long replaced,
    long skipped,
    long failed,
    long words,
    long mentions,
    long quads,
    Map<String, Long> entitiesByType,
    Map<String, Long> statementsByPredicate,
    Duration elapsed) {

  /** All statements. */
  public long statements() {
    return statementsByPredicate.values().stream().mapToLong(Long::longValue).sum();
  }

  /** All entities. */
  public long entities() {
    return entitiesByType.values().stream().mapToLong(Long::longValue).sum();
  }
}
