package org.entente.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Span;

/**
 * Makes spellings of one name alike: accents, apostrophes, the Arabic article and its assimilated
 * forms, final -iyah/-iyeh, letter case. "Hay’at Tahrir ash-Shām" and "Hayat Tahrir al-Sham" fold
 * to the same pieces.
 */
final class NameFolding {

  /** A word, or the part of a word between hyphens. */
  record Piece(String folded, String text, Span span, boolean article) {}

  private static final Set<String> ARTICLES =
      Set.of("al", "el", "ash", "an", "ad", "ar", "as", "at", "az", "ul", "il", "ed", "ez", "er");

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}'’‘ʼʿʾ`´&]+(\\.(?=\\p{L})[\\p{L}\\p{N}]+)*");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʿʾ`´.]");
  private static final Pattern ENDING = Pattern.compile("(?<=..)(iyyah|iyya|iyah|iyeh|iyye|iya)$");

  private NameFolding() {}

  /** The pieces of a text; an ending 's is no part of a piece. */
  static List<Piece> pieces(String text, Span within) {
    List<Piece> pieces = new ArrayList<>();
    Matcher word = WORD.matcher(text).region(within.start(), within.end());
    while (word.find()) {
      int start = word.start();
      int end = withoutClitic(text, start, word.end());
      while (start < end && isApostrophe(text.charAt(start))) {
        start++;
      }
      if (end > start) {
        Span span = new Span(start, end);
        String written = span.of(text);
        String folded = fold(written);
        pieces.add(new Piece(folded, written, span, isArticle(folded, text, end)));
      }
    }
    return pieces;
  }

  /** The folded form of one piece. */
  static String fold(String word) {
    String plain = word;
    if (!isPlain(word)) {
      plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
      plain = APOSTROPHES.matcher(plain).replaceAll("");
    }
    plain = plain.toLowerCase(Locale.ROOT);
    plain = plain.replace('ı', 'i');
    return plain.length() > 4 && plain.indexOf("iy") > 0
        ? ENDING.matcher(plain).replaceAll("iya")
        : plain;
  }

  /** Whether a word has nothing but letters and digits of ASCII, as most have. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 128 || !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  /** "as" and "an" are articles only before a hyphen; "al" and "el" always. */
  private static boolean isArticle(String folded, String text, int end) {
    boolean hyphen = end < text.length() && "-‐‑".indexOf(text.charAt(end)) >= 0;
    return ARTICLES.contains(folded) && (hyphen || folded.equals("al") || folded.equals("el"));
  }

  private static int withoutClitic(String text, int start, int end) {
    int e = end;
    while (e > start && isApostrophe(text.charAt(e - 1))) {
      e--;
    }
    if (e - start > 2
        && (text.charAt(e - 1) == 's' || text.charAt(e - 1) == 'S')
        && isApostrophe(text.charAt(e - 2))) {
      return e - 2;
    }
    return e;
  }

  private static boolean isApostrophe(char c) {
    return "'’‘`´".indexOf(c) >= 0;
  }
}
