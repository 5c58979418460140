package org.entente.extract.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Patterns tried at one place of a sentence, and what the one that fits found there. */
final class DateMatch {

  private static final TimeWords WORDS = TimeWords.shipped();

  private final String words;
  private final int start;
  private @Nullable Matcher matcher;
  private int end;

  DateMatch(String words, int start) {
    this.words = words;
    this.start = start;
    this.end = start;
  }

  /** The date by numbers and months that begins here; null when there is none. */
  static @Nullable DateMatch dateAt(String words, int at) {
    for (Pattern pattern : DatePatterns.DATES) {
      DateMatch match = new DateMatch(words, at);
      if (match.fits(pattern)) {
        return match;
      }
    }
    return null;
  }

  boolean fits(Pattern pattern) {
    Matcher m = pattern.matcher(words).region(start, words.length());
    m.useTransparentBounds(true);
    if (!m.lookingAt()) {
      return false;
    }
    matcher = m;
    end = m.end();
    return true;
  }

  /** After what fits; the start when nothing does. */
  int end() {
    return end;
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

  DateParts parts() {
    String month = find("month");
    return new DateParts(
        has("year") ? Integer.valueOf(number("year")) : null,
        month == null
            ? null
            : Integer.valueOf(
                WORDS.is("month", month) ? WORDS.value("month", month) : Integer.parseInt(month)),
        has("day") ? Integer.valueOf(number("day")) : null);
  }
}
