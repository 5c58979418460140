package org.entente.extract;

import java.util.List;
import java.util.Set;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Modality;
import org.jspecify.annotations.Nullable;

/**
 * In which way a sentence states what one of its tokens triggers: negation before possibility
 * before report.
 */
final class ModalityReader {

  /** The modality, and who is said to have said it. */
  record Reading(Modality modality, @Nullable Attribution attribution) {}

  private static final Set<String> CLOSERS = Set.of(",", "”", "\"", "''");
  private static final Set<String> OPENERS = Set.of("“", "\"", ":", "``");

  private final ExtractLexicon lexicon;

  ModalityReader(ExtractLexicon lexicon) {
    this.lexicon = lexicon;
  }

  Reading read(Clause clause, int token) {
    int phrase = clause.phraseOf(token);
    int verb = verbFor(clause, phrase);
    Attribution attribution = null;
    boolean denied = false;
    boolean reported = false;
    int said = saidAround(clause, verb >= 0 ? verb : phrase);
    if (said >= 0) {
      attribution = attribution(clause, said);
      reported = true;
      denied =
          "negated"
              .equals(lexicon.effect(clause.lemma(clause.phrases.get(said).head()), "attribution"));
    }
    Attribution according = accordingTo(clause);
    if (according != null) {
      attribution = according;
      reported = true;
    }
    boolean possible = opensConditional(clause, phrase);
    boolean negated = denied;
    if (verb >= 0) {
      Phrase vp = clause.phrases.get(verb);
      negated =
          negated
              || has(clause, vp.start(), vp.end(), "negation")
              || governed(clause, verb, "negated");
      possible =
          possible
              || has(clause, vp.start(), vp.end(), "modal")
              || governed(clause, verb, "possible");
    }
    int from = Math.max(0, clause.phrases.get(phrase).start() - 2);
    for (int i = from; i < clause.phrases.get(phrase).end(); i++) {
      String effect = lexicon.effect(clause.lower(i), "adverb");
      possible = possible || "possible".equals(effect);
      reported = reported || "reported".equals(effect);
      negated = negated || (i < token && clause.lower(i).equals("no"));
    }
    Modality modality =
        negated
            ? Modality.NEGATED
            : possible ? Modality.POSSIBLE : reported ? Modality.REPORTED : Modality.ASSERTED;
    return new Reading(modality, attribution);
  }

  /** The verb phrase that the trigger is, or whose object or subject it is. */
  private static int verbFor(Clause clause, int phrase) {
    if (clause.phrases.get(phrase).isVerb()) {
      return phrase;
    }
    return clause.governingVerb(phrase);
  }

  private boolean has(Clause clause, int start, int end, String kind) {
    for (int i = start; i < end; i++) {
      if (lexicon.effect(clause.lower(i), kind) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a verb or adjective that governs the infinitive changes it: "plans to", "failed to".
   */
  private boolean governed(Clause clause, int verb, String modality) {
    Phrase vp = clause.phrases.get(verb);
    for (int i = vp.start(); i < vp.head(); i++) {
      if (modality.equals(lexicon.effect(clause.lemma(i), "governor"))) {
        return true;
      }
    }
    boolean infinitive = clause.lower(vp.start()).equals("to");
    for (int i = verb - 1; infinitive && i >= Math.max(0, verb - 3); i--) {
      Phrase before = clause.phrases.get(i);
      if (modality.equals(lexicon.effect(clause.lemma(before.head()), "governor"))) {
        return true;
      }
      if (before.isVerb()
          && modality.equals("possible")
          && has(clause, before.start(), before.end(), "modal")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether "if" or "unless" opens the clause: a conjunction before the trigger, no comma between.
   */
  private boolean opensConditional(Clause clause, int phrase) {
    for (int i = clause.phrases.get(phrase).start() - 1; i >= 0; i--) {
      String word = clause.lower(i);
      if (lexicon.effect(word, "conjunction") != null && !word.equals("should")) {
        return true;
      }
      if (word.equals(",") || word.equals(";")) {
        return false;
      }
    }
    return false;
  }

  /** Index of the verb of saying on which the phrase depends; -1 when the writer speaks. */
  private int saidAround(Clause clause, int phrase) {
    for (int i = 0; i < clause.phrases.size(); i++) {
      Phrase candidate = clause.phrases.get(i);
      if (!candidate.isVerb() || i == phrase) {
        continue;
      }
      String lemma = clause.lemma(candidate.head());
      if (lexicon.effect(lemma, "attribution") == null || lemma.equals("according")) {
        continue;
      }
      boolean content = i < phrase && opensContent(clause, i, phrase);
      boolean closing = i > phrase && closes(clause, i);
      if (content || closing) {
        return i;
      }
    }
    return -1;
  }

  /**
   * "X said (that) …": nothing but a that, a comma, a quotation mark or a noun begins the content.
   */
  private static boolean opensContent(Clause clause, int said, int phrase) {
    for (int i = said + 1; i < phrase; i++) {
      String word = clause.lower(clause.phrases.get(i).head());
      if (word.equals(";") || word.equals("while") || word.equals("but")) {
        return false;
      }
    }
    for (int i = said + 1; i < phrase; i++) {
      Phrase next = clause.phrases.get(i);
      String word = clause.lower(next.head());
      boolean opener = next.type().equals("SBAR") || word.equals("that") || OPENERS.contains(word);
      // "said the army had left": a noun and then a verb with a time of its own
      boolean bare = next.isVerb() && i > said + 1 && isFinite(clause, next);
      if (opener || bare) {
        return true;
      }
      if (next.isVerb()) {
        return false;
      }
    }
    // the trigger itself is the content's verb
    return phrase > said + 1
        && clause.phrases.get(phrase).isVerb()
        && isFinite(clause, clause.phrases.get(phrase));
  }

  private static boolean isFinite(Clause clause, Phrase verb) {
    String tag = clause.tokens.get(verb.start()).tag();
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
  }

  /** "…, X said": little follows the verb of saying. */
  private static boolean closes(Clause clause, int said) {
    int left = clause.phrases.get(said).start();
    boolean comma = false;
    for (int i = Math.max(0, left - 8); i < left; i++) {
      String word = clause.lower(i);
      comma = comma || word.equals(",") || word.equals("”") || word.equals("\"");
    }
    return comma && clause.tokens.size() - clause.phrases.get(said).end() <= 14;
  }

  private static @Nullable Attribution attribution(Clause clause, int said) {
    boolean noun = said > 0 && clause.phrases.get(said - 1).isNoun();
    // "HTS took Hama, local activists said": the noun next to the verb, not the one before the
    // comma
    int subject = noun && isAfterComma(clause, said - 1) ? said - 1 : clause.subject(said);
    if (subject < 0) {
      return null;
    }
    return named(clause, subject);
  }

  private static boolean isAfterComma(Clause clause, int phrase) {
    int start = clause.phrases.get(phrase).start();
    return start > 0 && CLOSERS.contains(clause.lower(start - 1));
  }

  private static @Nullable Attribution accordingTo(Clause clause) {
    for (int i = 0; i + 1 < clause.tokens.size(); i++) {
      if (clause.lower(i).equals("according") && clause.lower(i + 1).equals("to")) {
        for (int p = 0; p < clause.phrases.size(); p++) {
          if (clause.phrases.get(p).start() >= i + 2 && clause.phrases.get(p).isNoun()) {
            return named(clause, p);
          }
        }
      }
    }
    return null;
  }

  private static Attribution named(Clause clause, int index) {
    Phrase phrase = clause.phrases.get(index);
    int start = phrase.start();
    while (start < phrase.end() - 1 && clause.tokens.get(start).tag().equals("DT")) {
      start++;
    }
    StringBuilder text = new StringBuilder();
    for (int i = start; i < phrase.end(); i++) {
      boolean gap =
          i > start && clause.tokens.get(i).span().start() > clause.tokens.get(i - 1).span().end();
      text.append(gap ? " " : "").append(clause.tokens.get(i).text());
    }
    List<EntityRef> entities = clause.entities(index);
    EntityRef entity = entities.stream().filter(e -> e.type().isActor()).findFirst().orElse(null);
    return new Attribution(text.toString(), entity);
  }
}
