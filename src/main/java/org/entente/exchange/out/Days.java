package org.entente.exchange.out;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * First and last day of a year, month or day as the store writes it.
 *
 * <p>Example: {@code Days.of("2015-09")} is 2015-09-01 to 2015-09-30.
 */
record Days(LocalDate first, LocalDate last) {

  /** The days; null for null and for what is no year, month or day. */
  static @Nullable Days of(@Nullable String date) {
    if (date == null) {
      return null;
    }
    try {
      return switch (date.length()) {
        case 4 -> new Days(Year.parse(date).atDay(1), Year.parse(date).atMonth(12).atEndOfMonth());
        case 7 -> new Days(YearMonth.parse(date).atDay(1), YearMonth.parse(date).atEndOfMonth());
        case 10 -> new Days(LocalDate.parse(date), LocalDate.parse(date));
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The first day, if there is a date. */
  static @Nullable LocalDate first(@Nullable String date) {
    Days days = of(date);
    return days == null ? null : days.first();
  }

  /** The last day, if there is a date. */
  static @Nullable LocalDate last(@Nullable String date) {
    Days days = of(date);
    return days == null ? null : days.last();
  }
}
