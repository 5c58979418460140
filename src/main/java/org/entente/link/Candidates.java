package org.entente.link;

import java.util.Comparator;
import java.util.List;
import org.entente.knowledge.KnownEntity;
import org.entente.link.Gazetteer.Kind;
import org.entente.link.Gazetteer.Name;
import org.entente.link.Gazetteer.Trust;
import org.entente.text.EntityType;

/** Orders the bearers of one name when nothing but the name is known. */
final class Candidates {

  private Candidates() {}

  /** The likeliest bearer: by kind of name, then by inhabitants, then by slug. */
  static Name prior(List<Name> names) {
    return names.stream().min(order()).orElseThrow();
  }

  static Comparator<Name> order() {
    return Comparator.comparingInt((Name n) -> rank(n))
        .thenComparing(n -> -n.entity().population())
        .thenComparing(n -> n.entity().ref().slug());
  }

  /** Names chosen for these texts come before those of lists of the whole world. */
  private static int rank(Name name) {
    return (name.trust() == Trust.SURE ? 0 : 10) + rankOfKind(name);
  }

  private static int rankOfKind(Name name) {
    KnownEntity entity = name.entity();
    boolean preferred = entity.ref().label().equals(name.written());
    if (name.kind() == Kind.NAME && entity.ref().type() == EntityType.STATE) {
      return 0;
    }
    if (name.kind() == Kind.ADJECTIVE) {
      return 1;
    }
    if (name.kind() == Kind.METONYM) {
      return 2;
    }
    boolean division = entity.ref().label().matches(".*(Governorate|Province|District)");
    return (preferred ? 3 : 4) + (division ? 2 : 0);
  }
}
