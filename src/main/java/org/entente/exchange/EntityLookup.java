package org.entente.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.knowledge.EntityRef;
import org.entente.rdf.Wkt;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds our entities for the identifiers, names and points of other people's data.
 *
 * <p>Example: {@code lookup.identified("UcdpActorId", "118")} is the Syrian government. Whoever
 * implements it knows the names; this package does not.
 */
public interface EntityLookup {

  /**
   * An entity that was found.
   *
   * @param entity the entity
   * @param how by what: {@code identifier}, {@code name}, {@code name and point}, {@code point}
   * @param confidence how sure that is, 0 to 1
   */
  record Found(EntityRef entity, String how, double confidence) {}

  /**
   * A point on the earth.
   *
   * @param latitude in degrees, north positive
   * @param longitude in degrees, east positive
   */
  record Point(double latitude, double longitude) {

    private static final double EARTH_KM = 6371;

    /** The point that well-known text tells; null if it tells none. */
    public static @Nullable Point of(@Nullable String wkt) {
      Wkt.Coordinates found = Wkt.point(wkt);
      return found == null
          ? null
          : new Point(found.latitude().doubleValue(), found.longitude().doubleValue());
    }

    /** Kilometres along a great circle on a sphere, by the haversine formula. */
    public double kilometresTo(Point other) {
      double phi = Math.toRadians(latitude);
      double otherPhi = Math.toRadians(other.latitude);
      double dPhi = Math.sin((otherPhi - phi) / 2);
      double dLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
      double h = dPhi * dPhi + Math.cos(phi) * Math.cos(otherPhi) * dLambda * dLambda;
      return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
  }

  /** The entity with this identifier of this scheme, such as {@code UcdpActorId}. */
  Optional<EntityRef> identified(String scheme, String value);

  /** Whether the entity has an identifier of this scheme, and so is no other than that one's. */
  boolean carries(EntityRef entity, String scheme);

  /**
   * The actor of this name.
   *
   * @param name as the data has it, or as a rule reads it
   * @param country name of the state that it must belong to, or null
   * @param types what it may be
   */
  Optional<EntityRef> actor(String name, @Nullable String country, Set<EntityType> types);

  /**
   * The place of this name at this point, or with that name alone, or at that point alone.
   *
   * @param name as the data has it, or as a rule reads it; empty to ask by point alone
   * @param country name of the state that it lies in, or null
   * @param point where the data puts it, or null
   */
  Optional<Found> place(String name, @Nullable String country, @Nullable Point point);

  /** The adjectives of a state: "Syrian" for "Syria"; empty when there is no such state. */
  List<String> adjectives(String state);
}
