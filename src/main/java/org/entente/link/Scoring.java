package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.entente.knowledge.KnownEntity;
import org.entente.link.Explanation.Candidate;
import org.entente.link.Explanation.Feature;
import org.entente.link.Gazetteer.Kind;
import org.entente.link.Gazetteer.Name;
import org.entente.link.Gazetteer.Trust;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * The one place where bearers of a name are weighed against each other, for one document.
 *
 * <p>Points are for: how the name stands for the entity, its type, the countries that the document
 * names, whether the mention stands after a preposition of place, inhabitants, being a capital, and
 * whether the document has its full name. Among places of one name, a tenth of the inhabitants
 * costs {@value #DECADE} points, so that a place known to few needs its country in the document.
 */
final class Scoring {

  /** Candidates nearer to each other than this are not told apart. */
  static final double CLOSE = 0.35;

  /** A place of a list of the whole world is known to few below so many inhabitants. */
  private static final long KNOWN_TO_MANY = 100_000;

  private static final Pattern BESIDE = Pattern.compile(", | \\(| in ");
  private static final Pattern OF =
      Pattern.compile(" ([a-z-]+ ){0,2}(city|town|port|village|district|province) of ");

  private static final double SAME_TYPE = 1.5;
  private static final double DECADE = 0.8;
  private static final double MOST_FOR_COUNTRY = 2;

  /** A country named this often counts in full, if none is named more often. */
  private static final int OFTEN = 2;

  /** What a place counts as whose inhabitants are not known. */
  private static final long UNCOUNTED = 50_000;

  private static final Set<String> LOCATIVE =
      Set.of(
          "in", "from", "near", "at", "around", "outside", "inside", "into", "toward", "towards",
          "through", "via", "over", "across");

  private final Gazetteer gazetteer;
  private final Set<String> fullNames = new HashSet<>();
  private final Map<String, Integer> countries = new HashMap<>();
  private final NavigableMap<Integer, Sentence> sentences = new TreeMap<>();
  private final NavigableMap<Integer, Mention> mentions = new TreeMap<>();
  private final String text;
  private int leading = OFTEN;

  /** Takes note of the full names and countries that the document has at all. */
  Scoring(AnnotatedDocument document, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    document.sentences().forEach(s -> sentences.put(s.span().start(), s));
    this.text = document.document().text();
    document.mentions().forEach(m -> mentions.put(m.span().start(), m));
    document.mentions().forEach(this::survey);
    countries.values().forEach(n -> leading = Math.max(leading, n));
  }

  private void survey(Mention mention) {
    List<Name> names = gazetteer.names(mention.text());
    if (names.isEmpty()) {
      return;
    }
    Name best = Candidates.prior(names);
    boolean only = names.size() == 1;
    if (only && mention.text().indexOf(' ') > 0) {
      fullNames.add(best.entity().ref().slug());
    }
    String slug = best.entity().ref().slug();
    if (best.entity().ref().type() == EntityType.STATE) {
      boolean alone =
          names.stream().map(Name::entity).allMatch(e -> isIn(e, slug, best.kind() == Kind.NAME));
      if (alone) {
        countries.merge(slug, 1, Integer::sum);
      }
    } else if (only) {
      String country = best.entity().country();
      if (country != null) {
        countries.merge(country, 1, Integer::sum);
      }
    }
  }

  /** Whether an entity is the state, lies in it, or is no rival of its name. */
  private static boolean isIn(KnownEntity entity, String state, boolean named) {
    return entity.ref().slug().equals(state)
        || state.equals(entity.country())
        || (entity.guarded() && (named || entity.population() < KNOWN_TO_MANY));
  }

  /** The bearers of a name, likeliest first; one for each entity. */
  List<Candidate> rank(Mention mention, List<Name> names) {
    Map<String, Name> byEntity = new TreeMap<>();
    names.stream()
        .sorted(Candidates.order())
        .forEach(n -> byEntity.putIfAbsent(n.entity().ref().slug(), n));
    long most =
        byEntity.values().stream()
            .filter(n -> n.entity().ref().type() == EntityType.PLACE)
            .mapToLong(n -> n.entity().population())
            .max()
            .orElse(0);
    boolean sure = names.stream().anyMatch(n -> n.trust() == Trust.SURE);
    String before = before(mention);
    Map<Candidate, Name> weighed = new HashMap<>();
    List<Candidate> ranked = new ArrayList<>();
    for (Name name : byEntity.values()) {
      List<Feature> features = features(mention, name, before, most, sure);
      double score = features.stream().mapToDouble(Feature::points).sum();
      Candidate candidate = new Candidate(name.entity().ref(), score, features);
      weighed.put(candidate, name);
      ranked.add(candidate);
    }
    Comparator<Candidate> byName =
        (one, other) -> Candidates.order().compare(name(weighed, one), name(weighed, other));
    ranked.sort(Comparator.comparingDouble((Candidate c) -> -c.score()).thenComparing(byName));
    return ranked;
  }

  private static Name name(Map<Candidate, Name> weighed, Candidate candidate) {
    Name name = weighed.get(candidate);
    if (name == null) {
      throw new IllegalStateException("not weighed: " + candidate);
    }
    return name;
  }

  private List<Feature> features(
      Mention mention, Name name, String before, long most, boolean sure) {
    KnownEntity entity = name.entity();
    EntityType type = entity.ref().type();
    List<Feature> features = new ArrayList<>();
    features.add(kind(name));
    features.add(fit(mention, name, sure));
    features.add(
        new Feature(
            "type in the sentence",
            mention.type().label(),
            mention.type() == type ? SAME_TYPE : 0));
    features.add(country(name));
    if (type.isLocation() && type != EntityType.STATE) {
      features.add(beside(mention, entity));
    }
    features.add(locative(name, before));
    features.add(population(entity, type == EntityType.PLACE ? most : 0));
    if (type == EntityType.PLACE && isCapital(entity)) {
      features.add(new Feature("capital", "of " + entity.country(), 0.5));
    }
    boolean full = fullNames.contains(entity.ref().slug());
    features.add(new Feature("full name in document", full ? "yes" : "no", full ? 3 : 0));
    return features;
  }

  private static Feature kind(Name name) {
    String written = "\"" + name.written() + "\"";
    if (name.kind() == Kind.METONYM) {
      return new Feature("alias kind", "metonym " + written, 0);
    }
    if (name.kind() == Kind.ADJECTIVE) {
      return new Feature("alias kind", "adjective " + written, 0);
    }
    boolean preferred = name.entity().ref().label().equals(name.written());
    return new Feature(
        "alias kind", (preferred ? "label " : "name ") + written, preferred ? 0.6 : 0.2);
  }

  private static Feature fit(Mention mention, Name name, boolean sure) {
    EntityType type = name.entity().ref().type();
    if (type == EntityType.STATE) {
      return new Feature("type fit", "State", name.kind() == Kind.NAME ? 2 : 1);
    }
    String label = name.entity().ref().label();
    if (type == EntityType.PLACE && label.matches(".*(Governorate|Province|District)")) {
      return new Feature("type fit", "Place, a division", -0.8);
    }
    if (sure
        && name.trust() != Trust.SURE
        && type == EntityType.PLACE
        && name.entity().population() < KNOWN_TO_MANY) {
      return new Feature("type fit", "Place, known to few", -1);
    }
    if (type == EntityType.BASE) {
      return new Feature("type fit", "Base, named like its town", -0.4);
    }
    boolean told = !mention.finder().equals("gazetteer") && mention.type() == type;
    return new Feature("type fit", type.label(), told ? 0.5 : 0);
  }

  private Feature country(Name name) {
    KnownEntity entity = name.entity();
    String country =
        entity.ref().type() == EntityType.STATE ? entity.ref().slug() : entity.country();
    if (country == null) {
      return new Feature("country of document", "none known", 0);
    }
    int count = countries.getOrDefault(country, 0);
    return new Feature(
        "country of document",
        country + " named " + count + " times, the leading one " + leading,
        MOST_FOR_COUNTRY * count / leading);
  }

  /** "Tripoli, Lebanon", "the Lebanese port of Tripoli". */
  private Feature beside(Mention mention, KnownEntity entity) {
    String country = entity.country();
    var after = mentions.higherEntry(mention.span().start());
    var before = mentions.lowerEntry(mention.span().start());
    boolean beside =
        country != null
            && ((after != null
                    && isBeside(mention, after.getValue(), BESIDE)
                    && names(after.getValue(), country))
                || (before != null
                    && isBeside(before.getValue(), mention, OF)
                    && names(before.getValue(), country)));
    return new Feature("country beside it", beside ? "yes" : "no", beside ? 3 : 0);
  }

  private static boolean isCountry(Name name, String country) {
    return name.kind() != Kind.METONYM && name.entity().ref().slug().equals(country);
  }

  private boolean isBeside(Mention left, Mention right, Pattern between) {
    int from = left.span().end();
    int to = right.span().start();
    return to >= from && to - from < 60 && between.matcher(text.substring(from, to)).matches();
  }

  private boolean names(Mention mention, String country) {
    return gazetteer.names(mention.text()).stream().anyMatch(n -> isCountry(n, country));
  }

  private static Feature locative(Name name, String before) {
    boolean locative = !before.isEmpty();
    String value = locative ? "after \"" + before + "\"" : "no";
    if (name.kind() == Kind.METONYM) {
      return new Feature("locative context", value, locative ? -5 : 2);
    }
    EntityType type = name.entity().ref().type();
    boolean actor = type.isActor() && type != EntityType.STATE;

    double points = type == EntityType.PLACE && locative ? 1 : actor && !locative ? 0.5 : 0;
    return new Feature("locative context", value, points);
  }

  private static Feature population(KnownEntity entity, long most) {
    long counted = entity.population();
    if (most <= 0) {
      double points = counted > 0 ? 0.15 * Math.log10((double) counted) : 0;
      return new Feature("population", counted > 0 ? "" + counted : "not known", points);
    }
    double largest = Math.log10((double) Math.max(most, UNCOUNTED));
    double own = Math.log10((double) (counted > 0 ? counted : UNCOUNTED));
    return new Feature(
        "population",
        (counted > 0 ? "" + counted : "not known") + ", the largest of the name " + most,
        0.15 * largest + DECADE * (own - largest));
  }

  private boolean isCapital(KnownEntity place) {
    String country = place.country();
    return country != null
        && gazetteer
            .entity(country)
            .filter(state -> place.ref().slug().equals(state.capital()))
            .isPresent();
  }

  /** The preposition of place, or "to" with a verb of motion, before a mention; else nothing. */
  private String before(Mention mention) {
    Map.Entry<Integer, Sentence> at = sentences.floorEntry(mention.span().start());
    if (at == null || !at.getValue().span().contains(mention.span())) {
      return "";
    }
    List<Token> tokens = at.getValue().tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).span().end() > mention.span().start()) {
        return i == 0 || isPossessive(tokens, mention) ? "" : locative(tokens, i);
      }
    }
    return "";
  }

  private static String locative(List<Token> tokens, int index) {
    String before = tokens.get(index - 1).text().toLowerCase(Locale.ROOT);
    boolean motion =
        before.equals("to")
            && ((index > 1 && tokens.get(index - 2).tag().startsWith("VB"))
                || hasBefore(tokens, index, "from"));
    return motion || LOCATIVE.contains(before) ? before : "";
  }

  private static boolean isPossessive(List<Token> tokens, Mention mention) {
    return tokens.stream()
        .anyMatch(t -> t.span().start() == mention.span().end() && t.tag().equals("POS"));
  }

  private static boolean hasBefore(List<Token> tokens, int index, String word) {
    for (int i = Math.max(0, index - 5); i < index; i++) {
      if (tokens.get(i).text().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }
}
