package org.entente.exchange.out;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.exchange.out.StoreView.DocumentRow;
import org.entente.exchange.out.StoreView.Entity;
import org.entente.exchange.out.StoreView.StatementRow;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.Wkt.Coordinates;
import org.entente.text.Digests;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Entities and statements as FollowTheMoney entities, one JSON object a line.
 *
 * <p>Which type and relation is which schema: {@code data/mappings/ftm.tsv}, after the schemata of
 * the repository alephdata/followthemoney. Only statements that hold are written, since a link
 * there has no way to say that it may not be so; and only those between entities that have a
 * schema.
 */
final class FtmFormat {

  /** The relation for statements whose entities are not of the schemata that theirs asks for. */
  private static final String OTHER = "other";

  private final StoreView view;
  private final JsonGenerator json;
  private final Map<String, LexiconTable.Row> types;
  private final Map<String, LexiconTable.Row> relations;

  private FtmFormat(StoreView view, JsonGenerator json) {
    this.view = view;
    this.json = json;
    LexiconTable table = Mappings.table("ftm.tsv");
    this.types = Mappings.rows(table, "type");
    this.relations = Mappings.rows(table, "relation");
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonOut.to(out)) {
      json.setRootValueSeparator(null);
      return new FtmFormat(view, json).write();
    }
  }

  private String write() throws IOException {
    long entities = 0;
    for (Entity entity : view.mentioned(EnumSet.allOf(EntityType.class))) {
      LexiconTable.Row type = types.get(entity.type().className());
      if (type != null) {
        entity(entity, type);
        entities++;
      }
    }
    long links = 0;
    long skipped = 0;
    for (String iri : view.documents()) {
      DocumentRow document = view.document(iri);
      for (StatementRow statement : view.statements(iri)) {
        if (statement.modality().holds() && link(document, statement)) {
          links++;
        } else {
          skipped++;
        }
      }
    }
    return entities
        + " entities, "
        + links
        + " links; left out: "
        + skipped
        + " statements that do not hold or are about what has no schema";
  }

  private String id(String slug) {
    return "entente-" + slug;
  }

  private void entity(Entity entity, LexiconTable.Row type) throws IOException {
    begin(id(entity.slug()), type.get("schema"));
    property("name", entity.label());
    property("alias", view.names(entity.iri()));
    String country = entity.country();
    property("country", country == null ? null : country.toLowerCase(Locale.ROOT));
    property("wikidataId", view.identifier(entity.iri(), "WikidataId"));
    property("wikipediaUrl", view.article(entity.iri()));
    if (type.get("schema").equals("Address")) {
      property("full", entity.label());
      Coordinates point = entity.point();
      property("latitude", point == null ? null : point.latitude().toPlainString());
      property("longitude", point == null ? null : point.longitude().toPlainString());
    } else if (type.list("is").contains("LegalEntity")) {
      property("classification", entity.type().className());
    }
    end();
  }

  private boolean link(DocumentRow document, StatementRow statement) throws IOException {
    Entity subject = view.entity(statement.subject());
    Entity object = view.entity(statement.object());
    LexiconTable.Row from = subject == null ? null : types.get(subject.type().className());
    LexiconTable.Row to = object == null ? null : types.get(object.type().className());
    LexiconTable.Row relation = relations.get(statement.predicate());
    LexiconTable.Row other = relations.get(OTHER);
    if (subject == null || object == null || from == null || to == null || other == null) {
      return false;
    }
    if (relation == null || !fits(from, relation, "fromIs") || !fits(to, relation, "toIs")) {
      relation = other;
    }
    begin("entente-" + Digests.sha256(statement.iri()).substring(0, 40), relation.get("schema"));
    property(relation.get("from"), id(subject.slug()));
    property(relation.get("to"), id(object.slug()));
    property("role", statement.predicate());
    property("startDate", statement.start());
    property("endDate", statement.end());
    property("summary", statement.sentences());
    String said = statement.attributionText();
    property("status", statement.modality().label());
    property(
        "description",
        "confidence "
            + statement.confidence().toPlainString()
            + (said == null ? "" : "; attributed to " + said));
    property("publisher", document.publisher());
    property("sourceUrl", document.address());
    property("recordId", statement.iri());
    end();
    return true;
  }

  /** Whether an entity may stand at an end of a link. */
  private static boolean fits(LexiconTable.Row entity, LexiconTable.Row relation, String end) {
    String wanted = relation.get(end);
    return entity.get("schema").equals(wanted) || entity.list("is").contains(wanted);
  }

  private void begin(String id, String schema) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("schema", schema);
    json.writeObjectFieldStart("properties");
  }

  private void property(String name, @Nullable String value) throws IOException {
    property(name, value == null || value.isBlank() ? Set.of() : List.of(value));
  }

  private void property(String name, Collection<String> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
