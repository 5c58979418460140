package org.entente.extract.time;

import java.util.Locale;
import java.util.regex.Matcher;

/**
 * A place in the words of a sentence, and what the words before it make of a date that begins
 * there.
 */
record Position(String words, int at) {

  /** A year within so many characters opens its sentence. */
  private static final int OPENING = 12;

  private String before() {
    return words.substring(0, at);
  }

  /** The preposition that a date here has, in lower case; empty without one. */
  String lead() {
    String near = words.substring(Math.max(0, at - 60), at);
    Matcher part = DatePatterns.PART.matcher(near);
    String rest = (part.find() ? near.substring(0, part.start()) : near).stripTrailing();
    Matcher lead = DatePatterns.LEAD.matcher(rest);
    return lead.find() ? String.valueOf(lead.group("lead")).toLowerCase(Locale.ROOT) : "";
  }

  /** Whether a month or a year alone is a date here. */
  boolean introducesDate() {
    return !lead().isEmpty()
        || DatePatterns.PARTLY.matcher(before()).find()
        || before().endsWith("(");
  }

  boolean isAfterThe() {
    return before().toLowerCase(Locale.ROOT).endsWith("the ");
  }

  /** Whether the sentence speaks of what is to come. */
  boolean isOfFuture() {
    return DatePatterns.FUTURE.matcher(before()).find();
  }

  /** Whether it is said in passing: "the city where it began in". */
  boolean isAside() {
    return DatePatterns.ASIDE.matcher(before()).find();
  }

  boolean opensSentence() {
    return at <= OPENING;
  }
}
