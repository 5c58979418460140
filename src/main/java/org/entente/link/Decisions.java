package org.entente.link;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.knowledge.Decision;
import org.entente.knowledge.Slugs;
import org.entente.lexicon.LexiconTable;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about names and entities, ready to be looked up.
 *
 * <p>A subject is a slug or a name as written; both are compared as slugs, so that "Free Army" and
 * {@code free-army} are one. Immutable.
 */
public final class Decisions {

  /** No decisions. */
  public static final Decisions NONE = new Decisions(List.of());

  private final List<Decision> all;
  private final Map<String, String> same = new HashMap<>();
  private final Set<String> forbidden = new HashSet<>();
  private final Map<String, EntityType> types = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Set<String> ignored = new HashSet<>();

  private Decisions(List<Decision> all) {
    this.all = List.copyOf(all);
    for (Decision decision : all) {
      String subject = Slugs.of(decision.subject());
      switch (decision.kind()) {
        case SAME_AS -> same.put(subject, decision.object());
        case NOT_SAME_AS -> forbidden.add(subject + " " + decision.object());
        case RETYPE -> types.put(subject, EntityType.ofLabel(decision.object()).orElseThrow());
        case RENAME -> labels.put(subject, decision.object());
        case IGNORE -> ignored.add(subject);
        case IDENTIFY, NOT_IDENTIFY -> {
          // About who an entity is elsewhere: no matter of mentions.
        }
      }
    }
  }

  /**
   * The decisions of a table with the columns {@code decision}, {@code subject}, {@code object},
   * {@code author}, {@code date}, {@code reason}.
   *
   * @param name the file's name
   * @param text its content
   * @throws IllegalArgumentException if a row is not well formed, decides what an earlier one
   *     decided otherwise, or closes a circle; names file and row
   */
  public static Decisions read(String name, String text) {
    List<Decision> all = new ArrayList<>();
    Map<String, String> where = new HashMap<>();
    Map<String, String> same = new HashMap<>();
    for (LexiconTable.Row row : rows(name, text)) {
      Decision decision = decision(row);
      String subject = Slugs.of(decision.subject());
      String key = decision.kind() + " " + subject;
      boolean against =
          decision.kind() == Decision.Kind.NOT_SAME_AS
              || decision.kind() == Decision.Kind.NOT_IDENTIFY;
      key += against ? " " + decision.object() : "";
      String before = where.put(key, row.where());
      if (before != null) {
        throw wrong(row, "\"" + decision.subject() + "\" is decided already in " + before);
      }
      if (decision.kind() == Decision.Kind.SAME_AS) {
        for (String at = decision.object(); at != null; at = same.get(at)) {
          if (at.equals(subject)) {
            throw wrong(row, "\"" + decision.subject() + "\" would be the same as itself");
          }
        }
        same.put(subject, decision.object());
      }
      all.add(decision);
    }
    return new Decisions(all);
  }

  private static List<LexiconTable.Row> rows(String name, String text) {
    try {
      return LexiconTable.read(name, new StringReader(text)).rows();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": is no table: " + e.getMessage(), e);
    }
  }

  private static Decision decision(LexiconTable.Row row) {
    Decision.Kind kind =
        Decision.Kind.ofLabel(row.get("decision"))
            .orElseThrow(() -> wrong(row, "no decision \"" + row.get("decision") + "\""));
    String subject = row.get("subject");
    String object = row.get("object");
    String author = row.get("author");
    if (subject.isEmpty()) {
      throw wrong(row, "no subject");
    }
    if (author.isEmpty()) {
      throw wrong(row, "no author");
    }
    boolean slug = kind == Decision.Kind.SAME_AS || kind == Decision.Kind.NOT_SAME_AS;
    if (slug && !Slugs.isSlug(object)) {
      throw wrong(row, "object \"" + object + "\" is no slug");
    }
    if (kind == Decision.Kind.RETYPE && EntityType.ofLabel(object).isEmpty()) {
      throw wrong(row, "no type \"" + object + "\"");
    }
    if (kind == Decision.Kind.RENAME && object.isEmpty()) {
      throw wrong(row, "no label to rename to");
    }
    boolean item = kind == Decision.Kind.IDENTIFY || kind == Decision.Kind.NOT_IDENTIFY;
    if (item && !(Slugs.isSlug(subject) && object.matches("Q\\d+|https?://[^\\s<>\"{}|\\\\^`]+"))) {
      throw wrong(
          row, "\"" + object + "\" is no item of Wikidata (Q41183) or IRI for a slug to be");
    }
    LocalDate date;
    try {
      date = LocalDate.parse(row.get("date"));
    } catch (DateTimeParseException e) {
      throw wrong(row, "date \"" + row.get("date") + "\" is no day (2025-01-31)");
    }
    return new Decision(kind, subject, object, author, date, row.get("reason"));
  }

  private static IllegalArgumentException wrong(LexiconTable.Row row, String what) {
    return new IllegalArgumentException(row.where() + ": " + what);
  }

  /** All of them, in the table's order. */
  public List<Decision> all() {
    return all;
  }

  /** Whether mentions of this name are to be dropped. */
  public boolean ignores(String name) {
    return !ignored.isEmpty() && ignored.contains(Slugs.of(name));
  }

  /** Whether this name must not link to this entity. */
  public boolean forbids(String name, String slug) {
    return !forbidden.isEmpty() && forbidden.contains(Slugs.of(name) + " " + slug);
  }

  /**
   * The slug that people want for a mention.
   *
   * @param name what it reads
   * @param slug what it was linked to, or null when to nothing
   * @return the slug, which is the given one where nobody decided; null when there is none
   */
  public @Nullable String same(String name, @Nullable String slug) {
    if (same.isEmpty()) {
      return slug;
    }
    String at = same.getOrDefault(Slugs.of(name), slug);
    while (at != null && same.containsKey(at)) {
      at = same.get(at);
    }
    return at;
  }

  /** The type that people want for a new entity. */
  Optional<EntityType> type(String slug) {
    return Optional.ofNullable(types.get(slug));
  }

  /** The label that people want for a new entity. */
  Optional<String> label(String slug) {
    return Optional.ofNullable(labels.get(slug));
  }

  /** A label for an entity of which only the slug is known: {@code free-army} is "Free Army". */
  static String words(String slug) {
    StringBuilder words = new StringBuilder();
    for (String word : slug.split("-", -1)) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append(word.substring(0, 1).toUpperCase(Locale.ROOT));
      words.append(word.substring(1));
    }
    return words.toString();
  }
}
