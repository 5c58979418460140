package org.entente.extract.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Year, month and day of a date as far as they are said. */
record DateParts(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {

  /** A month, a year or "the 6th" alone is a date only after a preposition or the like. */
  boolean isBare() {
    return (year == null || month == null) && (month == null || day == null);
  }

  /** The same month and day of another year. */
  DateParts of(@Nullable Integer other) {
    return new DateParts(other, month, day);
  }

  /**
   * The date, as precise as its parts; null without a year.
   *
   * @throws DateTimeException if there is no such day
   */
  @Nullable Temporal date() {
    if (year == null) {
      return null;
    }
    if (month == null) {
      return Year.of(year);
    }
    return day == null ? YearMonth.of(year, month) : LocalDate.of(year, month, day);
  }
}
