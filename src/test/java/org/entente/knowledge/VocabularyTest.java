package org.entente.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.entente.text.EntityType;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private static final Predicate NEAR =
      new Predicate(
          "near", Set.of(EntityType.PLACE, EntityType.BASE), Set.of(EntityType.PLACE), true);
  private static final Predicate ATTACKS =
      new Predicate("attacks", Set.of(EntityType.STATE), Set.of(EntityType.PLACE), false);

  private final Vocabulary vocabulary = new Vocabulary(List.of(NEAR, ATTACKS));

  @Test
  void findsAPredicateByName() {
    assertEquals(ATTACKS, vocabulary.predicate("attacks"));
  }

  @Test
  void namesWhatIsMissingAndWhatThereIs() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> vocabulary.predicate("atacks"));

    assertTrue(thrown.getMessage().contains("\"atacks\""), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("[attacks, near]"), thrown.getMessage());
  }

  @Test
  void listsPredicatesByName() {
    assertEquals(List.of(ATTACKS, NEAR), List.copyOf(vocabulary.predicates()));
  }

  @Test
  void acceptsOnlyTypesOfDomainAndRange() {
    assertTrue(NEAR.accepts(EntityType.BASE, EntityType.PLACE));
    assertFalse(NEAR.accepts(EntityType.PLACE, EntityType.BASE));
    assertFalse(NEAR.accepts(EntityType.STATE, EntityType.PLACE));
  }
}
