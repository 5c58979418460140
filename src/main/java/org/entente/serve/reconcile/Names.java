package org.entente.serve.reconcile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How alike two names are. */
final class Names {

  private Names() {}

  /** In small letters, without accents, words apart by one space. */
  static String plain(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The words of a plain name. */
  static List<String> words(String plain) {
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  /**
   * Dice's coefficient of the names' pairs of letters (L. R. Dice, Measures of the Amount of
   * Ecologic Association Between Species, 1945): 1 for equal names, 0 for those without a pair in
   * common.
   */
  static double alike(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 2 <= a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 2 <= b.length(); i++) {
      String pair = b.substring(i, i + 2);
      Integer left = pairs.get(pair);
      if (left != null && left > 0) {
        pairs.put(pair, left - 1);
        common++;
      }
    }
    int all = Math.max(a.length() - 1, 0) + Math.max(b.length() - 1, 0);
    return all == 0 ? 0 : 2.0 * common / all;
  }
}
