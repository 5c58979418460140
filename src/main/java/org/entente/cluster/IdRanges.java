package org.entente.cluster;

import org.apache.spark.Partitioner;

/**
 * Cuts the range of identifiers into equal parts.
 *
 * <p>Identifiers begin with hexadecimal digits of a hash, so the parts come out equally full
 * without a look at the documents; Spark's own range partitioner would have to analyse a sample
 * first.
 */
final class IdRanges extends Partitioner {

  private static final long serialVersionUID = 1L;
  private static final int DIGITS = 8;

  private final int parts;

  IdRanges(int parts) {
    this.parts = parts;
  }

  @Override
  public int numPartitions() {
    return parts;
  }

  @Override
  public int getPartition(Object key) {
    String id = key instanceof Result.Key result ? result.id() : String.valueOf(key);
    long prefix = Long.parseLong(id.substring(0, DIGITS), 16);
    return (int) ((prefix * parts) >>> (4 * DIGITS));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdRanges ranges && ranges.parts == parts;
  }

  @Override
  public int hashCode() {
    return parts;
  }
}
