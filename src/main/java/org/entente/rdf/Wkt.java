package org.entente.rdf;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in well-known text.
 *
 * <p>Example: {@code Wkt.point("POINT(37.16 36.2)")} is 37.16 degrees east, 36.2 degrees north.
 */
public final class Wkt {

  private static final Pattern POINT =
      Pattern.compile(
          "POINT\\s*\\(\\s*([-+]?[0-9]+(?:\\.[0-9]+)?)\\s+([-+]?[0-9]+(?:\\.[0-9]+)?)\\s*\\)",
          Pattern.CASE_INSENSITIVE);

  /** Degrees east and north, with the digits that were written. */
  public record Coordinates(BigDecimal longitude, BigDecimal latitude) {}

  private Wkt() {}

  /** The point that a text is or begins with after its reference system; null if it is none. */
  public static @Nullable Coordinates point(@Nullable String text) {
    Matcher matcher = POINT.matcher(text == null ? "" : text);
    return matcher.find()
        ? new Coordinates(
            new BigDecimal(String.valueOf(matcher.group(1))),
            new BigDecimal(String.valueOf(matcher.group(2))))
        : null;
  }
}
