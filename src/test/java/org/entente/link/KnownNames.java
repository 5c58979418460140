package org.entente.link;

import java.util.List;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.text.EntityType;

/** A small list of entities, enough for every rule of linking. */
final class KnownNames {

  static final Gazetteer GAZETTEER =
      new Gazetteer(
          List.of(
              state("russia", "Russia", "Russian", "Moscow", "moscow"),
              state("iran", "Iran", "Iranian", "Tehran", "tehran"),
              state("syria", "Syria", "Syrian", "Damascus", "damascus"),
              state("turkey", "Turkey", "Turkish", "Ankara", "ankara"),
              state("united-states", "United States", "American", "Washington", "washington-dc"),
              named("united-kingdom", EntityType.STATE, "United Kingdom", "UK", "Britain"),
              place("moscow", "Moscow", "russia", 13_000_000),
              place("tehran", "Tehran", "iran", 9_000_000),
              place("damascus", "Damascus", "syria", 2_500_000),
              place("ankara", "Ankara", "turkey", 5_700_000),
              place("hama", "Hama", "syria", 900_000),
              place("hama-governorate", "Hama Governorate", "syria", 1_600_000),
              place("deir-ez-zor", "Deir ez-Zor", "syria", 270_000),
              place("tripoli-libya", "Tripoli", "libya", 1_100_000),
              place("tripoli-lebanon", "Tripoli", "lebanon", 230_000),
              place("palmyra", "Palmyra", "syria", 50_000),
              named("hamas", EntityType.ARMED_GROUP, "Hamas"),
              named("hezbollah", EntityType.ARMED_GROUP, "Hezbollah", "Hizbullah"),
              named("hayat-tahrir-al-sham", EntityType.ARMED_GROUP, "Hay’at Tahrir al-Sham", "HTS"),
              new KnownEntity(
                  new EntityRef(
                      "iranian-backed-forces", EntityType.ARMED_GROUP, "Iranian-backed forces"),
                  List.of(),
                  List.of(),
                  List.of(),
                  null,
                  null,
                  "iran",
                  0),
              new KnownEntity(
                  new EntityRef("syrian-government", EntityType.GOVERNMENT, "Syrian government"),
                  List.of("Assad regime", "Assad government"),
                  List.of(),
                  List.of(),
                  null,
                  "syria",
                  null,
                  0),
              named("syrian-arab-army", EntityType.STATE_FORCE, "Syrian Arab Army", "Syrian army"),
              named("bashar-al-assad", EntityType.PERSON, "Bashar al-Assad", "Assad"),
              named("vladimir-putin", EntityType.PERSON, "Vladimir Putin", "Putin"),
              named(
                  "khmeimim-air-base", EntityType.BASE, "Khmeimim Air Base", "Khmeimim", "Hmeimim"),
              named("sukhoi-su-24", EntityType.WEAPON, "Su-24"),
              named("syrian-civil-war", EntityType.EVENT, "Syrian civil war")));

  private KnownNames() {}

  private static KnownEntity state(
      String slug, String label, String adjective, String metonym, String capital) {
    return new KnownEntity(
        new EntityRef(slug, EntityType.STATE, label),
        List.of(),
        List.of(adjective),
        List.of(metonym),
        capital,
        null,
        null,
        0);
  }

  private static KnownEntity place(String slug, String label, String country, long population) {
    return new KnownEntity(
        new EntityRef(slug, EntityType.PLACE, label),
        List.of(),
        List.of(),
        List.of(),
        null,
        country,
        null,
        population);
  }

  private static KnownEntity named(String slug, EntityType type, String label, String... names) {
    return new KnownEntity(
        new EntityRef(slug, type, label),
        List.of(names),
        List.of(),
        List.of(),
        null,
        null,
        null,
        0);
  }
}
