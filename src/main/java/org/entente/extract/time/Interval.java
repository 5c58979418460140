package org.entente.extract.time;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * From when to when; either may be unknown.
 *
 * <p>Example: "in 2013" is from 2013 to 2013, "since May 2015" from 2015-05 on.
 *
 * @param start a {@code LocalDate}, {@code YearMonth} or {@code Year}
 * @param end likewise
 */
public record Interval(@Nullable Temporal start, @Nullable Temporal end) {
  /** Nothing is said of the time. */
  public static final Interval UNKNOWN = new Interval(null, null);
}
