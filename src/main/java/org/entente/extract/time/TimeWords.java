package org.entente.extract.time;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.lexicon.LexiconTable;

/**
 * The words that dates are made of, by kind: {@code value("month", "March")} is 3; and the patterns
 * that find them in a text.
 */
public final class TimeWords {

  private static final TimeWords SHIPPED = new TimeWords(LexiconTable.shipped("timewords"));

  private final Map<String, Map<String, String>> byKind = new HashMap<>();

  private TimeWords(LexiconTable table) {
    for (LexiconTable.Row row : table.rows()) {
      byKind
          .computeIfAbsent(row.get("kind"), k -> new HashMap<>())
          .put(row.get("word").toLowerCase(Locale.ROOT), row.get("value"));
    }
  }

  /** The words of {@code timewords.tsv}. */
  public static TimeWords shipped() {
    return SHIPPED;
  }

  /** Whether a word names a day, a month, or a unit of time. */
  public boolean isTime(String word) {
    return is("weekday", word) || is("unit", word) || is("month", word) || is("day", word);
  }

  boolean is(String kind, String word) {
    return words(kind).containsKey(word.toLowerCase(Locale.ROOT));
  }

  /**
   * The number that a word stands for.
   *
   * @throws IllegalArgumentException if it is no word of this kind
   */
  int value(String kind, String word) {
    return Integer.parseInt(text(kind, word));
  }

  /**
   * What a word stands for.
   *
   * @throws IllegalArgumentException if it is no word of this kind
   */
  String text(String kind, String word) {
    String value = words(kind).get(word.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw new IllegalArgumentException("no " + kind + ": \"" + word + "\"");
    }
    return value;
  }

  /** The words of a kind as alternatives of a pattern, longest first. */
  String pattern(String kind) {
    return alternatives(kind, false);
  }

  /** As {@link #pattern}, each word with a capital: "March", but not "march". */
  String names(String kind) {
    return alternatives(kind, true);
  }

  private String alternatives(String kind, boolean capital) {
    return words(kind).keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
        .map(w -> capital ? w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1) : w)
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private Map<String, String> words(String kind) {
    return byKind.getOrDefault(kind, Map.of());
  }
}
