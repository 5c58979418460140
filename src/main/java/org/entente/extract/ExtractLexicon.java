package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.lexicon.LexiconTable;

/** The word tables of what sentences state, each entry with its row. */
final class ExtractLexicon {

  /** What a verb states; {@code nouns} empty when any object will do. */
  record VerbFrame(
      String row,
      String predicate,
      List<String> nouns,
      String particle,
      List<String> subject,
      List<String> object) {}

  /** What a noun states. */
  record NounFrame(String row, String predicate, List<String> subject, List<String> object) {}

  /** What somebody of a role is to an actor. */
  record Role(String row, String predicate) {}

  /** What a compound such as "-backed" states. */
  record Compound(String row, String predicate, boolean forward) {}

  final Map<String, List<VerbFrame>> verbs = new HashMap<>();
  final Map<String, List<NounFrame>> nouns = new HashMap<>();
  final Map<String, Role> roles = new HashMap<>();
  final Map<String, Compound> compounds = new HashMap<>();
  final Set<String> lightVerbs = LexiconTable.shipped("lightverbs").words("verb");

  private ExtractLexicon() {
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      VerbFrame frame =
          new VerbFrame(
              line("verbs", row),
              row.get("predicate"),
              row.list("noun"),
              row.get("particle"),
              slots(row.list("subject")),
              slots(row.list("object")));
      for (String verb : row.list("verb")) {
        verbs.computeIfAbsent(verb, k -> new ArrayList<>()).add(frame);
      }
    }
    for (LexiconTable.Row row : LexiconTable.shipped("nouns").rows()) {
      NounFrame frame =
          new NounFrame(
              line("nouns", row), row.get("predicate"), row.list("subject"), row.list("object"));
      for (String noun : row.list("noun")) {
        nouns.computeIfAbsent(noun, k -> new ArrayList<>()).add(frame);
      }
    }
    for (LexiconTable.Row row : LexiconTable.shipped("roles").rows()) {
      roles.put(row.get("role"), new Role(line("roles", row), row.get("predicate")));
    }
    for (LexiconTable.Row row : LexiconTable.shipped("sponsorship").rows()) {
      compounds.put(
          row.get("word"),
          new Compound(
              line("sponsorship", row),
              row.get("predicate"),
              row.get("direction").equals("forward")));
    }
  }

  private static String line(String table, LexiconTable.Row row) {
    return table + ".tsv, line " + row.line();
  }

  static ExtractLexicon shipped() {
    return new ExtractLexicon();
  }

  /** "pp:of|over" arrives as "pp:of" and "over": the prefix goes on until another slot begins. */
  private static List<String> slots(List<String> cells) {
    List<String> slots = new ArrayList<>();
    boolean prepositions = false;
    for (String cell : cells) {
      if (cell.startsWith("pp:")) {
        prepositions = true;
        slots.add(cell.substring(3));
      } else if (prepositions || cell.equals("subj") || cell.equals("obj") || cell.equals("conj")) {
        slots.add(cell);
      } else {
        throw new IllegalArgumentException("verbs.tsv: no slot \"" + cell + "\"");
      }
    }
    return slots;
  }
}
