package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import org.entente.extract.TimeReader.Interval;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

  private static final LocalDate ISSUED = LocalDate.of(2024, 12, 5);

  @ParameterizedTest
  @CsvSource({
    "'Rebels took Hama on 5 December 2024.', 2024-12-05",
    "'Rebels took Hama on 5th December 2024.', 2024-12-05",
    "'Rebels took Hama on December 5, 2024.', 2024-12-05",
    "'On 30 September 2015, Russia struck Homs.', 2015-09-30"
  })
  void readsADay(String text, LocalDate day) {
    assertEquals(new Interval(day, day), read(text));
  }

  @Test
  void readsAMonthAndAYear() {
    YearMonth september = YearMonth.of(2015, 9);
    assertEquals(new Interval(september, september), read("In September 2015 Russia struck Homs."));
    assertEquals(new Interval(Year.of(2013), Year.of(2013)), read("Rebels took Raqqa in 2013."));
  }

  @Test
  void opensAnIntervalWithSinceAndClosesOneWithUntil() {
    assertEquals(new Interval(Year.of(2011), null), read("Iran has backed Syria since 2011."));
    assertEquals(
        new Interval(null, YearMonth.of(2016, 12)),
        read("Rebels held the east until December 2016."));
  }

  @Test
  void takesTheDateNearestToTheTrigger() {
    String text = "In 2013 rebels took Raqqa, and in October 2017 they lost it again.";
    Temporal later = YearMonth.of(2017, 10);

    assertEquals(
        new Interval(Year.of(2013), Year.of(2013)),
        TimeReader.read(text, whole(text), text.indexOf("took"), ISSUED));
    assertEquals(
        new Interval(later, later),
        TimeReader.read(text, whole(text), text.indexOf("lost"), ISSUED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rebels took Hama.",
        "About 2000 fighters took Hama.",
        "Resolution 2254 was adopted.",
        "They met on 31 June 2015.",
        "They met on Friday."
      })
  void saysNothingWhereThereIsNoDate(String text) {
    assertEquals(Interval.UNKNOWN, TimeReader.read(text, whole(text), 0, ISSUED));
  }

  @Test
  void countsYesterdayFromTheDayOfPublication() {
    LocalDate before = LocalDate.of(2024, 12, 4);
    assertEquals(new Interval(before, before), read("Rebels took Hama yesterday."));

    String text = "Rebels took Hama yesterday.";
    assertEquals(Interval.UNKNOWN, TimeReader.read(text, whole(text), 0, null));
  }

  @Test
  void readsNoDateOfTheNextSentence() {
    String text = "Rebels took Hama. That was on 5 December 2024.";

    assertEquals(Interval.UNKNOWN, TimeReader.read(text, new Span(0, 17), 7, ISSUED));
  }

  private static Interval read(String text) {
    return TimeReader.read(text, whole(text), text.length() / 2, ISSUED);
  }

  private static Span whole(String text) {
    return new Span(0, text.length());
  }
}
