package org.entente.cluster;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of results in order of their keys, the last of each identifier; some identifiers are left out.
 */
final class LastOfEach implements Iterator<Result> {

  private final Iterator<Result> sorted;
  private final Set<String> gone;
  private @Nullable Result ahead;
  private @Nullable Result next;

  LastOfEach(Iterator<Result> sorted, Set<String> gone) {
    this.sorted = sorted;
    this.gone = gone;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      Result candidate = ahead;
      ahead = sorted.hasNext() ? sorted.next() : null;
      if (candidate == null && ahead == null) {
        return false;
      }
      if (candidate == null) {
        continue;
      }
      String id = candidate.key().id();
      boolean repeated = ahead != null && ahead.key().id().equals(id);
      if (!repeated && !gone.contains(id)) {
        next = candidate;
      }
    }
    return true;
  }

  @Override
  public Result next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more results");
    }
    Result result = next;
    next = null;
    return result;
  }
}
