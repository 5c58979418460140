package org.entente.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.lexicon.LexiconTable;
import org.entente.text.EntityType;

/** The word tables that finding and linking names need. */
final class LinkLexicon {

  /** A noun that makes a name together with the nation before it. */
  record Collective(
      List<String> words, EntityType type, String canonical, String own, boolean alone) {}

  /** A word that tells the type of a capitalised name. */
  record Headword(List<String> words, EntityType type, boolean first) {}

  final List<Collective> collectives = new ArrayList<>();
  final List<Headword> headwords = new ArrayList<>();
  final List<Headword> placeWords = new ArrayList<>();
  final Set<String> ethnonyms = new HashSet<>();
  final Set<String> sponsorship = new HashSet<>();
  final Set<String> titles = new HashSet<>();
  private static final Set<String> OF_PLACES = Set.of("captures", "controls", "losesControlOf");

  final Map<String, String> nationalRoles = new HashMap<>();
  final Set<String> calendar = LexiconTable.shipped("calendar").words("word");
  final Map<String, List<EntityType>> anaphora = new HashMap<>();
  final Map<String, String> modifiers = new HashMap<>();
  final Set<String> national = new HashSet<>();

  /** Verbs and nouns whose object is a place more often than not: "captured it". */
  final Set<String> placeVerbs = new HashSet<>();

  final Set<String> placeNouns = new HashSet<>();

  private LinkLexicon() {
    for (LexiconTable.Row row : LexiconTable.shipped("collectives").rows()) {
      collectives.add(
          new Collective(
              words(row.get("noun")),
              type(row, "type"),
              row.get("canonical"),
              row.get("own"),
              row.get("alone").equals("yes")));
    }
    for (LexiconTable.Row row : LexiconTable.shipped("headwords").rows()) {
      headwords.add(
          new Headword(
              List.of(row.get("word").split(" ")),
              type(row, "type"),
              row.get("place").equals("first")));
    }
    for (LexiconTable.Row row : LexiconTable.shipped("placewords").rows()) {
      placeWords.add(new Headword(words(row.get("word")), type(row, "type"), false));
    }
    LexiconTable.shipped("ethnonyms").rows().forEach(r -> ethnonyms.add(r.get("adjective")));
    sponsorship.addAll(LexiconTable.shipped("sponsorship").words("word"));
    for (LexiconTable.Row row : LexiconTable.shipped("roles").rows()) {
      if (row.get("national").equals("yes")) {
        nationalRoles.put(row.get("role").toLowerCase(Locale.ROOT), row.get("predicate"));
      }
      if (row.get("title").equals("yes")) {
        titles.add(row.get("role").toLowerCase(Locale.ROOT));
      }
    }
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      boolean bare = row.get("noun").isEmpty() && row.get("particle").isEmpty();
      if (bare && OF_PLACES.contains(row.get("predicate"))) {
        placeVerbs.addAll(row.list("verb"));
      }
    }
    for (LexiconTable.Row row : LexiconTable.shipped("nouns").rows()) {
      if (OF_PLACES.contains(row.get("predicate"))) {
        placeNouns.addAll(row.list("noun"));
      }
    }
    placeNouns.addAll(List.of("assault", "attack", "advance", "offensive", "march"));
    for (LexiconTable.Row row : LexiconTable.shipped("anaphora").rows()) {
      anaphora.put(
          row.get("noun"),
          row.list("types").stream().map(t -> EntityType.ofLabel(t).orElseThrow()).toList());
      if (row.get("national").equals("yes")) {
        national.add(row.get("noun"));
      }
      row.list("modifier").forEach(m -> modifiers.put(m, row.get("noun")));
    }
  }

  static LinkLexicon shipped() {
    return new LinkLexicon();
  }

  private static List<String> words(String cell) {
    return List.of(cell.toLowerCase(Locale.ROOT).split(" "));
  }

  private static EntityType type(LexiconTable.Row row, String column) {
    String label = row.get(column);
    return EntityType.ofLabel(label)
        .orElseThrow(
            () -> new IllegalArgumentException(row.where() + ": no type \"" + label + "\""));
  }
}
