package org.entente.extract.modality;

import java.util.List;
import java.util.Set;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.clause.ClauseParts.Kind;
import org.entente.extract.clause.ClauseParts.Part;
import org.entente.extract.clause.Phrase;
import org.entente.knowledge.Modality;

/** Which words of a sentence make what one of its tokens states untrue, wished or only possible. */
final class Doubts {

  private final Clause clause;
  private final ClauseParts parts;
  private final ModalityWords words;
  private final Reports reports;

  Doubts(Clause clause, ClauseParts parts, ModalityWords words, Reports reports) {
    this.clause = clause;
    this.parts = parts;
    this.words = words;
    this.reports = reports;
  }

  /**
   * Adds the cues of a trigger.
   *
   * @param phrase the trigger's phrase
   * @param verb that phrase when it is a verb, else the verb whose object it is; -1 without one
   */
  void read(int token, int phrase, int verb, List<Cue> cues) {
    add(conditional(token), "conjunction", Modality.POSSIBLE, cues);
    add(wish(phrase, token), "wish", Modality.POSSIBLE, cues);
    if (verb >= 0) {
      negation(verb, cues);
      possibility(verb, cues);
    }
    adverbs(phrase, token, cues);
    add(none(phrase, token, verb), "none", Modality.NEGATED, cues);
    add(ending(phrase, verb), "ending", Modality.NEGATED, cues);
  }

  private static boolean add(int token, String rule, Modality effect, List<Cue> cues) {
    return token >= 0 && cues.add(new Cue(token, rule, effect));
  }

  // ---- perhaps

  /** "if", "unless" and "whether" reach to the end of their part. */
  private int conditional(int token) {
    for (int part = parts.of(token); part >= 0; part = parts.part(part).before()) {
      Part at = parts.part(part);
      if (words.has(clause.lower(at.first()), "conjunction")) {
        return at.first();
      }
      if (at.kind() == Kind.MAIN || at.kind() == Kind.RELATIVE || at.kind() == Kind.ASIDE) {
        break;
      }
    }
    for (int i = token - 1; i >= 0 && parts.of(i) == parts.of(token); i--) {
      String word = clause.lower(i);
      if (words.has(word, "conjunction")) {
        return i;
      }
      if (word.equals(",") || word.equals(";")) {
        return -1;
      }
    }
    return -1;
  }

  /** "demands that X withdraw", "promised aid": what is only wanted. */
  private int wish(int phrase, int token) {
    int verb = clause.phrases().get(phrase).isVerb() ? -1 : clause.governingVerb(phrase);
    if (verb >= 0 && has(verb, "wish")) {
      return clause.phrases().get(verb).head();
    }
    for (int i = 0; i < phrase; i++) {
      boolean wish = clause.phrases().get(i).isVerb() && has(i, "wish");
      if (wish && reports.isContent(i, token)) {
        return clause.phrases().get(i).head();
      }
    }
    return -1;
  }

  private boolean has(int phrase, String kind) {
    return words.effectAt(clause, clause.phrases().get(phrase).head(), kind) != null;
  }

  private boolean possibility(int verb, List<Cue> cues) {
    Phrase vp = clause.phrases().get(verb);
    Modality effect = Modality.POSSIBLE;
    return add(words.first(clause, vp.start(), vp.end(), "modal"), "modal", effect, cues)
        || add(governor(verb, effect), "governor", effect, cues)
        || add(toBe(vp), "to be", effect, cues)
        || (isInherited(verb) && possibility(previous(verb), cues));
  }

  /** "is to leave", "are to be handed over". */
  private int toBe(Phrase vp) {
    for (int i = vp.start(); i + 1 < vp.head(); i++) {
      boolean be = Set.of("is", "are", "was", "were").contains(clause.lower(i));
      if (be && clause.lower(i + 1).equals("to")) {
        return i;
      }
    }
    return -1;
  }

  /** "allegedly", "probably": near the trigger, in the same part. */
  private void adverbs(int phrase, int token, List<Cue> cues) {
    int from = Math.max(0, clause.phrases().get(phrase).start() - 2);
    for (int i = from; i < clause.phrases().get(phrase).end(); i++) {
      String effect =
          parts.of(i) == parts.of(token) ? words.effect(clause.lower(i), "adverb") : null;
      if ("possible".equals(effect)) {
        add(i, "adverb", Modality.POSSIBLE, cues);
      } else if ("reported".equals(effect)) {
        add(i, "adverb", Modality.REPORTED, cues);
      }
    }
  }

  // ---- not so

  private boolean negation(int verb, List<Cue> cues) {
    Phrase vp = clause.phrases().get(verb);
    Modality effect = Modality.NEGATED;
    return add(words.first(clause, vp.start(), vp.end(), "negation"), "negation", effect, cues)
        || add(governor(verb, effect), "governor", effect, cues)
        || add(without(verb), "without", effect, cues)
        || add(nobody(verb), "nobody", effect, cues)
        || (isInherited(verb) && negation(previous(verb), cues));
  }

  /** "without taking the town". */
  private int without(int verb) {
    int before = verb > 0 ? clause.phrases().get(verb - 1).start() : -1;
    return before >= 0 && clause.lower(before).equals("without") ? before : -1;
  }

  /** "Nobody took", "neither side withdrew", "no soldier entered". */
  private int nobody(int verb) {
    int part = parts.of(clause.phrases().get(verb).start());
    for (int i = verb - 1; i >= 0; i--) {
      Phrase phrase = clause.phrases().get(i);
      if (parts.of(phrase.start()) != part || phrase.isVerb()) {
        return -1;
      }
      if (words.has(clause.lower(phrase.start()), "nobody")) {
        return phrase.start();
      }
      boolean bound = i > 0 && clause.phrases().get(i - 1).isPreposition();
      if (phrase.isNoun() && !bound) {
        int before = i > 0 ? clause.phrases().get(i - 1).start() : -1;
        return before >= 0 && words.has(clause.lower(before), "nobody") ? before : -1;
      }
    }
    return -1;
  }

  /** "has no soldiers in Syria", "no support": the trigger or its verb's object is none. */
  private int none(int phrase, int token, int verb) {
    for (int i = clause.phrases().get(phrase).start(); i < token; i++) {
      if (words.has(clause.lower(i), "none")) {
        return i;
      }
    }
    int next = verb == phrase ? verb + 1 : clause.phrases().size();
    if (next >= clause.phrases().size()) {
      return -1;
    }
    Phrase object = clause.phrases().get(next);
    boolean none =
        object.isNoun()
            && object.heads().isEmpty()
            && words.has(clause.lower(object.start()), "none");
    return none ? object.start() : -1;
  }

  /** "suspended all contacts", "ended its support": the trigger is what is over. */
  private int ending(int phrase, int verb) {
    boolean over = verb >= 0 && verb != phrase && has(verb, "ending");
    return over ? clause.phrases().get(verb).head() : -1;
  }

  // ---- either

  /** A verb, noun or adjective before the infinitive that changes it: "failed to take". */
  private int governor(int verb, Modality effect) {
    Phrase vp = clause.phrases().get(verb);
    for (int i = vp.start(); i < vp.head(); i++) {
      if (governs(i, effect)) {
        return i;
      }
    }
    String tag = clause.tokens().get(vp.start()).tag();
    boolean infinitive = tag.equals("TO") || tag.equals("VBG");
    for (int i = verb - 1; infinitive && i >= Math.max(0, verb - 4); i--) {
      Phrase before = clause.phrases().get(i);
      if (parts.of(before.start()) != parts.of(vp.start())
          || ",".equals(clause.lower(before.start()))) {
        return -1;
      }
      if (tag.equals("VBG") && i < verb - 2) {
        return -1;
      }
      if (governs(before.head(), effect)) {
        return before.head();
      }
      if (before.isVerb()) {
        String kind = effect == Modality.POSSIBLE ? "modal" : "negation";
        return tag.equals("TO") ? words.first(clause, before.start(), before.end(), kind) : -1;
      }
    }
    return -1;
  }

  private boolean governs(int token, Modality effect) {
    return effect.label().equals(words.effectAt(clause, token, "governor"));
  }

  /** "would seize Aleppo and shell Hama": a bare verb takes what stands before its sister. */
  private boolean isInherited(int verb) {
    Phrase vp = clause.phrases().get(verb);
    return vp.start() == vp.head()
        && clause.tokens().get(vp.head()).tag().equals("VB")
        && previous(verb) >= 0;
  }

  private int previous(int verb) {
    for (int i = verb - 1; i >= 0; i--) {
      if (clause.phrases().get(i).isVerb()) {
        return i;
      }
      String word = clause.lower(clause.phrases().get(i).start());
      if (word.equals(";") || clause.phrases().get(i).type().equals("SBAR")) {
        return -1;
      }
    }
    return -1;
  }
}
