package org.entente.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.entente.text.EntityType;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final EntityRef IRAN = new EntityRef("iran", EntityType.STATE, "Iran");
  private static final EntityRef SYRIA = new EntityRef("syria", EntityType.STATE, "Syria");
  private static final EntityRef HAMA = new EntityRef("hama", EntityType.PLACE, "Hama");
  private static final Predicate SUPPORTS =
      new Predicate("supports", Set.of(EntityType.STATE), Set.of(EntityType.STATE), false);
  private static final List<Evidence> EVIDENCE = List.of(new Evidence(new Span(0, 20)));

  @Test
  void refusesAnObjectOutsideTheRangeAndNamesIt() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> statement(IRAN, HAMA, Modality.ASSERTED, 1, EVIDENCE));

    assertTrue(thrown.getMessage().contains("supports"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("hama"), thrown.getMessage());
  }

  @Test
  void refusesASubjectOutsideTheDomain() {
    assertThrows(
        IllegalArgumentException.class,
        () -> statement(HAMA, IRAN, Modality.ASSERTED, 1, EVIDENCE));
  }

  @Test
  void refusesAStatementOfAnEntityWithItself() {
    assertThrows(
        IllegalArgumentException.class,
        () -> statement(IRAN, IRAN, Modality.ASSERTED, 1, EVIDENCE));
  }

  @Test
  void refusesAStatementWithoutEvidence() {
    assertThrows(
        IllegalArgumentException.class,
        () -> statement(IRAN, SYRIA, Modality.ASSERTED, 1, List.of()));
  }

  @Test
  void refusesConfidenceOutOfRange() {
    for (double confidence : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> statement(IRAN, SYRIA, Modality.ASSERTED, confidence, EVIDENCE));
      assertThrows(
          IllegalArgumentException.class, () -> new Link(new Span(0, 4), IRAN, confidence, "hand"));
    }
  }

  @Test
  void refusesAnEntityWhoseSlugIsNone() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new EntityRef("Iran ", EntityType.STATE, "Iran"));

    assertTrue(thrown.getMessage().contains("\"Iran \""), thrown.getMessage());
  }

  @Test
  void sortsBySubjectThenPredicateThenObjectThenModality() {
    Statement possible = statement(IRAN, SYRIA, Modality.POSSIBLE, 1, EVIDENCE);
    Statement asserted = statement(IRAN, SYRIA, Modality.ASSERTED, 1, EVIDENCE);
    Statement other = statement(SYRIA, IRAN, Modality.ASSERTED, 1, EVIDENCE);
    LinkedDocument nothing = null;

    assertEquals(
        List.of(asserted, possible, other),
        new DocumentKnowledge(nothing, List.of(other, possible, asserted)).statements());
  }

  @Test
  void holdsWhenAssertedOrReportedOnly() {
    assertTrue(Modality.ASSERTED.holds());
    assertTrue(Modality.REPORTED.holds());
    assertFalse(Modality.POSSIBLE.holds());
    assertFalse(Modality.NEGATED.holds());
  }

  private static Statement statement(
      EntityRef subject,
      EntityRef object,
      Modality modality,
      double confidence,
      List<Evidence> evidence) {
    return new Statement(
        subject, SUPPORTS, object, modality, null, null, null, confidence, evidence);
  }
}
