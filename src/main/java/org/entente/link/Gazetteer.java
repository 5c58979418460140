package org.entente.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.KnownEntity;
import org.entente.link.NameFolding.Piece;
import org.entente.text.EntityType;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The names of known entities in a trie of folded words; finds the longest in a text.
 *
 * <p>Example: with Hay'at Tahrir al-Sham in the reference data, "Hayat Tahrir ash-Sham" is found.
 * Time is linear in the text, whatever the number of names. Immutable and shared between workers.
 */
public final class Gazetteer {

  /** How a name stands for its entity. */
  enum Kind {
    NAME,
    ADJECTIVE,
    METONYM
  }

  /** How much evidence a name needs in a text before it is taken for its entity. */
  enum Trust {
    /** None: the name was chosen for these texts. */
    SURE,
    /** Some: it comes from a list of the whole world. */
    PLAIN,
    /** Much: it is also a word, a person's name, an acronym or very short. */
    DOUBTFUL
  }

  /** One name of one entity. */
  record Name(KnownEntity entity, Kind kind, String written, Trust trust) {}

  /** Whether a name is taken for its entity where it stands, from piece first to piece last. */
  interface Acceptance {
    boolean accepts(Name name, int first, int last);
  }

  /** A stretch of text that bears at least one known name. */
  record Match(Span span, int first, int last, List<Name> names) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(4);
    final List<Name> names = new ArrayList<>(1);
  }

  /** Names of fewer letters are doubtful. */
  private static final int SHORT = 4;

  private final Node root = new Node();
  private final Map<String, KnownEntity> bySlug = new TreeMap<>();
  private final Set<String> ambiguous;

  /** A gazetteer of these entities. */
  public Gazetteer(Collection<KnownEntity> entities) {
    this(entities, Set.of());
  }

  /**
   * A gazetteer of these entities.
   *
   * @param ambiguous names, in lower case, that are also words or names of people
   */
  public Gazetteer(Collection<KnownEntity> entities, Set<String> ambiguous) {
    this.ambiguous = Set.copyOf(ambiguous);
    for (KnownEntity entity : entities) {
      bySlug.put(entity.ref().slug(), entity);
    }
    for (KnownEntity entity : bySlug.values()) {
      add(entity, entity.ref().label(), Kind.NAME);
      entity.names().forEach(name -> add(entity, name, Kind.NAME));
      entity.adjectives().forEach(name -> add(entity, name, Kind.ADJECTIVE));
      entity.metonyms().forEach(name -> add(entity, name, Kind.METONYM));
    }
  }

  /** The entity with this slug. */
  public Optional<KnownEntity> entity(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /** All entities, by slug. */
  public Collection<KnownEntity> entities() {
    return bySlug.values();
  }

  /**
   * The entities of which this is a full name, a spelling or an acronym, likeliest first; neither
   * adjectives nor metonyms count.
   */
  public List<KnownEntity> called(String name) {
    return names(name).stream()
        .filter(n -> n.kind() == Kind.NAME)
        .sorted(Candidates.order())
        .map(Name::entity)
        .distinct()
        .toList();
  }

  private void add(KnownEntity entity, String name, Kind kind) {
    String written = name.startsWith("the ") || name.startsWith("The ") ? name.substring(4) : name;
    List<Piece> pieces = NameFolding.pieces(written, new Span(0, written.length()));
    if (pieces.isEmpty()) {
      return;
    }
    Node node = root;
    for (Piece piece : pieces) {
      node = node.next.computeIfAbsent(key(piece), k -> new Node());
    }
    boolean known =
        node.names.stream().anyMatch(n -> n.entity().equals(entity) && n.written().equals(written));
    if (!known) {
      node.names.add(new Name(entity, kind, written, trust(entity, written)));
    }
    if (entity.ref().type() == EntityType.WEAPON && !written.endsWith("s")) {
      add(entity, written + "s", kind);
    }
  }

  private Trust trust(KnownEntity entity, String written) {
    if (!entity.guarded()) {
      return Trust.SURE;
    }
    boolean doubtful =
        written.length() < SHORT
            || isAcronym(written)
            || ambiguous.contains(written.toLowerCase(Locale.ROOT));
    return doubtful ? Trust.DOUBTFUL : Trust.PLAIN;
  }

  private static String key(Piece piece) {
    return piece.article() ? "al" : piece.folded();
  }

  /** The longest known names, left to right, none overlapping. */
  List<Match> find(String text, List<Piece> pieces) {
    return find(text, pieces, (name, first, last) -> true);
  }

  /** The longest known names that are accepted where they stand. */
  List<Match> find(String text, List<Piece> pieces, Acceptance acceptance) {
    boolean shouting = isShouting(pieces);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < pieces.size(); ) {
      Match match = longestAt(text, pieces, i, shouting, acceptance);
      if (match == null) {
        i++;
      } else {
        matches.add(match);
        i = match.last() + 1;
      }
    }
    return matches;
  }

  /** The names that are exactly this text. */
  List<Name> names(String surface) {
    List<Piece> pieces = NameFolding.pieces(surface, new Span(0, surface.length()));
    Match match =
        pieces.isEmpty()
            ? null
            : longestAt(surface, pieces, 0, isShouting(pieces), (name, first, last) -> true);
    if (match == null || match.last() != pieces.size() - 1) {
      return List.of();
    }
    return match.names();
  }

  private @Nullable Match longestAt(
      String text, List<Piece> pieces, int first, boolean shouting, Acceptance acceptance) {
    Node node = root;
    Match best = null;
    for (int i = first; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (i > first && !joins(text, pieces.get(i - 1).span().end(), piece.span().start())) {
        break;
      }
      Node next = node.next.get(key(piece));
      if (next == null) {
        break;
      }
      node = next;
      if (!node.names.isEmpty()) {
        Span span = new Span(pieces.get(first).span().start(), withDot(text, piece.span()));
        int last = i;
        List<Name> names =
            node.names.stream()
                .filter(n -> shouting || caseFits(n, pieces, first, span.of(text)))
                .filter(n -> acceptance.accepts(n, first, last))
                .sorted(Comparator.comparing(n -> n.entity().ref().slug()))
                .toList();
        if (!names.isEmpty()) {
          best = new Match(span, first, i, names);
        }
      }
    }
    return best;
  }

  /** "U.S." ends in a dot that belongs to it. */
  private static int withDot(String text, Span last) {
    boolean dotted = last.of(text).matches("(\\p{Lu}\\.)+\\p{Lu}");
    return dotted && last.end() < text.length() && text.charAt(last.end()) == '.'
        ? last.end() + 1
        : last.end();
  }

  /** Words of one name are parted by spaces, hyphens, or a dot in an initial; nothing else. */
  private static boolean joins(String text, int from, int to) {
    if (to - from > 3) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ' '
          && c != '-'
          && c != '‐'
          && c != '‑'
          && c != '–'
          && c != '.'
          && c != '\u00A0'
          && c != '\n'
          && c != '/'
          && !isApostrophe(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Acronyms must be written as known; other names must begin with a capital where the known one
   * does.
   */
  private static boolean caseFits(Name name, List<Piece> pieces, int first, String surface) {
    String written = name.written();
    if (isAcronym(written)) {
      String plain = surface.replace(".", "");
      return plain.equals(written.replace(".", ""))
          || (name.entity().ref().type() == EntityType.WEAPON
              && plain.equalsIgnoreCase(written)
              && Character.isUpperCase(plain.charAt(0)));
    }
    int i = first;
    if (pieces.get(i).article() && i + 1 < pieces.size() && surface.length() > 3) {
      i++;
    }
    char c = pieces.get(i).text().charAt(0);
    boolean capital = Character.isUpperCase(c) || !Character.isLetter(c) || isApostrophe(c);
    return capital || (Character.isLowerCase(written.charAt(0)) && !pieces.get(first).article());
  }

  private static boolean isApostrophe(char c) {
    return "'’‘`´ʿʾʼ".indexOf(c) >= 0;
  }

  static boolean isAcronym(String written) {
    if (written.length() > 8 || written.indexOf(' ') >= 0) {
      return false;
    }
    long upper = written.chars().filter(Character::isUpperCase).count();
    long lower = written.chars().filter(Character::isLowerCase).count();
    return upper >= 2 && lower <= 1;
  }

  /** Whether all letters are capitals, as in some headlines. */
  private static boolean isShouting(List<Piece> pieces) {
    int letters = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.text().length(); i++) {
        char c = piece.text().charAt(i);
        if (Character.isLowerCase(c)) {
          return false;
        }
        letters += Character.isLetter(c) ? 1 : 0;
      }
    }
    return pieces.size() >= 3 && letters >= 12;
  }
}
