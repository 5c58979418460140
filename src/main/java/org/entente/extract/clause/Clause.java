package org.entente.extract.clause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.lexicon.LexiconTable;
import org.entente.text.EntityType;
import org.entente.text.Sentence;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as a row of phrases, with the questions that extraction asks of it: what is the
 * subject of this verb, its object, what stands after that preposition.
 *
 * <p>There is no parse tree: answers come from the order of flat phrases, which holds for the plain
 * sentences that statements are mostly made in.
 */
public final class Clause {

  private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");
  private static final Set<String> STOPS = Set.of(";", ":", "--", "–", "—");

  /** Nouns through which their owner acts: "Russian warplanes". */
  private static final Set<String> AGENTS = LexiconTable.shipped("agents").words("noun");

  /** Nouns whose purpose their owner has: "Iran's campaign to defeat". */
  private static final Set<String> UNDERTAKINGS =
      LexiconTable.shipped("undertakings").words("noun");

  /** Nouns that stand for what follows them: "most of Aleppo". */
  private static final Set<String> TRANSPARENT = LexiconTable.shipped("transparent").words("noun");

  private final Sentence sentence;
  private final List<Token> tokens;
  private final List<Phrase> phrases;
  private final List<Link> links;

  /**
   * A sentence with the entities in it.
   *
   * @param links its names, common nouns and pronouns and what they refer to, in order
   */
  public Clause(Sentence sentence, List<Link> links) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.links = List.copyOf(links);
    this.phrases = new PhraseReader(sentence, this.links).read();
  }

  /** The sentence. */
  public Sentence sentence() {
    return sentence;
  }

  /** Its words and signs. */
  public List<Token> tokens() {
    return tokens;
  }

  /** Its phrases; each token is in one. */
  public List<Phrase> phrases() {
    return phrases;
  }

  /** The lemma of a token; the word in lower case without one. */
  public String lemma(int token) {
    Token t = tokens.get(token);
    return t.lemma().isEmpty() ? t.text().toLowerCase(Locale.ROOT) : t.lemma();
  }

  /** A token in lower case. */
  public String lower(int token) {
    return tokens.get(token).text().toLowerCase(Locale.ROOT);
  }

  /** Whether a token is a verb form with a time of its own, or a modal. */
  public boolean hasTense(int token) {
    String tag = tokens.get(token).tag();
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
  }

  /** The first token that ends after an offset of the document; -1 without one. */
  public int tokenAt(int offset) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).span().end() > offset) {
        return i;
      }
    }
    return -1;
  }

  /** The last token that begins before an offset of the document; -1 without one. */
  public int tokenBefore(int offset) {
    return tokenBefore(tokens, offset);
  }

  static int tokenBefore(List<Token> tokens, int offset) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).span().start() < offset) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the phrase that holds the token. */
  public int phraseOf(int token) {
    for (int i = 0; i < phrases.size(); i++) {
      if (phrases.get(i).start() <= token && token < phrases.get(i).end()) {
        return i;
      }
    }
    throw new IllegalArgumentException("token " + token + " of " + tokens.size());
  }

  /** Whether the grammatical subject of a verb phrase is what is acted on. */
  public boolean isPassive(Phrase verb) {
    Token head = tokens.get(verb.head());
    if (!head.tag().equals("VBN") && !head.tag().equals("VBD")) {
      return false;
    }
    for (int i = verb.start(); i < verb.head(); i++) {
      if (Set.of("be", "get").contains(lemma(i))
          || Set.of("was", "were", "been", "is", "are", "being", "be").contains(lower(i))) {
        return true;
      }
    }
    boolean bare = verb.head() == verb.start() && head.tag().equals("VBN");
    int index = phraseOf(verb.head());
    return bare && index > 0 && phrases.get(index - 1).isNoun() && !hasObjectAtOnce(index);
  }

  /** "the rebels captured a hill": the tagger takes many a past tense for a participle. */
  private boolean hasObjectAtOnce(int verb) {
    return verb + 1 < phrases.size() && phrases.get(verb + 1).isNoun();
  }

  /**
   * The entities that a noun phrase stands for, its coordinated neighbours to the right included.
   */
  public List<EntityRef> entities(int index) {
    return entities(index, false);
  }

  /** The same where a verb may follow: "the war between A and B ended". */
  public List<EntityRef> parties(int index) {
    return entities(index, true);
  }

  /**
   * Who does what a verb phrase says: the entities of its subject, all of "A, B and C"; for "Iran's
   * campaign to defeat" and "launched a campaign to defeat" whose campaign it is.
   */
  public List<EntityRef> subjects(int verb) {
    return subjects(verb, new BitSet());
  }

  private List<EntityRef> subjects(int verb, BitSet seen) {
    int subject = subject(verb);
    if (subject < 0 || seen.get(verb)) {
      return List.of();
    }
    seen.set(verb);
    List<EntityRef> found = entities(subject, true);
    Phrase noun = phrases.get(subject);
    boolean purpose = subject == verb - 1 && lower(phrases.get(verb).start()).equals("to");
    if (!found.isEmpty() || !purpose || !UNDERTAKINGS.contains(lemma(noun.head()))) {
      return found;
    }
    List<EntityRef> owners = noun.owners().stream().filter(e -> e.type().isActor()).toList();
    int governor = governingVerb(subject);
    boolean owned = !owners.isEmpty() || governor < 0 || isPassive(phrases.get(governor));
    return owned ? owners : subjects(governor, seen);
  }

  private List<EntityRef> entities(int index, boolean verbFollows) {
    List<EntityRef> found = new ArrayList<>(own(index));
    int i = index;
    while (i + 2 < phrases.size() && isJoint(i + 1)) {
      int next = i + 2;
      if (!phrases.get(next).isNoun() && isJoint(next) && next + 1 < phrases.size()) {
        next++;
      }
      // "Russia, Turkey says, is bombing": a comma alone makes no list before a verb
      boolean and = tokens.get(phrases.get(next - 1).head()).tag().equals("CC");
      boolean ends = endsClause(next + 1) && !(verbFollows && and);
      if (!phrases.get(next).isNoun() || ends) {
        break;
      }
      List<EntityRef> more = own(next);
      boolean goesOn = next + 1 < phrases.size() && isJoint(next + 1);
      if (more.isEmpty() && !goesOn) {
        break;
      }
      found.addAll(more);
      i = next;
    }
    return found.stream().distinct().toList();
  }

  /** "…, and Russia withdrew": the noun after the conjunction begins a clause of its own. */
  private boolean endsClause(int index) {
    return index < phrases.size()
        && phrases.get(index).isVerb()
        && !tokens.get(phrases.get(index).start()).tag().equals("VBN");
  }

  private boolean isJoint(int index) {
    String text = lower(phrases.get(index).head());
    return text.equals(",") || text.equals("and") || text.equals("or") || text.equals("&");
  }

  /** The entities of one noun phrase: named by its head, or acting through it. */
  private List<EntityRef> own(int index) {
    Phrase phrase = phrases.get(index);
    if (!phrase.heads().isEmpty()) {
      return phrase.heads();
    }
    String head = lemma(phrase.head());
    if (TRANSPARENT.contains(head) && index + 2 < phrases.size()) {
      boolean of = lower(phrases.get(index + 1).head()).equals("of");
      if (of && phrases.get(index + 2).isNoun() && !own(index + 2).isEmpty()) {
        return own(index + 2);
      }
    }
    for (EntityRef owner : phrase.owners()) {
      // "an S-200 missile system": the designation stands before what it designates.
      if (owner.type() == EntityType.WEAPON || owner.type() == EntityType.BASE) {
        return List.of(owner);
      }
    }
    return AGENTS.contains(head) ? coordinatedOwners(phrase) : List.of();
  }

  /** The last actor before the head, with those it is joined to: "Russian and Syrian aircraft". */
  private List<EntityRef> coordinatedOwners(Phrase phrase) {
    List<EntityRef> found = new ArrayList<>();
    int from = tokens.get(phrase.start()).span().start();
    int at = tokens.get(phrase.head()).span().start();
    for (int i = links.size() - 1; i >= 0; i--) {
      Link link = links.get(i);
      if (link.span().start() < from) {
        break;
      }
      if (link.span().end() > at || !link.entity().type().isActor()) {
        continue;
      }
      if (!found.isEmpty() && !isJoined(link.span().end(), at)) {
        break;
      }
      found.add(0, link.entity());
      at = link.span().start();
    }
    return List.copyOf(found);
  }

  /** Whether all between two offsets is commas and conjunctions. */
  private boolean isJoined(int from, int to) {
    boolean any = false;
    for (Token token : tokens) {
      if (token.span().start() < from || token.span().end() > to) {
        continue;
      }
      if (!token.tag().equals("CC") && !token.text().equals(",")) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Index of the grammatical subject of a verb phrase; -1 when there is none. */
  public int subject(int verb) {
    return subject(verb, new BitSet());
  }

  /** As above; {@code seen} holds the verbs whose subject is being looked for already. */
  private int subject(int verb, BitSet seen) {
    if (seen.get(verb)) {
      return -1;
    }
    seen.set(verb);
    if (isParticiple(verb)) {
      return mainSubject(verb, seen);
    }
    int i = verb - 1;
    int aside = asideBefore(verb);
    if (aside >= 0) {
      i = aside - 1;
    } else if (isCoordinated(verb)) {
      for (int v = i; v >= 0; v--) {
        if (phrases.get(v).isVerb() && !isReduced(v) && !isParticiple(v)) {
          return subject(v, seen);
        }
      }
    }
    while (i >= 0) {
      Phrase phrase = phrases.get(i);
      String word = lower(phrase.head());
      if (phrase.isNoun()) {
        if (RELATIVE.contains(word) && phrase.end() - phrase.start() == 1) {
          return antecedent(i);
        }
        int open = bracketBefore(i);
        if (open >= 0) {
          i = open - 1;
          continue;
        }
        int start = listStart(i);
        if (start == 0 || !phrases.get(start - 1).isPreposition()) {
          return skipApposition(first(i));
        }
        i = start - 2;
      } else if (phrase.isVerb()) {
        if (isReduced(i)) {
          i--;
          continue;
        }
        boolean coordinated = isConjunction(i + 1, verb);
        boolean infinitive = lower(phrases.get(verb).start()).equals("to");
        return coordinated || infinitive ? subject(i, seen) : objectOrNone(i, verb);
      } else if (STOPS.contains(word)) {
        return -1;
      } else {
        i--;
      }
    }
    return -1;
  }

  /**
   * Index of the comma that opens the aside which ends right before a verb, "Russia, which had few
   * men there, withdrew"; -1 when there is none.
   */
  private int asideBefore(int verb) {
    int close = verb - 1;
    while (close >= 0 && phrases.get(close).type().equals("ADVP")) {
      close--;
    }
    if (close < 0 || !isComma(close) || !isFinite(verb)) {
      return -1;
    }
    for (int open = close - 2; open > 0; open--) {
      if (STOPS.contains(lower(phrases.get(open).head()))) {
        return -1;
      }
      boolean after = phrases.get(open - 1).isNoun() || isWord(open - 1, ")");
      if (isComma(open) && after && opensAside(open + 1)) {
        return open;
      }
    }
    return -1;
  }

  /** Whether what follows a comma is a relative clause, a participle or an apposition. */
  private boolean opensAside(int index) {
    Phrase phrase = phrases.get(index);
    if (phrase.isVerb()) {
      String tag = tokens.get(phrase.start()).tag();
      return tag.equals("VBN") || tag.equals("VBG");
    }
    int relative = phrase.isPreposition() ? index + 1 : index;
    String word = lower(phrases.get(relative).start());
    if (RELATIVE.contains(word) || word.equals("whose") || word.equals("where")) {
      return true;
    }
    boolean listed = index + 1 < phrases.size() && isJoint(index + 1) && !isComma(index + 1);
    return phrase.isNoun() && !listed;
  }

  private boolean isComma(int index) {
    return isWord(index, ",");
  }

  private boolean isWord(int index, String word) {
    return lower(phrases.get(index).head()).equals(word);
  }

  private boolean isFinite(int verb) {
    String tag = tokens.get(phrases.get(verb).start()).tag();
    return Set.of("VBD", "VBZ", "VBP", "MD").contains(tag);
  }

  /** "seized Aleppo and (then) shelled Hama": the verb follows a conjunction at once. */
  private boolean isCoordinated(int verb) {
    int i = verb - 1;
    while (i >= 0 && phrases.get(i).type().equals("ADVP")) {
      i--;
    }
    return i >= 0 && tokens.get(phrases.get(i).head()).tag().equals("CC");
  }

  /** Index of the opening bracket when the noun stands alone in brackets: "(HTS)"; else -1. */
  private int bracketBefore(int noun) {
    boolean open = noun > 0 && lower(phrases.get(noun - 1).head()).equals("(");
    return open ? noun - 1 : -1;
  }

  /** "rebels led by X launched": a bare past participle after a noun is no clause of its own. */
  private boolean isReduced(int verb) {
    Phrase phrase = phrases.get(verb);
    boolean participle = tokens.get(phrase.head()).tag().equals("VBN");
    return participle
        && phrase.head() == phrase.start()
        && verb > 0
        && phrases.get(verb - 1).isNoun()
        && !hasObjectAtOnce(verb);
  }

  /** First noun phrase of an "A, B and C" that ends at {@code noun}. */
  private int listStart(int noun) {
    int i = noun;
    boolean conjunction =
        i > 0 && tokens.get(phrases.get(i - 1).head()).tag().equals("CC") && i > 1;
    while (conjunction && i >= 2 && isJoint(i - 1)) {
      int before = i - 2;
      if (!phrases.get(before).isNoun() && isJoint(before) && before > 0) {
        before--;
      }
      if (!phrases.get(before).isNoun()) {
        return i;
      }
      i = before;
    }
    return i;
  }

  private boolean isParticiple(int verb) {
    return tokens.get(phrases.get(verb).start()).tag().equals("VBG");
  }

  private int objectOrNone(int before, int verb) {
    int object = object(before);
    return object > before && object < verb ? object : -1;
  }

  private boolean isConjunction(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(phrases.get(i).head()).tag().equals("CC")) {
        return true;
      }
    }
    return false;
  }

  /** Subject of the nearest finite verb: for "after capturing Hama, the group …". */
  private int mainSubject(int verb, BitSet seen) {
    for (int i = verb - 1; i >= 0; i--) {
      if (phrases.get(i).isVerb() && !isParticiple(i)) {
        return subject(i, seen);
      }
    }
    for (int i = verb + 1; i < phrases.size(); i++) {
      if (phrases.get(i).isVerb() && !isParticiple(i)) {
        return subject(i, seen);
      }
    }
    return -1;
  }

  private int antecedent(int relative) {
    int i = relative - 1;
    while (i >= 0 && (lower(phrases.get(i).head()).equals(",") || phrases.get(i).isPreposition())) {
      i--;
    }
    if (i < 0 || !phrases.get(i).isNoun()) {
      return -1;
    }
    // "a coalition of militias which", "the group, based in Idlib, which": the name if there is one
    boolean silent = own(i).isEmpty() && i >= 2 && phrases.get(i - 1).isPreposition();
    return silent && phrases.get(i - 2).isNoun() && !own(i - 2).isEmpty() ? i - 2 : i;
  }

  /** The first of coordinated noun phrases that end at {@code index}. */
  private int first(int index) {
    int i = index;
    while (i >= 2 && isJoint(i - 1)) {
      int before = i - 2;
      if (!phrases.get(before).isNoun() && isJoint(before) && before > 0) {
        before--;
      }
      boolean noun = phrases.get(before).isNoun() && !own(before).isEmpty();
      boolean own = before == 0 || !phrases.get(before - 1).isPreposition();
      boolean object = before > 0 && phrases.get(before - 1).isVerb();
      if (!noun || !own || object) {
        return i;
      }
      i = before;
    }
    return i;
  }

  /** "HTS, an Islamist group, captured": the name before the aside, when the aside names nobody. */
  private int skipApposition(int index) {
    boolean silent = own(index).isEmpty();
    if (silent && index >= 2 && lower(phrases.get(index - 1).head()).equals(",")) {
      int before = index - 2;
      if (phrases.get(before).isNoun() && !own(before).isEmpty()) {
        return before;
      }
    }
    return index;
  }

  /** Index of the direct object of a verb phrase; -1 when there is none. */
  public int object(int verb) {
    int i = verb + 1;
    while (i < phrases.size()) {
      Phrase phrase = phrases.get(i);
      if (phrase.isNoun()) {
        return i;
      }
      if (!phrase.type().equals("ADVP") && !phrase.type().equals("PRT") && !isQuote(i)) {
        return -1;
      }
      i++;
    }
    return -1;
  }

  private boolean isQuote(int index) {
    String tag = tokens.get(phrases.get(index).head()).tag();
    return tag.equals("``") || tag.equals("''");
  }

  /**
   * Index of the noun phrase after one of the prepositions, to the right of {@code from}; or -1.
   */
  public int after(int from, String preposition) {
    String[] words = preposition.split(" ");
    String last = words[words.length - 1];
    for (int i = from + 1; i + 1 < phrases.size() && i < from + 12; i++) {
      Phrase phrase = phrases.get(i);
      String word = lower(phrase.head());
      if (phrase.isVerb() || STOPS.contains(word) || phrase.type().equals("SBAR")) {
        return -1;
      }
      if (word.equals(",") && !phrases.get(i + 1).isPreposition()) {
        return -1;
      }
      boolean fits = word.equals(last) && precedes(phrase.end() - 1, words);
      if (fits && phrases.get(i + 1).isNoun()) {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean precedes(int token, String[] words) {
    for (int w = words.length - 1, t = token; w >= 0; w--, t--) {
      if (t < 0 || !lower(t).equals(words[w])) {
        return false;
      }
    }
    return true;
  }

  /** The verb phrase whose direct object is this noun phrase; -1 when it is none's. */
  public int governingVerb(int noun) {
    int i = noun - 1;
    while (i >= 0
        && (phrases.get(i).type().equals("ADVP") || phrases.get(i).type().equals("PRT"))) {
      i--;
    }
    return i >= 0 && phrases.get(i).isVerb() ? i : -1;
  }

  /** The link at a token, if one covers it. */
  public @Nullable Link linkAt(int token) {
    return linkAt(links, tokens.get(token));
  }

  static @Nullable Link linkAt(List<Link> links, Token token) {
    for (Link link : links) {
      if (link.span().overlaps(token.span())) {
        return link;
      }
    }
    return null;
  }

  /** Names and anaphora of the sentence, in order. */
  public List<Link> links() {
    return links;
  }

  /** Whether an entity lies somewhere. */
  public static boolean isLocation(EntityRef ref) {
    return ref.type().isLocation() || ref.type() == EntityType.BASE;
  }
}
