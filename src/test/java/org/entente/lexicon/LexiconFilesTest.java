package org.entente.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.text.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped tables, row by row; a slip of the pen in one of them fails here with its row. */
class LexiconFilesTest {

  /** The nineteen relations of the annotation guidelines. */
  private static final Set<String> PREDICATES =
      Set.of(
          "alliedWith",
          "supports",
          "cooperatesWith",
          "opposes",
          "attacks",
          "captures",
          "controls",
          "losesControlOf",
          "deploysTo",
          "withdrawsFrom",
          "operatesBase",
          "operatesWeapon",
          "leads",
          "officialOf",
          "memberOf",
          "partOf",
          "locatedIn",
          "near",
          "participatesIn");

  private static final Pattern WORDS = Pattern.compile("[\\p{L}'’.-]+( [\\p{L}'’.-]+)*");
  private static final Pattern PREPOSITION = Pattern.compile("[a-z]+( [a-z]+){0,2}");

  @ParameterizedTest
  @ValueSource(strings = {"verbs", "nouns", "roles", "sponsorship", "relationtimes"})
  void namesOnlyPredicatesOfTheGuidelines(String table) {
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      String predicate = row.get("predicate");
      assertTrue(PREDICATES.contains(predicate), row.where() + ": \"" + predicate + "\"");
    }
  }

  @Test
  void saysForEachPredicateWhatADateMeans() {
    Set<String> said = new HashSet<>();
    for (LexiconTable.Row row : LexiconTable.shipped("relationtimes").rows()) {
      said.add(row.get("predicate"));
      assertTrue(
          Set.of("event", "lasting", "state", "tie", "never").contains(row.get("time")),
          row.where());
    }
    assertEquals(PREDICATES, said);
  }

  @Test
  void hasNineteenPredicates() {
    assertEquals(19, PREDICATES.size());
  }

  /** A slot of a verb: subj, obj, conj, or prepositions after {@code pp:}, which come last. */
  @ParameterizedTest
  @ValueSource(strings = {"subject", "object"})
  void hasWellFormedVerbSlots(String column) {
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      boolean prepositions = false;
      List<String> slots = row.list(column);
      assertFalse(slots.isEmpty(), row.where() + ": no " + column);
      for (String slot : slots) {
        String where = row.where() + ": \"" + slot + "\"";
        if (slot.startsWith("pp:")) {
          prepositions = true;
          assertTrue(PREPOSITION.matcher(slot.substring(3)).matches(), where);
        } else if (prepositions) {
          assertTrue(PREPOSITION.matcher(slot).matches(), where);
        } else {
          assertTrue(Set.of("subj", "obj", "conj").contains(slot), where);
        }
      }
    }
  }

  @Test
  void looksForTheTwoSidesOfAVerbInDifferentPlaces() {
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      assertFalse(row.list("subject").equals(row.list("object")), row.where());
    }
  }

  /** A slot of a noun: poss, between, light, or a preposition. */
  @ParameterizedTest
  @ValueSource(strings = {"subject", "object"})
  void hasWellFormedNounSlots(String column) {
    for (LexiconTable.Row row : LexiconTable.shipped("nouns").rows()) {
      List<String> slots = row.list(column);
      assertFalse(slots.isEmpty(), row.where() + ": no " + column);
      for (String slot : slots) {
        assertTrue(PREPOSITION.matcher(slot).matches(), row.where() + ": \"" + slot + "\"");
      }
      assertEquals(
          row.list("subject").contains("between"),
          row.list("object").contains("between"),
          row.where() + ": between is for both sides or for none");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agents, noun",
    "anaphora, noun",
    "collectives, noun",
    "ethnonyms, adjective",
    "headwords, word",
    "lightverbs, verb",
    "placewords, word",
    "roles, role",
    "sponsorship, word",
    "transparent, noun"
  })
  void saysEveryWordOnce(String table, String column) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      if (!seen.add(row.get(column))) {
        twice.add(row.where() + ": " + row.get(column));
      }
    }
    assertEquals(List.of(), twice);
  }

  @ParameterizedTest
  @CsvSource({
    "verbs, 'predicate,verb,noun,particle,subject,object'",
    "nouns, 'predicate,noun,subject,object'",
    "modality, 'word,kind,modality'"
  })
  void hasNoRowTwice(String table, String columns) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      StringBuilder cells = new StringBuilder();
      for (String column : columns.split(",")) {
        cells.append(row.get(column)).append('\t');
      }
      if (!seen.add(cells.toString())) {
        twice.add(row.where() + ": " + cells);
      }
    }
    assertEquals(List.of(), twice);
  }

  /** The same verb with the same object, noun and particle may not state the same thing twice. */
  @Test
  void statesNothingTwiceWithOneVerb() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      for (String verb : row.list("verb")) {
        String frame =
            String.join(
                "\t",
                row.get("predicate"),
                verb,
                row.get("noun"),
                row.get("particle"),
                row.get("subject"),
                row.get("object"));
        if (!seen.add(frame)) {
          twice.add(row.where() + ": " + frame);
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @ParameterizedTest
  @CsvSource({"verbs, verb", "nouns, noun", "roles, role", "agents, noun", "transparent, noun"})
  void hasWellFormedWordsInLowerCase(String table, String column) {
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      List<String> words = row.list(column);
      assertFalse(words.isEmpty(), row.where() + ": no " + column);
      for (String word : words) {
        String where = row.where() + ": \"" + word + "\"";
        assertTrue(WORDS.matcher(word).matches(), where);
        assertEquals(word.toLowerCase(java.util.Locale.ROOT), word, where);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"collectives, type", "headwords, type", "placewords, type", "anaphora, types"})
  void namesOnlyTypesThatExist(String table, String column) {
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      List<String> types = row.list(column);
      assertFalse(types.isEmpty(), row.where() + ": no type");
      for (String type : types) {
        assertTrue(
            EntityType.ofLabel(type).map(t -> t.label().equals(type)).orElse(false),
            row.where() + ": \"" + type + "\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "roles, title, |yes",
    "collectives, own, |yes|only",
    "collectives, alone, |yes",
    "headwords, place, first|last",
    "sponsorship, direction, forward|backward",
    "modality, kind, modal|governor|negation|nobody|none|conjunction|adverb|attribution|claim|view"
        + "|wish|ending|belief",
    "timewords, kind, month|weekday|season|unit|number|day|opens|closes|inside|begins",
    "modality, modality, possible|negated|reported"
  })
  void saysOnlyWhatTheCommentsOfTheTableAllow(String table, String column, String allowed) {
    Set<String> values = Set.of(allowed.split("\\|", -1));
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      assertTrue(values.contains(row.get(column)), row.where() + ": \"" + row.get(column) + "\"");
    }
  }
}
