package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.lexicon.LexiconTable;

/** The word tables that extraction needs. */
final class ExtractLexicon {

  /** What a verb states; {@code nouns} empty when any object will do. */
  record VerbFrame(
      String predicate,
      List<String> nouns,
      String particle,
      List<String> subject,
      List<String> object) {}

  /** What a noun states. */
  record NounFrame(String predicate, List<String> subject, List<String> object) {}

  /** A word that changes the modality. */
  record ModalWord(String kind, String modality) {}

  /** What a compound such as "-backed" states. */
  record Compound(String predicate, boolean forward) {}

  final Map<String, List<VerbFrame>> verbs = new HashMap<>();
  final Map<String, List<NounFrame>> nouns = new HashMap<>();
  final Map<String, String> roles = new HashMap<>();
  final Map<String, Compound> compounds = new HashMap<>();
  final Map<String, List<ModalWord>> modality = new HashMap<>();
  final Set<String> agents = LexiconTable.shipped("agents").words("noun");
  final Set<String> transparent = LexiconTable.shipped("transparent").words("noun");
  final Set<String> lightVerbs = LexiconTable.shipped("lightverbs").words("verb");

  private ExtractLexicon() {
    for (LexiconTable.Row row : LexiconTable.shipped("verbs").rows()) {
      VerbFrame frame =
          new VerbFrame(
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
          new NounFrame(row.get("predicate"), row.list("subject"), row.list("object"));
      for (String noun : row.list("noun")) {
        nouns.computeIfAbsent(noun, k -> new ArrayList<>()).add(frame);
      }
    }
    LexiconTable.shipped("roles").rows().forEach(r -> roles.put(r.get("role"), r.get("predicate")));
    for (LexiconTable.Row row : LexiconTable.shipped("sponsorship").rows()) {
      compounds.put(
          row.get("word"),
          new Compound(row.get("predicate"), row.get("direction").equals("forward")));
    }
    for (LexiconTable.Row row : LexiconTable.shipped("modality").rows()) {
      modality
          .computeIfAbsent(row.get("word"), k -> new ArrayList<>())
          .add(new ModalWord(row.get("kind"), row.get("modality")));
    }
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

  /** Whether the word has this kind of effect, and which; null when it has none. */
  @org.jspecify.annotations.Nullable
  String effect(String word, String kind) {
    for (ModalWord modal : modality.getOrDefault(word, List.of())) {
      if (modal.kind().equals(kind)) {
        return modal.modality();
      }
    }
    return null;
  }
}
