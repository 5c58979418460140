package org.entente.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * When a sentence says that something was so: dates in words ("on 3 December 2024", "in September
 * 2015", "since 2011"), and days counted from the day of publication ("on Friday" is not one of
 * them, "yesterday" is).
 */
final class TimeReader {

  /** From when to when; either may be unknown. */
  record Interval(@Nullable Temporal start, @Nullable Temporal end) {
    static final Interval UNKNOWN = new Interval(null, null);
  }

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December)";

  private static final Pattern DATE =
      Pattern.compile(
          "(?<lead>\\b(?:since|from|between|until|till|by|in|on|of|during)\\s+(?:early |late |mid-?|the )?)?"
              + "(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
              + MONTH.replaceFirst("\\(", "(?<month>")
              + ",? (?<year>(?:19|20)\\d\\d)"
              + "|"
              + MONTH.replaceFirst("\\(", "(?<usmonth>")
              + " (?<usday>\\d{1,2})(?:st|nd|rd|th)?, (?<usyear>(?:19|20)\\d\\d)"
              + "|"
              + MONTH.replaceFirst("\\(", "(?<onlymonth>")
              + ",? (?<monthyear>(?:19|20)\\d\\d)"
              + "|(?<noday>\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
              + MONTH.replaceFirst("\\(", "(?<nomonth>")
              + "\\b"
              + "|\\b(?<onlyyear>(?:19|20)\\d\\d)\\b(?!\\s*(?:km|troops|soldiers|fighters|people|men)))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIRST_WORD = Pattern.compile("^(\\w+).*$");

  private TimeReader() {}

  /**
   * The date nearest to the trigger, as an interval: "since" opens one, "until" closes one,
   * anything else is both its start and its end.
   */
  static Interval read(String text, Span sentence, int trigger, @Nullable LocalDate issued) {
    Matcher matcher = DATE.matcher(text).region(sentence.start(), sentence.end());
    Interval best = Interval.UNKNOWN;
    int nearest = Integer.MAX_VALUE;
    while (matcher.find()) {
      Temporal date = date(matcher, issued);
      int distance = Math.abs(matcher.start() - trigger);
      if (date == null || distance >= nearest) {
        continue;
      }
      String lead = matcher.group("lead");
      String word =
          lead == null
              ? ""
              : FIRST_WORD.matcher(lead.strip()).replaceAll("$1").toLowerCase(Locale.ROOT);
      boolean bareYear = matcher.group("onlyyear") != null && word.isEmpty();
      if (bareYear) {
        continue;
      }
      nearest = distance;
      best =
          switch (word) {
            case "since", "from" -> new Interval(date, null);
            case "until", "till", "by" -> new Interval(null, date);
            default -> new Interval(date, date);
          };
    }
    if (best.equals(Interval.UNKNOWN) && issued != null) {
      String lower = sentence.of(text).toLowerCase(Locale.ROOT);
      if (lower.contains("yesterday")) {
        return new Interval(issued.minusDays(1), issued.minusDays(1));
      }
    }
    return best;
  }

  private static @Nullable Temporal date(Matcher matcher, @Nullable LocalDate issued) {
    try {
      if (matcher.group("day") != null) {
        return LocalDate.of(
            Integer.parseInt(matcher.group("year")),
            month(matcher.group("month")),
            Integer.parseInt(matcher.group("day")));
      }
      if (matcher.group("usday") != null) {
        return LocalDate.of(
            Integer.parseInt(matcher.group("usyear")),
            month(matcher.group("usmonth")),
            Integer.parseInt(matcher.group("usday")));
      }
      if (matcher.group("onlymonth") != null) {
        return YearMonth.of(
            Integer.parseInt(matcher.group("monthyear")), month(matcher.group("onlymonth")));
      }
      if (matcher.group("noday") != null) {
        return issued == null ? null : latest(matcher, issued);
      }
      return Year.of(Integer.parseInt(matcher.group("onlyyear")));
    } catch (DateTimeException e) {
      return null; // "31 June 2015": not a date
    }
  }

  /** "5 June" is the last one before the day of publication, or at most a month after it. */
  private static LocalDate latest(Matcher matcher, LocalDate issued) {
    int day = Integer.parseInt(matcher.group("noday"));
    LocalDate date = LocalDate.of(issued.getYear(), month(matcher.group("nomonth")), day);
    return date.isAfter(issued.plusMonths(1)) ? date.minusYears(1) : date;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }
}
