package org.entente.extract.modality;

import java.util.BitSet;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.clause.ClauseParts.Kind;
import org.entente.extract.clause.ClauseParts.Part;
import org.entente.extract.clause.Phrase;
import org.jspecify.annotations.Nullable;

/** On which verb or noun of saying what a token states depends. */
final class Reports {

  /**
   * What a trigger depends on, on the way up.
   *
   * @param phrase the verb or noun of saying
   * @param rule its kind in {@code modality.tsv}
   * @param effect what it makes of what is said
   */
  record Said(int phrase, String rule, String effect) {}

  private final Clause clause;
  private final ClauseParts parts;
  private final ModalityWords words;
  private final SayingVerbs verbs;
  private final BitSet quoted;

  /** The reports of a sentence with these tokens between quotation marks. */
  Reports(Clause clause, ClauseParts parts, ModalityWords words, SayingVerbs verbs, BitSet quoted) {
    this.clause = clause;
    this.parts = parts;
    this.words = words;
    this.verbs = verbs;
    this.quoted = quoted;
  }

  /** The verb or noun of saying on which the trigger depends; null when the writer speaks. */
  @Nullable Said said(int phrase, int token) {
    Said before = null;
    for (int i = 0; i < clause.phrases().size(); i++) {
      if (i == phrase) {
        continue;
      }
      Said said = saidBy(i, phrase, token);
      if (said == null) {
        continue;
      }
      if (i > phrase) {
        return before == null ? said : before;
      }
      before = said;
    }
    return before;
  }

  private @Nullable Said saidBy(int i, int phrase, int token) {
    Phrase candidate = clause.phrases().get(i);
    if (candidate.isNoun()) {
      boolean noun =
          words.effectAt(clause, candidate.head(), "claim") != null && opensRightAfter(candidate);
      return noun && isContent(i, token) ? new Said(i, "claim", "reported") : null;
    }
    if (!candidate.isVerb()) {
      return null;
    }
    String belief = words.effectAt(clause, candidate.head(), "belief");
    if (belief != null && isNegated(candidate) && isContent(i, token)) {
      return new Said(i, "belief", "negated");
    }
    String view = words.effectAt(clause, candidate.head(), "view");
    if (view != null && isAfterPreposition(i, phrase)) {
      return new Said(i, "view", view);
    }
    String effect = words.effectAt(clause, candidate.head(), "attribution");
    if (effect == null) {
      return null;
    }
    boolean content =
        isContent(i, token)
            || (effect.equals("negated") && isObject(i, phrase))
            || (!verbs.isPassive(i) && isComplement(i, phrase))
            || (verbs.isParenthetical(i) && isAround(i, token))
            || isQuotedBy(i, token);
    return content ? new Said(i, "attribution", effect) : null;
  }

  /** "does not believe that". */
  private boolean isNegated(Phrase verb) {
    return words.first(clause, verb.start(), verb.end(), "negation") >= 0;
  }

  private boolean opensRightAfter(Phrase noun) {
    return noun.end() < clause.tokens().size()
        && clause.lower(noun.end()).equals("that")
        && parts.part(parts.of(noun.end())).kind() == Kind.CONTENT;
  }

  /** Whether the trigger stands in what the verb says: "said that …", "said the army had …". */
  boolean isContent(int said, int token) {
    Phrase verb = clause.phrases().get(said);
    if (token < verb.end()) {
      return false;
    }
    int home = parts.of(verb.start());
    int part = parts.of(token);
    int child = -1;
    boolean content = false;
    while (part >= 0 && part != home) {
      Part at = parts.part(part);
      boolean comma = at.first() > 0 && clause.lower(at.first() - 1).equals(",");
      boolean again = child >= 0 && parts.part(child).kind() == Kind.CONTENT;
      if (isAside(part)
          || (at.kind() == Kind.JOINED && comma && !again && !quoted.get(token))
          || (at.kind() == Kind.MAIN && !opens(at))) {
        return false;
      }
      boolean says = at.kind() == Kind.CONTENT || at.kind() == Kind.MAIN;
      content = content || again || (says && isNext(said, at.first()));
      child = part;
      part = at.before();
    }
    if (part != home) {
      return false;
    }
    return content || ((child < 0 || !isJoint(child)) && isBare(said, token, child));
  }

  private boolean isJoint(int part) {
    Kind kind = parts.part(part).kind();
    return kind == Kind.JOINED || kind == Kind.RELATIVE || kind == Kind.REDUCED;
  }

  /** "said: …". */
  private boolean opens(Part part) {
    return clause.lower(part.first()).equals(":");
  }

  /** Whether no other finite verb stands between the verb and the content. */
  private boolean isNext(int said, int first) {
    for (int i = said + 1; i < clause.phrases().size(); i++) {
      Phrase phrase = clause.phrases().get(i);
      if (phrase.start() >= first) {
        return true;
      }
      if (phrase.isVerb()
          && parts.of(phrase.start()) == parts.of(clause.phrases().get(said).start())) {
        return false;
      }
    }
    return true;
  }

  /** "residents said the army had left": a noun, then a verb with a time of its own. */
  private boolean isBare(int said, int token, int child) {
    int until = child < 0 ? token : parts.part(child).first() - 1;
    boolean noun = false;
    for (int i = said + 1; i < clause.phrases().size(); i++) {
      Phrase phrase = clause.phrases().get(i);
      if (parts.of(phrase.start()) != parts.of(clause.phrases().get(said).start())) {
        continue;
      }
      String word = clause.lower(phrase.start());
      if (phrase.isVerb()) {
        return noun && verbs.isFinite(phrase) && phrase.start() <= Math.max(until, token);
      }
      if (word.equals(",") && !noun) {
        return false;
      }
      noun = noun || phrase.isNoun();
    }
    return false;
  }

  /** "denied any withdrawal": the object of the verb. */
  private boolean isObject(int said, int phrase) {
    return phrase > said && clause.governingVerb(phrase) == said;
  }

  /** "denied having left", "claims to hold": a verb form that follows at once. */
  private boolean isComplement(int said, int phrase) {
    if (phrase <= said || !clause.phrases().get(phrase).isVerb()) {
      return false;
    }
    for (int i = said + 1; i < phrase; i++) {
      if (!clause.phrases().get(i).type().equals("ADVP")) {
        return false;
      }
    }
    String tag = clause.tokens().get(clause.phrases().get(phrase).start()).tag();
    return tag.equals("TO") || tag.equals("VBG");
  }

  /** "accused Iran of arming", "regards the group as part of": after the verb's preposition. */
  private boolean isAfterPreposition(int view, int phrase) {
    if (phrase <= view
        || parts.of(clause.phrases().get(phrase).start())
            != parts.of(clause.phrases().get(view).start())) {
      return false;
    }
    for (int i = view + 1; i < phrase; i++) {
      String word = clause.lower(clause.phrases().get(i).start());
      if (word.equals("of") || word.equals("as") || word.equals("for")) {
        return true;
      }
    }
    return false;
  }

  /** Whether no stronger sign than a comma parts the trigger from the verb of saying. */
  private boolean isAround(int said, int token) {
    int verb = clause.phrases().get(said).start();
    for (int i = Math.min(verb, token); i < Math.max(verb, token); i++) {
      String text = clause.tokens().get(i).text();
      if (text.equals(";") || (text.equals(":") && token < verb)) {
        return false;
      }
    }
    if (parts.of(token) == parts.of(verb)) {
      return true;
    }
    Kind kind = parts.part(parts.of(token)).kind();
    if (token > verb) {
      return kind == Kind.SHARED || kind == Kind.JOINED;
    }
    return closesSentence(said) && !isAside(parts.of(token));
  }

  private boolean closesSentence(int said) {
    int next = clause.phrases().get(said).end();
    for (int i = next; i < clause.tokens().size(); i++) {
      if (clause.phrases().get(clause.phraseOf(i)).isVerb() || clause.lower(i).equals(";")) {
        return parts.of(i) != parts.of(next - 1);
      }
    }
    return true;
  }

  /** ", which …" and the like: what the writer adds. */
  private boolean isAside(int part) {
    Part at = parts.part(part);
    if (at.kind() != Kind.RELATIVE && at.kind() != Kind.REDUCED) {
      return at.kind() == Kind.ASIDE;
    }
    for (int i = at.first() - 1; i >= Math.max(1, at.first() - 6); i--) {
      if (clause.lower(i).equals(",")) {
        return true;
      }
      if (clause.phrases().get(clause.phraseOf(i)).isVerb()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the trigger is quoted with its verb, and the verb of saying is outside. */
  private boolean isQuotedBy(int said, int token) {
    return quoted.get(token) && !quoted.get(clause.phrases().get(said).start()) && speaks(token);
  }

  /** Whether the quoted words around a token have a verb with a time of its own. */
  boolean speaks(int token) {
    for (int i = quotedFrom(token); i < clause.tokens().size() && quoted.get(i); i++) {
      if (clause.hasTense(i)) {
        return true;
      }
    }
    return false;
  }

  /** First token of the quoted words around a token. */
  int quotedFrom(int token) {
    int from = token;
    while (from > 0 && quoted.get(from - 1)) {
      from--;
    }
    return from;
  }

  /** Token of "said" in "is said to have left", of "claims" in "claims to hold"; else -1. */
  int held(int phrase) {
    Phrase here = clause.phrases().get(phrase);
    for (int i = phrase; here.isVerb() && i >= Math.max(0, phrase - 2); i--) {
      Phrase before = clause.phrases().get(i);
      for (int t = before.start();
          before.isVerb() && t < Math.min(before.end(), here.head());
          t++) {
        int next =
            t + 1 < clause.tokens().size() && clause.lower(t + 1).equals("not") ? t + 2 : t + 1;
        boolean to = next < clause.tokens().size() && clause.lower(next).equals("to");
        boolean passive = verbs.isPassiveAt(before, t);
        boolean saying =
            "reported".equals(words.effectAt(clause, t, "attribution"))
                || (passive && "reported".equals(words.effectAt(clause, t, "view")));
        boolean claims = words.effectAt(clause, t, "claim") != null;
        if (saying && to && next <= here.head() && (passive || claims)) {
          return t;
        }
      }
    }
    return -1;
  }
}
