package org.entente.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Link;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Chunk;
import org.entente.text.EntityType;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What common nouns ("the group", "rebels") and pronouns ("he", "its") point back to: the nearest
 * name before them whose type fits, within a few sentences.
 */
final class Anaphora {

  private static final int REACH = 4;
  private static final String COMMON_NOUN = "common noun";
  private static final Set<String> POINTING =
      Set.of("the", "this", "that", "these", "those", "its", "their", "his", "her");
  private static final Set<String> COUPLES = Set.of("both", "two");
  private static final Set<String> HE = Set.of("he", "him", "his", "she", "her");
  private static final Set<String> IT = Set.of("it", "its");
  private static final Set<String> THEY = Set.of("they", "them", "their");
  private static final List<EntityType> PERSONS = List.of(EntityType.PERSON);
  private static final List<EntityType> LOCATIONS = List.of(EntityType.PLACE, EntityType.BASE);
  private static final List<EntityType> MANY =
      List.of(EntityType.ARMED_GROUP, EntityType.STATE_FORCE);

  private final LinkLexicon lexicon;
  private final Gazetteer gazetteer;

  Anaphora(LinkLexicon lexicon, Gazetteer gazetteer) {
    this.lexicon = lexicon;
    this.gazetteer = gazetteer;
  }

  List<Link> resolve(AnnotatedDocument document, List<Link> links) {
    List<Link> found = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    String text = document.document().text();
    KnownEntity country = country(links);
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      int from = sentences.get(Math.max(0, s - REACH)).span().start();
      for (Chunk chunk : sentence.chunks()) {
        if (chunk.type().equals("NP")) {
          noun(text, country, sentence, chunk, links, from, found);
          modifiers(text, country, sentence, chunk, links, from, found);
        }
      }
      int near = sentences.get(Math.max(0, s - 1)).span().start();
      List<Link> known = known(links, found, near, sentence.span().end());
      for (Token token : sentence.tokens()) {
        if (token.tag().startsWith("PRP")) {
          pronoun(token, sentence, known, near, found);
        } else if (token.text().equals("there") && token.tag().equals("RB")) {
          refer(token, location(known, near, token.span().start()), found);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** The names of a stretch and the common nouns that point back. */
  private static List<Link> known(List<Link> links, List<Link> found, int from, int to) {
    List<Link> known = new ArrayList<>();
    for (Link link : links) {
      if (link.span().start() >= from && link.span().end() <= to) {
        known.add(link);
      }
    }
    for (Link link : found) {
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      if (inside && link.reason().equals(COMMON_NOUN)) {
        known.add(link);
      }
    }
    known.sort(null);
    return known;
  }

  private static void refer(Token token, @Nullable Link antecedent, List<Link> found) {
    if (antecedent != null) {
      found.add(new Link(token.span(), antecedent.entity(), 0.5, "pronoun"));
    }
  }

  /** The state in which most of the named places lie; null when none is in the lead. */
  private @Nullable KnownEntity country(List<Link> links) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Link link : links) {
      KnownEntity known = gazetteer.entity(link.entity().slug()).orElse(null);
      String country = known == null ? null : known.country();
      if (country != null) {
        counts.merge(country, link.entity().type().isLocation() ? 3 : 1, Integer::sum);
      } else if (link.entity().type() == EntityType.STATE) {
        counts.merge(link.entity().slug(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(e -> gazetteer.entity(e.getKey()))
        .orElse(null);
  }

  private void noun(
      String text,
      @Nullable KnownEntity country,
      Sentence sentence,
      Chunk chunk,
      List<Link> links,
      int from,
      List<Link> found) {
    List<Token> tokens = sentence.tokens().subList(chunk.start(), chunk.end());
    Token head = tokens.get(tokens.size() - 1);
    List<EntityType> types = typesOf(head);
    if (types == null || !head.tag().startsWith("NN") || head.tag().startsWith("NNP")) {
      return;
    }
    Span span = tokens.get(0).span().union(head.span());
    String noun = head.text().toLowerCase(Locale.ROOT);
    if (both(tokens, head, links, from, span.start(), found)) {
      return;
    }
    // "the Lebanese group" is a group named before
    boolean national = lexicon.national.contains(noun) || types.contains(EntityType.PERSON);
    boolean named =
        links.stream()
            .filter(l -> l.span().overlaps(span))
            .anyMatch(
                l ->
                    national
                        || l.entity().type() != EntityType.STATE
                        || l.span().overlaps(head.span()));
    boolean pointing = POINTING.contains(tokens.get(0).text().toLowerCase(Locale.ROOT));
    boolean bare = tokens.size() == 1 && head.tag().equals("NNS");
    if (named || !(pointing || bare)) {
      return;
    }
    if (isFollowedByOf(sentence, chunk.end())) {
      return; // "the city of Homs" names itself
    }
    EntityRef antecedent = antecedent(text, country, links, from, span.start(), noun, types);
    if (antecedent != null) {
      found.add(new Link(head.span(), antecedent, 0.6, COMMON_NOUN));
    }
  }

  /** What a noun can point to, "countries" as "country" can; null when it does not point back. */
  private @Nullable List<EntityType> typesOf(Token head) {
    String noun = head.text().toLowerCase(Locale.ROOT);
    List<EntityType> types = lexicon.anaphora.get(noun);
    if (types == null && head.tag().equals("NNS")) {
      String one = noun.endsWith("ies") ? noun.substring(0, noun.length() - 3) + "y" : "";
      types = lexicon.anaphora.get(one.isEmpty() ? noun.replaceAll("s$", "") : one);
      return types != null && types.contains(EntityType.STATE) ? types : null;
    }
    return types;
  }

  /** "both countries", "the two states": the last two named before; no one of them for others. */
  private boolean both(
      List<Token> tokens, Token head, List<Link> links, int from, int to, List<Link> found) {
    if (!head.tag().equals("NNS")
        || lexicon.anaphora.containsKey(head.text().toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean two =
        tokens.stream().anyMatch(t -> COUPLES.contains(t.text().toLowerCase(Locale.ROOT)));
    List<EntityRef> last = new ArrayList<>();
    for (int i = links.size() - 1; two && i >= 0 && last.size() < 2; i--) {
      Link link = links.get(i);
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      boolean state = link.entity().type() == EntityType.STATE;
      if (inside && state && !last.contains(link.entity())) {
        last.add(0, link.entity());
      }
    }
    if (last.size() == 2) {
      last.forEach(e -> found.add(new Link(head.span(), e, 0.5, COMMON_NOUN)));
    }
    return true;
  }

  /** "rebel positions", "regime forces": the noun before another points back as well. */
  private void modifiers(
      String text,
      @Nullable KnownEntity country,
      Sentence sentence,
      Chunk chunk,
      List<Link> links,
      int from,
      List<Link> found) {
    for (int i = chunk.start(); i + 1 < chunk.end(); i++) {
      Token token = sentence.tokens().get(i);
      String noun = lexicon.modifiers.get(token.text().toLowerCase(Locale.ROOT));
      boolean named = links.stream().anyMatch(l -> l.span().overlaps(token.span()));
      if (noun == null || named) {
        continue;
      }
      List<EntityType> types = lexicon.anaphora.getOrDefault(noun, List.of());
      EntityRef antecedent =
          antecedent(text, country, links, from, token.span().start(), noun, types);
      if (antecedent != null) {
        found.add(new Link(token.span(), antecedent, 0.6, COMMON_NOUN));
      }
    }
  }

  private static boolean isFollowedByOf(Sentence sentence, int token) {
    return token < sentence.tokens().size() && sentence.tokens().get(token).text().equals("of");
  }

  /**
   * The last name before that has the noun in it, however far; for "the army" or "rebels" the army
   * or the rebels of the country that the text is about; else the nearest name of a fitting type.
   */
  private @Nullable EntityRef antecedent(
      String text,
      @Nullable KnownEntity country,
      List<Link> links,
      int from,
      int to,
      String noun,
      List<EntityType> types) {
    EntityRef best = null;
    for (Link link : links) {
      boolean fits = link.span().end() <= to && types.contains(link.entity().type());
      if (fits && hasWord(link.span().of(text), noun)) {
        best = link.entity();
      }
    }
    if (best != null) {
      return best;
    }
    if (lexicon.national.contains(noun)) {
      return country == null ? null : national(country, noun, types);
    }
    for (EntityType type : types) {
      Link near = nearest(links, from, to, List.of(type));
      if (near != null) {
        return near.entity();
      }
    }
    return null;
  }

  private @Nullable EntityRef national(KnownEntity country, String noun, List<EntityType> types) {
    for (String adjective : country.adjectives()) {
      for (Gazetteer.Name name : gazetteer.names(adjective + " " + noun)) {
        if (types.contains(name.entity().ref().type())) {
          return name.entity().ref();
        }
      }
    }
    return null;
  }

  private static boolean hasWord(String name, String noun) {
    String lower = " " + name.toLowerCase(Locale.ROOT).replace('-', ' ') + " ";
    return lower.contains(" " + noun.toLowerCase(Locale.ROOT) + " ");
  }

  private void pronoun(
      Token token, Sentence sentence, List<Link> links, int from, List<Link> found) {
    String word = token.text().toLowerCase(Locale.ROOT);
    Link antecedent = null;
    if (HE.contains(word)) {
      antecedent = nearest(links, from, token.span().start(), PERSONS);
    } else if (IT.contains(word)) {
      boolean object = word.equals("it") && isObject(sentence, token);
      if (object && isOfPlaces(sentence, token)) {
        refer(token, location(links, from, token.span().start()), found);
        return;
      }
      Link here = firstActor(links, sentence.span().start(), token.span().start());
      Link before = firstActor(links, from, sentence.span().start());
      antecedent = here == null || object ? before : here;
      if (object
          && here != null
          && antecedent != null
          && here.entity().equals(antecedent.entity())) {
        antecedent = null;
      }
    } else if (THEY.contains(word)) {
      antecedent = nearest(links, from, token.span().start(), MANY);
    }
    refer(token, antecedent, found);
  }

  /** "took it", "the assault on it": what is taken or assaulted is more often a place. */
  private boolean isOfPlaces(Sentence sentence, Token pronoun) {
    int at = sentence.tokens().indexOf(pronoun);
    Token before = sentence.tokens().get(at - 1);
    String noun = at > 1 ? sentence.tokens().get(at - 2).lemma() : "";
    return lexicon.placeVerbs.contains(before.lemma())
        || (lexicon.placeNouns.contains(noun) && !before.tag().startsWith("VB"));
  }

  private static @Nullable Link location(List<Link> links, int from, int to) {
    return nearest(links, from, to, LOCATIONS);
  }

  /** Whether the pronoun follows a verb or a preposition, so that the subject is somebody else. */
  private static boolean isObject(Sentence sentence, Token pronoun) {
    int at = sentence.tokens().indexOf(pronoun);
    if (at < 1) {
      return false;
    }
    String tag = sentence.tokens().get(at - 1).tag();
    return tag.startsWith("VB") || tag.equals("IN") || tag.equals("TO");
  }

  private static @Nullable Link nearest(
      List<Link> links, int from, int to, List<EntityType> types) {
    Link best = null;
    for (Link link : links) {
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      if (inside && types.contains(link.entity().type())) {
        best = link;
      }
    }
    return best;
  }

  private static @Nullable Link firstActor(List<Link> links, int from, int to) {
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      boolean inside = link.span().start() >= from && link.span().end() <= to;
      // "the Lebanese group": the group
      boolean beforeNoun =
          i + 1 < links.size()
              && links.get(i + 1).reason().equals(COMMON_NOUN)
              && links.get(i + 1).span().start() - link.span().end() == 1;
      boolean acts = link.entity().type().isActor() && link.entity().type() != EntityType.PERSON;
      if (inside && acts && !beforeNoun) {
        return link;
      }
    }
    return null;
  }
}
