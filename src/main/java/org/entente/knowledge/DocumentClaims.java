package org.entente.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document of a store claims.
 *
 * @param document the document's IRI
 * @param digest SHA-256 of its text: documents of the same text are one witness
 * @param issued its date, or null
 * @param claims its statements, by name
 */
public record DocumentClaims(
    String document, String digest, @Nullable LocalDate issued, List<Claim> claims) {

  /** Copies the list. */
  public DocumentClaims {
    claims = List.copyOf(claims);
  }
}
