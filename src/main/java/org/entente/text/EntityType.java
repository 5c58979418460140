package org.entente.text;

import java.util.Optional;

/**
 * The ten types of the annotation guidelines; every mention and every entity has exactly one.
 *
 * <p>Example: {@code EntityType.ofLabel("StateForce")} is {@link #STATE_FORCE}, whose class in the
 * ontology is {@code ent:StateForce}.
 */
public enum EntityType {
  /** A sovereign state, also by its adjective or by its capital when that stands for it. */
  STATE("State", "State", true, true),
  /** A government or regime as distinct from its state. */
  GOVERNMENT("Government", "Government", true, false),
  /** A non-state armed organisation. */
  ARMED_GROUP("ArmedGroup", "ArmedGroup", true, false),
  /** Armed forces of a state, a branch, a corps or a unit. */
  STATE_FORCE("StateForce", "StateForce", true, false),
  /** Any other organisation. */
  ORGANIZATION("Organization", "Organization", true, false),
  /** A human being. */
  PERSON("Person", "Person", true, false),
  /** A city, region, sea or other feature that is not a state. */
  PLACE("Place", "Place", false, true),
  /** A military base or installation. */
  BASE("Base", "MilitaryBase", false, true),
  /** A weapon, platform or system by its designation. */
  WEAPON("Weapon", "WeaponSystem", false, false),
  /** A named war, operation, process or agreement. */
  EVENT("Event", "Event", false, false);

  private final String label;
  private final String className;
  private final boolean actor;
  private final boolean location;

  EntityType(String label, String className, boolean actor, boolean location) {
    this.label = label;
    this.className = className;
    this.actor = actor;
    this.location = location;
  }

  /** The name used in annotation files, such as {@code Base}. */
  public String label() {
    return label;
  }

  /** The local name of the ontology's class, such as {@code MilitaryBase}. */
  public String className() {
    return className;
  }

  /** Whether entities of this type can act. */
  public boolean isActor() {
    return actor;
  }

  /** Whether entities of this type lie somewhere: places, bases and states. */
  public boolean isLocation() {
    return location;
  }

  /** The type with this annotation label or ontology class name, if there is one. */
  public static Optional<EntityType> ofLabel(String name) {
    for (EntityType type : values()) {
      if (type.label.equals(name) || type.className.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
