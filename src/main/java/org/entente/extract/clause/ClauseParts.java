package org.entente.extract.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence cut into the clauses that its verbs make: "On Monday rebels took Hama, | which the
 * army had held since 2014, | and marched on Homs" has three parts.
 *
 * <p>There is no parse tree: parts begin at relative pronouns, conjunctions, participles after a
 * noun and strong signs, and the ones inside another end at a comma. Each token is in one part.
 */
public final class ClauseParts {

  /** How a part hangs on the one it depends on. */
  public enum Kind {
    /** The first part, or one after a semicolon or colon. */
    MAIN,
    /** After "and" or "but", with a subject of its own. */
    JOINED,
    /** After "and" or "but", a verb that shares its subject with the part before. */
    SHARED,
    /** After "who", "which", "where", "when" and the like. */
    RELATIVE,
    /** After "that": what is said or thought. */
    CONTENT,
    /** After "because", "while", "after" and other conjunctions. */
    SUBORDINATE,
    /** A participle right after its noun: "a town besieged since 2012". */
    REDUCED,
    /** In brackets or between dashes. */
    ASIDE
  }

  /**
   * A part.
   *
   * @param before index of the part that it depends on or is joined to; -1 for the first
   * @param first its first token
   */
  public record Part(Kind kind, int before, int first) {}

  private static final Set<String> RELATIVES =
      Set.of("who", "which", "whom", "whose", "where", "when", "why");
  private static final Set<String> TIMES =
      Set.of("after", "before", "since", "until", "as", "once");

  private final Clause clause;
  private final List<Part> parts = new ArrayList<>();
  private final int[] partOf;

  /** Cuts a sentence. */
  public ClauseParts(Clause clause) {
    this.clause = clause;
    this.partOf = new int[clause.tokens().size()];
    cut();
  }

  /** Index of the part that holds a token. */
  public int of(int token) {
    return partOf[token];
  }

  /** The part of this index. */
  public Part part(int index) {
    return parts.get(index);
  }

  /** How many parts there are. */
  public int count() {
    return parts.size();
  }

  /** Token of the first verb of a part that is no infinitive or participle; -1 without one. */
  public int firstVerb(int part) {
    for (Phrase phrase : clause.phrases()) {
      if (partOf[phrase.start()] == part && isFinite(phrase)) {
        return phrase.start();
      }
    }
    return -1;
  }

  // ---- cutting

  private void cut() {
    parts.add(new Part(Kind.MAIN, -1, 0));
    int current = 0;
    boolean verb = false;
    for (int i = 0; i < clause.phrases().size(); i++) {
      Phrase phrase = clause.phrases().get(i);
      int opened = current;
      String word = clause.lower(phrase.start());
      if (isStrong(word)) {
        opened = open(Kind.MAIN, current, phrase.start());
      } else if (word.equals("(") || word.equals("—") || word.equals("–") || word.equals("--")) {
        opened = open(Kind.ASIDE, current, phrase.start());
      } else if (word.equals(")")) {
        opened = leave(current);
      } else if (word.equals(",")) {
        opened = verb && isInner(current) && !isList(i) ? leave(current) : current;
      } else if (isRelative(i, word)) {
        opened = open(Kind.RELATIVE, current, phrase.start());
      } else if (isThat(i, word)) {
        opened = open(Kind.CONTENT, current, phrase.start());
      } else if (isConjunction(i, word)) {
        opened = open(Kind.SUBORDINATE, current, phrase.start());
      } else if (isReduced(i)) {
        opened = open(Kind.REDUCED, current, phrase.start());
      } else if (clause.tokens().get(phrase.start()).tag().equals("CC") && verb) {
        Kind joint = joint(i);
        if (joint != null) {
          opened = open(joint, current, phrase.start());
        }
      }
      if (opened != current) {
        boolean back = opened < current;
        current = opened;
        verb = back && firstVerb(current) >= 0;
      }
      for (int t = phrase.start(); t < phrase.end(); t++) {
        partOf[t] = current;
      }
      verb =
          verb
              || isFinite(phrase)
              || (phrase.isVerb() && parts.get(current).kind() == Kind.REDUCED);
    }
  }

  private int open(Kind kind, int before, int token) {
    parts.add(new Part(kind, before, token));
    return parts.size() - 1;
  }

  private boolean isInner(int part) {
    Part at = parts.get(part);
    return switch (at.kind()) {
      case RELATIVE, SUBORDINATE, REDUCED -> true;
      case SHARED, JOINED, CONTENT -> isInner(at.before());
      default -> false;
    };
  }

  /** The part around all the inner ones that hold this one. */
  private int leave(int part) {
    int at = part;
    while (at > 0 && (at == part || isInner(at))) {
      at = Math.max(0, parts.get(at).before());
    }
    return at;
  }

  private static boolean isStrong(String word) {
    return word.equals(";") || word.equals(":");
  }

  private boolean isRelative(int index, String word) {
    String tag = clause.tokens().get(clause.phrases().get(index).start()).tag();
    if (word.equals("that")) {
      return tag.equals("WDT");
    }
    return RELATIVES.contains(word) && index + 1 < clause.phrases().size();
  }

  private boolean isThat(int index, String word) {
    Phrase phrase = clause.phrases().get(index);
    return word.equals("that")
        && (phrase.type().equals("SBAR") || clause.tokens().get(phrase.start()).tag().equals("IN"));
  }

  /** "because", "while"; "after" and its like only when a subject and a verb follow. */
  private boolean isConjunction(int index, String word) {
    Phrase phrase = clause.phrases().get(index);
    boolean conjunction =
        phrase.type().equals("SBAR") || (TIMES.contains(word) && phrase.isPreposition());
    if (!conjunction || phrase.end() - phrase.start() > 3) {
      return false;
    }
    for (int i = index + 1; i < clause.phrases().size(); i++) {
      Phrase next = clause.phrases().get(i);
      if (next.isVerb()) {
        return isFinite(next);
      }
      boolean joint = clause.tokens().get(next.start()).tag().equals("CC");
      if (joint || clause.lower(next.start()).equals(",") || isStrong(clause.lower(next.start()))) {
        return false;
      }
    }
    return false;
  }

  /** "the town besieged by", "Euphrates Shield, launched in". */
  private boolean isReduced(int index) {
    Phrase phrase = clause.phrases().get(index);
    if (!phrase.isVerb()
        || index == 0
        || phrase.head() != phrase.start()
        || !clause.tokens().get(phrase.head()).tag().equals("VBN")) {
      return false;
    }
    if (hasObject(index)) {
      return false; // "the rebels captured a hill": a past tense that is tagged as a participle
    }
    Phrase before = clause.phrases().get(index - 1);
    boolean comma = clause.lower(before.start()).equals(",");
    return before.isNoun() || (comma && index > 1 && clause.phrases().get(index - 2).isNoun());
  }

  private boolean hasObject(int index) {
    return index + 1 < clause.phrases().size() && clause.phrases().get(index + 1).isNoun();
  }

  /** What "and" joins at this place: null when only nouns or the like. */
  private @org.jspecify.annotations.Nullable Kind joint(int index) {
    boolean noun = false;
    for (int i = index + 1; i < clause.phrases().size(); i++) {
      Phrase next = clause.phrases().get(i);
      String word = clause.lower(next.start());
      if (next.isVerb()) {
        boolean finite = isFinite(next) || isPast(next);
        return finite ? (noun ? Kind.JOINED : Kind.SHARED) : null;
      }
      if (isStrong(word) || RELATIVES.contains(word) || word.equals("(")) {
        return null;
      }
      if (word.equals("according")) {
        return Kind.SHARED;
      }
      if ((word.equals(",") && noun) || clause.tokens().get(next.start()).tag().equals("CC")) {
        return word.equals(",") && isAdjunct(index, i) ? Kind.JOINED : null;
      }
      boolean object = i > 0 && clause.phrases().get(i - 1).isPreposition();
      noun = noun || (next.isNoun() && !object);
    }
    return null;
  }

  /** Whether all between is prepositions and their nouns: "and, in May, the army …". */
  private boolean isAdjunct(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Phrase phrase = clause.phrases().get(i);
      boolean bound = phrase.isNoun() && clause.phrases().get(i - 1).isPreposition();
      if (!phrase.isPreposition() && !bound) {
        return false;
      }
    }
    return true;
  }

  private boolean isPast(Phrase verb) {
    return clause.tokens().get(verb.start()).tag().equals("VBN");
  }

  private boolean isFinite(Phrase verb) {
    if (!verb.isVerb()) {
      return false;
    }
    if (isPast(verb) && verb.start() == verb.head() && hasObject(clause.phraseOf(verb.start()))) {
      return true;
    }
    for (int t = verb.start(); t <= verb.head(); t++) {
      if (clause.hasTense(t)) {
        return true;
      }
      String tag = clause.tokens().get(t).tag();
      if (tag.equals("TO") || tag.equals("VBG")) {
        return false;
      }
    }
    return false;
  }

  /** Whether the comma stands in a list: a noun and another comma or "and" with a noun follow. */
  private boolean isList(int comma) {
    if (comma == 0 || comma + 2 >= clause.phrases().size()) {
      return false;
    }
    boolean nouns =
        clause.phrases().get(comma - 1).isNoun() && clause.phrases().get(comma + 1).isNoun();
    String after =
        clause
            .tokens()
            .get(clause.phrases().get(comma + 2).start())
            .text()
            .toLowerCase(Locale.ROOT);
    return nouns && (after.equals("and") || after.equals("or"));
  }
}
