package org.entente.cluster;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where an input stands in the order in which a local build reads.
 *
 * @param file place of its file
 * @param position grows within the file
 */
record Place(int file, long position) implements Comparable<Place>, Serializable {

  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::file).thenComparingLong(Place::position);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
