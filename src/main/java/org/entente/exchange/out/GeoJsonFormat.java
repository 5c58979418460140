package org.entente.exchange.out;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.exchange.out.StoreView.DocumentRow;
import org.entente.exchange.out.StoreView.Entity;
import org.entente.exchange.out.StoreView.StatementRow;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.Wkt.Coordinates;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Places and bases, and what is said to happen at them, as one GeoJSON feature collection (RFC
 * 7946).
 *
 * <p>All features have the same properties, so that tables made of them have the same columns.
 * {@code start} and {@code end} are days, {@code time} is the start as a timestamp; all three are
 * empty when the text gives no date. Which relations, and which of them last until something ends
 * them: {@code data/mappings/geojson.tsv}. What lasts has no end unless one is said, what does not
 * ends with the day, month or year that it happened in.
 */
final class GeoJsonFormat {

  private static final Set<EntityType> SITES = Set.of(EntityType.PLACE, EntityType.BASE);

  private final StoreView view;
  private final JsonGenerator json;
  private final Map<String, Boolean> lasting = new HashMap<>();

  private GeoJsonFormat(StoreView view, JsonGenerator json) {
    this.view = view;
    this.json = json;
    for (LexiconTable.Row row : Mappings.table("geojson.tsv").rows()) {
      lasting.put(row.get("predicate"), row.get("lasts").equals("yes"));
    }
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonOut.to(out)) {
      return new GeoJsonFormat(view, json).write();
    }
  }

  private String write() throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", "entente");
    json.writeArrayFieldStart("features");
    long places = 0;
    long unlocated = 0;
    long happenings = 0;
    for (Entity place : view.mentioned(SITES)) {
      Coordinates point = place.point();
      if (point == null) {
        unlocated++;
      } else {
        place(place, point);
        places++;
      }
    }
    for (String iri : view.documents()) {
      DocumentRow document = view.document(iri);
      for (StatementRow statement : view.statements(iri)) {
        Entity place = view.entity(statement.object());
        Coordinates point = place == null ? null : place.point();
        if (place != null
            && point != null
            && SITES.contains(place.type())
            && lasting.containsKey(statement.predicate())) {
          statement(document, statement, place, point);
          happenings++;
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    return places
        + " places and bases, "
        + happenings
        + " statements; left out for want of coordinates: "
        + unlocated
        + " places and bases with what is said of them";
  }

  private void place(Entity place, Coordinates point) throws IOException {
    begin(place.iri(), point);
    json.writeStringField("kind", place.type() == EntityType.BASE ? "base" : "place");
    json.writeStringField("place", place.label());
    json.writeStringField("country", place.country());
    for (String empty :
        new String[] {
          "relation",
          "actor",
          "modality",
          "attributedTo",
          "confidence",
          "start",
          "end",
          "time",
          "sentence",
          "document",
          "publisher",
          "issued"
        }) {
      json.writeNullField(empty);
    }
    end();
  }

  private void statement(
      DocumentRow document, StatementRow statement, Entity place, Coordinates point)
      throws IOException {
    Entity actor = view.entity(statement.subject());
    String speaker = statement.attributedTo();
    Entity said = speaker == null ? null : view.entity(speaker);
    LocalDate start = Days.first(statement.start());
    LocalDate end = Days.last(statement.end());
    if (end == null && !lasting.getOrDefault(statement.predicate(), true)) {
      end = Days.last(statement.start());
    }
    begin(statement.iri(), point);
    json.writeStringField("kind", "statement");
    json.writeStringField("place", place.label());
    json.writeStringField("country", place.country());
    json.writeStringField("relation", statement.predicate());
    json.writeStringField("actor", actor == null ? view.slug(statement.subject()) : actor.label());
    json.writeStringField("modality", statement.modality().label());
    json.writeStringField(
        "attributedTo", said == null ? statement.attributionText() : said.label());
    json.writeNumberField("confidence", statement.confidence());
    json.writeStringField("start", text(start));
    json.writeStringField("end", text(end));
    json.writeStringField("time", start == null ? null : start + "T00:00:00Z");
    json.writeStringField("sentence", statement.sentences());
    json.writeStringField("document", document.title());
    json.writeStringField("publisher", document.publisher());
    json.writeStringField("issued", document.issued());
    end();
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private void begin(String id, Coordinates point) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", id);
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(point.longitude());
    json.writeNumber(point.latitude());
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
