package org.entente.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;

/** A small list of the world: reference data beside rows that need evidence. */
final class Listed {

  static final Gazetteer GAZETTEER = gazetteer();

  private Listed() {}

  private static Gazetteer gazetteer() {
    List<KnownEntity> entities = new ArrayList<>(KnownNames.GAZETTEER.entities());
    entities.removeIf(
        e -> Set.of("tripoli-libya", "tripoli-lebanon", "united-kingdom").contains(e.ref().slug()));
    entities.add(state("libya", "Libya", "Libyan", "tripoli"));
    entities.add(state("lebanon", "Lebanon", "Lebanese", "beirut"));
    entities.add(state("georgia", "Georgia", "Georgian", "tbilisi"));
    entities.add(state("spain", "Spain", "Spanish", "madrid"));
    entities.add(state("argentina", "Argentina", "Argentine", "buenos-aires"));
    entities.add(state("united-kingdom", "United Kingdom", "British", "london"));
    entities.add(state("tanzania", "Tanzania", "Tanzanian", "dodoma"));
    String table =
        "id\tlabel\ttype\tcountry\tpopulation\n"
            + "tripoli\tTripoli\tPlace\tlibya\t1150000\n"
            + "georgia-us\tGeorgia\tPlace\tunited-states\t10700000\n";
    GazetteerTable.read("own.tsv", table, false).forEach(e -> entities.add(e.entity()));
    String world =
        "id\tlabel\tnames\ttype\tcountry\tpopulation\n"
            + "tripoli-lebanon\tTripoli\t\tPlace\tlebanon\t229000\n"
            + "cordoba-spain\tCórdoba\t\tPlace\tspain\t328000\n"
            + "cordoba-argentina\tCórdoba\t\tPlace\targentina\t428000\n"
            + "damascus-us\tDamascus\t\tPlace\tunited-states\t15000\n"
            + "reading\tReading\t\tPlace\tunited-kingdom\t318000\n"
            + "of\tOf\t\tPlace\tturkey\t31000\n"
            + "same\tSame\t\tPlace\ttanzania\t17000\n"
            + "mary\tMary\t\tPlace\tturkey\t114000\n"
            + "qum\tQum\t\tPlace\tiran\t900000\n"
            + "bandor\tBandor\t\tPlace\tiran\t40000\n"
            + "metrokand\tMetrokand\t\tPlace\tchina\t4000000\n"
            + "front-of-hope\tFront of Hope\tFH|Jabhat al-Amal\tArmedGroup\tlibya\t\n";
    GazetteerTable.read("world.tsv", world, true).forEach(e -> entities.add(e.entity()));
    return new Gazetteer(entities, Set.of("reading", "of", "same", "mary"));
  }

  private static KnownEntity state(String slug, String label, String adjective, String capital) {
    return new KnownEntity(
        new EntityRef(slug, org.entente.text.EntityType.STATE, label),
        List.of(),
        List.of(adjective),
        List.of(),
        capital,
        null,
        null,
        0);
  }
}
