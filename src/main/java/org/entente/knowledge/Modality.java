package org.entente.knowledge;

import java.util.Locale;

/** In which way a text states something; the values are the ontology's {@code ent:Modality}s. */
public enum Modality {
  /** The writer states it, in any tense. */
  ASSERTED("Asserted"),
  /** Attributed to someone, or "reportedly". */
  REPORTED("Reported"),
  /** Future, conditional, may, could, likely. */
  POSSIBLE("Possible"),
  /** Said not to be so. */
  NEGATED("Negated");

  private final String localName;

  Modality(String localName) {
    this.localName = localName;
  }

  /** The local name in the ontology, such as {@code Asserted}. */
  public String localName() {
    return localName;
  }

  /** The word in annotation files, such as {@code asserted}. */
  public String label() {
    return localName.toLowerCase(Locale.ROOT);
  }

  /** Whether a statement of this modality also stands as a direct triple. */
  public boolean holds() {
    return this == ASSERTED || this == REPORTED;
  }
}
