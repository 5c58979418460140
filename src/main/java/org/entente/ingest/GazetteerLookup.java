package org.entente.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.entente.exchange.EntityLookup;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Listing;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.text.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Looks names, identifiers and points up in what the linker knows: the reference data, the
 * gazetteers and what people decided.
 *
 * <p>Unlike in a text there is no context here, so a name that several entities bear is nobody's
 * unless country, type or point leave one of them. Three-letter codes of countries are those of
 * Java's table of ISO 3166.
 */
public final class GazetteerLookup implements EntityLookup {

  /** Places of one name are the same when their points are no further apart. */
  private static final double SAME_PLACE_KM = 30;

  /** A province has no centre that everybody agrees on. */
  private static final double SAME_PROVINCE_KM = 150;

  /** Without a name a point must be as good as the same. */
  private static final double SAME_POINT_KM = 1;

  private static final Pattern PROVINCE =
      Pattern.compile(".*\\b(Governorate|Province|Region|District|Oblast)\\b.*");

  private final KnowledgeBase base;
  private final Map<String, String> byIdentifier = new HashMap<>();
  private final Set<String> carried = new HashSet<>();
  private final Map<String, Point> points = new HashMap<>();
  private final Map<Long, List<String>> byCell = new HashMap<>();

  /** A lookup in this knowledge. */
  public GazetteerLookup(KnowledgeBase base) {
    this.base = base;
    Graph reference = base.files().reference();
    Node asWkt = Prefixes.term("geo:asWKT");
    Node hasGeometry = Prefixes.term("geo:hasGeometry");
    for (KnownEntity entity : base.gazetteer().entities()) {
      String slug = entity.ref().slug();
      Node node = Iris.DEFAULT.entity(slug);
      reference
          .find(node, DCTerms.identifier.asNode(), Node.ANY)
          .forEach(
              t ->
                  identifier(
                      t.getObject().getLiteralDatatypeURI().substring(Iris.ONTOLOGY.length()),
                      t.getObject().getLiteralLexicalForm(),
                      slug));
      reference
          .find(node, hasGeometry, Node.ANY)
          .forEach(
              t ->
                  reference
                      .find(t.getObject(), asWkt, Node.ANY)
                      .forEach(g -> point(slug, g.getObject().getLiteralLexicalForm())));
      Listing listing = entity.listing();
      if (listing != null) {
        listing.identifiers().forEach(i -> identifier(i.scheme(), i.value(), slug));
        point(slug, listing.geometry());
      }
    }
    points.forEach(
        (slug, point) ->
            byCell.computeIfAbsent(cell(point, 0, 0), k -> new ArrayList<>()).add(slug));
  }

  private void identifier(String scheme, String value, String slug) {
    byIdentifier.putIfAbsent(scheme + " " + value, slug);
    carried.add(scheme + " of " + slug);
    if (scheme.equals("Iso3166Alpha2")) {
      String three = new Locale.Builder().setRegion(value).build().getISO3Country();
      byIdentifier.putIfAbsent("Iso3166Alpha3 " + three, slug);
    }
  }

  private void point(String slug, @Nullable String wkt) {
    Point point = Point.of(wkt);
    if (point != null) {
      points.put(slug, point);
    }
  }

  @Override
  public Optional<EntityRef> identified(String scheme, String value) {
    return Optional.ofNullable(byIdentifier.get(scheme + " " + value))
        .flatMap(base.gazetteer()::entity)
        .map(KnownEntity::ref);
  }

  @Override
  public boolean carries(EntityRef entity, String scheme) {
    return carried.contains(scheme + " of " + entity.slug());
  }

  @Override
  public Optional<EntityRef> actor(String name, @Nullable String country, Set<EntityType> types) {
    String of = country == null ? null : state(country);
    if (country != null && of == null) {
      return Optional.empty();
    }
    List<KnownEntity> named =
        named(name).stream()
            .filter(e -> e.ref().type().isActor())
            .filter(e -> types.isEmpty() || types.contains(e.ref().type()))
            .filter(e -> of == null || of.equals(e.country()) || of.equals(e.ref().slug()))
            .toList();
    return only(named).map(KnownEntity::ref);
  }

  /** The only one; or the only one of the reference data, whose names were chosen. */
  private static Optional<KnownEntity> only(List<KnownEntity> entities) {
    if (entities.size() > 1) {
      List<KnownEntity> chosen = entities.stream().filter(e -> !e.guarded()).toList();
      return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
    }
    return entities.stream().findFirst();
  }

  @Override
  public Optional<Found> place(String name, @Nullable String country, @Nullable Point point) {
    String in = country == null ? null : state(country);
    if (name.isEmpty()) {
      return point == null ? Optional.empty() : atPoint(point);
    }
    Map<Double, KnownEntity> near = new TreeMap<>();
    List<KnownEntity> pointless = new ArrayList<>();
    for (KnownEntity entity : named(name)) {
      if (!entity.ref().type().isLocation()) {
        continue;
      }
      Point known = points.get(entity.ref().slug());
      if (entity.ref().type() == EntityType.STATE) {
        if (in == null || in.equals(entity.ref().slug())) {
          pointless.add(entity);
        }
      } else if (point == null || known == null) {
        if (in == null || entity.country() == null || in.equals(entity.country())) {
          pointless.add(entity);
        }
      } else {
        double kilometres = known.kilometresTo(point);
        boolean province = PROVINCE.matcher(entity.ref().label()).matches();
        if (kilometres <= (province ? SAME_PROVINCE_KM : SAME_PLACE_KM)) {
          near.putIfAbsent(kilometres, entity);
        }
      }
    }
    if (!near.isEmpty()) {
      KnownEntity nearest = near.values().iterator().next();
      return Optional.of(new Found(nearest.ref(), "name and point", 0.95));
    }
    double confidence = in == null ? 0.6 : 0.8;
    String how = in == null ? "name" : "name and country";
    return only(pointless).map(e -> new Found(e.ref(), how, confidence));
  }

  private Optional<Found> atPoint(Point point) {
    List<String> here = new ArrayList<>();
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        for (String slug : byCell.getOrDefault(cell(point, dy, dx), List.of())) {
          Point known = points.get(slug);
          if (known != null && known.kilometresTo(point) <= SAME_POINT_KM) {
            here.add(slug);
          }
        }
      }
    }
    List<KnownEntity> entities =
        here.stream()
            .sorted(Comparator.naturalOrder())
            .flatMap(slug -> base.gazetteer().entity(slug).stream())
            .filter(e -> e.ref().type() == EntityType.PLACE || e.ref().type() == EntityType.BASE)
            .toList();
    return entities.size() == 1
        ? Optional.of(new Found(entities.get(0).ref(), "point", 0.7))
        : Optional.empty();
  }

  /** A tenth of a degree each way, moved by so many cells. */
  private static long cell(Point point, int dy, int dx) {
    long y = (long) Math.floor(point.latitude() * 10) + dy;
    long x = (long) Math.floor(point.longitude() * 10) + dx;
    return y * 100_000 + x;
  }

  @Override
  public List<String> adjectives(String state) {
    String slug = state(state);
    return slug == null
        ? List.of()
        : base.gazetteer().entity(slug).map(KnownEntity::adjectives).orElse(List.of());
  }

  private @Nullable String state(String name) {
    return named(name).stream()
        .filter(e -> e.ref().type() == EntityType.STATE)
        .map(e -> e.ref().slug())
        .findFirst()
        .orElse(null);
  }

  /** The bearers of a name, with what people decided about it. */
  private List<KnownEntity> named(String name) {
    if (base.decisions().ignores(name)) {
      return List.of();
    }
    String decided = base.decisions().same(name, null);
    if (decided != null) {
      return base.gazetteer().entity(decided).stream().toList();
    }
    return base.gazetteer().called(name).stream()
        .filter(e -> !base.decisions().forbids(name, e.ref().slug()))
        .toList();
  }
}
