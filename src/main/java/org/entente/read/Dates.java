package org.entente.read;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days of publication as pages and feeds write them. */
final class Dates {

  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.RFC_1123_DATE_TIME);

  private Dates() {}

  /** The day, or null when it is none that we know how to read. */
  static @Nullable LocalDate parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String trimmed = text.strip();
    if (trimmed.length() >= 10 && Character.isDigit(trimmed.charAt(0))) {
      try {
        return LocalDate.parse(trimmed.substring(0, 10));
      } catch (DateTimeParseException e) {
        // not an ISO date: one of the others, perhaps
      }
    }
    for (DateTimeFormatter format : FORMATS) {
      try {
        return LocalDate.from(format.parse(trimmed));
      } catch (DateTimeParseException e) {
        // the next format, perhaps
      }
    }
    return null;
  }
}
