package org.entente.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.extract.ClauseParts.Kind;
import org.entente.extract.ClauseParts.Part;
import org.entente.extract.Quotations.Quoted;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Modality;
import org.entente.text.EntityType;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * In which way a sentence states what one of its tokens triggers: negation before possibility
 * before report. Words come from {@code modality.tsv}; how far they reach comes from the parts of
 * the sentence, see {@link ClauseParts}.
 *
 * <p>Example: in "Ankara denied that it had armed the group, which holds Idlib" the trigger "armed"
 * is negated and said by Ankara, "holds" is the writer's.
 */
final class ModalityReader {

  /** The modality, and who is said to have said it. */
  record Reading(Modality modality, @Nullable Attribution attribution) {}

  /** What a trigger depends on, on the way up. */
  private record Said(int phrase, String effect) {}

  private static final Set<String> COMMAS = Set.of(",", "”", "\"", "''");
  private static final String COMMA = ",";
  private static final Set<String> ENDS =
      Set.of(",", ".", ";", ":", "!", "?", "”", "\"", "''", ")");
  private static final List<String> ENDINGS = List.of("", "s", "ed", "d", "ing");
  private static final TimeWords TIMES = TimeWords.shipped();

  private final ExtractLexicon lexicon;

  ModalityReader(ExtractLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The modality of what a token of a sentence on its own triggers. */
  Reading read(Clause clause, int token) {
    return read(clause, token, Quoted.alone(clause));
  }

  /** The modality of what a token triggers, in a sentence with this direct speech. */
  Reading read(Clause clause, int token, Quoted quoted) {
    Scope scope = new Scope(clause, quoted);
    int phrase = clause.phraseOf(token);
    int verb = clause.phrases.get(phrase).isVerb() ? phrase : clause.governingVerb(phrase);
    Attribution attribution = null;
    boolean reported = false;
    boolean negated = false;
    Said said = scope.said(phrase, token);
    if (said != null) {
      reported = true;
      attribution = scope.source(said.phrase());
      negated = said.effect().equals("negated");
    } else if (quoted.inside().get(token) && scope.speaks(token)) {
      attribution = quoted.speaker();
      reported = attribution != null;
    }
    Attribution according = scope.accordingTo(token);
    if (according != null) {
      attribution = according;
      reported = true;
    }
    int held = said == null ? scope.held(phrase) : -1;
    if (held >= 0) {
      reported = true;
      attribution = attribution == null ? scope.holder(held) : attribution;
    }
    boolean possible = scope.isConditional(token) || scope.isWished(phrase, token);
    if (verb >= 0) {
      negated = negated || scope.isNegated(verb);
      possible = possible || scope.isPossible(verb);
    }
    int from = Math.max(0, clause.phrases.get(phrase).start() - 2);
    for (int i = from; i < clause.phrases.get(phrase).end(); i++) {
      String effect =
          scope.parts.of(i) == scope.parts.of(token)
              ? lexicon.effect(clause.lower(i), "adverb")
              : null;
      possible = possible || "possible".equals(effect);
      reported = reported || "reported".equals(effect);
    }
    negated = negated || scope.isNone(phrase, token, verb) || scope.isEnded(phrase, verb);
    Modality modality =
        negated
            ? Modality.NEGATED
            : possible ? Modality.POSSIBLE : reported ? Modality.REPORTED : Modality.ASSERTED;
    return new Reading(modality, attribution);
  }

  /**
   * Who is said to speak in a sentence; null when it does not say so.
   *
   * @param last who spoke before it: "he" is the same
   */
  @Nullable Attribution speaker(Clause clause, BitSet inside, @Nullable Attribution last) {
    Scope scope = new Scope(clause, new Quoted(inside, null, last));
    for (int i = 0; i < clause.phrases.size(); i++) {
      if (scope.isSaying(i) && !inside.get(clause.phrases.get(i).start())) {
        return scope.source(i);
      }
    }
    return null;
  }

  /** One sentence, and how far its words reach. */
  private final class Scope {
    private final Clause clause;
    private final Quoted quoted;
    private final ClauseParts parts;

    Scope(Clause clause, Quoted quoted) {
      this.clause = clause;
      this.quoted = quoted;
      this.parts = new ClauseParts(clause);
    }

    // ---- who says so

    boolean isSaying(int phrase) {
      Phrase candidate = clause.phrases.get(phrase);
      return candidate.isVerb() && effect(phrase, "attribution") != null && !isPassive(phrase);
    }

    private @Nullable String effect(int phrase, String kind) {
      return effectAt(clause.phrases.get(phrase).head(), kind);
    }

    /**
     * The effect of a word by its lemma, or by its form without an ending: the lemmatizer makes
     * "accu" of "accuse".
     */
    private @Nullable String effectAt(int token, String kind) {
      String effect = lexicon.effect(clause.lemma(token), kind);
      String word = clause.lower(token);
      for (int i = 0; effect == null && i < ENDINGS.size(); i++) {
        String ending = ENDINGS.get(i);
        if (word.endsWith(ending)) {
          String stem = word.substring(0, word.length() - ending.length());
          effect = lexicon.effect(stem, kind);
          if (effect == null && !ending.isEmpty()) {
            effect = lexicon.effect(stem + "e", kind);
          }
        }
      }
      return effect;
    }

    /** The verb or noun of saying on which the trigger depends; null when the writer speaks. */
    @Nullable Said said(int phrase, int token) {
      Said before = null;
      for (int i = 0; i < clause.phrases.size(); i++) {
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
      Phrase candidate = clause.phrases.get(i);
      if (candidate.isNoun()) {
        boolean noun = effect(i, "claim") != null && opensRightAfter(candidate);
        return noun && isContent(i, token) ? new Said(i, "reported") : null;
      }
      if (!candidate.isVerb()) {
        return null;
      }
      String belief = effect(i, "belief");
      if (belief != null && isNegatedItself(i) && isContent(i, token)) {
        return new Said(i, "negated");
      }
      String view = effect(i, "view");
      if (view != null && isAfterPreposition(i, phrase)) {
        return new Said(i, view);
      }
      String effect = effect(i, "attribution");
      if (effect == null) {
        return null;
      }
      boolean content =
          isContent(i, token)
              || (effect.equals("negated") && isObject(i, phrase))
              || (!isPassive(i) && isComplement(i, phrase))
              || (isParenthetical(i) && isAround(i, token))
              || isQuotedBy(i, token);
      return content ? new Said(i, effect) : null;
    }

    private boolean opensRightAfter(Phrase noun) {
      return noun.end() < clause.tokens.size()
          && clause.lower(noun.end()).equals("that")
          && parts.part(parts.of(noun.end())).kind() == Kind.CONTENT;
    }

    /** Whether the trigger stands in what the verb says: "said that …", "said the army had …". */
    private boolean isContent(int said, int token) {
      Phrase verb = clause.phrases.get(said);
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
            || (at.kind() == Kind.JOINED && comma && !again && !quoted.inside().get(token))
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
      for (int i = said + 1; i < clause.phrases.size(); i++) {
        Phrase phrase = clause.phrases.get(i);
        if (phrase.start() >= first) {
          return true;
        }
        if (phrase.isVerb()
            && parts.of(phrase.start()) == parts.of(clause.phrases.get(said).start())) {
          return false;
        }
      }
      return true;
    }

    /** "residents said the army had left": a noun, then a verb with a time of its own. */
    private boolean isBare(int said, int token, int child) {
      int until = child < 0 ? token : parts.part(child).first() - 1;
      boolean noun = false;
      for (int i = said + 1; i < clause.phrases.size(); i++) {
        Phrase phrase = clause.phrases.get(i);
        if (parts.of(phrase.start()) != parts.of(clause.phrases.get(said).start())) {
          continue;
        }
        String word = clause.lower(phrase.start());
        if (phrase.isVerb()) {
          return noun && isFinite(phrase) && phrase.start() <= Math.max(until, token);
        }
        if (word.equals(",") && !noun) {
          return false;
        }
        noun = noun || phrase.isNoun();
      }
      return false;
    }

    private boolean isFinite(Phrase verb) {
      String tag = clause.tokens.get(verb.start()).tag();
      return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
    }

    /** "denied any withdrawal": the object of the verb. */
    private boolean isObject(int said, int phrase) {
      return phrase > said && clause.governingVerb(phrase) == said;
    }

    /** "denied having left", "claims to hold": a verb form that follows at once. */
    private boolean isComplement(int said, int phrase) {
      if (phrase <= said || !clause.phrases.get(phrase).isVerb()) {
        return false;
      }
      for (int i = said + 1; i < phrase; i++) {
        if (!clause.phrases.get(i).type().equals("ADVP")) {
          return false;
        }
      }
      String tag = clause.tokens.get(clause.phrases.get(phrase).start()).tag();
      return tag.equals("TO") || tag.equals("VBG");
    }

    /** "accused Iran of arming", "regards the group as part of": after the verb's preposition. */
    private boolean isAfterPreposition(int view, int phrase) {
      if (phrase <= view
          || parts.of(clause.phrases.get(phrase).start())
              != parts.of(clause.phrases.get(view).start())) {
        return false;
      }
      for (int i = view + 1; i < phrase; i++) {
        String word = clause.lower(clause.phrases.get(i).start());
        if (word.equals("of") || word.equals("as") || word.equals("for")) {
          return true;
        }
      }
      return false;
    }

    /** "…, X said", ", it says,": a name or noun after a comma, the verb, and an end. */
    private boolean isParenthetical(int said) {
      Phrase verb = clause.phrases.get(said);
      if (isPassive(said) || !isFinite(verb)) {
        return false;
      }
      boolean before =
          said > 0 && clause.phrases.get(said - 1).isNoun() && isComma(subjectStart(said) - 1);
      if (before) {
        return verb.end() >= clause.tokens.size() || endsSoon(verb.end());
      }
      return isInverted(said);
    }

    /** "…, said X": the verb comes first, after words that have a verb of their own. */
    private boolean isInverted(int said) {
      Phrase verb = clause.phrases.get(said);
      int start = verb.start();
      if (!isComma(start - 1)
          || !isFinite(verb)
          || said + 1 >= clause.phrases.size()
          || !clause.phrases.get(said + 1).isNoun()
          || isTime(clause.phrases.get(said + 1))) {
        return false;
      }
      int first = parts.firstVerb(parts.of(start));
      return (first >= 0 && first < start) || !COMMA.equals(clause.tokens.get(start - 1).text());
    }

    /** First token of the subject that ends before a verb, a "with", "of" or "in" included. */
    private int subjectStart(int said) {
      int i = said - 1;
      while (i >= 2
          && clause.phrases.get(i - 1).isPreposition()
          && clause.phrases.get(i - 2).isNoun()) {
        i -= 2;
      }
      return clause.phrases.get(i).start();
    }

    /** A comma or full stop, at once or after a few words of time and place. */
    private boolean endsSoon(int token) {
      for (int i = token; i < Math.min(clause.tokens.size(), token + 7); i++) {
        if (ENDS.contains(clause.tokens.get(i).text())) {
          return true;
        }
        if (clause.phrases.get(clause.phraseOf(i)).isVerb() || clause.lower(i).equals("that")) {
          return false;
        }
      }
      return false;
    }

    private boolean isComma(int token) {
      return token >= 0 && COMMAS.contains(clause.tokens.get(token).text());
    }

    /** Whether no stronger sign than a comma parts the trigger from the verb of saying. */
    private boolean isAround(int said, int token) {
      int verb = clause.phrases.get(said).start();
      for (int i = Math.min(verb, token); i < Math.max(verb, token); i++) {
        String text = clause.tokens.get(i).text();
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
      int next = clause.phrases.get(said).end();
      for (int i = next; i < clause.tokens.size(); i++) {
        if (clause.phrases.get(clause.phraseOf(i)).isVerb() || clause.lower(i).equals(";")) {
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
        if (clause.phrases.get(clause.phraseOf(i)).isVerb()) {
          return false;
        }
      }
      return false;
    }

    /** Whether the trigger is quoted with its verb, and the verb of saying is outside. */
    private boolean isQuotedBy(int said, int token) {
      return quoted.inside().get(token)
          && !quoted.inside().get(clause.phrases.get(said).start())
          && speaks(token);
    }

    /** Whether the quoted words around a token have a verb with a time of its own. */
    boolean speaks(int token) {
      int from = token;
      while (from > 0 && quoted.inside().get(from - 1)) {
        from--;
      }
      for (int i = from; i < clause.tokens.size() && quoted.inside().get(i); i++) {
        String tag = clause.tokens.get(i).tag();
        if (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD")) {
          return true;
        }
      }
      return false;
    }

    /** Token of "said" in "is said to have left", of "claims" in "claims to hold"; else -1. */
    int held(int phrase) {
      Phrase here = clause.phrases.get(phrase);
      for (int i = phrase; here.isVerb() && i >= Math.max(0, phrase - 2); i--) {
        Phrase before = clause.phrases.get(i);
        for (int t = before.start();
            before.isVerb() && t < Math.min(before.end(), here.head());
            t++) {
          int next =
              t + 1 < clause.tokens.size() && clause.lower(t + 1).equals("not") ? t + 2 : t + 1;
          boolean to = next < clause.tokens.size() && clause.lower(next).equals("to");
          boolean passive = isPassiveAt(before, t);
          boolean saying =
              "reported".equals(effectAt(t, "attribution"))
                  || (passive && "reported".equals(effectAt(t, "view")));
          boolean claims = effectAt(t, "claim") != null;
          if (saying && to && next <= here.head() && (passive || claims)) {
            return t;
          }
        }
      }
      return -1;
    }

    /** Who claims to hold; nobody when it is only said to be so. */
    @Nullable Attribution holder(int token) {
      int phrase = clause.phraseOf(token);
      if (isPassiveAt(clause.phrases.get(phrase), token)) {
        return null;
      }
      int subject = subject(phrase, 0);
      return subject < 0 ? null : named(subject);
    }

    private boolean isPassiveAt(Phrase verb, int token) {
      for (int i = verb.start(); i < token; i++) {
        String lemma = clause.lemma(i);
        if (lemma.equals("be")
            || Set.of("is", "are", "was", "were", "been").contains(clause.lower(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean isPassive(int phrase) {
      Phrase verb = clause.phrases.get(phrase);
      return clause.tokens.get(verb.head()).tag().equals("VBN") && isPassiveAt(verb, verb.head());
    }

    @Nullable Attribution accordingTo(int token) {
      for (int i = 0; i + 2 < clause.tokens.size(); i++) {
        if (!clause.lower(i).equals("according") || !clause.lower(i + 1).equals("to")) {
          continue;
        }
        int part = parts.of(token);
        Kind kind = parts.part(part).kind();
        boolean opening = i <= 1 && kind != Kind.RELATIVE && kind != Kind.REDUCED;
        int noun = clause.phraseOf(i + 2);
        if ((opening || parts.of(i) == part) && clause.phrases.get(noun).isNoun()) {
          return named(noun);
        }
      }
      return null;
    }

    // ---- the source

    /** Who says what the verb says; null when it is not said. */
    @Nullable Attribution source(int said) {
      Phrase verb = clause.phrases.get(said);
      if (!verb.isVerb() || isPassive(said)) {
        return null;
      }
      int subject = isInverted(said) ? said + 1 : subject(said, 0);
      return subject < 0 ? null : named(subject);
    }

    private int subject(int before, int depth) {
      int token =
          before < clause.phrases.size()
              ? clause.phrases.get(before).start()
              : clause.tokens.size() - 1;
      int home = parts.of(token);
      for (int i = before - 1; i >= 0; i--) {
        Phrase phrase = clause.phrases.get(i);
        if (parts.of(phrase.start()) != home || !phrase.isNoun() || isTime(phrase)) {
          continue;
        }
        String word = clause.lower(phrase.head());
        if (Set.of("who", "which", "that").contains(word)) {
          return lastNoun(parts.part(home).first());
        }
        if (i > 0 && clause.phrases.get(i - 1).isPreposition() && hasNounBefore(i - 1, home)) {
          continue;
        }
        return apposition(i, home);
      }
      Part part = parts.part(home);
      if (part.kind() == Kind.RELATIVE) {
        return lastNoun(part.first());
      }
      boolean shared = part.kind() == Kind.SHARED || part.kind() == Kind.JOINED;
      if (shared && depth < parts.count()) {
        int verb = parts.firstVerb(part.before());
        return verb < 0 ? -1 : subject(clause.phraseOf(verb), depth + 1);
      }
      return -1;
    }

    private boolean hasNounBefore(int phrase, int part) {
      for (int i = phrase - 1; i >= 0; i--) {
        if (clause.phrases.get(i).isNoun() && parts.of(clause.phrases.get(i).start()) == part) {
          return true;
        }
      }
      return false;
    }

    private int lastNoun(int token) {
      for (int i = clause.phrases.size() - 1; i >= 0; i--) {
        if (clause.phrases.get(i).end() <= token && clause.phrases.get(i).isNoun()) {
          return i;
        }
      }
      return -1;
    }

    private boolean isTime(Phrase phrase) {
      String word = clause.lower(phrase.head());
      return TIMES.is("weekday", word)
          || TIMES.is("unit", word)
          || TIMES.is("month", word)
          || TIMES.is("day", word);
    }

    /** "Peskov, the Kremlin's spokesman, said": the person before the comma. */
    private int apposition(int noun, int part) {
      for (int i = noun - 1; i > 0; i--) {
        boolean comma = clause.lower(clause.phrases.get(i).start()).equals(",");
        Phrase before = clause.phrases.get(i - 1);
        if (comma && before.isNoun() && parts.of(before.start()) == part) {
          boolean person = before.heads().stream().anyMatch(e -> e.type() == EntityType.PERSON);
          return person && clause.phrases.get(noun).heads().isEmpty() ? i - 1 : noun;
        }
        if (clause.phrases.get(i).isVerb() || i < noun - 4) {
          return noun;
        }
      }
      return noun;
    }

    private @Nullable Attribution named(int index) {
      Phrase phrase = clause.phrases.get(index);
      boolean pronoun = clause.tokens.get(phrase.head()).tag().startsWith("PRP");
      if (pronoun && phrase.heads().isEmpty()) {
        return quoted.last();
      }
      int start = phrase.start();
      if (start < phrase.end() - 1 && clause.lower(start).equals("the")) {
        start++;
      }
      int end = phrase.end();
      List<EntityRef> heads = phrase.heads().stream().filter(e -> e.type().isActor()).toList();
      int next = index + 1;
      boolean place =
          heads.isEmpty()
              && next + 1 < clause.phrases.size()
              && Set.of("of", "in", "at").contains(clause.lower(clause.phrases.get(next).start()))
              && clause.phrases.get(next).isPreposition()
              && clause.phrases.get(next + 1).isNoun()
              && !isTime(clause.phrases.get(next + 1));
      if (place) {
        end = clause.phrases.get(next + 1).end();
      }
      StringBuilder text = new StringBuilder();
      for (int i = start; i < end; i++) {
        List<Token> tokens = clause.tokens;
        boolean gap = i > start && tokens.get(i).span().start() > tokens.get(i - 1).span().end();
        text.append(gap ? " " : "").append(word(i));
      }
      return new Attribution(text.toString(), heads.size() == 1 ? heads.get(0) : null);
    }

    /** The first word of a sentence without its capital, unless it is a name's. */
    private String word(int token) {
      String text = clause.tokens.get(token).text();
      boolean name =
          clause.tokens.get(token).tag().startsWith("NNP") || clause.linkAt(token) != null;
      return token == 0 && !name ? text.toLowerCase(Locale.ROOT) : text;
    }

    // ---- not so, or perhaps

    /** "if", "unless" and "whether" reach to the end of their part. */
    boolean isConditional(int token) {
      for (int part = parts.of(token); part >= 0; part = parts.part(part).before()) {
        Part at = parts.part(part);
        if (lexicon.effect(clause.lower(at.first()), "conjunction") != null) {
          return true;
        }
        if (at.kind() == Kind.MAIN || at.kind() == Kind.RELATIVE || at.kind() == Kind.ASIDE) {
          break;
        }
      }
      for (int i = token - 1; i >= 0 && parts.of(i) == parts.of(token); i--) {
        String word = clause.lower(i);
        if (lexicon.effect(word, "conjunction") != null) {
          return true;
        }
        if (word.equals(",") || word.equals(";")) {
          return false;
        }
      }
      return false;
    }

    /** "demands that X withdraw", "promised aid": what is only wanted. */
    boolean isWished(int phrase, int token) {
      int verb = clause.phrases.get(phrase).isVerb() ? -1 : clause.governingVerb(phrase);
      if (verb >= 0 && effect(verb, "wish") != null) {
        return true;
      }
      for (int i = 0; i < phrase; i++) {
        boolean wish = clause.phrases.get(i).isVerb() && effect(i, "wish") != null;
        if (wish && isContent(i, token)) {
          return true;
        }
      }
      return false;
    }

    /** "suspended all contacts", "ended its support": the trigger is what is over. */
    boolean isEnded(int phrase, int verb) {
      return verb >= 0 && verb != phrase && effect(verb, "ending") != null;
    }

    boolean isNegated(int verb) {
      Phrase vp = clause.phrases.get(verb);
      return has(vp.start(), vp.end(), "negation")
          || governed(verb, "negated")
          || isWithout(verb)
          || isNobody(verb)
          || (isInherited(verb) && isNegated(previous(verb)));
    }

    boolean isPossible(int verb) {
      Phrase vp = clause.phrases.get(verb);
      return has(vp.start(), vp.end(), "modal")
          || governed(verb, "possible")
          || isToBe(vp)
          || (isInherited(verb) && isPossible(previous(verb)));
    }

    private boolean isNegatedItself(int verb) {
      Phrase vp = clause.phrases.get(verb);
      return has(vp.start(), vp.end(), "negation");
    }

    private boolean has(int start, int end, String kind) {
      for (int i = start; i < end; i++) {
        boolean only =
            clause.lower(i).equals("not") && i + 1 < end && clause.lower(i + 1).equals("only");
        if (!only && lexicon.effect(clause.lower(i), kind) != null) {
          return true;
        }
      }
      return false;
    }

    /** "is to leave", "are to be handed over". */
    private boolean isToBe(Phrase vp) {
      for (int i = vp.start(); i + 1 < vp.head(); i++) {
        boolean be = Set.of("is", "are", "was", "were").contains(clause.lower(i));
        if (be && clause.lower(i + 1).equals("to")) {
          return true;
        }
      }
      return false;
    }

    /** "would seize Aleppo and shell Hama": a bare verb takes what stands before its sister. */
    private boolean isInherited(int verb) {
      Phrase vp = clause.phrases.get(verb);
      return vp.start() == vp.head()
          && clause.tokens.get(vp.head()).tag().equals("VB")
          && previous(verb) >= 0;
    }

    private int previous(int verb) {
      for (int i = verb - 1; i >= 0; i--) {
        if (clause.phrases.get(i).isVerb()) {
          return i;
        }
        String word = clause.lower(clause.phrases.get(i).start());
        if (word.equals(";") || clause.phrases.get(i).type().equals("SBAR")) {
          return -1;
        }
      }
      return -1;
    }

    /** Whether a verb, noun or adjective before the infinitive changes it: "failed to take". */
    private boolean governed(int verb, String modality) {
      Phrase vp = clause.phrases.get(verb);
      for (int i = vp.start(); i < vp.head(); i++) {
        if (modality.equals(effectAt(i, "governor"))) {
          return true;
        }
      }
      String tag = clause.tokens.get(vp.start()).tag();
      boolean infinitive = tag.equals("TO") || tag.equals("VBG");
      for (int i = verb - 1; infinitive && i >= Math.max(0, verb - 4); i--) {
        Phrase before = clause.phrases.get(i);
        if (parts.of(before.start()) != parts.of(vp.start())
            || ",".equals(clause.lower(before.start()))) {
          return false;
        }
        if (tag.equals("VBG") && i < verb - 2) {
          return false;
        }
        if (modality.equals(effectAt(before.head(), "governor"))) {
          return true;
        }
        if (before.isVerb()) {
          boolean through =
              tag.equals("TO")
                  && has(
                      before.start(),
                      before.end(),
                      modality.equals("possible") ? "modal" : "negation");
          return through;
        }
      }
      return false;
    }

    /** "without taking the town". */
    private boolean isWithout(int verb) {
      return verb > 0 && clause.lower(clause.phrases.get(verb - 1).start()).equals("without");
    }

    /** "Nobody took", "neither side withdrew", "no soldier entered". */
    private boolean isNobody(int verb) {
      int part = parts.of(clause.phrases.get(verb).start());
      for (int i = verb - 1; i >= 0; i--) {
        Phrase phrase = clause.phrases.get(i);
        if (parts.of(phrase.start()) != part || phrase.isVerb()) {
          return false;
        }
        if (phrase.isNoun()) {
          boolean bound = i > 0 && clause.phrases.get(i - 1).isPreposition();
          if (lexicon.effect(clause.lower(phrase.start()), "nobody") != null) {
            return true;
          }
          boolean nor =
              i > 0
                  && lexicon.effect(clause.lower(clause.phrases.get(i - 1).start()), "nobody")
                      != null;
          if (!bound) {
            return nor;
          }
        } else if (lexicon.effect(clause.lower(phrase.start()), "nobody") != null) {
          return true;
        }
      }
      return false;
    }

    /** "has no soldiers in Syria", "no support": the trigger or its verb's object is none. */
    boolean isNone(int phrase, int token, int verb) {
      for (int i = clause.phrases.get(phrase).start(); i < token; i++) {
        if (lexicon.effect(clause.lower(i), "none") != null) {
          return true;
        }
      }
      int object = verb == phrase ? verb + 1 : -1;
      return object > 0
          && object < clause.phrases.size()
          && clause.phrases.get(object).isNoun()
          && clause.phrases.get(object).heads().isEmpty()
          && lexicon.effect(clause.lower(clause.phrases.get(object).start()), "none") != null;
    }
  }
}
