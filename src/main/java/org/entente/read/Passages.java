package org.entente.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Span;

/**
 * Cuts a text into its passages: paragraphs, headlines and captions, without furniture.
 *
 * <p>A blank line always ends a passage. A single line break does too, unless the text is
 * hard-wrapped, which shows in lines of like length that stop in the middle of a sentence.
 */
final class Passages {

  /** Markers of Markdown that begin a line: headings, quotes, bullets, numbered items. */
  private static final Pattern MARKER = Pattern.compile("\\s*(#{1,6}\\s+|>\\s?|[-*+•]\\s+)*");

  private static final int WRAPPED_MIN = 50;
  private static final int WRAPPED_MAX = 110;

  private Passages() {}

  /**
   * The passages of {@code text} from {@code from} on.
   *
   * @param furniture which lines to leave out
   */
  static List<Span> of(String text, int from, Furniture furniture) {
    boolean wrapped = isWrapped(text, from);
    List<Span> passages = new ArrayList<>();
    int open = -1;
    int openEnd = -1;
    for (int start = from; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      Span line = trim(text, start, end);
      String content = line.of(text);
      boolean skipped = content.isEmpty() || furniture.is(content) || isRule(content);
      boolean joins = wrapped && open >= 0 && !startsItem(text, line);
      if (open >= 0 && (skipped || !joins)) {
        passages.add(new Span(open, openEnd));
        open = -1;
      }
      if (!skipped) {
        if (open < 0) {
          open = line.start();
        }
        openEnd = line.end();
      }
      start = end + 1;
    }
    if (open >= 0) {
      passages.add(new Span(open, openEnd));
    }
    return passages;
  }

  private static boolean startsItem(String text, Span line) {
    return line.start() > 0 && "#>-*•".indexOf(text.charAt(Math.max(0, line.start() - 2))) >= 0;
  }

  private static boolean isRule(String content) {
    return content.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static Span trim(String text, int start, int end) {
    Matcher marker = MARKER.matcher(text).region(start, end);
    int from = marker.lookingAt() ? marker.end() : start;
    int to = end;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    while (from < to
        && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\uFEFF')) {
      from++;
    }
    return new Span(from, to);
  }

  private static boolean isWrapped(String text, int from) {
    int lines = 0;
    int broken = 0;
    int longest = 0;
    String previous = "";
    for (String line : text.substring(from).split("\n", -1)) {
      String content = line.strip();
      if (!content.isEmpty() && !previous.isEmpty()) {
        lines++;
        boolean open = !".?!:\"”’)".contains(previous.substring(previous.length() - 1));
        if (open && previous.length() >= WRAPPED_MIN && previous.length() <= WRAPPED_MAX) {
          broken++;
        }
      }
      longest = Math.max(longest, content.length());
      previous = content;
    }
    return longest <= WRAPPED_MAX + 20 && lines >= 2 && broken * 2 > lines;
  }
}
