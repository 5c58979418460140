package org.entente.exchange.out;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.exchange.out.StoreView.DocumentRow;
import org.entente.exchange.out.StoreView.Entity;
import org.entente.exchange.out.StoreView.MentionRow;
import org.entente.exchange.out.StoreView.StatementRow;
import org.entente.lexicon.LexiconTable;
import org.entente.rdf.Wkt.Coordinates;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Entities, statements and documents as a STIX 2.1 bundle: identities and locations, relationships,
 * and a report for each document.
 *
 * <p>Which type is which object: {@code data/mappings/stix.tsv}. Identifiers are UUIDs of version 5
 * over our IRIs. A store knows no time at which an entity became known, so identities and locations
 * are created at the epoch and modified when the latest document was issued; relationships and
 * reports bear the date of their document. A relation without a type in the table is {@code
 * related-to}, with our relation among the labels.
 */
final class StixFormat {

  /** The namespace for names that are URLs, RFC 4122, appendix C. */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final LocalDate EPOCH = LocalDate.EPOCH;

  private static final String OTHER = "related-to";

  private final StoreView view;
  private final JsonGenerator json;
  private final Map<String, LexiconTable.Row> types;
  private final LexiconTable table;
  private LocalDate latest = EPOCH;
  private boolean begun;

  private StixFormat(StoreView view, JsonGenerator json) {
    this.view = view;
    this.json = json;
    this.table = Mappings.table("stix.tsv");
    this.types = Mappings.rows(table, "type");
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonOut.to(out)) {
      return new StixFormat(view, json).write();
    }
  }

  private String write() throws IOException {
    SortedSet<String> documents = view.documents();
    MessageDigest all = digest("SHA-256");
    for (String iri : documents) {
      all.update(iri.getBytes(StandardCharsets.UTF_8));
      LocalDate issued = issued(view.document(iri));
      latest = issued.isAfter(latest) ? issued : latest;
    }
    String bundle = view.iris().base() + "bundle/" + new java.math.BigInteger(1, all.digest());
    json.writeStartObject();
    json.writeStringField("type", "bundle");
    json.writeStringField("id", "bundle--" + uuid(bundle));
    long entities = 0;
    for (Entity entity : view.mentioned(EnumSet.allOf(EntityType.class))) {
      if (id(entity) != null) {
        entity(entity);
        entities++;
      }
    }
    long relationships = 0;
    long reports = 0;
    for (String iri : documents) {
      DocumentRow document = view.document(iri);
      SortedSet<String> about = new TreeSet<>();
      for (MentionRow mention : view.mentions(iri)) {
        Entity entity = view.entity(mention.entity());
        String id = entity == null ? null : id(entity);
        if (id != null) {
          about.add(id);
        }
      }
      for (StatementRow statement : view.statements(iri)) {
        String id = statement.modality().holds() ? relationship(document, statement) : null;
        if (id != null) {
          about.add(id);
          relationships++;
        }
      }
      // A report must be about something.
      if (!about.isEmpty()) {
        report(document, about);
        reports++;
      }
    }
    if (begun) {
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeRaw('\n');
    return entities
        + " identities and locations, "
        + relationships
        + " relationships, "
        + reports
        + " reports";
  }

  /** The object's identifier; null if the entity is not written. */
  private @Nullable String id(Entity entity) {
    LexiconTable.Row row = types.get(entity.type().className());
    if (row == null) {
      return null;
    }
    // A location must have coordinates or a country.
    boolean lies = entity.point() != null || entity.country() != null;
    return row.get("object").equals("location") && !lies
        ? null
        : row.get("object") + "--" + uuid(entity.iri());
  }

  private void entity(Entity entity) throws IOException {
    LexiconTable.Row row = types.get(entity.type().className());
    String id = id(entity);
    if (row == null || id == null) {
      return;
    }
    begin(row.get("object"), id, EPOCH, latest);
    json.writeStringField("name", entity.label());
    if (row.get("object").equals("location")) {
      Coordinates point = entity.point();
      if (point != null) {
        json.writeNumberField("latitude", point.latitude());
        json.writeNumberField("longitude", point.longitude());
      }
      if (entity.country() != null) {
        json.writeStringField("country", entity.country());
      }
    } else {
      json.writeStringField("identity_class", row.get("class"));
      array("sectors", row.list("sectors"));
    }
    array("labels", java.util.List.of(entity.type().className()));
    json.writeArrayFieldStart("external_references");
    reference("Entente", entity.iri(), entity.slug());
    String wikidata = view.identifier(entity.iri(), "WikidataId");
    if (wikidata != null) {
      reference("Wikidata", null, wikidata);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private @Nullable String relationship(DocumentRow document, StatementRow statement)
      throws IOException {
    Entity subject = view.entity(statement.subject());
    Entity object = view.entity(statement.object());
    String source = subject == null ? null : id(subject);
    String target = object == null ? null : id(object);
    if (source == null || target == null) {
      return null;
    }
    String id = "relationship--" + uuid(statement.iri());
    LocalDate issued = issued(document);
    begin("relationship", id, issued, issued);
    json.writeStringField("relationship_type", type(statement.predicate(), source, target));
    json.writeStringField("source_ref", source);
    json.writeStringField("target_ref", target);
    if (!statement.sentences().isBlank()) {
      json.writeStringField("description", statement.sentences());
    }
    LocalDate start = Days.first(statement.start());
    LocalDate end = Days.last(statement.end());
    if (start != null) {
      json.writeStringField("start_time", start + "T00:00:00.000Z");
    }
    if (end != null && (start == null || !end.isBefore(start))) {
      json.writeStringField("stop_time", end + "T23:59:59.999Z");
    }
    json.writeNumberField("confidence", percent(statement.confidence()));
    array("labels", java.util.List.of(statement.predicate(), statement.modality().label()));
    json.writeArrayFieldStart("external_references");
    reference(source(document), document.address(), statement.iri());
    json.writeEndArray();
    json.writeEndObject();
    return id;
  }

  /** The type of a relationship, as far as the specification has one for these two objects. */
  private String type(String predicate, String source, String target) {
    for (LexiconTable.Row row : table.rows()) {
      if (row.get("kind").equals("relation")
          && row.get("ours").equals(predicate)
          && source.startsWith(row.get("object") + "--")
          && target.startsWith(row.get("target") + "--")) {
        return row.get("class");
      }
    }
    return OTHER;
  }

  private void report(DocumentRow document, SortedSet<String> about) throws IOException {
    LocalDate issued = issued(document);
    begin("report", "report--" + uuid(document.iri()), issued, issued);
    json.writeStringField("name", document.title());
    json.writeStringField("published", issued + "T00:00:00.000Z");
    array("object_refs", about);
    json.writeArrayFieldStart("external_references");
    reference(source(document), document.address(), document.iri());
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String source(DocumentRow document) {
    String publisher = document.publisher();
    return publisher == null ? document.title() : publisher;
  }

  /** When a document was issued; the epoch if that is not known or lies before it. */
  private static LocalDate issued(DocumentRow document) {
    LocalDate issued = Days.first(document.issued());
    return issued == null || issued.isBefore(EPOCH) ? EPOCH : issued;
  }

  private static int percent(BigDecimal confidence) {
    int percent = confidence.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    return Math.max(0, Math.min(100, percent));
  }

  private void begin(String type, String id, LocalDate created, LocalDate modified)
      throws IOException {
    if (!begun) {
      json.writeArrayFieldStart("objects");
      begun = true;
    }
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeStringField("spec_version", "2.1");
    json.writeStringField("id", id);
    json.writeStringField("created", created + "T00:00:00.000Z");
    json.writeStringField("modified", modified + "T00:00:00.000Z");
  }

  /** A list; the specification has no empty ones. */
  private void array(String name, Iterable<String> values) throws IOException {
    if (values.iterator().hasNext()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private void reference(String source, @Nullable String url, String externalId)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("source_name", source);
    if (url != null) {
      json.writeStringField("url", url);
    }
    json.writeStringField("external_id", externalId);
    json.writeEndObject();
  }

  /** A UUID of version 5, RFC 4122, section 4.3: the SHA-1 of namespace and name. */
  static UUID uuid(String name) {
    MessageDigest sha1 = digest("SHA-1");
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(URLS.getMostSignificantBits())
            .putLong(URLS.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
