package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Slugs;
import org.entente.knowledge.Tie;
import org.entente.link.Gazetteer.Kind;
import org.entente.link.Gazetteer.Name;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entity each mention refers to, and what common nouns and pronouns point back to.
 *
 * <p>Known names are decided by context (a capital after "in" is the city), by the document's other
 * names and countries, and by inhabitants. A name in nobody's list becomes a new entity whose slug
 * is made from the name. A surname goes to the full name before it, an acronym to the name that it
 * stands beside in brackets.
 */
public final class EntityLinker {

  private static final Set<String> LOCATIVE =
      Set.of(
          "in", "from", "near", "at", "around", "outside", "inside", "into", "toward", "towards",
          "through", "via", "over", "across", "of");

  private static final double KNOWN = 0.95;
  private static final double CHOSEN = 0.8;
  private static final double BOUND = 0.85;
  private static final double COMPOSED = 0.85;
  private static final double NEW = 0.6;

  private final Gazetteer gazetteer;
  private final LinkLexicon lexicon = LinkLexicon.shipped();
  private final Anaphora anaphora;
  private final Map<String, KnownEntity> governments = new TreeMap<>();

  /** A linker to the entities of this gazetteer. */
  public EntityLinker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.anaphora = new Anaphora(lexicon, gazetteer);
    for (KnownEntity entity : gazetteer.entities()) {
      String country = entity.country();
      if (entity.ref().type() == EntityType.GOVERNMENT && country != null) {
        governments.putIfAbsent(country, entity);
      }
    }
  }

  /** What has been learnt of one document so far. */
  private static final class Context {
    final AnnotatedDocument document;
    final Map<String, EntityRef> aliases = new HashMap<>();
    final Map<String, EntityRef> discovered = new TreeMap<>();
    final Set<String> fullNames = new HashSet<>();
    final Map<String, Integer> countries = new HashMap<>();

    Context(AnnotatedDocument document) {
      this.document = document;
    }
  }

  /** Links all mentions; a mention takes over the type of its entity. */
  public LinkedDocument link(AnnotatedDocument document) {
    Context context = new Context(document);
    survey(context);
    List<Mention> mentions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Mention previous = null;
    Link previousLink = null;
    for (Mention mention : document.mentions()) {
      Link link = bracketed(context, mention, previous, previousLink);
      if (link == null) {
        link = decide(context, mention);
      }
      remember(context, mention, link.entity());
      EntityType type = link.entity().type();
      mentions.add(
          new Mention(
              mention.span(), mention.text(), type, mention.confidence(), mention.finder()));
      links.add(link);
      previous = mention;
      previousLink = link;
    }
    AnnotatedDocument typed = document.withMentions(mentions);
    List<EntityRef> discovered =
        context.discovered.values().stream()
            .filter(e -> gazetteer.entity(e.slug()).isEmpty())
            .toList();
    return new LinkedDocument(
        typed,
        links,
        anaphora.resolve(typed, links),
        ties(document.document().text(), mentions, links),
        discovered);
  }

  /**
   * The same for mentions whose links are known already, as in annotated texts: adds what common
   * nouns and pronouns point back to, and ties.
   */
  public LinkedDocument complete(AnnotatedDocument document, List<Link> links) {
    return new LinkedDocument(
        document,
        links,
        anaphora.resolve(document, links),
        ties(document.document().text(), document.mentions(), links),
        List.of());
  }

  /** Which full names and countries the document has at all. */
  private void survey(Context context) {
    for (Mention mention : context.document.mentions()) {
      List<Name> names = gazetteer.names(mention.text());
      if (names.isEmpty()) {
        continue;
      }
      Name best = Candidates.prior(names);
      if (names.size() == 1 && mention.text().indexOf(' ') > 0) {
        context.fullNames.add(best.entity().ref().slug());
      }
      if (best.entity().ref().type() == EntityType.STATE) {
        context.countries.merge(best.entity().ref().slug(), 1, Integer::sum);
      } else if (names.size() == 1) {
        String country = best.entity().country();
        if (country != null) {
          context.countries.merge(country, 1, Integer::sum);
        }
      }
    }
  }

  private Link decide(Context context, Mention mention) {
    String surface = mention.text();
    List<Name> names = gazetteer.names(surface);
    if (names.isEmpty() && surface.matches("[AaEe]l-.+")) {
      names = gazetteer.names(surface.substring(3)); // "al-Assad" where only "Assad" is listed
    }
    if (!names.isEmpty()) {
      return known(context, mention, names);
    }
    EntityRef alias = context.aliases.get(aliasKey(surface));
    if (alias != null && compatible(alias.type(), mention.type())) {
      return new Link(mention.span(), alias, BOUND, "named before");
    }
    if (mention.finder().equals("company")) {
      Link composed = composed(context, mention);
      if (composed != null) {
        return composed;
      }
    }
    return new Link(mention.span(), discover(context, mention.type(), surface), NEW, "new");
  }

  private static boolean compatible(EntityType one, EntityType other) {
    return one == other
        || (one.isActor() && other.isActor())
        || (one.isLocation() && other.isLocation());
  }

  private EntityRef discover(Context context, EntityType type, String label) {
    String slug = Slugs.of(label);
    KnownEntity clash = gazetteer.entity(slug).orElse(null);
    if (clash != null && clash.ref().type() != type) {
      slug = slug + "-" + Slugs.of(type.label());
    } else if (clash != null) {
      return clash.ref();
    }
    EntityRef before = context.discovered.get(slug);
    if (before != null && before.type() != type) {
      return before;
    }
    EntityRef ref = new EntityRef(slug, type, label);
    context.discovered.putIfAbsent(slug, ref);
    return context.discovered.getOrDefault(slug, ref);
  }

  // ---- names in company: what they say

  private List<Tie> ties(String text, List<Mention> mentions, List<Link> links) {
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      EntityRef whole = links.get(i).entity();
      if (whole.type() == EntityType.PERSON) {
        office(text, mention, whole, ties);
        continue;
      }
      EntityRef nation = nation(mention.text());
      if (nation == null || nation.equals(whole)) {
        continue;
      }
      String rest = mention.text().toLowerCase(Locale.ROOT);
      boolean sponsored = lexicon.sponsorship.stream().anyMatch(w -> rest.contains("-" + w + " "));
      boolean ofTheState =
          whole.type() == EntityType.STATE_FORCE
              || (whole.type() == EntityType.ORGANIZATION && isPublicBody(rest));
      if (sponsored && whole.type() == EntityType.ARMED_GROUP) {
        ties.add(new Tie(mention.span(), nation, "supports", whole));
      } else if (!sponsored && ofTheState) {
        ties.add(new Tie(mention.span(), whole, "partOf", nation));
      }
    }
    return ties;
  }

  /** "Turkish Foreign Ministry": the name ends in a noun that makes names of public bodies. */
  private boolean isPublicBody(String name) {
    return lexicon.collectives.stream()
        .filter(c -> c.type() == EntityType.ORGANIZATION)
        .anyMatch(c -> name.endsWith(" " + String.join(" ", c.words())));
  }

  /** "President Bashar al-Assad": with nothing else said, of the person's own state. */
  private void office(String text, Mention mention, EntityRef person, List<Tie> ties) {
    KnownEntity known = gazetteer.entity(person.slug()).orElse(null);
    String country = known == null ? null : known.country();
    KnownEntity state = country == null ? null : gazetteer.entity(country).orElse(null);
    if (state == null) {
      return;
    }
    int from = Math.max(0, mention.span().start() - 30);
    String before = text.substring(from, mention.span().start()).toLowerCase(Locale.ROOT);
    String longest = "";
    for (String role : lexicon.nationalRoles.keySet()) {
      boolean fits = before.endsWith(" " + role + " ") || before.equals(role + " ");
      if (fits && role.length() > longest.length()) {
        longest = role;
      }
    }
    String predicate = lexicon.nationalRoles.get(longest);
    if (predicate != null) {
      ties.add(new Tie(mention.span(), person, predicate, state.ref()));
    }
  }

  /** The state that a longer name begins with. */
  private @Nullable EntityRef nation(String surface) {
    for (int i = surface.length() - 1; i > 0; i--) {
      char c = surface.charAt(i);
      if (c == ' ' || c == '-') {
        KnownEntity state = bearer(surface.substring(0, i));
        if (state != null) {
          return state.ref();
        }
      }
    }
    return null;
  }

  // ---- known names

  private Link known(Context context, Mention mention, List<Name> names) {
    Map<String, Name> byEntity = new TreeMap<>();
    names.stream()
        .sorted(Candidates.order())
        .forEach(n -> byEntity.putIfAbsent(n.entity().ref().slug(), n));
    if (byEntity.size() == 1) {
      return new Link(mention.span(), names.get(0).entity().ref(), KNOWN, "only bearer");
    }
    List<Name> ranked = new ArrayList<>(byEntity.values());
    Map<Name, Double> scores = new HashMap<>();
    for (Name name : ranked) {
      scores.put(name, score(context, mention, name));
    }
    ranked.sort(
        Comparator.comparingDouble((Name n) -> -scores.getOrDefault(n, 0.0))
            .thenComparing(Candidates.order()));
    return new Link(
        mention.span(), ranked.get(0).entity().ref(), CHOSEN, "best of " + ranked.size());
  }

  private double score(Context context, Mention mention, Name name) {
    KnownEntity entity = name.entity();
    double score = 0;
    if (context.fullNames.contains(entity.ref().slug())) {
      score += 3;
    }
    String country = entity.country();
    if (country != null) {
      score += Math.min(2.0, 0.5 * context.countries.getOrDefault(country, 0));
    }
    if (entity.population() > 0) {
      score += 0.15 * Math.log10((double) entity.population());
    }
    if (name.kind() == Kind.NAME) {
      score += entity.ref().label().equals(name.written()) ? 0.6 : 0.2;
    }
    if (entity.ref().type() == EntityType.STATE) {
      score += 1;
    }
    EntityType type = entity.ref().type();
    score += type == mention.type() ? 1.5 : 0;
    boolean locative = isLocative(context.document, mention);
    if (name.kind() == Kind.METONYM) {
      score += Math.min(2.0, 0.5 * context.countries.getOrDefault(entity.ref().slug(), 0));
      score += locative ? -5 : 2;
    } else if (type == EntityType.PLACE) {
      score += locative ? 1 : 0;
      score -= entity.ref().label().matches(".*(Governorate|Province|District)") ? 0.8 : 0;
    }
    return score;
  }

  /**
   * Whether the mention stands after a preposition of place, or after "to" with a verb of motion.
   */
  private static boolean isLocative(AnnotatedDocument document, Mention mention) {
    for (Sentence sentence : document.sentences()) {
      if (!sentence.span().contains(mention.span())) {
        continue;
      }
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).span().end() > mention.span().start()) {
          if (i == 0) {
            return false;
          }
          String before = tokens.get(i - 1).text().toLowerCase(Locale.ROOT);
          boolean possessive =
              tokens.stream()
                  .anyMatch(t -> t.span().start() == mention.span().end() && t.tag().equals("POS"));
          if (possessive) {
            return false;
          }
          if (before.equals("to")) {
            return (i > 1 && tokens.get(i - 2).tag().startsWith("VB"))
                || hasBefore(tokens, i, "from");
          }
          return LOCATIVE.contains(before) && !before.equals("of");
        }
      }
    }
    return false;
  }

  private static boolean hasBefore(List<Token> tokens, int index, String word) {
    for (int i = Math.max(0, index - 5); i < index; i++) {
      if (tokens.get(i).text().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  // ---- names in company

  private @Nullable Link composed(Context context, Mention mention) {
    String surface = mention.text();
    String lower = surface.toLowerCase(Locale.ROOT);
    if (mention.type() == EntityType.PLACE || mention.type() == EntityType.BASE) {
      return withPlaceWord(mention);
    }
    for (LinkLexicon.Collective collective : longestFirst()) {
      String noun = String.join(" ", collective.words());
      if (!lower.endsWith(noun)) {
        continue;
      }
      String prefix = surface.substring(0, surface.length() - noun.length()).strip();
      int hyphen = prefix.indexOf('-');
      String sponsorWord = hyphen > 0 ? firstWord(prefix.substring(hyphen + 1)) : "";
      boolean sponsored = lexicon.sponsorship.contains(sponsorWord.toLowerCase(Locale.ROOT));
      String nation = sponsored ? prefix.substring(0, hyphen) : prefix;
      KnownEntity state = bearer(nation);
      EntityRef known = state == null ? null : existing(state, collective, sponsored);
      if (known != null) {
        return new Link(mention.span(), known, COMPOSED, "nation and noun");
      }
      String first =
          state != null && !state.adjectives().isEmpty() ? state.adjectives().get(0) : nation;
      String label =
          sponsored
              ? first + "-backed " + (collective.own().equals("only") ? "groups" : "forces")
              : first + " " + collective.canonical();
      EntityRef composed = discover(context, mention.type(), label);
      return new Link(mention.span(), composed, COMPOSED, "nation and noun");
    }
    return null;
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private List<LinkLexicon.Collective> longestFirst() {
    return lexicon.collectives.stream()
        .sorted(Comparator.comparingInt(c -> -String.join(" ", c.words()).length()))
        .toList();
  }

  private @Nullable KnownEntity bearer(String nation) {
    return gazetteer.names(nation).stream()
        .filter(n -> n.entity().ref().type() == EntityType.STATE)
        .min(Candidates.order())
        .map(Name::entity)
        .orElse(null);
  }

  /** The known government, force or client that nation and noun mean. */
  private @Nullable EntityRef existing(
      KnownEntity state, LinkLexicon.Collective collective, boolean sponsored) {
    if (sponsored) {
      return gazetteer.entities().stream()
          .filter(e -> state.ref().slug().equals(e.sponsor()))
          .map(KnownEntity::ref)
          .findFirst()
          .orElse(null);
    }
    if (collective.type() == EntityType.GOVERNMENT && collective.canonical().equals("government")) {
      KnownEntity government = governments.get(state.ref().slug());
      return government == null ? null : government.ref();
    }
    for (String adjective : state.adjectives()) {
      for (String noun : List.of(collective.canonical(), String.join(" ", collective.words()))) {
        for (Name name : gazetteer.names(adjective + " " + noun)) {
          if (name.entity().ref().type() == collective.type()) {
            return name.entity().ref();
          }
        }
      }
    }
    return null;
  }

  private @Nullable Link withPlaceWord(Mention mention) {
    String surface = mention.text();
    for (LinkLexicon.Headword word : lexicon.placeWords) {
      String noun = " " + String.join(" ", word.words());
      if (!surface.toLowerCase(Locale.ROOT).endsWith(noun)) {
        continue;
      }
      String name = surface.substring(0, surface.length() - noun.length());
      for (String other : List.of(" Governorate", " Province", " province", " Air Base", "")) {
        for (Name candidate : gazetteer.names(name + other)) {
          EntityRef ref = candidate.entity().ref();
          boolean division = !other.isEmpty() || ref.label().endsWith("Governorate");
          if (ref.type() == mention.type() && (division || mention.type() == EntityType.BASE)) {
            return new Link(mention.span(), ref, COMPOSED, "name and noun");
          }
        }
      }
    }
    return null;
  }

  // ---- the document's own names

  /** "Hayat Tahrir al-Sham (HTS)": the bracketed name is the one before it. */
  private @Nullable Link bracketed(
      Context context, Mention mention, @Nullable Mention previous, @Nullable Link previousLink) {
    if (previous == null || previousLink == null) {
      return null;
    }
    String text = context.document.document().text();
    int from = previous.span().end();
    int to = mention.span().start();
    boolean inBrackets =
        to - from <= 3 && to > from && text.substring(from, to).strip().equals("(");
    boolean acronym =
        mention.text().length() <= 8
            && mention.text().chars().filter(Character::isUpperCase).count() * 2
                >= mention.text().length();
    if (!inBrackets || !acronym || !gazetteer.names(mention.text()).isEmpty()) {
      return null;
    }
    return new Link(mention.span(), previousLink.entity(), BOUND, "acronym");
  }

  private static void remember(Context context, Mention mention, EntityRef entity) {
    context.aliases.putIfAbsent(aliasKey(mention.text()), entity);
    if (entity.type() == EntityType.PERSON) {
      String name = mention.text();
      int space = name.lastIndexOf(' ');
      if (space > 0) {
        context.aliases.put(aliasKey(name.substring(space + 1)), entity);
        int particle = name.lastIndexOf(' ', space - 1);
        if (particle > 0) {
          context.aliases.putIfAbsent(aliasKey(name.substring(particle + 1)), entity);
        }
      }
    }
  }

  private static String aliasKey(String surface) {
    String key = NameFolding.fold(surface).replace("-", " ");
    return key.startsWith("al ") ? key.substring(3) : key;
  }
}
