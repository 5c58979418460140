package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void coversFromStartUpToButNotIncludingEnd() {
    assertEquals("Aleppo", new Span(3, 9).of("In Aleppo"));
    assertEquals(6, new Span(3, 9).length());
    assertEquals("", new Span(4, 4).of("In Aleppo"));
  }

  @Test
  void countsUtf16UnitsAndNotCodePoints() {
    assertEquals("Aleppo", new Span(3, 9).of("\uD83D\uDE80 Aleppo"));
  }

  @Test
  void refusesBoundsThatAreNoneAndNamesThem() {
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 2));
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Span(7, 3));
    assertTrue(thrown.getMessage().contains("7") && thrown.getMessage().contains("3"));
  }

  @Test
  void refusesToReadPastTheText() {
    assertThrows(IndexOutOfBoundsException.class, () -> new Span(3, 10).of("In Aleppo"));
  }

  @Test
  void doesNotOverlapItsNeighbour() {
    assertFalse(new Span(0, 3).overlaps(new Span(3, 6)));
    assertTrue(new Span(0, 4).overlaps(new Span(3, 6)));
  }

  @Test
  void containsItself() {
    assertTrue(new Span(2, 5).contains(new Span(2, 5)));
    assertFalse(new Span(2, 5).contains(new Span(2, 6)));
  }

  @Test
  void sortsByStartAndThenByEnd() {
    List<Span> sorted =
        List.of(new Span(4, 5), new Span(0, 9), new Span(0, 2)).stream().sorted().toList();

    assertEquals(List.of(new Span(0, 2), new Span(0, 9), new Span(4, 5)), sorted);
  }

  @Property
  void unionContainsBothAndIsTheSmallestThatDoes(
      @ForAll("spans") Span one, @ForAll("spans") Span other) {
    Span union = one.union(other);

    assertTrue(union.contains(one) && union.contains(other));
    assertTrue(union.start() == one.start() || union.start() == other.start());
    assertTrue(union.end() == one.end() || union.end() == other.end());
    assertEquals(union, other.union(one));
  }

  @Property
  void overlapIsSymmetric(@ForAll("spans") Span one, @ForAll("spans") Span other) {
    assertEquals(one.overlaps(other), other.overlaps(one));
  }

  @Property
  void orderAgreesWithEquality(@ForAll("spans") Span one, @ForAll("spans") Span other) {
    assertEquals(one.equals(other), one.compareTo(other) == 0);
    assertEquals(Integer.signum(one.compareTo(other)), -Integer.signum(other.compareTo(one)));
  }

  @Provide
  Arbitrary<Span> spans() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 40);
    return Combinators.combine(numbers, numbers)
        .as((start, length) -> new Span(start, start + length));
  }
}
