package org.entente.extract.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The dates in the sentences of one document, read in order: what is not said in full is completed
 * from the day of publication ("on Saturday", "last month") or from the date named last before it
 * ("a year later", "that day").
 *
 * <p>A date is as precise as its words, except: a week is given as the month it lies in, a season
 * as its year, "early 2016" as the year and "late April" as the month, a decade as its ten years.
 *
 * <p>Holds the date named last; a new one for each document.
 */
public final class DateFinder {

  private static final TimeWords WORDS = TimeWords.shipped();

  private final Timeline timeline;
  private int lastEnd;

  /**
   * A finder for one document.
   *
   * @param issued its day of publication, if known
   */
  public DateFinder(@Nullable LocalDate issued) {
    this.timeline = new Timeline(issued);
  }

  /** The dates of the next sentence, in order. */
  public List<DateExpression> read(String text, Span sentence) {
    if (text.substring(Math.min(lastEnd, sentence.start()), sentence.start()).contains("\n\n")) {
      timeline.beginParagraph();
    }
    lastEnd = sentence.end();
    List<DateExpression> found = new ArrayList<>();
    String words = sentence.of(text).replaceAll("\\s", " ");
    int at = 0;
    while (at < words.length()) {
      boolean begins =
          Character.isLetterOrDigit(words.charAt(at))
              && (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)));
      int end = begins ? match(words, at, sentence.start(), found) : -1;
      at = end > at ? end : at + 1;
    }
    return List.copyOf(found);
  }

  // ---- one expression

  /** Adds the expression that begins at {@code at}; its end, or -1 when none begins there. */
  private int match(String words, int at, int offset, List<DateExpression> found) {
    DateMatch match = new DateMatch(words, at);
    Position position = new Position(words, at);
    Interval interval = null;
    boolean range = false;
    try {
      if (match.fits(DatePatterns.SHORT_YEARS)) {
        int year = match.number("year");
        int end = year / 100 * 100 + match.number("short");
        interval = end > year ? new Interval(Year.of(year), Year.of(end)) : null;
        range = true;
      } else if (match.fits(DatePatterns.DECADE)) {
        int year = match.number("year");
        interval = new Interval(Year.of(year), Year.of(year + 9));
      } else if (match.fits(DatePatterns.DAYS) || match.fits(DatePatterns.DAYS_AFTER_MONTH)) {
        DateParts parts = match.parts();
        Temporal last = timeline.complete(parts, position);
        DateParts from = new DateParts(year(last), parts.month(), match.number("first"));
        Temporal first = timeline.complete(from, position);
        interval = first == null || last == null ? null : new Interval(first, last);
        range = true;
      } else if (match.fits(DatePatterns.COUNTED)) {
        interval = point(timeline.counted(match));
      } else if (match.fits(DatePatterns.DAY_BESIDE)) {
        interval = point(timeline.dayBeside(match.group("way").equals("before") ? -1 : 1));
      } else if (match.fits(DatePatterns.THAT)) {
        interval = point(timeline.that(match.group("which"), match.group("what")));
      } else if (match.fits(DatePatterns.THIS)) {
        interval = point(timeline.relative(match.group("which"), match.group("what")));
      } else if (match.fits(DatePatterns.NEAR_DAY)) {
        interval = point(timeline.dayNear(WORDS.value("day", match.group("word"))));
      } else if (match.fits(DatePatterns.WEEKDAY)) {
        if (new DateMatch(words, match.end()).fits(DatePatterns.DATE_FOLLOWS)) {
          return match.end();
        }
        interval = point(timeline.weekday(match, position.isOfFuture()));
      } else if (match.fits(DatePatterns.END_OF_UNIT)) {
        interval = point(timeline.endOf(match.group("unit")));
      } else if (match.fits(DatePatterns.SEASON_OF)) {
        interval = point(timeline.season(match, position));
      } else {
        return date(position, offset, found);
      }
    } catch (DateTimeException e) {
      DateMatch wrong = DateMatch.dateAt(words, at); // "31 June 2015": not a date
      return wrong == null ? match.end() : wrong.end();
    }
    if (interval != null) {
      add(position, match.end(), offset, range, interval, found);
    }
    return match.end();
  }

  /** A date by numbers and months, or a span from one to another. */
  private int date(Position position, int offset, List<DateExpression> found) {
    String words = position.words();
    DateMatch first = DateMatch.dateAt(words, position.at());
    if (first == null) {
      return -1;
    }
    DateParts from = first.parts();
    DateMatch between = new DateMatch(words, first.end());
    DateMatch second =
        between.fits(DatePatterns.BETWEEN_DATES) ? DateMatch.dateAt(words, between.end()) : null;
    if (second != null && spans(first, second, position.lead(), between.text())) {
      Temporal end = timeline.complete(second.parts(), position);
      Integer year = from.year() == null ? year(end) : from.year();
      boolean before =
          from.year() == null
              && from.month() != null
              && end != null
              && !(end instanceof Year)
              && from.month() > end.get(ChronoField.MONTH_OF_YEAR);
      Integer startYear = before && year != null ? Integer.valueOf(year - 1) : year;
      Temporal start = from.of(startYear).date();
      if (start != null && end != null) {
        add(position, second.end(), offset, true, new Interval(start, end), found);
        return second.end();
      }
    }
    if (from.isBare() && !position.introducesDate()) {
      return first.end();
    }
    Temporal date =
        first.yearWord() == null ? timeline.complete(from, position) : timeline.withYearWord(first);
    if (date != null) {
      add(position, first.end(), offset, false, new Interval(date, date), found);
    }
    return first.end();
  }

  /** Whether two dates beside each other are the ends of one span. */
  private static boolean spans(DateMatch first, DateMatch second, String lead, String between) {
    DateParts from = first.parts();
    DateParts to = second.parts();
    boolean same =
        (from.day() == null) == (to.day() == null)
            && (from.month() == null) == (to.month() == null);
    if (lead.equals("between") || lead.equals("from")) {
      return true;
    }
    boolean joined = between.contains("and") || between.contains("or");
    return same
        && (!joined || (from.day() == null && (from.month() == null || from.year() == null)));
  }

  private void add(
      Position position,
      int end,
      int offset,
      boolean range,
      Interval interval,
      List<DateExpression> found) {
    String lead = position.lead();
    boolean opens = WORDS.is("opens", lead);
    boolean closes = WORDS.is("closes", lead);
    Interval time = interval;
    if (!range && opens) {
      time = new Interval(interval.start(), null);
    } else if (!range && closes) {
      time = new Interval(null, interval.end());
    }
    found.add(
        new DateExpression(
            new Span(offset + position.at(), offset + end), lead, range || opens || closes, time));
    timeline.moveTo(interval);
  }

  private static @Nullable Integer year(@Nullable Temporal date) {
    return date == null ? null : date.get(ChronoField.YEAR);
  }

  private static @Nullable Interval point(@Nullable Temporal date) {
    return date == null ? null : new Interval(date, date);
  }
}
