package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.entente.link.Gazetteer.Match;
import org.entente.link.LinkLexicon.Collective;
import org.entente.link.LinkLexicon.Headword;
import org.entente.link.NameFolding.Piece;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.EntityType;
import org.entente.text.Layer;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Marks names: those of the gazetteer, names in company ("Russian forces", "Iranian-backed
 * militias"), names in capitals whose last or first word tells what they are ("Hasakah Military
 * Council"), and persons after a title.
 *
 * <p>Where two candidates overlap, the longer one stays. The type of an ambiguous name is
 * provisional until it is linked.
 */
public final class MentionFinder implements Annotator {

  private static final Set<String> INNER =
      Set.of(
          "of", "for", "the", "in", "on", "de", "del", "la", "el", "al", "bin", "ibn", "von", "van",
          "abu", "ul");

  private static final Set<String> NOT_IN_PERSON = Set.of("and", "in", "on", "for", "of", "the");

  /** Words that begin sentences and no names. */
  static final Set<String> NOT_FIRST =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "those",
          "his",
          "her",
          "its",
          "their",
          "our",
          "in",
          "on",
          "at",
          "for",
          "of",
          "and",
          "but",
          "as",
          "by",
          "if",
          "when",
          "while",
          "after",
          "before",
          "since",
          "with",
          "from",
          "to",
          "however",
          "meanwhile",
          "last",
          "next",
          "some",
          "many",
          "most",
          "all",
          "both",
          "no",
          "not",
          "it",
          "he",
          "she",
          "they",
          "we",
          "you",
          "i",
          "although",
          "though",
          "because",
          "despite",
          "during",
          "under",
          "over",
          "what",
          "why",
          "how",
          "one",
          "two",
          "several",
          "each",
          "every",
          "there",
          "here",
          "then",
          "now",
          "still",
          "even");

  private final Gazetteer gazetteer;
  private final LinkLexicon lexicon;

  /** A finder over this gazetteer and the shipped word tables. */
  public MentionFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = LinkLexicon.shipped();
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.TAGS);
  }

  @Override
  public Layer adds() {
    return Layer.MENTIONS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    String text = document.document().text();
    NavigableMap<Integer, Mention> learned = new TreeMap<>();
    for (Mention mention : document.mentions()) {
      Mention tidied = tidy(text, mention);
      if (tidied != null) {
        learned.put(tidied.span().start(), tidied);
      }
    }
    List<Mention> candidates = new ArrayList<>(learned.values());
    NameGuard guard = new NameGuard(gazetteer, text);
    for (Sentence sentence : document.sentences()) {
      guard.read(NameFolding.pieces(text, sentence.span()), sentence);
    }
    int number = 0;
    for (Sentence sentence : document.sentences()) {
      List<Piece> pieces = guard.pieces(number);
      List<Match> matches = guard.matches(number++);
      for (Match match : matches) {
        candidates.add(typed(known(text, match, pieces), match, learned));
        addNotNull(candidates, inCompany(text, match, pieces, sentence));
        addNotNull(candidates, withPlaceWord(text, match, pieces));
      }
      ethnic(text, pieces, candidates);
      List<Mention> guessed = new ArrayList<>();
      capitalised(text, pieces, guessed);
      for (Mention guess : guessed) {
        var near = learned.lowerEntry(guess.span().end());
        if (near == null || !near.getValue().span().overlaps(guess.span())) {
          candidates.add(guess);
        }
      }
    }
    List<Mention> found = longest(candidates);
    candidates.addAll(RepeatedNames.find(text, document.sentences(), found));
    return document.withMentions(longest(candidates));
  }

  /** A known name takes the type that the model gives the same words, if it has such a bearer. */
  private static Mention typed(Mention known, Match match, NavigableMap<Integer, Mention> learned) {
    Mention mention = learned.get(known.span().start());
    if (mention == null || !mention.span().equals(known.span())) {
      return known;
    }
    boolean bearer =
        match.names().stream().anyMatch(n -> n.entity().ref().type() == mention.type());
    return bearer
        ? new Mention(
            known.span(), known.text(), mention.type(), known.confidence(), known.finder())
        : known;
  }

  /**
   * What the model marked, without what never belongs to a name: a title before it, what follows a
   * dash with spaces ("DAMASCUS - On"), lower-case words before a name or after a weapon's
   * designation; null when nothing is left.
   */
  private @Nullable Mention tidy(String text, Mention mention) {
    int start = mention.span().start();
    int end = mention.span().end();
    String name = mention.text();
    for (String dash : List.of(" - ", " – ", " — ")) {
      int at = name.indexOf(dash);
      end = at > 0 ? Math.min(end, start + at) : end;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      int space = text.indexOf(' ', start);
      if (space < 0 || space >= end) {
        break;
      }
      String first = text.substring(start, space);
      String lower = first.toLowerCase(Locale.ROOT);
      boolean title =
          mention.type() == EntityType.PERSON
              && (lexicon.titles.contains(lower) || lexicon.titles.contains(lower + "."));
      boolean small = Character.isLowerCase(first.charAt(0)) && !INNER.contains(lower);
      if ((title || small || lexicon.calendar.contains(lower)) && first.indexOf('-') < 0) {
        start = space + 1;
        if (text.startsWith("the ", start)) {
          start += 4;
        }
        changed = start < end;
      }
    }
    int last = text.lastIndexOf(' ', end - 1);
    while (mention.type() == EntityType.WEAPON
        && last > start
        && Character.isLowerCase(text.charAt(last + 1))) {
      end = last;
      last = text.lastIndexOf(' ', end - 1);
    }
    if (start >= end) {
      return null;
    }
    Span span = new Span(start, end);
    return new Mention(span, span.of(text), mention.type(), mention.confidence(), mention.finder());
  }

  private static <T> void addNotNull(List<T> list, @Nullable T value) {
    if (value != null) {
      list.add(value);
    }
  }

  /** Longer before shorter, known before guessed; then whatever does not overlap. */
  static List<Mention> longest(List<Mention> candidates) {
    List<Mention> ordered = new ArrayList<>(candidates);
    ordered.sort(
        Comparator.comparingInt((Mention m) -> -m.span().length())
            .thenComparing(m -> -m.confidence())
            .thenComparing(m -> m.span().start())
            .thenComparing(Mention::type));
    TreeMap<Integer, Mention> chosen = new TreeMap<>();
    for (Mention mention : ordered) {
      var before = chosen.floorEntry(mention.span().start());
      var after = chosen.ceilingEntry(mention.span().start());
      boolean free =
          (before == null || before.getValue().span().end() <= mention.span().start())
              && (after == null || after.getKey() >= mention.span().end());
      if (free) {
        chosen.put(mention.span().start(), mention);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static Mention known(String text, Match match, List<Piece> pieces) {
    Span span = withArticle(text, match, pieces);
    Gazetteer.Name best = Candidates.prior(match.names());
    double confidence = match.names().size() == 1 ? 0.95 : 0.8;
    if (match.names().stream().allMatch(n -> n.trust() != Gazetteer.Trust.SURE)) {
      confidence = 0.65; // below what a title or a noun in company says
    }
    return new Mention(span, span.of(text), best.entity().ref().type(), confidence, "gazetteer");
  }

  /** "Assad" within "al-Assad" is the whole of it. */
  private static Span withArticle(String text, Match match, List<Piece> pieces) {
    Span span = match.span();
    if (match.first() > 0) {
      Piece before = pieces.get(match.first() - 1);
      boolean hyphen =
          before.span().end() == span.start() - 1 && text.charAt(span.start() - 1) == '-';
      if (hyphen && before.article()) {
        return before.span().union(span);
      }
    }
    return span;
  }

  private @Nullable Mention inCompany(
      String text, Match match, List<Piece> pieces, Sentence sentence) {
    EntityType type = Candidates.prior(match.names()).entity().ref().type();
    boolean nation =
        match.names().stream().anyMatch(n -> n.entity().ref().type() == EntityType.STATE);
    boolean person = type == EntityType.PERSON;
    if (!nation && !person && type != EntityType.ARMED_GROUP) {
      return null;
    }
    int next = match.last() + 1;
    boolean sponsored =
        next < pieces.size()
            && lexicon.sponsorship.contains(pieces.get(next).folded())
            && adjacent(text, pieces, next);
    if (!nation && !person && !sponsored) {
      return null;
    }
    Collective found = null;
    int end = -1;
    int from = sponsored ? next + 1 : next;
    for (int skip = 0; skip <= (sponsored ? 1 : 0) && found == null; skip++) {
      for (Collective collective : lexicon.collectives) {
        int last = matchWords(text, pieces, from + skip, collective.words());
        boolean allowed =
            sponsored ? !collective.own().isEmpty() : !collective.own().equals("only");
        if (person && !sponsored) {
          allowed = collective.type() == EntityType.GOVERNMENT;
        }
        if (last > end && allowed && !(collective.alone() && beforeNoun(sentence, pieces, last))) {
          found = collective;
          end = last;
        }
      }
    }
    if (found == null) {
      return null;
    }
    EntityType whole = sponsored ? EntityType.ARMED_GROUP : found.type();
    Span span = match.span().union(pieces.get(end).span());
    return new Mention(span, span.of(text), whole, 0.9, "company");
  }

  /** Whether a common noun follows at once, so that the words before only describe it. */
  private static boolean beforeNoun(Sentence sentence, List<Piece> pieces, int last) {
    if (last < 0 || last >= pieces.size()) {
      return false;
    }
    int end = pieces.get(last).span().end();
    return sentence.tokens().stream()
        .anyMatch(t -> t.span().start() == end + 1 && t.tag().matches("NNS?"));
  }

  /** Whether the piece follows the one before it after a hyphen or a single space. */
  private static boolean adjacent(String text, List<Piece> pieces, int index) {
    int gap = pieces.get(index).span().start() - pieces.get(index - 1).span().end();
    if (gap != 1) {
      return false;
    }
    char c = text.charAt(pieces.get(index).span().start() - 1);
    return c == ' ' || c == '-' || c == '‐' || c == '‑' || c == '\u00A0' || c == '\n';
  }

  /** Index of the last piece if the words stand from {@code from} on, adjacent; else -1. */
  private static int matchWords(String text, List<Piece> pieces, int from, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      int at = from + i;
      if (at >= pieces.size()
          || !pieces.get(at).folded().equals(words.get(i))
          || !adjacent(text, pieces, at)) {
        return -1;
      }
    }
    return from + words.size() - 1;
  }

  private @Nullable Mention withPlaceWord(String text, Match match, List<Piece> pieces) {
    EntityType type = Candidates.prior(match.names()).entity().ref().type();
    if (type != EntityType.PLACE && type != EntityType.BASE) {
      return null;
    }
    Mention best = null;
    for (Headword word : lexicon.placeWords) {
      int last = matchWords(text, pieces, match.last() + 1, word.words());
      if (last >= 0 && (type == EntityType.PLACE || word.type() == EntityType.BASE)) {
        Span span = withArticle(text, match, pieces).union(pieces.get(last).span());
        if (best == null || span.length() > best.span().length()) {
          best = new Mention(span, span.of(text), word.type(), 0.9, "company");
        }
      }
    }
    return best;
  }

  private void ethnic(String text, List<Piece> pieces, List<Mention> candidates) {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      for (int length = 2; length >= 1; length--) {
        int last = i + length - 1;
        if (last + 1 >= pieces.size()) {
          continue;
        }
        Span adjective = pieces.get(i).span().union(pieces.get(last).span());
        if (!lexicon.ethnonyms.contains(adjective.of(text))) {
          continue;
        }
        for (Collective collective : lexicon.collectives) {
          int end = matchWords(text, pieces, last + 1, collective.words());
          if (end >= 0 && !collective.own().equals("only")) {
            boolean force = collective.type() == EntityType.STATE_FORCE;
            EntityType type = force ? EntityType.ARMED_GROUP : collective.type();
            Span span = adjective.union(pieces.get(end).span());
            candidates.add(new Mention(span, span.of(text), type, 0.85, "company"));
          }
        }
      }
    }
  }

  /** Runs of capitalised words with a telling first or last word, and persons after titles. */
  private void capitalised(String text, List<Piece> pieces, List<Mention> candidates) {
    boolean headline = isTitleCase(pieces);
    for (int i = 0; i < pieces.size(); ) {
      if (!isCapital(pieces.get(i)) || NOT_FIRST.contains(pieces.get(i).folded())) {
        i++;
        continue;
      }
      if (i == 0 && pieces.size() > 1 && !isCapital(pieces.get(1)) && isCommonNoun(pieces.get(0))) {
        i++; // "Fighters of the Northern Hawks Brigade": a capital because the sentence begins
        continue;
      }
      int last = runEnd(text, pieces, i);
      int first = i;
      if (!headline) {
        Mention byTitle = afterTitle(text, pieces, first, last);
        if (byTitle != null) {
          candidates.add(byTitle);
        } else if (last > first) {
          addNotNull(candidates, byHeadword(text, pieces, first, last));
        }
      }
      i = last + 1;
    }
  }

  private static boolean isCapital(Piece piece) {
    return Character.isUpperCase(piece.text().codePointAt(0));
  }

  private boolean isCommonNoun(Piece piece) {
    String word = piece.text().toLowerCase(Locale.ROOT);
    return lexicon.anaphora.containsKey(word)
        || lexicon.collectives.stream().anyMatch(c -> c.words().equals(List.of(word)));
  }

  /** Whether all but the small words begin with a capital. */
  private static boolean isTitleCase(List<Piece> pieces) {
    long words = 0;
    long capitals = 0;
    for (Piece piece : pieces) {
      if (!INNER.contains(piece.folded()) && !NOT_FIRST.contains(piece.folded())) {
        words++;
        capitals += isCapital(piece) ? 1 : 0;
      }
    }
    return words >= 4 && capitals * 10 >= words * 9;
  }

  /** Last piece of the run of capitals that begins at {@code first}. */
  private static int runEnd(String text, List<Piece> pieces, int first) {
    int last = first;
    int i = first + 1;
    while (i < pieces.size()
        && joined(text, pieces.get(i - 1).span().end(), pieces.get(i).span().start())) {
      Piece piece = pieces.get(i);
      if (isCapital(piece) || (Character.isDigit(piece.text().charAt(0)) && last == i - 1)) {
        last = i;
      } else if (!INNER.contains(piece.folded()) || i - last > 2) {
        break;
      }
      i++;
    }
    return last;
  }

  private static boolean joined(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '-' && c != '.' && c != '\u00A0') {
        return false;
      }
    }
    return to - from <= 2;
  }

  private @Nullable Mention byHeadword(String text, List<Piece> pieces, int first, int last) {
    for (Headword word : lexicon.headwords) {
      int length = word.words().size();
      if (last - first + 1 <= length) {
        continue;
      }
      int from = word.first() ? first : last - length + 1;
      boolean fits = true;
      for (int i = 0; i < length && fits; i++) {
        fits = pieces.get(from + i).text().equals(word.words().get(i));
      }
      if (fits) {
        Span span = pieces.get(first).span().union(pieces.get(last).span());
        return new Mention(span, span.of(text), word.type(), 0.6, "headword");
      }
    }
    return null;
  }

  private @Nullable Mention afterTitle(String text, List<Piece> pieces, int first, int last) {
    int start = first;
    // The title may be capitalised itself and so be part of the run.
    for (int length = 3; length >= 1; length--) {
      if (first + length <= last && isTitle(pieces, first, length)) {
        start = first + length;
        break;
      }
    }
    boolean before = start > first;
    for (int length = 3; length >= 1 && !before; length--) {
      int from = first - length;
      before = from >= 0 && isTitle(pieces, from, length) && adjacent(text, pieces, first);
    }
    if (!before || start > last || last - start > 3) {
      return null;
    }
    for (int i = start; i <= last; i++) {
      if (Character.isDigit(pieces.get(i).text().charAt(0))
          || NOT_IN_PERSON.contains(pieces.get(i).folded())) {
        return null;
      }
    }
    Span span = pieces.get(start).span().union(pieces.get(last).span());
    return new Mention(span, span.of(text), EntityType.PERSON, 0.7, "title");
  }

  private boolean isTitle(List<Piece> pieces, int from, int length) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      words.append(i == from ? "" : " ").append(pieces.get(i).text().toLowerCase(Locale.ROOT));
    }
    String phrase = words.toString();
    return lexicon.titles.contains(phrase) || lexicon.titles.contains(phrase + ".");
  }
}
