package org.entente.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.extract.TimeReader.Interval;
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
final class DateFinder {

  /** Parts of a date as far as they are said. */
  private record Parts(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {}

  private static final TimeWords WORDS = TimeWords.shipped();

  private static final String YEAR = "(?<year>(?:1[89]|20)\\d\\d)\\b";
  private static final String MONTH = "(?<month>" + WORDS.names("month") + ")\\b\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String OF_YEAR =
      "(?: (?:of )?(?<yearword>that|this|the same|last|the previous) year\\b)?";
  private static final String UNIT = "(?<unit>" + WORDS.pattern("unit") + ")";
  private static final String NUMBER = "(?<number>" + WORDS.pattern("number") + "|\\d{1,3})";
  private static final String SEASON = WORDS.pattern("season");

  private static final Pattern ISO =
      Pattern.compile("(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)\\b");

  /** Days of one month: "5-7 December", "May 5 to 7, 2020". */
  private static final Pattern DAYS =
      Pattern.compile(
          "(?<first>\\d{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?| to | and | or )"
              + DAY
              + "(?: of)? "
              + MONTH
              + "(?:,? "
              + YEAR
              + ")?");

  private static final Pattern DAYS_AFTER_MONTH =
      Pattern.compile(
          MONTH + " (?<first>\\d{1,2})(?: ?[-–] ?| to | and )" + DAY + "\\b(?:,? " + YEAR + ")?");

  /** "2013-16". */
  private static final Pattern SHORT_YEARS =
      Pattern.compile("(?<year>(?:1[89]|20)\\d\\d)[-–](?<short>\\d\\d)\\b(?![-–\\d])");

  private static final List<Pattern> DATES =
      List.of(
          ISO,
          Pattern.compile(DAY + "(?: of)? " + MONTH + "(?:(?:,| of)? " + YEAR + ")?" + OF_YEAR),
          Pattern.compile(MONTH + " " + DAY + "\\b(?:,? " + YEAR + ")?" + OF_YEAR),
          Pattern.compile(MONTH + "(?:,| of)? " + YEAR),
          Pattern.compile(MONTH + OF_YEAR),
          Pattern.compile(
              YEAR
                  + "(?![-–]\\p{L}|[.,]\\d|,? (?:\\p{L}+ )?(?:km|kilomet|mile|troop|soldier|fighter|people|men\\b|civilian|refugee|square))"),
          Pattern.compile(
              "(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?! \\p{L}+ (?:of|and) )(?! \\p{Lu})"));

  private static final Pattern BETWEEN_DATES =
      Pattern.compile(
          " ?[-–] ?|,? (?:to|and|until|till|through|or)(?: (?:early|late|mid|in|the))* ");

  private static final Pattern DECADE =
      Pattern.compile("(?:(?:early|late|mid)[- ])?(?<year>(?:1[89]|20)\\d0)s\\b");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat) )?(?<weekday>"
              + WORDS.names("weekday")
              + ")\\b(?! (?:Times|Telegraph|Herald|Mail|Mosque))");
  private static final Pattern DATE_FOLLOWS =
      Pattern.compile(
          "(?:,|,? the)? (?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
              + MONTH
              + "|"
              + MONTH.replace("month", "other")
              + " \\d)");

  private static final Pattern NEAR_DAY =
      Pattern.compile("(?<word>" + WORDS.pattern("day") + ")\\b", Pattern.CASE_INSENSITIVE);

  /** Counted from the day of publication. */
  private static final Pattern THIS =
      Pattern.compile(
          "(?:(?:[Ee]arlier|[Ll]ater) )?(?<which>[Ll]ast|[Tt]he last|[Tt]his|[Tt]his past|[Pp]ast|[Nn]ext) (?<what>"
              + WORDS.pattern("unit")
              + "|"
              + SEASON
              + "|"
              + WORDS.names("month")
              + ")\\b");

  /** Counted from the date named last. */
  private static final Pattern THAT =
      Pattern.compile(
          "(?<which>[Tt]hat(?: same)?|[Tt]he same|[Tt]he next|[Tt]he following|[Tt]he previous) (?<what>"
              + WORDS.pattern("unit")
              + "|"
              + SEASON
              + "|"
              + WORDS.names("month")
              + "|"
              + WORDS.names("weekday")
              + ")\\b");

  private static final Pattern DAY_BESIDE =
      Pattern.compile("[Tt]he (?:day|night|evening) (?<way>before|after)\\b(?= ?[,.;:)]|$)");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:"
              + NUMBER
              + "|(?<few>a few|several|some)) "
              + UNIT
              + "s? (?<way>ago|later|earlier|afterwards|(?:before|after)(?: that\\b|(?= ?[,.;:)]|$)))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SEASON_OF =
      Pattern.compile("(?<season>" + SEASON + ")(?:(?: of|,)? " + YEAR + ")?" + OF_YEAR);

  private static final Pattern END_OF_UNIT =
      Pattern.compile("(?:end|middle|beginning|start|turn) of the (?<unit>month|year)\\b");

  private static final Pattern LEAD =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?<lead>"
              + WORDS.pattern("opens")
              + "|"
              + WORDS.pattern("closes")
              + "|"
              + WORDS.pattern("inside")
              + ")(?: (?:about|around|roughly|at least|as early as))?$",
          Pattern.CASE_INSENSITIVE);

  /** What may stand between a preposition and a date without a change to it. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:(?:^|(?<= ))(?:(?:the |very )?(?:early|late|mid)(?:[- ]|$)(?:on |in )?|(?:the )?(?:very )?(?:night|morning|evening|afternoon|end|middle|beginning|start|first half|second half|(?:first|last|early|final) (?:days?|weeks?|months?|hours))(?: of|,)? (?:the )?|the |dawn on |dawn |noon on |midnight on ))+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARTLY =
      Pattern.compile("(?:early|late|mid)[- ]$", Pattern.CASE_INSENSITIVE);

  private static final Pattern FUTURE =
      Pattern.compile("\\b(?:will|are to|is to|plans? to|until)\\b");

  private static final Pattern ASIDE =
      Pattern.compile("\\b(?:who|which|whose|where|that|since)\\b");

  /** A year within so many characters opens its sentence. */
  private static final int OPENING = 12;

  private final @Nullable LocalDate issued;
  private @Nullable Temporal reference;

  /** Where the sentence begins whose explicit year completes later dates; -1 when there is none. */
  private @Nullable Integer statedYear;

  private int lastEnd;

  /**
   * A finder for one document.
   *
   * @param issued its day of publication, if known
   */
  DateFinder(@Nullable LocalDate issued) {
    this.issued = issued;
  }

  /** The dates of the next sentence, in order. */
  List<DateExpression> read(String text, Span sentence) {
    if (text.substring(Math.min(lastEnd, sentence.start()), sentence.start()).contains("\n\n")) {
      statedYear = null;
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
    Scan scan = new Scan(words, at);
    Interval interval = null;
    boolean range = false;
    try {
      if (scan.at(SHORT_YEARS)) {
        int year = scan.number("year");
        int end = year / 100 * 100 + scan.number("short");
        interval = end > year ? new Interval(Year.of(year), Year.of(end)) : null;
        range = true;
      } else if (scan.at(DECADE)) {
        int year = scan.number("year");
        interval = new Interval(Year.of(year), Year.of(year + 9));
      } else if (scan.at(DAYS) || scan.at(DAYS_AFTER_MONTH)) {
        Parts parts = scan.parts();
        Temporal last = complete(parts, words, at);
        Temporal first =
            complete(new Parts(year(last), parts.month(), scan.number("first")), words, at);
        interval = first == null || last == null ? null : new Interval(first, last);
        range = true;
      } else if (scan.at(COUNTED)) {
        interval = point(counted(scan));
      } else if (scan.at(DAY_BESIDE)) {
        interval = point(move(reference, scan.group("way").equals("before") ? -1 : 1, "day"));
      } else if (scan.at(THAT)) {
        interval = point(that(scan.group("which"), scan.group("what")));
      } else if (scan.at(THIS)) {
        interval = point(relative(scan.group("which"), scan.group("what")));
      } else if (scan.at(NEAR_DAY)) {
        int days = WORDS.value("day", scan.group("word"));
        interval = issued == null ? null : point(issued.plusDays(days));
      } else if (scan.at(WEEKDAY)) {
        if (new Scan(words, scan.end).at(DATE_FOLLOWS)) {
          return scan.end;
        }
        interval = point(weekday(scan, FUTURE.matcher(words.substring(0, at)).find()));
      } else if (scan.at(END_OF_UNIT)) {
        Temporal base = issued;
        if (reference != null && (scan.group("unit").equals("month") || statedYear != null)) {
          base = reference;
        }
        interval = point(move(base, 0, scan.group("unit")));
      } else if (scan.at(SEASON_OF)) {
        interval = season(scan, words, at);
      } else {
        return date(words, at, offset, found);
      }
    } catch (DateTimeException e) {
      Scan wrong = dateAt(words, at); // "31 June 2015": not a date
      return wrong == null ? scan.end : wrong.end;
    }
    if (interval != null) {
      add(words, at, scan.end, offset, range, interval, found);
    }
    return scan.end;
  }

  /** A date by numbers and months, or a span from one to another. */
  private int date(String words, int at, int offset, List<DateExpression> found) {
    Scan first = dateAt(words, at);
    if (first == null) {
      return -1;
    }
    Parts from = first.parts();
    Scan between = new Scan(words, first.end);
    Scan second = between.at(BETWEEN_DATES) ? dateAt(words, between.end) : null;
    if (second != null && spans(first, second, lead(words, at), between.text())) {
      Temporal end = complete(second.parts(), words, at);
      Integer year = from.year() == null ? year(end) : from.year();
      boolean before =
          from.year() == null
              && from.month() != null
              && end != null
              && !(end instanceof Year)
              && from.month() > end.get(ChronoField.MONTH_OF_YEAR);
      Integer startYear = before && year != null ? Integer.valueOf(year - 1) : year;
      Integer month = from.month();
      Temporal start = of(new Parts(startYear, month, from.day()));
      if (start != null && end != null) {
        add(words, at, second.end, offset, true, new Interval(start, end), found);
        return second.end;
      }
    }
    if (isBare(from) && !introduced(words, at)) {
      return first.end;
    }
    Temporal date = first.yearWord() == null ? complete(from, words, at) : withYearWord(first);
    if (date != null) {
      add(words, at, first.end, offset, false, new Interval(date, date), found);
    }
    return first.end;
  }

  private static @Nullable Scan dateAt(String words, int at) {
    for (Pattern pattern : DATES) {
      Scan scan = new Scan(words, at);
      if (scan.at(pattern)) {
        return scan;
      }
    }
    return null;
  }

  /** Whether two dates beside each other are the ends of one span. */
  private static boolean spans(Scan first, Scan second, String lead, String between) {
    Parts from = first.parts();
    Parts to = second.parts();
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

  /** A month, a year or "the 6th" alone is a date only after a preposition or the like. */
  private static boolean isBare(Parts parts) {
    return (parts.year() == null || parts.month() == null)
        && (parts.month() == null || parts.day() == null);
  }

  private static boolean introduced(String words, int at) {
    return !lead(words, at).isEmpty()
        || PARTLY.matcher(words.substring(0, at)).find()
        || words.substring(0, at).endsWith("(");
  }

  private static String lead(String words, int at) {
    String before = words.substring(Math.max(0, at - 60), at);
    Matcher part = PART.matcher(before);
    String rest = (part.find() ? before.substring(0, part.start()) : before).stripTrailing();
    Matcher lead = LEAD.matcher(rest);
    return lead.find() ? String.valueOf(lead.group("lead")).toLowerCase(Locale.ROOT) : "";
  }

  private void add(
      String words,
      int at,
      int end,
      int offset,
      boolean range,
      Interval interval,
      List<DateExpression> found) {
    String lead = lead(words, at);
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
            new Span(offset + at, offset + end), lead, range || opens || closes, time));
    reference = interval.start() != null ? interval.start() : interval.end();
  }

  // ---- completing

  private @Nullable Temporal complete(Parts parts, String words, int at) {
    if (parts.year() != null) {
      state(parts, words, at);
      return of(parts);
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
    return beside(parts, issued, FUTURE.matcher(words.substring(0, at)).find());
  }

  /**
   * Lets a year that is said complete the dates after it in the paragraph, unless it is said aside:
   * "the city where it began in 2011".
   */
  private void state(Parts parts, String words, int at) {
    boolean aside = ASIDE.matcher(words.substring(0, at)).find();
    boolean bounds = WORDS.is("opens", lead(words, at));
    boolean opening = parts.month() != null || at <= OPENING;
    statedYear = aside || bounds || !opening ? null : parts.year();
  }

  /** The first such date from the one named last on. */
  private static @Nullable Temporal afterReference(Parts parts, Temporal reference) {
    int year = reference.get(ChronoField.YEAR);
    Integer month = parts.month();
    boolean earlier =
        month != null
            && !(reference instanceof Year)
            && month < reference.get(ChronoField.MONTH_OF_YEAR);
    return of(new Parts(earlier ? year + 1 : year, month, parts.day()));
  }

  /** The story goes on: such a date within two months of the one named last. */
  private static @Nullable Temporal soonAfter(Parts parts, Temporal reference) {
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
  private static @Nullable Temporal beside(Parts parts, LocalDate issued, boolean future) {
    Temporal date = of(new Parts(issued.getYear(), parts.month(), parts.day()));
    if (date == null) {
      return null;
    }
    LocalDate first = date instanceof YearMonth month ? month.atDay(1) : LocalDate.from(date);
    if (future && first.isBefore(issued.withDayOfMonth(1))) {
      return of(new Parts(issued.getYear() + 1, parts.month(), parts.day()));
    }
    boolean late = first.isAfter(future ? issued.plusMonths(9) : issued);
    return late ? of(new Parts(issued.getYear() - 1, parts.month(), parts.day())) : date;
  }

  private @Nullable Temporal withYearWord(Scan scan) {
    String word = scan.yearWord();
    Parts parts = scan.parts();
    boolean here = word != null && (word.equals("this") || word.equals("last"));
    Temporal base = here ? issued : reference;
    if (base == null || word == null) {
      return null;
    }
    int back = word.equals("last") || word.equals("the previous") ? 1 : 0;
    return of(new Parts(base.get(ChronoField.YEAR) - back, parts.month(), parts.day()));
  }

  private static @Nullable Temporal of(Parts parts) {
    if (parts.year() == null) {
      return null;
    }
    if (parts.month() == null) {
      return Year.of(parts.year());
    }
    return parts.day() == null
        ? YearMonth.of(parts.year(), parts.month())
        : LocalDate.of(parts.year(), parts.month(), parts.day());
  }

  private static @Nullable Integer year(@Nullable Temporal date) {
    return date == null ? null : date.get(ChronoField.YEAR);
  }

  private static @Nullable Interval point(@Nullable Temporal date) {
    return date == null ? null : new Interval(date, date);
  }

  // ---- counting

  private @Nullable Temporal counted(Scan scan) {
    String way = scan.group("way").toLowerCase(Locale.ROOT);
    String unit = WORDS.text("unit", scan.group("unit"));
    Temporal base = way.equals("ago") ? issued : reference;
    if (scan.has("few")) {
      boolean small = unit.equals("day") || unit.equals("week");
      return small ? move(base, 0, "month") : null;
    }
    String word = scan.group("number");
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

  private @Nullable Temporal relative(String which, String what) {
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

  private @Nullable Temporal that(String which, String what) {
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
      Parts parts = new Parts(null, WORDS.value("month", what), null);
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

  private @Nullable Temporal weekday(Scan scan, boolean future) {
    if (issued == null) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.of(WORDS.value("weekday", scan.group("weekday")));
    String which = scan.has("which") ? scan.group("which").toLowerCase(Locale.ROOT) : "";
    return switch (which) {
      case "last" -> issued.with(TemporalAdjusters.previous(weekday));
      case "next" -> issued.with(TemporalAdjusters.next(weekday));
      default ->
          issued.with(
              future ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previousOrSame(weekday));
    };
  }

  /** "the summer of 2015", "the summer": the last one that has begun. */
  private @Nullable Interval season(Scan scan, String words, int at) {
    if (scan.has("year")) {
      int year = scan.number("year");
      state(new Parts(year, null, null), words, at);
      return point(Year.of(year));
    }
    if (scan.yearWord() != null) {
      return point(withYearWord(scan));
    }
    boolean named = words.substring(0, at).toLowerCase(Locale.ROOT).endsWith("the ");
    if (!named || issued == null || !introduced(words, at)) {
      return null;
    }
    if (statedYear != null && reference != null) {
      return point(Year.of(reference.get(ChronoField.YEAR)));
    }
    boolean begun = issued.getMonthValue() >= WORDS.value("season", scan.group("season"));
    boolean future = FUTURE.matcher(words.substring(0, at)).find();
    return point(Year.of(issued.getYear() - (begun || future ? 0 : 1)));
  }

  /** A pattern tried at one place of a sentence. */
  private static final class Scan {
    private final String words;
    private final int start;
    private @Nullable Matcher matcher;
    int end;

    Scan(String words, int start) {
      this.words = words;
      this.start = start;
      this.end = start;
    }

    boolean at(Pattern pattern) {
      Matcher m = pattern.matcher(words).region(start, words.length());
      m.useTransparentBounds(true);
      if (!m.lookingAt()) {
        return false;
      }
      matcher = m;
      end = m.end();
      return true;
    }

    String text() {
      return words.substring(start, end);
    }

    private @Nullable String find(String name) {
      Matcher m = matcher;
      boolean named = m != null && m.pattern().pattern().contains("(?<" + name + ">");
      return m != null && named ? m.group(name) : null;
    }

    boolean has(String name) {
      return find(name) != null;
    }

    String group(String name) {
      return String.valueOf(find(name));
    }

    int number(String name) {
      return Integer.parseInt(group(name));
    }

    @Nullable String yearWord() {
      return find("yearword");
    }

    Parts parts() {
      String month = find("month");
      return new Parts(
          has("year") ? Integer.valueOf(number("year")) : null,
          month == null
              ? null
              : Integer.valueOf(
                  WORDS.is("month", month) ? WORDS.value("month", month) : Integer.parseInt(month)),
          has("day") ? Integer.valueOf(number("day")) : null);
    }
  }
}
