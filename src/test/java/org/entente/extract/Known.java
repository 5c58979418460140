package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.knowledge.Vocabulary;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;
import org.entente.text.TaggedText;

/** Entities by name, the nineteen relations, and sentences with each of the names linked. */
public final class Known {

  private static final Map<String, EntityRef> BY_NAME =
      Map.ofEntries(
          entry("Russia", "russia", EntityType.STATE),
          entry("Russian", "russia", EntityType.STATE),
          entry("Turkey", "turkey", EntityType.STATE),
          entry("Turkish", "turkey", EntityType.STATE),
          entry("Iran", "iran", EntityType.STATE),
          entry("Syria", "syria", EntityType.STATE),
          entry("Syrian", "syria", EntityType.STATE),
          entry("Israel", "israel", EntityType.STATE),
          entry("Hezbollah", "hezbollah", EntityType.ARMED_GROUP),
          entry("HTS", "hayat-tahrir-al-sham", EntityType.ARMED_GROUP),
          entry("NATO", "nato", EntityType.ORGANIZATION),
          entry("Palmyra", "palmyra", EntityType.PLACE),
          entry("Aleppo", "aleppo", EntityType.PLACE),
          entry("Hama", "hama", EntityType.PLACE),
          entry("Idlib", "idlib", EntityType.PLACE),
          entry("Khmeimim", "khmeimim-air-base", EntityType.BASE),
          entry("Su-24", "sukhoi-su-24", EntityType.WEAPON),
          entry("Lavrov", "sergey-lavrov", EntityType.PERSON),
          entry("Putin", "vladimir-putin", EntityType.PERSON));

  private static final Set<EntityType> ACTORS =
      Set.of(
          EntityType.STATE,
          EntityType.GOVERNMENT,
          EntityType.ARMED_GROUP,
          EntityType.STATE_FORCE,
          EntityType.ORGANIZATION,
          EntityType.PERSON);
  private static final Set<EntityType> PERSONS = Set.of(EntityType.PERSON);
  private static final Set<EntityType> SITES = Set.of(EntityType.PLACE, EntityType.BASE);
  private static final Set<EntityType> GROUNDS =
      Set.of(EntityType.PLACE, EntityType.BASE, EntityType.STATE);

  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              new Predicate("alliedWith", ACTORS, ACTORS, true),
              new Predicate("supports", ACTORS, ACTORS, false),
              new Predicate("cooperatesWith", ACTORS, ACTORS, true),
              new Predicate("opposes", ACTORS, ACTORS, false),
              new Predicate("attacks", ACTORS, with(ACTORS, SITES), false),
              new Predicate("captures", ACTORS, with(SITES, Set.of(EntityType.WEAPON)), false),
              new Predicate("controls", ACTORS, SITES, false),
              new Predicate("losesControlOf", ACTORS, SITES, false),
              new Predicate("deploysTo", ACTORS, GROUNDS, false),
              new Predicate("withdrawsFrom", ACTORS, GROUNDS, false),
              new Predicate("operatesBase", ACTORS, Set.of(EntityType.BASE), false),
              new Predicate("operatesWeapon", ACTORS, Set.of(EntityType.WEAPON), false),
              new Predicate("leads", PERSONS, ACTORS, false),
              new Predicate("officialOf", PERSONS, ACTORS, false),
              new Predicate(
                  "memberOf",
                  ACTORS,
                  Set.of(EntityType.ORGANIZATION, EntityType.ARMED_GROUP),
                  false),
              new Predicate("partOf", ACTORS, ACTORS, false),
              new Predicate("locatedIn", SITES, GROUNDS, false),
              new Predicate("near", SITES, Set.of(EntityType.PLACE, EntityType.BASE), true),
              new Predicate("participatesIn", ACTORS, Set.of(EntityType.EVENT), false)));

  private Known() {}

  private static Map.Entry<String, EntityRef> entry(String name, String slug, EntityType type) {
    return Map.entry(name, new EntityRef(slug, type, slug));
  }

  private static Set<EntityType> with(Set<EntityType> some, Set<EntityType> more) {
    Set<EntityType> all = new java.util.HashSet<>(some);
    all.addAll(more);
    return all;
  }

  /** The sentences, in the notation of {@link TaggedText#of}, with all known names linked. */
  public static LinkedDocument linked(String... notations) {
    AnnotatedDocument document = TaggedText.of(notations);
    List<Mention> mentions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    document.sentences().stream()
        .flatMap(s -> s.tokens().stream())
        .forEach(
            token -> {
              EntityRef entity = BY_NAME.get(token.text());
              if (entity != null) {
                Span span = token.span();
                mentions.add(new Mention(span, token.text(), entity.type(), 1, "hand"));
                links.add(new Link(span, entity, 1, "hand"));
              }
            });
    return new LinkedDocument(
        document.withMentions(mentions), links, List.of(), List.of(), List.of());
  }

  /** What the sentences state, each as "subject predicate object modality". */
  public static List<String> states(String... notations) {
    return new StatementExtractor(VOCABULARY)
        .extract(linked(notations)).stream().map(Known::written).toList();
  }

  public static String written(Statement s) {
    return String.join(
        " ", s.subject().slug(), s.predicate().name(), s.object().slug(), s.modality().label());
  }
}
