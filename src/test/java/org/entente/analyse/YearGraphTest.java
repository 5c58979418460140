package org.entente.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YearGraphTest {

  private static final List<String[]> TWO_CAMPS =
      List.of(
          pair("a", "b"),
          pair("a", "c"),
          pair("b", "c"),
          pair("c", "x"),
          pair("x", "y"),
          pair("x", "z"),
          pair("y", "z"));

  private static String[] pair(String a, String b) {
    return new String[] {a, b};
  }

  @Test
  void findsTwoCampsThatOneTieJoins() {
    assertEquals(
        List.of(Set.of("a", "b", "c"), Set.of("x", "y", "z")),
        new YearGraph(TWO_CAMPS).blocs().stream().map(YearGraph.Bloc::members).toList());
  }

  @Test
  void namesABlocByTheMemberOfMostTiesInside() {
    List<YearGraph.Bloc> blocs =
        new YearGraph(List.of(pair("a", "z"), pair("b", "z"), pair("c", "z"))).blocs();
    assertEquals(List.of("z"), blocs.stream().map(YearGraph.Bloc::lead).toList());
  }

  @Test
  void findsTheBrokersBetweenTheCamps() {
    Map<String, Double> shares = new YearGraph(TWO_CAMPS).betweenness();
    assertEquals(Set.of("c", "x"), shares.keySet());
    assertEquals(0.6, shares.get("c"), 1e-9);
  }
}
