package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * The units that names are found in: tokens cut again at hyphens, dashes and slashes, since a name
 * may end inside a token: "Iranian" in "Iranian-backed", both names in "Russia-Israel".
 */
final class NameTokens {

  private static final Pattern UNIT = Pattern.compile("[-‐‑–—/]|[^-‐‑–—/]+");

  private NameTokens() {}

  static List<Span> of(Sentence sentence) {
    List<Span> units = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      if (token.text().length() == 1) {
        units.add(token.span());
        continue;
      }
      Matcher unit = UNIT.matcher(token.text());
      int start = token.span().start();
      while (unit.find()) {
        units.add(new Span(start + unit.start(), start + unit.end()));
      }
    }
    return units;
  }
}
