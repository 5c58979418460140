package org.entente.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Knows the lines of a page that belong to the site and not to the article: "Skip to main content",
 * "5 min read", "Most viewed". The lines are patterns in {@code data/lexicon/furniture.txt}.
 */
final class Furniture {

  private static final String RESOURCE = "/lexicon/furniture.txt";

  private final List<Pattern> patterns;

  Furniture(List<String> patterns) {
    this.patterns =
        patterns.stream()
            .map(p -> Pattern.compile(p, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
  }

  static Furniture shipped() {
    try (InputStream in = Objects.requireNonNull(Furniture.class.getResourceAsStream(RESOURCE));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Furniture(
          reader.lines().filter(l -> !l.isBlank() && !l.startsWith("# ")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE, e);
    }
  }

  /** Whether the whole line is furniture. */
  boolean is(String line) {
    // Long lines are prose; this also bounds the time that the patterns can take.
    return line.length() <= 200 && patterns.stream().anyMatch(p -> p.matcher(line).matches());
  }
}
