package org.entente.link;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Listing;
import org.entente.knowledge.Slugs;
import org.entente.lexicon.LexiconTable;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Entities in a tab-separated table, one a row.
 *
 * <p>Columns: {@code id}, {@code label}, {@code type}, and where there is something to say {@code
 * names} (parted by vertical bars), {@code country} (slug of a state), {@code geonames}, {@code
 * ucdp}, {@code latitude}, {@code longitude}, {@code population}, {@code predecessors} (slugs of
 * the groups that it split from, parted by vertical bars). A comment {@code # source: …} before the
 * rows says where they come from; without it the file is its own source.
 */
public final class GazetteerTable {

  private static final Pattern SOURCE = Pattern.compile("(?m)^#\\s*source:\\s*(.+?)\\s*$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  /**
   * An entity and where it is written, for messages.
   *
   * @param entity the entity
   * @param where file and row
   */
  public record Entry(KnownEntity entity, String where) {}

  private GazetteerTable() {}

  /**
   * The rows of a table.
   *
   * @param name the file's name
   * @param text its content
   * @param guarded whether names need evidence in a text
   * @throws IllegalArgumentException if a row is not well formed; names file and row
   */
  public static List<Entry> read(String name, String text, boolean guarded) {
    Matcher source = SOURCE.matcher(text);
    List<String> sources = List.of(source.find() ? source.group(1) : name);
    List<Entry> entries = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (LexiconTable.Row row : rows(name, text)) {
      KnownEntity entity = entity(row, sources, guarded);
      if (!slugs.add(entity.ref().slug())) {
        throw wrong(row, "id \"" + entity.ref().slug() + "\" stands in an earlier row too");
      }
      entries.add(new Entry(entity, row.where()));
    }
    return entries;
  }

  private static List<LexiconTable.Row> rows(String name, String text) {
    try {
      return LexiconTable.read(name, new StringReader(text)).rows();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": is no table: " + e.getMessage(), e);
    }
  }

  private static KnownEntity entity(LexiconTable.Row row, List<String> sources, boolean guarded) {
    String slug = row.get("id");
    if (!Slugs.isSlug(slug)) {
      throw wrong(row, "id \"" + slug + "\" is no slug (lower case, digits, hyphens)");
    }
    String label = row.get("label");
    if (label.isEmpty()) {
      throw wrong(row, "no label");
    }
    EntityType type =
        EntityType.ofLabel(row.get("type"))
            .orElseThrow(() -> wrong(row, "no type \"" + row.get("type") + "\""));
    String country = row.optional("country");
    if (!country.isEmpty() && !Slugs.isSlug(country)) {
      throw wrong(row, "country \"" + country + "\" is no slug");
    }
    List<Listing.Identifier> identifiers = new ArrayList<>();
    identifier(row, "geonames", "GeoNamesId", identifiers);
    identifier(row, "ucdp", "UcdpActorId", identifiers);
    String names = row.optional("names");
    return new KnownEntity(
        new EntityRef(slug, type, label),
        names.isEmpty() ? List.of() : row.list("names"),
        List.of(),
        List.of(),
        null,
        country.isEmpty() ? null : country,
        null,
        population(row),
        new Listing(identifiers, point(row), sources, predecessors(row), guarded));
  }

  private static List<String> predecessors(LexiconTable.Row row) {
    List<String> slugs =
        row.optional("predecessors").isEmpty() ? List.of() : row.list("predecessors");
    for (String slug : slugs) {
      if (!Slugs.isSlug(slug)) {
        throw wrong(row, "predecessor \"" + slug + "\" is no slug");
      }
    }
    return slugs;
  }

  private static void identifier(
      LexiconTable.Row row, String column, String scheme, List<Listing.Identifier> into) {
    String value = row.optional(column);
    if (!value.isEmpty() && !NUMBER.matcher(value).matches()) {
      throw wrong(row, column + " \"" + value + "\" is no number");
    }
    if (!value.isEmpty()) {
      into.add(new Listing.Identifier(scheme, value));
    }
  }

  private static long population(LexiconTable.Row row) {
    String value = row.optional("population");
    if (!value.isEmpty() && !NUMBER.matcher(value).matches()) {
      throw wrong(row, "population \"" + value + "\" is no number");
    }
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }

  private static @Nullable String point(LexiconTable.Row row) {
    String latitude = row.optional("latitude");
    String longitude = row.optional("longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    String x = degrees(row, "longitude", longitude, 180);
    String y = degrees(row, "latitude", latitude, 90);
    return "POINT(" + x + " " + y + ")";
  }

  private static String degrees(LexiconTable.Row row, String column, String value, int most) {
    try {
      BigDecimal degrees = new BigDecimal(value);
      if (degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
        return degrees.toPlainString();
      }
    } catch (NumberFormatException e) {
      throw wrong(row, column + " \"" + value + "\" is no number of degrees");
    }
    throw wrong(row, column + " \"" + value + "\" is beyond " + most + " degrees");
  }

  private static IllegalArgumentException wrong(LexiconTable.Row row, String what) {
    return new IllegalArgumentException(row.where() + ": " + what);
  }
}
