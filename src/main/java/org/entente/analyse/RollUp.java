package org.entente.analyse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.knowledge.Scale;

/**
 * For whom an actor acts: its own side and those that it is part of, leads or serves, in a year.
 *
 * <p>Example: in 2015 the Quds Force acts for itself, for the Islamic Revolutionary Guard Corps and
 * for Iran.
 *
 * <p>What the reference data says always holds. What documents say holds in the year that they say
 * it of and in those beside it; where fewer than two say so of these years, all that they ever say.
 * Of several wholes, one that fewer than half as many documents name as the most named is left out:
 * it is more likely misread than true. Circles end where they begin.
 */
final class RollUp {

  /** Documents that must name one whole in a year and those beside it for others not to count. */
  private static final int NEAR_DOCUMENTS = 2;

  private record Link(String part, String whole, int year) {}

  private record Place(String actor, int year) {}

  private final Map<String, String> actors;
  private final Scale scale;
  private final Map<String, Set<String>> fixed = new HashMap<>();
  private final Map<String, Map<String, NavigableMap<Integer, Integer>>> said = new HashMap<>();
  private final Set<Set<String>> apart = new HashSet<>();
  private final Set<Link> ofDocument = new HashSet<>();
  private final Map<Place, List<String>> known = new HashMap<>();

  /** A roll-up of these actors that knows no part yet. */
  RollUp(Map<String, String> actors, Scale scale) {
    this.actors = actors;
    this.scale = scale;
  }

  /** The reference data says so. */
  void always(String part, String property, String whole) {
    if (holds(part, property, whole)) {
      fixed.computeIfAbsent(part, k -> new TreeSet<>()).add(whole);
    }
  }

  /** One goes back to the other in time and is no part of it, whatever documents say. */
  void never(String predecessor, String successor) {
    apart.add(Set.of(predecessor, successor));
  }

  /** A document says so of a year; said twice by one document it counts once. */
  void said(String part, String property, String whole, int year) {
    if (holds(part, property, whole) && ofDocument.add(new Link(part, whole, year))) {
      said.computeIfAbsent(part, k -> new TreeMap<>())
          .computeIfAbsent(whole, k -> new TreeMap<>())
          .merge(year, 1, Integer::sum);
    }
  }

  /** The next document begins. */
  void nextDocument() {
    ofDocument.clear();
  }

  private boolean holds(String part, String property, String whole) {
    String type = actors.get(part);
    return type != null
        && actors.containsKey(whole)
        && !part.equals(whole)
        && !apart.contains(Set.of(part, whole))
        && scale.rollsUp().getOrDefault(property, Set.of()).contains(type);
  }

  /** The actor and all that it acts for in a year, in order of slug. */
  List<String> sides(String actor, int year) {
    return known.computeIfAbsent(new Place(actor, year), p -> reach(p.actor(), p.year()));
  }

  private List<String> reach(String actor, int year) {
    TreeSet<String> reached = new TreeSet<>(Set.of(actor));
    ArrayDeque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String whole : wholes(open.remove(), year)) {
        if (reached.add(whole)) {
          open.add(whole);
        }
      }
    }
    return List.copyOf(reached);
  }

  private Iterable<String> wholes(String part, int year) {
    Set<String> always = fixed.get(part);
    if (always != null) {
      return always;
    }
    Map<String, NavigableMap<Integer, Integer>> wholes = said.get(part);
    if (wholes == null) {
      return List.of();
    }
    Map<String, Integer> near = count(wholes, year - 1, year + 1);
    boolean enough = near.values().stream().anyMatch(count -> count >= NEAR_DOCUMENTS);
    Map<String, Integer> counts =
        !enough ? count(wholes, Integer.MIN_VALUE, Integer.MAX_VALUE) : near;
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> kept = new ArrayList<>();
    counts.forEach(
        (whole, count) -> {
          if (2 * count >= most) {
            kept.add(whole);
          }
        });
    return kept;
  }

  private static Map<String, Integer> count(
      Map<String, NavigableMap<Integer, Integer>> wholes, int from, int to) {
    Map<String, Integer> counts = new TreeMap<>();
    wholes.forEach(
        (whole, years) -> {
          int sum =
              years.subMap(from, true, to, true).values().stream()
                  .mapToInt(Integer::intValue)
                  .sum();
          if (sum > 0) {
            counts.put(whole, sum);
          }
        });
    return counts;
  }
}
