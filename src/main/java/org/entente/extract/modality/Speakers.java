package org.entente.extract.modality;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.clause.ClauseParts.Kind;
import org.entente.extract.clause.ClauseParts.Part;
import org.entente.extract.clause.Phrase;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.EntityRef;
import org.entente.text.EntityType;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/** Who says what the verbs of saying of a sentence say. */
final class Speakers {

  private final Clause clause;
  private final ClauseParts parts;
  private final SayingVerbs verbs;
  private final @Nullable Attribution last;

  /** Speakers of a sentence before which {@code last} spoke. */
  Speakers(Clause clause, ClauseParts parts, SayingVerbs verbs, @Nullable Attribution last) {
    this.clause = clause;
    this.parts = parts;
    this.verbs = verbs;
    this.last = last;
  }

  /** Who says what the verb says; null when it is not said. */
  @Nullable Attribution source(int said) {
    Phrase verb = clause.phrases().get(said);
    if (!verb.isVerb() || verbs.isPassive(said)) {
      return null;
    }
    int subject = verbs.isInverted(said) ? said + 1 : subject(said, 0);
    return subject < 0 ? null : named(subject);
  }

  private int subject(int before, int depth) {
    int token =
        before < clause.phrases().size()
            ? clause.phrases().get(before).start()
            : clause.tokens().size() - 1;
    int home = parts.of(token);
    for (int i = before - 1; i >= 0; i--) {
      Phrase phrase = clause.phrases().get(i);
      if (parts.of(phrase.start()) != home
          || !phrase.isNoun()
          || SayingVerbs.isTime(clause, phrase)) {
        continue;
      }
      String word = clause.lower(phrase.head());
      if (Set.of("who", "which", "that").contains(word)) {
        return lastNoun(parts.part(home).first());
      }
      if (i > 0 && clause.phrases().get(i - 1).isPreposition() && hasNounBefore(i - 1, home)) {
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
      if (clause.phrases().get(i).isNoun() && parts.of(clause.phrases().get(i).start()) == part) {
        return true;
      }
    }
    return false;
  }

  private int lastNoun(int token) {
    for (int i = clause.phrases().size() - 1; i >= 0; i--) {
      if (clause.phrases().get(i).end() <= token && clause.phrases().get(i).isNoun()) {
        return i;
      }
    }
    return -1;
  }

  /** Who claims to hold; nobody when it is only said to be so. */
  @Nullable Attribution holder(int token) {
    int phrase = clause.phraseOf(token);
    if (verbs.isPassiveAt(clause.phrases().get(phrase), token)) {
      return null;
    }
    int subject = subject(phrase, 0);
    return subject < 0 ? null : named(subject);
  }

  /** Token of the "according to" that what a token states stands under; -1 without one. */
  int accordingTo(int token) {
    for (int i = 0; i + 2 < clause.tokens().size(); i++) {
      if (!clause.lower(i).equals("according") || !clause.lower(i + 1).equals("to")) {
        continue;
      }
      int part = parts.of(token);
      Kind kind = parts.part(part).kind();
      boolean opening = i <= 1 && kind != Kind.RELATIVE && kind != Kind.REDUCED;
      int noun = clause.phraseOf(i + 2);
      if ((opening || parts.of(i) == part) && clause.phrases().get(noun).isNoun()) {
        return i;
      }
    }
    return -1;
  }

  /** "Peskov, the Kremlin's spokesman, said": the person before the comma. */
  private int apposition(int noun, int part) {
    for (int i = noun - 1; i > 0; i--) {
      boolean comma = clause.lower(clause.phrases().get(i).start()).equals(",");
      Phrase before = clause.phrases().get(i - 1);
      if (comma && before.isNoun() && parts.of(before.start()) == part) {
        boolean person = before.heads().stream().anyMatch(e -> e.type() == EntityType.PERSON);
        return person && clause.phrases().get(noun).heads().isEmpty() ? i - 1 : noun;
      }
      if (clause.phrases().get(i).isVerb() || i < noun - 4) {
        return noun;
      }
    }
    return noun;
  }

  /** Whom a noun phrase names as a source; who spoke last for "he". */
  @Nullable Attribution named(int index) {
    Phrase phrase = clause.phrases().get(index);
    boolean pronoun = clause.tokens().get(phrase.head()).tag().startsWith("PRP");
    if (pronoun && phrase.heads().isEmpty()) {
      return last;
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
            && next + 1 < clause.phrases().size()
            && Set.of("of", "in", "at").contains(clause.lower(clause.phrases().get(next).start()))
            && clause.phrases().get(next).isPreposition()
            && clause.phrases().get(next + 1).isNoun()
            && !SayingVerbs.isTime(clause, clause.phrases().get(next + 1));
    if (place) {
      end = clause.phrases().get(next + 1).end();
    }
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      List<Token> tokens = clause.tokens();
      boolean gap = i > start && tokens.get(i).span().start() > tokens.get(i - 1).span().end();
      text.append(gap ? " " : "").append(word(i));
    }
    return new Attribution(text.toString(), heads.size() == 1 ? heads.get(0) : null);
  }

  /** The first word of a sentence without its capital, unless it is a name's. */
  private String word(int token) {
    String text = clause.tokens().get(token).text();
    boolean name =
        clause.tokens().get(token).tag().startsWith("NNP") || clause.linkAt(token) != null;
    return token == 0 && !name ? text.toLowerCase(Locale.ROOT) : text;
  }
}
