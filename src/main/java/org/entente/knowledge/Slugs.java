package org.entente.knowledge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes the identifiers of entities from their names.
 *
 * <p>Example: {@code Slugs.of("Hay’at Taḥrīr al-Shām")} is {@code hayat-tahrir-al-sham}.
 */
public final class Slugs {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʿʾ`´.]");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  private Slugs() {}

  /** Whether the text is a slug. */
  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  /**
   * The slug of a name: accents off, apostrophes and dots dropped, everything else that is neither
   * letter nor digit a hyphen. A name without any Latin letter or digit gives {@code x} and the
   * hexadecimal code points of it.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static String of(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("no slug for a blank name");
    }
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    plain = plain.toLowerCase(Locale.ROOT).replace("ı", "i").replace("ß", "ss");
    plain = plain.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae");
    plain = APOSTROPHES.matcher(plain).replaceAll("");
    plain = OTHER.matcher(plain).replaceAll("-").replaceAll("^-+|-+$", "");
    if (!plain.isEmpty()) {
      return plain;
    }
    StringBuilder codes = new StringBuilder("x");
    name.strip().codePoints().forEach(c -> codes.append(Integer.toHexString(c)));
    return codes.toString();
  }
}
