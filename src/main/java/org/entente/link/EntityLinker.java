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
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Slugs;
import org.entente.knowledge.Tie;
import org.entente.link.Explanation.Candidate;
import org.entente.link.Gazetteer.Name;
import org.entente.link.Gazetteer.Trust;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entity each mention refers to, and what common nouns and pronouns point back to.
 *
 * <p>Known names are decided by context (a capital after "in" is the city), by the document's other
 * names and countries, and by inhabitants; where the likeliest bearers are close, there is no link
 * rather than a wrong one. A name in nobody's list becomes a new entity whose slug is made from the
 * name. A surname goes to the full name before it, an acronym to the name that it stands beside in
 * brackets. What people decided comes before all of it.
 */
public final class EntityLinker {

  private static final double KNOWN = 0.95;
  private static final double CHOSEN = 0.8;
  private static final double BOUND = 0.85;
  private static final double COMPOSED = 0.85;
  private static final double NEW = 0.87;

  private final Gazetteer gazetteer;
  private final LinkLexicon lexicon = LinkLexicon.shipped();
  private final Anaphora anaphora;
  private final Decisions decisions;
  private final Map<String, KnownEntity> governments = new TreeMap<>();
  private final Map<String, EntityRef> clients = new TreeMap<>();

  /** A linker to the entities of this gazetteer. */
  public EntityLinker(Gazetteer gazetteer) {
    this(gazetteer, Decisions.NONE);
  }

  /** A linker to the entities of this gazetteer that does as people decided. */
  public EntityLinker(Gazetteer gazetteer, Decisions decisions) {
    this.gazetteer = gazetteer;
    this.decisions = decisions;
    this.anaphora = new Anaphora(lexicon, gazetteer);
    for (KnownEntity entity : gazetteer.entities()) {
      String country = entity.country();
      if (entity.ref().type() == EntityType.GOVERNMENT && country != null) {
        governments.putIfAbsent(country, entity);
      }
      String sponsor = entity.sponsor();
      if (sponsor != null) {
        clients.putIfAbsent(sponsor, entity.ref());
      }
    }
  }

  /** What has been learnt of one document so far. */
  private static final class Context {
    final AnnotatedDocument document;
    final Scoring scoring;
    final boolean explaining;
    final Map<String, EntityRef> aliases = new HashMap<>();
    final Map<String, EntityRef> surnames = new HashMap<>();
    final Set<EntityRef> persons = new HashSet<>();
    final Map<String, EntityRef> discovered = new TreeMap<>();

    Context(AnnotatedDocument document, Scoring scoring, boolean explaining) {
      this.document = document;
      this.scoring = scoring;
      this.explaining = explaining;
    }
  }

  /** Links all mentions that have a clear bearer; they take over the type of their entity. */
  public LinkedDocument link(AnnotatedDocument document) {
    return link(document, null);
  }

  /** As {@link #link}, telling of each mention how it was decided, in order. */
  public LinkedDocument explain(AnnotatedDocument document, Consumer<Explanation> told) {
    return link(document, told);
  }

  private LinkedDocument link(AnnotatedDocument given, @Nullable Consumer<Explanation> told) {
    AnnotatedDocument document =
        given.withMentions(
            given.mentions().stream().filter(m -> !decisions.ignores(m.text())).toList());
    Context context = new Context(document, new Scoring(document, gazetteer), told != null);
    List<Mention> mentions = new ArrayList<>();
    List<Mention> linked = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Mention previous = null;
    Link previousLink = null;
    for (Mention mention : document.mentions()) {
      Link bracketed = bracketed(context, mention, previous, previousLink);
      Explanation decided =
          settled(
              context,
              bracketed != null
                  ? new Explanation(mention, List.of(), bracketed, bracketed.reason())
                  : decide(context, mention));
      Link link = decided.link();
      Mention typed = mention;
      if (link != null) {
        remember(context, mention, link.entity());
        EntityType type = link.entity().type();
        typed =
            new Mention(
                mention.span(), mention.text(), type, mention.confidence(), mention.finder());
        linked.add(typed);
        links.add(link);
      }
      mentions.add(typed);
      if (told != null) {
        told.accept(decided);
      }
      previous = mention;
      previousLink = link;
    }
    AnnotatedDocument typed = document.withMentions(mentions);
    List<Link> back = anaphora.resolve(typed, links);
    List<Tie> ties = ties(document.document().text(), linked, links);
    Set<String> used = used(links, back, ties);
    List<EntityRef> discovered =
        context.discovered.values().stream()
            .filter(e -> gazetteer.entity(e.slug()).isEmpty() && used.contains(e.slug()))
            .toList();
    List<KnownEntity> listed =
        used.stream()
            .flatMap(slug -> gazetteer.entity(slug).stream())
            .filter(e -> e.listing() != null)
            .toList();
    return new LinkedDocument(typed, links, back, ties, discovered, listed);
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
        List.of(),
        List.of());
  }

  /** Slugs of all that the document refers to. */
  private static Set<String> used(List<Link> links, List<Link> back, List<Tie> ties) {
    Set<String> used = new TreeSet<>();
    links.forEach(l -> used.add(l.entity().slug()));
    back.forEach(l -> used.add(l.entity().slug()));
    ties.forEach(t -> used.addAll(List.of(t.subject().slug(), t.object().slug())));
    return used;
  }

  private Explanation decide(Context context, Mention mention) {
    String surface = mention.text();
    List<Name> names = usable(mention, gazetteer.names(surface));
    if (names.isEmpty() && surface.matches("[AaEe]l-.+")) {
      // "al-Assad" where only "Assad" is listed
      names = usable(mention, gazetteer.names(surface.substring(3)));
    }
    EntityRef person = context.surnames.get(aliasKey(surface));
    if (person != null
        && !names.isEmpty()
        && isPersonNotNamedYet(context, names)
        && !decisions.forbids(surface, person.slug())) {
      Link link = new Link(mention.span(), person, BOUND, "full name before");
      return new Explanation(mention, ranked(context, mention, names), link, link.reason());
    }
    if (!names.isEmpty()) {
      return known(context, mention, names);
    }
    EntityRef alias = context.aliases.get(aliasKey(surface));
    Link link = null;
    if (alias != null
        && compatible(alias.type(), mention.type())
        && !decisions.forbids(surface, alias.slug())) {
      link = new Link(mention.span(), alias, BOUND, "named before");
    }
    if (link == null && mention.finder().equals("company")) {
      link = composed(context, mention);
    }
    if (link == null) {
      link = new Link(mention.span(), discover(context, mention.type(), surface), NEW, "new");
    }
    return new Explanation(mention, List.of(), link, link.reason());
  }

  /** Whether the known bearer is a person whom the document has not named before. */
  private static boolean isPersonNotNamedYet(Context context, List<Name> names) {
    EntityRef known = Candidates.prior(names).entity().ref();
    return known.type() == EntityType.PERSON && !context.persons.contains(known);
  }

  /** The names that may be meant here: not those that need more evidence than there is. */
  private List<Name> usable(Mention mention, List<Name> names) {
    boolean byName = mention.finder().equals("gazetteer");
    Set<EntityType> sure = new HashSet<>();
    names.stream()
        .filter(n -> n.trust() == Trust.SURE)
        .forEach(n -> sure.add(n.entity().ref().type()));
    return names.stream()
        .filter(
            n ->
                n.trust() == Trust.SURE
                    || (byName && !(n.trust() == Trust.DOUBTFUL && isOther(sure, n)))
                    || (n.entity().ref().type() == mention.type()
                        && !mention.finder().equals("title")))
        .filter(n -> !decisions.forbids(mention.text(), n.entity().ref().slug()))
        .toList();
  }

  private static boolean compatible(EntityType one, EntityType other) {
    return one == other
        || (one.isActor() && other.isActor())
        || (one.isLocation() && other.isLocation());
  }

  private EntityRef discover(Context context, EntityType type, String label) {
    String slug = Slugs.of(label);
    KnownEntity clash = gazetteer.entity(slug).orElse(null);
    if (clash != null && (clash.ref().type() != type || decisions.forbids(label, slug))) {
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

  /** Whether people know the name, but for no entity of this type. */
  private static boolean isOther(Set<EntityType> known, Name name) {
    return !known.isEmpty() && !known.contains(name.entity().ref().type());
  }

  /** The likeliest bearer; none where the two likeliest are close. */
  private Explanation known(Context context, Mention mention, List<Name> names) {
    KnownEntity first = names.get(0).entity();
    if (names.stream().allMatch(n -> n.entity().equals(first))) {
      Link link = new Link(mention.span(), first.ref(), KNOWN, "only bearer");
      return new Explanation(mention, ranked(context, mention, names), link, link.reason());
    }
    List<Candidate> ranked = context.scoring.rank(mention, names);
    if (ranked.get(0).score() - ranked.get(1).score() < Scoring.CLOSE) {
      String reason =
          "the likeliest of " + ranked.size() + " are less than " + Scoring.CLOSE + " apart";
      return new Explanation(mention, ranked, null, reason);
    }
    Link link =
        new Link(mention.span(), ranked.get(0).entity(), CHOSEN, "best of " + ranked.size());
    return new Explanation(mention, ranked, link, link.reason());
  }

  /** The candidates, where somebody wants to know them. */
  private static List<Candidate> ranked(Context context, Mention mention, List<Name> names) {
    return context.explaining ? context.scoring.rank(mention, names) : List.of();
  }

  /** What people have decided about the entity, done to it. */
  private Explanation settled(Context context, Explanation decided) {
    String surface = decided.mention().text();
    Link link = decided.link();
    EntityRef before = link == null ? null : link.entity();
    String slug = decisions.same(surface, before == null ? null : before.slug());
    if (slug == null) {
      return decided;
    }
    EntityType type = before == null ? decided.mention().type() : before.type();
    String label = before == null ? surface : before.label();
    EntityRef known = gazetteer.entity(slug).map(KnownEntity::ref).orElse(null);
    boolean moved = before == null || !before.slug().equals(slug);
    EntityRef after =
        known != null
            ? known
            : new EntityRef(
                slug,
                decisions.type(slug).orElse(type),
                decisions.label(slug).orElse(moved ? Decisions.words(slug) : label));
    if (after.equals(before)) {
      return decided;
    }
    if (known == null) {
      context.discovered.put(slug, after);
    }
    double confidence = link == null || moved ? 1 : link.confidence();
    String reason = "decided by people";
    return new Explanation(
        decided.mention(),
        decided.candidates(),
        new Link(decided.mention().span(), after, confidence, reason),
        reason);
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
      return clients.get(state.ref().slug());
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
      context.persons.add(entity);
      String name = mention.text();
      int space = name.lastIndexOf(' ');
      if (space > 0) {
        context.aliases.put(aliasKey(name.substring(space + 1)), entity);
        context.surnames.put(aliasKey(name.substring(space + 1)), entity);
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
