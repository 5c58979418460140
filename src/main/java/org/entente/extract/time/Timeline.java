package org.entente.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands in time, and which date is meant by what is not said in full: counted
 * from the day of publication or from the date named last.
 *
 * <p>Holds the date named last; a new one for each document.
 */
final class Timeline {

  private static final TimeWords WORDS = TimeWords.shipped();

  private final @Nullable LocalDate issued;
  private @Nullable Temporal reference;

  /** The explicit year that completes later dates; null when there is none. */
  private @Nullable Integer statedYear;

  Timeline(@Nullable LocalDate issued) {
    this.issued = issued;
  }

  void beginParagraph() {
    statedYear = null;
  }

  /** Later dates are counted from this one. */
  void moveTo(Interval named) {
    reference = named.start() != null ? named.start() : named.end();
  }

  // ---- completing

  /** The date with these parts; null when what is missing cannot be known. */
  @Nullable Temporal complete(DateParts parts, Position position) {
    if (parts.year() != null) {
      state(parts, position);
      return parts.date();
    }
    if (parts.month() == null) {
      return parts.day() == null || reference == null || reference instanceof Year
          ? null
          : dayAfter(reference, parts.day());
    }
    if (statedYear != null && reference != null) {
      return afterReference(parts, reference);
    }
    Temporal next =
        reference == null || reference instanceof Year ? null : soonAfter(parts, reference);
    if (next != null || issued == null) {
      return next;
    }
    return beside(parts, issued, position.isOfFuture());
  }

  /**
   * Lets a year that is said complete the dates after it in the paragraph, unless it is said aside:
   * "the city where it began in 2011".
   */
  private void state(DateParts parts, Position position) {
    boolean aside = position.isAside();
    boolean bounds = WORDS.is("opens", position.lead());
    boolean opening = parts.month() != null || position.opensSentence();
    statedYear = aside || bounds || !opening ? null : parts.year();
  }

  /** The first such date from the one named last on. */
  private static @Nullable Temporal afterReference(DateParts parts, Temporal reference) {
    int year = reference.get(ChronoField.YEAR);
    Integer month = parts.month();
    boolean earlier =
        month != null
            && !(reference instanceof Year)
            && month < reference.get(ChronoField.MONTH_OF_YEAR);
    return parts.of(earlier ? year + 1 : year).date();
  }

  /** The story goes on: such a date within two months of the one named last. */
  private static @Nullable Temporal soonAfter(DateParts parts, Temporal reference) {
    Temporal date = afterReference(parts, reference);
    if (date == null) {
      return null;
    }
    long months = YearMonth.from(reference).until(YearMonth.from(date), ChronoUnit.MONTHS);
    return months <= 2 ? date : null;
  }

  private static Temporal dayAfter(Temporal reference, int day) {
    YearMonth month = YearMonth.from(reference);
    boolean earlier = reference instanceof LocalDate date && date.getDayOfMonth() > day;
    return (earlier ? month.plusMonths(1) : month).atDay(day);
  }

  /** The last such date before the day of publication, or one soon after it. */
  private static @Nullable Temporal beside(DateParts parts, LocalDate issued, boolean future) {
    Temporal date = parts.of(issued.getYear()).date();
    if (date == null) {
      return null;
    }
    LocalDate first = date instanceof YearMonth month ? month.atDay(1) : LocalDate.from(date);
    if (future && first.isBefore(issued.withDayOfMonth(1))) {
      return parts.of(issued.getYear() + 1).date();
    }
    boolean late = first.isAfter(future ? issued.plusMonths(9) : issued);
    return late ? parts.of(issued.getYear() - 1).date() : date;
  }

  /** "May of that year". */
  @Nullable Temporal withYearWord(DateMatch match) {
    String word = match.yearWord();
    DateParts parts = match.parts();
    boolean here = word != null && (word.equals("this") || word.equals("last"));
    Temporal base = here ? issued : reference;
    if (base == null || word == null) {
      return null;
    }
    int back = word.equals("last") || word.equals("the previous") ? 1 : 0;
    return parts.of(base.get(ChronoField.YEAR) - back).date();
  }

  /** The day named last, or one beside it: "the day after". */
  @Nullable Temporal dayBeside(int days) {
    return move(reference, days, "day");
  }

  /** The day of publication, or one near it: "yesterday". */
  @Nullable Temporal dayNear(int days) {
    return issued == null ? null : issued.plusDays(days);
  }

  /** "the end of the month", "the turn of the year". */
  @Nullable Temporal endOf(String unit) {
    Temporal base = issued;
    if (reference != null && (unit.equals("month") || statedYear != null)) {
      base = reference;
    }
    return move(base, 0, unit);
  }

  // ---- counting

  /** "two years ago", "a month later". */
  @Nullable Temporal counted(DateMatch match) {
    String way = match.group("way").toLowerCase(Locale.ROOT);
    String unit = WORDS.text("unit", match.group("unit"));
    Temporal base = way.equals("ago") ? issued : reference;
    if (match.has("few")) {
      boolean small = unit.equals("day") || unit.equals("week");
      return small ? move(base, 0, "month") : null;
    }
    String word = match.group("number");
    int number = WORDS.is("number", word) ? WORDS.value("number", word) : Integer.parseInt(word);
    boolean back = way.equals("ago") || way.startsWith("before") || way.equals("earlier");
    return move(base, back ? -number : number, unit);
  }

  /** A date some units away, as precise as the unit; null when the date is less precise than it. */
  private static @Nullable Temporal move(@Nullable Temporal base, int number, String unit) {
    if (base == null) {
      return null;
    }
    if (unit.equals("year") || unit.equals("decade")) {
      return Year.of(base.get(ChronoField.YEAR))
          .plusYears(unit.equals("year") ? number : 10L * number);
    }
    if (base instanceof Year) {
      return null;
    }
    YearMonth month = YearMonth.from(base);
    if (unit.equals("month")) {
      return month.plusMonths(number);
    }
    int days = number * (unit.equals("day") ? 1 : unit.equals("week") ? 7 : 14);
    if (base instanceof LocalDate date) {
      LocalDate moved = date.plusDays(days);
      return unit.equals("day") ? moved : YearMonth.from(moved);
    }
    return month;
  }

  /** "last month": counted from the day of publication. */
  @Nullable Temporal relative(String which, String what) {
    if (issued == null) {
      return null;
    }
    String word = which.toLowerCase(Locale.ROOT);
    int step = word.equals("next") ? 1 : word.equals("this") ? 0 : -1;
    if (WORDS.is("unit", what)) {
      String unit = WORDS.text("unit", what);
      return unit.equals("decade") ? null : move(issued, word.equals("this past") ? 0 : step, unit);
    }
    if (WORDS.is("season", what)) {
      boolean winter = WORDS.value("season", what) == 12;
      boolean same = (step < 0 && winter) || word.equals("this past");
      return Year.of(issued.getYear() + (same ? 0 : step));
    }
    YearMonth month = YearMonth.of(issued.getYear(), WORDS.value("month", what));
    YearMonth now = YearMonth.from(issued);
    if (step < 0) {
      return month.isBefore(now) ? month : month.minusYears(1);
    }
    return step > 0 && !month.isAfter(now) ? month.plusYears(1) : month;
  }

  /** "that month": counted from the date named last. */
  @Nullable Temporal that(String which, String what) {
    if (reference == null) {
      return null;
    }
    String word = which.toLowerCase(Locale.ROOT);
    int step =
        word.endsWith("next") || word.endsWith("following")
            ? 1
            : word.endsWith("previous") ? -1 : 0;
    if (WORDS.is("unit", what)) {
      String unit = WORDS.text("unit", what);
      boolean day = unit.equals("day") && step == 0;
      return unit.equals("decade") || (day && reference instanceof Year)
          ? null
          : move(reference, step, unit);
    }
    int year = reference.get(ChronoField.YEAR);
    if (WORDS.is("season", what)) {
      return Year.of(year + step);
    }
    if (WORDS.is("month", what)) {
      DateParts parts = new DateParts(null, WORDS.value("month", what), null);
      return afterReference(
          parts,
          step > 0
              ? move(reference, step, "month") instanceof YearMonth m ? m : reference
              : reference);
    }
    DayOfWeek weekday = DayOfWeek.of(WORDS.value("weekday", what));
    return reference instanceof LocalDate date
        ? date.with(
            step > 0 ? TemporalAdjusters.next(weekday) : TemporalAdjusters.nextOrSame(weekday))
        : null;
  }

  /** "on Saturday", "next Saturday". */
  @Nullable Temporal weekday(DateMatch match, boolean future) {
    if (issued == null) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.of(WORDS.value("weekday", match.group("weekday")));
    String which = match.has("which") ? match.group("which").toLowerCase(Locale.ROOT) : "";
    return switch (which) {
      case "last" -> issued.with(TemporalAdjusters.previous(weekday));
      case "next" -> issued.with(TemporalAdjusters.next(weekday));
      default ->
          issued.with(
              future ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previousOrSame(weekday));
    };
  }

  /** "the summer of 2015", "the summer": the last one that has begun. */
  @Nullable Temporal season(DateMatch match, Position position) {
    if (match.has("year")) {
      int year = match.number("year");
      state(new DateParts(year, null, null), position);
      return Year.of(year);
    }
    if (match.yearWord() != null) {
      return withYearWord(match);
    }
    if (!position.isAfterThe() || issued == null || !position.introducesDate()) {
      return null;
    }
    if (statedYear != null && reference != null) {
      return Year.of(reference.get(ChronoField.YEAR));
    }
    boolean begun = issued.getMonthValue() >= WORDS.value("season", match.group("season"));
    boolean future = position.isOfFuture();
    return Year.of(issued.getYear() - (begun || future ? 0 : 1));
  }
}
