package org.entente.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.ResourceFolder;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * How data sets write names, so that they can be read as ours: {@code data/mappings/names.tsv}.
 *
 * <p>Example: "Military Forces of Syria (2000-2024)" is also read as "Syrian armed forces", a force
 * of Syria. A rule is a pattern for the whole name and what it reads as.
 */
final class NameRules {

  /** Whose names a rule reads. */
  enum Kind {
    ACTOR,
    PLACE
  }

  /**
   * One way to read a name.
   *
   * @param name the name, or empty when it names nobody that could be known
   * @param country name of a state, or null
   * @param types what it may be
   * @param confidence how sure the reading is
   */
  record Reading(String name, @Nullable String country, Set<EntityType> types, double confidence) {
    Reading {
      types = Set.copyOf(types);
    }
  }

  private record Rule(
      Kind kind,
      Pattern pattern,
      List<String> names,
      String country,
      Set<EntityType> types,
      double confidence) {}

  private static final String FILE = "names.tsv";

  private final List<Rule> rules;

  private NameRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** The rules that the jar ships. */
  static NameRules shipped() {
    return read(FILE, ResourceFolder.read("/mappings", ".tsv").getOrDefault(FILE, ""));
  }

  /**
   * The rules of a table.
   *
   * @throws IllegalArgumentException if a row is not well formed; names file and row
   */
  static NameRules read(String name, String text) {
    List<Rule> rules = new ArrayList<>();
    try {
      for (LexiconTable.Row row : LexiconTable.read(name, new StringReader(text)).rows()) {
        Set<EntityType> types = EnumSet.noneOf(EntityType.class);
        for (String type : row.get("types").isEmpty() ? List.<String>of() : row.list("types")) {
          types.add(
              EntityType.ofLabel(type)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              row.where() + ": no type \"" + type + "\"")));
        }
        try {
          rules.add(
              new Rule(
                  row.get("of").equals("place") ? Kind.PLACE : Kind.ACTOR,
                  Pattern.compile(row.get("pattern")),
                  row.get("name").isEmpty() ? List.of() : row.list("name"),
                  row.get("country"),
                  types,
                  Double.parseDouble(row.get("confidence"))));
        } catch (PatternSyntaxException | NumberFormatException e) {
          throw new IllegalArgumentException(row.where() + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return new NameRules(rules);
  }

  /** Whether the name stands for nobody in particular: "Civilians (Syria)". */
  boolean isNobody(String name) {
    return rules.stream().anyMatch(r -> r.names().isEmpty() && r.pattern().matcher(name).matches());
  }

  /**
   * The ways to read a name, surest first: as it is, then by the rules in their order.
   *
   * @param adjectives of the state of a name; stand where a rule writes an at sign
   */
  List<Reading> readings(Kind kind, String name, Function<String, List<String>> adjectives) {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading(name, null, Set.of(), 1));
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(name);
      if (rule.kind() != kind || !matcher.matches()) {
        continue;
      }
      String country = rule.country().isEmpty() ? "" : filled(rule.country(), matcher);
      for (String written : rule.names()) {
        String read = filled(written, matcher);
        List<String> names = List.of(read);
        if (read.indexOf('@') >= 0) {
          names = adjectives.apply(country).stream().map(a -> read.replace("@", a)).toList();
        }
        for (String each : names) {
          if (!each.isBlank()) {
            readings.add(
                new Reading(
                    each.strip(),
                    country.isEmpty() ? null : country,
                    rule.types(),
                    rule.confidence()));
          }
        }
      }
    }
    return readings;
  }

  private static String filled(String template, Matcher matcher) {
    String filled = template;
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      filled = filled.replace("$" + i, group == null ? "" : group);
    }
    return filled;
  }
}
