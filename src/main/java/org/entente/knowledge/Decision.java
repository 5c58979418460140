package org.entente.knowledge;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody decided about a name or an entity, with who, when and why.
 *
 * <p>Example: {@code same-as, free-army, free-syrian-army}: every mention of the one is one of the
 * other.
 *
 * @param kind what is decided
 * @param subject the slug, or the name as written
 * @param object what it becomes: a slug, a type, a label; empty for {@link Kind#IGNORE}
 * @param author who decided
 * @param date when
 * @param reason why
 */
public record Decision(
    Kind kind, String subject, String object, String author, LocalDate date, String reason) {

  /** The kinds of decision. */
  public enum Kind {
    /** Mentions of the subject are of the object, a slug. */
    SAME_AS,
    /** The subject, a name, never links to the object, a slug. */
    NOT_SAME_AS,
    /** The subject, a new entity, is of the object, a type. */
    RETYPE,
    /** The subject, a new entity, is called the object. */
    RENAME,
    /** The subject, a name, is no name. */
    IGNORE,
    /** The subject, a slug, is the object: an item of Wikidata such as Q41183, or an IRI. */
    IDENTIFY,
    /** The subject, a slug, is not the object, an item of Wikidata or an IRI. */
    NOT_IDENTIFY;

    /** The word in the table, such as {@code not-same-as}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this label, if there is one. */
    public static Optional<Kind> ofLabel(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
