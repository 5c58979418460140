package org.entente.extract.time;

import java.util.List;
import java.util.regex.Pattern;

/** What dates look like in words and numbers, and what stands before them. */
final class DatePatterns {

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
  static final Pattern DAYS =
      Pattern.compile(
          "(?<first>\\d{1,2})(?:st|nd|rd|th)?(?: ?[-–] ?| to | and | or )"
              + DAY
              + "(?: of)? "
              + MONTH
              + "(?:,? "
              + YEAR
              + ")?");

  static final Pattern DAYS_AFTER_MONTH =
      Pattern.compile(
          MONTH + " (?<first>\\d{1,2})(?: ?[-–] ?| to | and )" + DAY + "\\b(?:,? " + YEAR + ")?");

  /** "2013-16". */
  static final Pattern SHORT_YEARS =
      Pattern.compile("(?<year>(?:1[89]|20)\\d\\d)[-–](?<short>\\d\\d)\\b(?![-–\\d])");

  static final List<Pattern> DATES =
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

  static final Pattern BETWEEN_DATES =
      Pattern.compile(
          " ?[-–] ?|,? (?:to|and|until|till|through|or)(?: (?:early|late|mid|in|the))* ");

  static final Pattern DECADE =
      Pattern.compile("(?:(?:early|late|mid)[- ])?(?<year>(?:1[89]|20)\\d0)s\\b");

  static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat) )?(?<weekday>"
              + WORDS.names("weekday")
              + ")\\b(?! (?:Times|Telegraph|Herald|Mail|Mosque))");
  static final Pattern DATE_FOLLOWS =
      Pattern.compile(
          "(?:,|,? the)? (?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
              + MONTH
              + "|"
              + MONTH.replace("month", "other")
              + " \\d)");

  static final Pattern NEAR_DAY =
      Pattern.compile("(?<word>" + WORDS.pattern("day") + ")\\b", Pattern.CASE_INSENSITIVE);

  /** Counted from the day of publication. */
  static final Pattern THIS =
      Pattern.compile(
          "(?:(?:[Ee]arlier|[Ll]ater) )?(?<which>[Ll]ast|[Tt]he last|[Tt]his|[Tt]his past|[Pp]ast|[Nn]ext) (?<what>"
              + WORDS.pattern("unit")
              + "|"
              + SEASON
              + "|"
              + WORDS.names("month")
              + ")\\b");

  /** Counted from the date named last. */
  static final Pattern THAT =
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

  static final Pattern DAY_BESIDE =
      Pattern.compile("[Tt]he (?:day|night|evening) (?<way>before|after)\\b(?= ?[,.;:)]|$)");

  static final Pattern COUNTED =
      Pattern.compile(
          "(?:"
              + NUMBER
              + "|(?<few>a few|several|some)) "
              + UNIT
              + "s? (?<way>ago|later|earlier|afterwards|(?:before|after)(?: that\\b|(?= ?[,.;:)]|$)))",
          Pattern.CASE_INSENSITIVE);

  static final Pattern SEASON_OF =
      Pattern.compile("(?<season>" + SEASON + ")(?:(?: of|,)? " + YEAR + ")?" + OF_YEAR);

  static final Pattern END_OF_UNIT =
      Pattern.compile("(?:end|middle|beginning|start|turn) of the (?<unit>month|year)\\b");

  static final Pattern LEAD =
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
  static final Pattern PART =
      Pattern.compile(
          "(?:(?:^|(?<= ))(?:(?:the |very )?(?:early|late|mid)(?:[- ]|$)(?:on |in )?|(?:the )?(?:very )?(?:night|morning|evening|afternoon|end|middle|beginning|start|first half|second half|(?:first|last|early|final) (?:days?|weeks?|months?|hours))(?: of|,)? (?:the )?|the |dawn on |dawn |noon on |midnight on ))+$",
          Pattern.CASE_INSENSITIVE);

  static final Pattern PARTLY =
      Pattern.compile("(?:early|late|mid)[- ]$", Pattern.CASE_INSENSITIVE);

  static final Pattern FUTURE = Pattern.compile("\\b(?:will|are to|is to|plans? to|until)\\b");

  static final Pattern ASIDE = Pattern.compile("\\b(?:who|which|whose|where|that|since)\\b");

  private DatePatterns() {}
}
