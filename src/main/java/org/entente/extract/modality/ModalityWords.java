package org.entente.extract.modality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.extract.clause.Clause;
import org.entente.lexicon.LexiconTable;
import org.jspecify.annotations.Nullable;

/** The words of {@code modality.tsv} and how they are found among the tokens of a sentence. */
final class ModalityWords {

  private record Effect(String kind, String modality) {}

  private static final ModalityWords SHIPPED = new ModalityWords(LexiconTable.shipped("modality"));
  private static final List<String> ENDINGS = List.of("", "s", "ed", "d", "ing");

  private final Map<String, List<Effect>> words = new HashMap<>();

  private ModalityWords(LexiconTable table) {
    for (LexiconTable.Row row : table.rows()) {
      words
          .computeIfAbsent(row.get("word"), k -> new ArrayList<>())
          .add(new Effect(row.get("kind"), row.get("modality")));
    }
  }

  static ModalityWords shipped() {
    return SHIPPED;
  }

  /** Whether the word has this kind of effect, and which; null when it has none. */
  @Nullable String effect(String word, String kind) {
    for (Effect effect : words.getOrDefault(word, List.of())) {
      if (effect.kind().equals(kind)) {
        return effect.modality();
      }
    }
    return null;
  }

  boolean has(String word, String kind) {
    return effect(word, kind) != null;
  }

  /**
   * The effect of a word by its lemma, or by its form without an ending: the lemmatizer makes
   * "accu" of "accuse".
   */
  @Nullable String effectAt(Clause clause, int token, String kind) {
    String effect = effect(clause.lemma(token), kind);
    String word = clause.lower(token);
    for (int i = 0; effect == null && i < ENDINGS.size(); i++) {
      String ending = ENDINGS.get(i);
      if (word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        effect = effect(stem, kind);
        if (effect == null && !ending.isEmpty()) {
          effect = effect(stem + "e", kind);
        }
      }
    }
    return effect;
  }

  /** The first token of a stretch with this kind of effect, "not" of "not only" aside; or -1. */
  int first(Clause clause, int start, int end, String kind) {
    for (int i = start; i < end; i++) {
      boolean only =
          clause.lower(i).equals("not") && i + 1 < end && clause.lower(i + 1).equals("only");
      if (!only && has(clause.lower(i), kind)) {
        return i;
      }
    }
    return -1;
  }
}
