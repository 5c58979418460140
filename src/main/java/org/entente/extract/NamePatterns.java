package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.extract.ExtractLexicon.Compound;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Tie;
import org.entente.knowledge.Vocabulary;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Claims that stand in how names are put together: "Russian President Vladimir Putin",
 * "Iranian-backed Hezbollah", "Kuweires air base in Aleppo province", "Russia's Khmeimim air base".
 */
final class NamePatterns {

  private static final double SURE = 0.85;
  private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "its", "then", "former");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "north",
          "south",
          "east",
          "west",
          "northeast",
          "northwest",
          "southeast",
          "southwest",
          "north-east",
          "north-west",
          "south-east",
          "south-west",
          "away",
          "northern",
          "southern",
          "eastern",
          "western",
          "just",
          "some",
          "about");
  private static final Set<String> UNITS =
      Set.of(
          "km", "kilometre", "kilometer", "mile", "kilometres", "kilometers", "miles", "kms", "m");

  private final ExtractLexicon lexicon;
  private final Vocabulary vocabulary;

  NamePatterns(ExtractLexicon lexicon, Vocabulary vocabulary) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  List<Claim> extract(Clause clause, String text, List<Tie> ties) {
    List<Claim> claims = new ArrayList<>();
    List<Link> links = clause.links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (link.entity().type() == EntityType.PERSON) {
        role(clause, i, claims);
      }
      compound(clause, i, text, claims);
      tie(clause, link, ties, claims);
      if (Clause.isLocation(link.entity())) {
        inside(clause, i, text, claims);
        distance(clause, i, claims);
      }
      if (i > 0) {
        owned(clause, links.get(i - 1), link, text, claims);
      }
    }
    return claims;
  }

  // ---- persons

  private void role(Clause clause, int index, List<Claim> claims) {
    Link person = clause.links().get(index);
    int first = clause.tokenAt(person.span().start());
    int last = clause.tokenBefore(person.span().end());
    if (first < 0 || last < 0) {
      return;
    }
    Role before = roleEndingAt(clause, first - 1);
    if (before != null) {
      Link owner = linkEndingAt(clause, before.start() - 1);
      if (owner != null) {
        add(person.entity(), before.predicate(), owner.entity(), first, before.ground(), claims);
        return;
      }
    }
    // "the leader of HTS, X" and "the president of Syria X"
    int to = first - 1;
    if (to >= 0 && clause.lower(to).equals(",")) {
      to--;
    }
    Link of = linkEndingAt(clause, to);
    if (of != null) {
      int start = clause.tokenAt(of.span().start());
      int preposition = skipBack(clause, start - 1);
      if (preposition > 0 && Set.of("of", "in", "to").contains(clause.lower(preposition))) {
        Role role = roleEndingAt(clause, preposition - 1);
        if (role != null) {
          add(person.entity(), role.predicate(), of.entity(), first, role.ground(), claims);
          return;
        }
      }
    }
    afterName(clause, person, last + 1, claims);
  }

  /** "X, (the) president of Syria", "X, the Syrian president", "X is the leader of HTS". */
  private void afterName(Clause clause, Link person, int from, List<Claim> claims) {
    int i = from;
    if (i >= clause.tokens().size()) {
      return;
    }
    boolean comma = clause.lower(i).equals(",") || clause.lower(i).equals("(");
    boolean copula = clause.lemma(i).equals("be") || Set.of("is", "was").contains(clause.lower(i));
    if (!comma && !copula) {
      return;
    }
    i++;
    while (i < clause.tokens().size()
        && (DETERMINERS.contains(clause.lower(i))
            || (clause.tokens().get(i).tag().equals("JJ") && clause.linkAt(i) == null))) {
      i++;
    }
    if (i >= clause.tokens().size()) {
      return;
    }
    Link owner = clause.linkAt(i);
    if (owner != null && owner.entity().type().isActor()) {
      int next = clause.tokenBefore(owner.span().end()) + 1;
      if (next < clause.tokens().size() && clause.tokens().get(next).tag().equals("POS")) {
        next++;
      }
      Role role = roleStartingAt(clause, next);
      if (role != null) {
        add(person.entity(), role.predicate(), owner.entity(), i, role.ground(), claims);
      }
      return;
    }
    Role role = roleStartingAt(clause, i);
    if (role != null && role.end() + 1 < clause.tokens().size()) {
      int j = role.end();
      if (Set.of("of", "for", "in", "to").contains(clause.lower(j))) {
        j++;
        while (j < clause.tokens().size() && DETERMINERS.contains(clause.lower(j))) {
          j++;
        }
        Link object = j < clause.tokens().size() ? clause.linkAt(j) : null;
        if (object != null) {
          add(person.entity(), role.predicate(), object.entity(), i, role.ground(), claims);
        }
      }
    }
  }

  /** The words of a role in a sentence. */
  private record Role(int start, int end, String row, String predicate) {
    Ground ground() {
      return Ground.ofNames(row, start, end);
    }
  }

  private @Nullable Role roleEndingAt(Clause clause, int last) {
    for (int length = 3; length >= 1; length--) {
      int start = last - length + 1;
      Role role = start < 0 ? null : role(clause, start, last + 1);
      if (role != null) {
        return role;
      }
    }
    return null;
  }

  private @Nullable Role roleStartingAt(Clause clause, int start) {
    for (int length = 3; length >= 1; length--) {
      int end = start + length;
      Role role = end > clause.tokens().size() ? null : role(clause, start, end);
      if (role != null) {
        return role;
      }
    }
    return null;
  }

  private @Nullable Role role(Clause clause, int start, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = start; i < end; i++) {
      words.append(i == start ? "" : " ").append(clause.lower(i));
    }
    ExtractLexicon.Role role = lexicon.roles.get(words.toString());
    return role == null ? null : new Role(start, end, role.row(), role.predicate());
  }

  private static int skipBack(Clause clause, int token) {
    int i = token;
    while (i >= 0 && DETERMINERS.contains(clause.lower(i))) {
      i--;
    }
    return i;
  }

  /** The name that ends at this token; a possessive ending may stand between. */
  private static @Nullable Link linkEndingAt(Clause clause, int token) {
    int i = token;
    if (i >= 0 && clause.tokens().get(i).tag().equals("POS")) {
      i--;
    }
    return i < 0 ? null : clause.linkAt(i);
  }

  // ---- compounds

  private void compound(Clause clause, int index, String text, List<Claim> claims) {
    Link first = clause.links().get(index);
    int end = first.span().end();
    String word = "";
    int wordEnd = end;
    String inside = first.span().of(text);
    int hyphen = Math.max(inside.indexOf('-'), -1);
    if (hyphen > 0 && lexicon.compounds.containsKey(firstWord(inside.substring(hyphen + 1)))) {
      return; // the sponsor is part of the name: the linker's tie says it
    }
    if (end + 1 < text.length() && (text.charAt(end) == '-' || text.charAt(end) == ' ')) {
      word = firstWord(text.substring(end + 1, Math.min(text.length(), end + 20)));
      wordEnd = end + 1 + word.length();
    }
    Compound compound = lexicon.compounds.get(word.toLowerCase(Locale.ROOT));
    if (compound == null || text.charAt(end) == ' ') {
      return;
    }
    int token = clause.tokenBefore(wordEnd);
    int phrase = token < 0 ? -1 : clause.phraseOf(token);
    while (phrase >= 0
        && phrase < clause.phrases().size()
        && !clause.phrases().get(phrase).isNoun()) {
      phrase++;
    }
    if (phrase < 0 || phrase >= clause.phrases().size()) {
      return;
    }
    Ground ground = Ground.ofNames(compound.row(), token, token + 1);
    for (EntityRef other : clause.entities(phrase)) {
      if (compound.forward()) {
        add(first.entity(), compound.predicate(), other, token, ground, claims);
      } else {
        add(other, compound.predicate(), first.entity(), token, ground, claims);
      }
    }
  }

  private static String firstWord(String text) {
    int i = 0;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return text.substring(0, i);
  }

  // ---- names in company

  private void tie(Clause clause, Link link, List<Tie> ties, List<Claim> claims) {
    for (Tie tie : ties) {
      if (tie.span().equals(link.span())) {
        int at = clause.tokenAt(link.span().start());
        int end = clause.tokenBefore(link.span().end()) + 1;
        Ground ground = Ground.ofNames("name in company", at, end);
        add(tie.subject(), tie.predicate(), tie.object(), at, ground, claims);
      }
    }
  }

  // ---- places

  /** "A in B", "A, B" with B a state, "the Syrian city of A". */
  private void inside(Clause clause, int index, String text, List<Claim> claims) {
    Link inner = clause.links().get(index);
    if (inner.entity().type() == EntityType.STATE) {
      return;
    }
    if (index + 1 < clause.links().size()) {
      Link outer = clause.links().get(index + 1);
      String between =
          text.substring(Math.min(inner.span().end(), outer.span().start()), outer.span().start());
      boolean state = outer.entity().type() == EntityType.STATE;
      boolean fits =
          between.matches(",? (in|inside)( the)?( \\p{L}+ern)? ")
              || (between.matches(", ?") && state)
              || between.matches(", an? ([a-z-]+ ){1,3}(in|of)( the)? ");
      if (fits && outer.entity().type().isLocation()) {
        beside(clause, inner, "locatedIn", outer, inner, "place in a place", claims);
      }
      if (between.matches(",? (near|outside|close to|next to)( the)?( [a-z]+ of)? ")) {
        beside(clause, inner, "near", outer, inner, "place near a place", claims);
      }
    }
    if (index > 0) {
      Link outer = clause.links().get(index - 1);
      String between =
          text.substring(Math.min(outer.span().end(), inner.span().start()), inner.span().start());
      boolean kind =
          between.matches(
                  "(['’]s)?( [a-z-]+){0,2} (city|town|village|province|port|region|district|island|capital)( city)? of ")
              || between.matches(
                  "['’]s( [a-z-]+){0,2} (city|town|village|province|port|region|capital),? ");
      if (kind && outer.entity().type().isLocation()) {
        beside(clause, inner, "locatedIn", outer, inner, "place in a place", claims);
      }
    }
  }

  /** "A, 40 km north of B". */
  private void distance(Clause clause, int index, List<Claim> claims) {
    Link target = clause.links().get(index);
    int at = clause.tokenAt(target.span().start()) - 1;
    at = at >= 0 ? skipBack(clause, at) : at;
    if (at < 2 || !Set.of("of", "from").contains(clause.lower(at))) {
      return;
    }
    int i = at - 1;
    while (i > 0 && DIRECTIONS.contains(clause.lower(i))) {
      i--;
    }
    boolean joined = clause.lower(i).matches("\\d+([.,]\\d+)?-?(km|kilometres|kilometers|miles?)");
    if (!joined && !(UNITS.contains(clause.lemma(i)) || UNITS.contains(clause.lower(i)))) {
      return;
    }
    for (int j = index - 1; j >= 0; j--) {
      Link other = clause.links().get(j);
      boolean place =
          Clause.isLocation(other.entity()) && other.entity().type() != EntityType.STATE;
      // "75 miles from A and 50 miles from B": A is no place that lies near B
      if (place && !isMeasuredFrom(clause, other)) {
        Ground ground = Ground.ofNames("distance from a place", i, at + 1);
        add(other.entity(), "near", target.entity(), i, ground, claims);
        return;
      }
    }
  }

  private static boolean isMeasuredFrom(Clause clause, Link place) {
    int at = skipBack(clause, clause.tokenAt(place.span().start()) - 1);
    return at > 0
        && Set.of("of", "from").contains(clause.lower(at))
        && UNITS.contains(clause.lower(at - 1));
  }

  // ---- possession

  /** "Russia's Khmeimim air base" and "Syrian Su-24". */
  private void owned(Clause clause, Link owner, Link thing, String text, List<Claim> claims) {
    EntityType type = thing.entity().type();
    boolean base = type == EntityType.BASE;
    boolean weapon = type == EntityType.WEAPON;
    if (!(base || weapon) || thing.span().start() < owner.span().end()) {
      return;
    }
    String between = text.substring(owner.span().end(), thing.span().start());
    if (between.matches("(['’]s?)?( [a-z-]+){0,2} ") && !between.contains(" in ")) {
      boolean possessive = between.startsWith("'") || between.startsWith("’");
      boolean direct = between.equals(" ");
      if (possessive || direct) {
        String predicate = base ? "operatesBase" : "operatesWeapon";
        beside(clause, owner, predicate, thing, thing, "owner before a thing", claims);
      }
    }
  }

  // ---- positions

  /** Adds what two names say by what stands between them; {@code at} is the one it hangs on. */
  private void beside(
      Clause clause,
      Link subject,
      String predicate,
      Link object,
      Link at,
      String source,
      List<Claim> claims) {
    boolean forward = subject.compareTo(object) < 0;
    int from = clause.tokenBefore((forward ? subject : object).span().end()) + 1;
    int to = clause.tokenAt((forward ? object : subject).span().start());
    Ground ground = Ground.ofNames(source, from, to);
    int token = clause.tokenAt(at.span().start());
    add(subject.entity(), predicate, object.entity(), token, ground, claims);
  }

  private void add(
      EntityRef subject,
      String name,
      EntityRef object,
      int token,
      Ground ground,
      List<Claim> claims) {
    Predicate predicate = vocabulary.predicate(name);
    if (predicate.accepts(subject.type(), object.type()) && !subject.equals(object)) {
      int at = Math.max(0, token);
      claims.add(new Claim(subject, name, object, at, SURE, true, List.of(ground), null));
    }
  }
}
