package org.entente.extract.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {

  /** A Thursday. */
  private static final LocalDate ISSUED = LocalDate.of(2024, 12, 5);

  @ParameterizedTest
  @CsvSource({
    "'The bridge fell on 5 December 2023.', 2023-12-05..2023-12-05",
    "'The bridge fell on the 5th of December, 2023.', 2023-12-05..2023-12-05",
    "'On December 5, 2023, the bridge fell.', 2023-12-05..2023-12-05",
    "'On Tuesday, 5 December 2023, the bridge fell.', 2023-12-05..2023-12-05",
    "'The bridge fell on 2023-12-05.', 2023-12-05..2023-12-05",
    "'The bridge fell on the night of 5 December 2023.', 2023-12-05..2023-12-05",
    "'In September 2015 the bridge fell.', 2015-09..2015-09",
    "'The bridge fell in late Sept. 2015.', 2015-09..2015-09",
    "'The bridge fell in 2013.', 2013..2013",
    "'The bridge fell in early 2013.', 2013..2013",
    "'The bridge fell at the end of 2013.', 2013..2013",
    "'The bridge (1998) fell.', 1998..1998",
    "'The bridge fell in the summer of 2015.', 2015..2015",
    "'The bridge fell in autumn 2015.', 2015..2015",
    "'Bridges fell in the 1980s.', 1980..1989"
  })
  void readsADateInFull(String text, String date) {
    assertEquals(List.of(date), dates(ISSUED, text));
  }

  @ParameterizedTest
  @CsvSource({
    "'Shelling went on between 2012 and 2016.', 2012..2016",
    "'Shelling went on from March to May 2020.', 2020-03..2020-05",
    "'Shelling went on from November 2019 to May 2020.', 2019-11..2020-05",
    "'Shelling went on from November to February 2020.', 2019-11..2020-02",
    "'Shelling went on in July and August.', 2024-07..2024-08",
    "'Shelling went on in 2016 and 2017.', 2016..2017",
    "'Shelling went on in 2011-2013.', 2011..2013",
    "'Shelling went on in 2011–13.', 2011..2013",
    "'Shelling went on from 5 to 7 May 2020.', 2020-05-05..2020-05-07",
    "'Shelling went on between 30 March and 2 April 2020.', 2020-03-30..2020-04-02",
    "'Shelling went on on May 5-7, 2020.', 2020-05-05..2020-05-07"
  })
  void readsASpan(String text, String span) {
    assertEquals(List.of(span), dates(ISSUED, text));
  }

  @ParameterizedTest
  @CsvSource({
    "'The camp has stood since 2011.', 2011..",
    "'The camp has stood since late July.', 2024-07..",
    "'The camp stood until December 2016.', ..2016-12",
    "'The camp was cleared by 3 June 2016.', ..2016-06-03",
    "'Before March 2016 the camp stood.', ..2016-03",
    "'The camp stood after 2016.', 2016..",
    "'The camp has stood since the 1950s.', 1950..",
    "'The camp will be cleared by the end of the year.', ..2024"
  })
  void opensOrClosesASpan(String text, String span) {
    assertEquals(List.of(span), dates(ISSUED, text));
  }

  @ParameterizedTest
  @CsvSource({
    "'They met yesterday.', 2024-12-04..2024-12-04",
    "'They met the day before yesterday.', 2024-12-03..2024-12-03",
    "'They met on Saturday.', 2024-11-30..2024-11-30",
    "'They met on Thursday night.', 2024-12-05..2024-12-05",
    "'They met last Thursday.', 2024-11-28..2024-11-28",
    "'They will meet on Monday.', 2024-12-09..2024-12-09",
    "'They met last week.', 2024-11..2024-11",
    "'They met last month.', 2024-11..2024-11",
    "'They met earlier this month.', 2024-12..2024-12",
    "'They met this year.', 2024..2024",
    "'They met last year.', 2023..2023",
    "'They met last March.', 2024-03..2024-03",
    "'They met last spring.', 2023..2023",
    "'They met two years ago.', 2022..2022",
    "'They met three days ago.', 2024-12-02..2024-12-02",
    "'They met a few weeks ago.', 2024-12..2024-12",
    "'They met in March.', 2024-03..2024-03",
    "'They met on 5 June.', 2024-06-05..2024-06-05",
    "'They met on 20 December.', 2023-12-20..2023-12-20",
    "'They will meet in March.', 2025-03..2025-03",
    "'They met in May of last year.', 2023-05..2023-05"
  })
  void countsFromTheDayOfPublication(String text, String date) {
    assertEquals(List.of(date), dates(ISSUED, text));
    assertEquals(List.of(), dates(null, text));
  }

  @ParameterizedTest
  @CsvSource({
    "'A year later it stood again.', 2015..2015",
    "'Two days later it stood again.', 2014-03-30..2014-03-30",
    "'Three days before that it still stood.', 2014-03-25..2014-03-25",
    "'A week later it stood again.', 2014-04..2014-04",
    "'Six months later it stood again.', 2014-09..2014-09",
    "'The following day it stood again.', 2014-03-29..2014-03-29",
    "'The day before, it still stood.', 2014-03-27..2014-03-27",
    "'The same day it stood again.', 2014-03-28..2014-03-28",
    "'That night it stood again.', 2014-03-28..2014-03-28",
    "'That month it stood again.', 2014-03..2014-03",
    "'The next month it stood again.', 2014-04..2014-04",
    "'That June it stood again.', 2014-06..2014-06",
    "'That winter it stood again.', 2014..2014",
    "'In May of that year it stood again.', 2014-05..2014-05",
    "'In April it stood again.', 2014-04..2014-04",
    "'On the 30th it stood again.', 2014-03-30..2014-03-30"
  })
  void countsFromTheDateNamedLast(String text, String date) {
    List<String> dates = dates(ISSUED, "The bridge fell on 28 March 2014.", text);

    assertEquals(List.of("2014-03-28..2014-03-28", date), dates);
  }

  @Test
  void letsNoYearThatIsSaidAsideCompleteADate() {
    assertEquals(
        List.of("2011..2011", "2024-07-12..2024-07-12"),
        dates(ISSUED, "The town, where it began in 2011, fell on 12 July."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "About 2000 fighters took the hill.",
        "The column of 2000 soldiers left.",
        "Resolution 2254 was adopted.",
        "They may march on the 2 towns.",
        "They met on 31 June 2015.",
        "The march began.",
        "Operation Peace Spring began.",
        "A week after the bridge fell they met.",
        "The Sunday Times wrote it."
      })
  void findsNoDateWhereThereIsNone(String text) {
    assertEquals(List.of(), dates(ISSUED, text));
  }

  @Test
  void keepsToTheSentence() {
    String text = "Rebels took it. That was on 5 December 2024.";

    assertEquals(List.of(), new DateFinder(ISSUED).read(text, new Span(0, 15)));
  }

  @Test
  void givesThePlaceOfTheWordsAndThePrepositionBeforeThem() {
    String text = "They met during May 2020.";
    DateExpression date = new DateFinder(null).read(text, new Span(0, text.length())).get(0);

    assertEquals("May 2020", date.span().of(text));
    assertEquals("during", date.lead());
  }

  private static List<String> dates(@Nullable LocalDate issued, String... sentences) {
    DateFinder finder = new DateFinder(issued);
    String text = String.join(" ", sentences);
    List<String> found = new ArrayList<>();
    int start = 0;
    for (String sentence : sentences) {
      int end = start + sentence.length();
      for (DateExpression date : finder.read(text, new Span(start, end))) {
        found.add(
            Objects.toString(date.interval().start(), "")
                + ".."
                + Objects.toString(date.interval().end(), ""));
      }
      start = end + 1;
    }
    return found;
  }
}
