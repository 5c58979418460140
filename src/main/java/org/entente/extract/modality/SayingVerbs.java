package org.entente.extract.modality;

import java.util.Set;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.clause.Phrase;
import org.entente.extract.time.TimeWords;

/** How a verb of saying stands in its sentence: before, after or amid what is said. */
final class SayingVerbs {

  private static final Set<String> COMMAS = Set.of(",", "”", "\"", "''");
  private static final String COMMA = ",";
  private static final Set<String> ENDS =
      Set.of(",", ".", ";", ":", "!", "?", "”", "\"", "''", ")");
  private static final TimeWords TIMES = TimeWords.shipped();

  private final Clause clause;
  private final ClauseParts parts;
  private final ModalityWords words;

  SayingVerbs(Clause clause, ClauseParts parts, ModalityWords words) {
    this.clause = clause;
    this.parts = parts;
    this.words = words;
  }

  boolean isSaying(int phrase) {
    Phrase candidate = clause.phrases().get(phrase);
    return candidate.isVerb()
        && words.effectAt(clause, candidate.head(), "attribution") != null
        && !isPassive(phrase);
  }

  /** Whether the verb has a time of its own. */
  boolean isFinite(Phrase verb) {
    return clause.hasTense(verb.start());
  }

  /** "…, X said", ", it says,": a name or noun after a comma, the verb, and an end. */
  boolean isParenthetical(int said) {
    Phrase verb = clause.phrases().get(said);
    if (isPassive(said) || !isFinite(verb)) {
      return false;
    }
    boolean before =
        said > 0 && clause.phrases().get(said - 1).isNoun() && isComma(subjectStart(said) - 1);
    if (before) {
      return verb.end() >= clause.tokens().size() || endsSoon(verb.end());
    }
    return isInverted(said);
  }

  /** "…, said X": the verb comes first, after words that have a verb of their own. */
  boolean isInverted(int said) {
    Phrase verb = clause.phrases().get(said);
    int start = verb.start();
    if (!isComma(start - 1)
        || !isFinite(verb)
        || said + 1 >= clause.phrases().size()
        || !clause.phrases().get(said + 1).isNoun()
        || isTime(clause, clause.phrases().get(said + 1))) {
      return false;
    }
    int first = parts.firstVerb(parts.of(start));
    return (first >= 0 && first < start) || !COMMA.equals(clause.tokens().get(start - 1).text());
  }

  /** First token of the subject that ends before a verb, a "with", "of" or "in" included. */
  private int subjectStart(int said) {
    int i = said - 1;
    while (i >= 2
        && clause.phrases().get(i - 1).isPreposition()
        && clause.phrases().get(i - 2).isNoun()) {
      i -= 2;
    }
    return clause.phrases().get(i).start();
  }

  /** A comma or full stop, at once or after a few words of time and place. */
  private boolean endsSoon(int token) {
    for (int i = token; i < Math.min(clause.tokens().size(), token + 7); i++) {
      if (ENDS.contains(clause.tokens().get(i).text())) {
        return true;
      }
      if (clause.phrases().get(clause.phraseOf(i)).isVerb() || clause.lower(i).equals("that")) {
        return false;
      }
    }
    return false;
  }

  private boolean isComma(int token) {
    return token >= 0 && COMMAS.contains(clause.tokens().get(token).text());
  }

  /** Whether a form of "be" stands before the token. */
  boolean isPassiveAt(Phrase verb, int token) {
    for (int i = verb.start(); i < token; i++) {
      String lemma = clause.lemma(i);
      if (lemma.equals("be")
          || Set.of("is", "are", "was", "were", "been").contains(clause.lower(i))) {
        return true;
      }
    }
    return false;
  }

  boolean isPassive(int phrase) {
    Phrase verb = clause.phrases().get(phrase);
    return clause.tokens().get(verb.head()).tag().equals("VBN") && isPassiveAt(verb, verb.head());
  }

  /** "on Monday": a noun that names a time, not somebody. */
  static boolean isTime(Clause clause, Phrase phrase) {
    return TIMES.isTime(clause.lower(phrase.head()));
  }
}
