package org.entente.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.KnownEntity;
import org.entente.link.Gazetteer.Match;
import org.entente.link.Gazetteer.Name;
import org.entente.link.Gazetteer.Trust;
import org.entente.link.NameFolding.Piece;
import org.entente.text.EntityType;
import org.entente.text.Sentence;

/**
 * Decides whether the text bears out that a name from a list of the whole world is meant.
 *
 * <p>Such a name must not be part of a longer run of capitals, and a place must not speak. Followed
 * by its country ("Reading, Britain") it always stands. Otherwise a place must be large, or the
 * document about its country, or it stands after a preposition of place and its country is named; a
 * doubtful name ("Reading", "Mary") needs the country and one of the prepositions that people's
 * names do not follow. A group needs its country or, if its name is doubtful, its country or
 * another of its names in the document.
 */
final class NameGuard {

  private static final Set<String> LOCATIVE =
      Set.of(
          "in", "from", "near", "at", "around", "outside", "inside", "into", "toward", "towards",
          "to", "of", "through", "via", "over", "across");

  private static final Set<String> STRICTLY_LOCATIVE =
      Set.of("in", "near", "around", "outside", "inside");

  /** Words beside the name of somebody who speaks; places do not. */
  private static final Set<String> SPEECH =
      Set.of("said", "says", "told", "added", "asked", "replied", "recalled", "who", "whose");

  /** Inhabitants from which a plain name stands by itself, and after a preposition. */
  private static final long LARGE = 500_000;

  private static final long FAIR = 100_000;

  /** The document is about a country that it names at least this fraction of the leading one. */
  private static final int SHARE = 4;

  /** Words looked at for the country's name. */
  private static final int REACH = 5;

  private final Gazetteer gazetteer;
  private final String text;
  private final Map<String, Integer> countries = new HashMap<>();
  private int leading;
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final List<Sighting> sightings = new ArrayList<>();

  /** The known names of one sentence before any is refused. */
  private record Sighting(List<Piece> pieces, List<Match> matches, boolean sure, boolean named) {}

  NameGuard(Gazetteer gazetteer, String text) {
    this.gazetteer = gazetteer;
    this.text = text;
  }

  /** Takes note of what a sentence names; all sentences before the first is asked for. */
  void read(List<Piece> pieces, Sentence sentence) {
    List<Match> matches = gazetteer.find(text, pieces);
    boolean sure = true;
    for (Match match : matches) {
      for (Name name : match.names()) {
        KnownEntity entity = name.entity();
        if (name.trust() != Trust.SURE) {
          sure = false;
          if (entity.ref().type() != EntityType.PLACE) {
            groups.computeIfAbsent(entity.ref().slug(), k -> new HashSet<>()).add(name.written());
          }
        } else if (entity.ref().type() == EntityType.STATE) {
          leading = Math.max(leading, countries.merge(entity.ref().slug(), 1, Integer::sum));
        }
      }
    }
    sightings.add(new Sighting(pieces, matches, sure, beginsWithName(pieces, sentence)));
  }

  /** The pieces of the sentence that was read at this place, from 0. */
  List<Piece> pieces(int sentence) {
    return sightings.get(sentence).pieces();
  }

  /** The longest names that stand in the sentence that was read at this place, from 0. */
  List<Match> matches(int sentence) {
    Sighting seen = sightings.get(sentence);
    return seen.sure()
        ? seen.matches()
        : gazetteer.find(
            text, seen.pieces(), (name, first, last) -> stands(name, seen, first, last));
  }

  private boolean stands(Name name, Sighting seen, int first, int last) {
    List<Piece> pieces = seen.pieces();
    if (name.trust() == Trust.SURE) {
      return true;
    }
    KnownEntity entity = name.entity();
    String country = entity.country();
    boolean place = entity.ref().type().isLocation();
    if (place && country != null && isFollowedBy(country, pieces, last)) {
      return true;
    }
    if (!isAlone(seen, first, last)) {
      return false;
    }
    int named = country == null ? 0 : countries.getOrDefault(country, 0);
    boolean known = named > 0;
    if (!place) {
      boolean full = first < last;
      return (name.trust() == Trust.PLAIN && full)
          || known
          || groups.getOrDefault(entity.ref().slug(), Set.of()).size() > 1;
    }
    String before = first == 0 ? "" : pieces.get(first - 1).folded();
    String after = last + 1 == pieces.size() ? "" : pieces.get(last + 1).folded();
    if (SPEECH.contains(before) || SPEECH.contains(after)) {
      return false;
    }
    if (name.trust() == Trust.DOUBTFUL) {
      return known && STRICTLY_LOCATIVE.contains(before);
    }
    long inhabitants = entity.population();
    boolean locative = LOCATIVE.contains(before);
    return inhabitants >= LARGE
        || (inhabitants >= FAIR && (known || locative))
        || (known && (locative || named * SHARE >= leading));
  }

  /** Whether the country's name comes next, after a comma or in brackets. */
  private boolean isFollowedBy(String country, List<Piece> pieces, int last) {
    if (last + 1 >= pieces.size()) {
      return false;
    }
    String gap = text.substring(pieces.get(last).span().end(), pieces.get(last + 1).span().start());
    if (!gap.equals(", ") && !gap.equals(" (")) {
      return false;
    }
    List<Piece> rest = pieces.subList(last + 1, Math.min(pieces.size(), last + 1 + REACH));
    List<Match> next = gazetteer.find(text, rest, (name, f, l) -> f == 0 && isSure(name));
    return next.stream()
        .flatMap(m -> m.names().stream())
        .anyMatch(n -> n.entity().ref().slug().equals(country));
  }

  private static boolean isSure(Name name) {
    return name.trust() == Trust.SURE;
  }

  /** Whether the words beside the name, after no more than a space or hyphen, have no capital. */
  private boolean isAlone(Sighting seen, int first, int last) {
    List<Piece> pieces = seen.pieces();
    boolean after =
        last + 1 < pieces.size()
            && isCapital(pieces.get(last + 1))
            && touches(pieces.get(last), pieces.get(last + 1));
    boolean before =
        first > (seen.named() ? 0 : 1)
            && isCapital(pieces.get(first - 1))
            && touches(pieces.get(first - 1), pieces.get(first))
            && !LOCATIVE.contains(pieces.get(first - 1).folded())
            && !pieces.get(first - 1).folded().equals("the");
    return !after && !before;
  }

  /** Whether the sentence's first word has its capital for another reason than being first. */
  private static boolean beginsWithName(List<Piece> pieces, Sentence sentence) {
    return !pieces.isEmpty()
        && !MentionFinder.NOT_FIRST.contains(pieces.get(0).folded())
        && sentence.tokens().stream()
            .filter(t -> t.span().end() > pieces.get(0).span().start())
            .findFirst()
            .filter(t -> t.tag().startsWith("NNP"))
            .isPresent();
  }

  private static boolean isCapital(Piece piece) {
    return Character.isUpperCase(piece.text().codePointAt(0));
  }

  private boolean touches(Piece left, Piece right) {
    String gap = text.substring(left.span().end(), right.span().start());
    return gap.equals(" ") || gap.equals("-") || gap.equals(". ") || gap.equals("\u00A0");
  }
}
