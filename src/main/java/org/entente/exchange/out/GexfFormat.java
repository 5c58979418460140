package org.entente.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.entente.exchange.out.StoreView.Entity;
import org.entente.exchange.out.Ties.Tie;
import org.jspecify.annotations.Nullable;

/**
 * Actors and their relations as GEXF 1.2 with times.
 *
 * <p>From an analysis an edge is a pair of actors; it is there in the years that it has relations
 * in, and its score and sign change from year to year. From statements an edge is a relation
 * between two actors, there from its first to its last date. The weight of an edge is the number of
 * its statements. Version 1.2 since all readers know it.
 */
final class GexfFormat {

  private final StoreView view;
  private final XmlOut xml;
  private final List<Tie> pair = new ArrayList<>();
  private long edges;

  private GexfFormat(StoreView view, XmlOut xml) {
    this.view = view;
    this.xml = xml;
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    return new GexfFormat(view, new XmlOut(out)).write();
  }

  private String write() throws IOException {
    Ties ties = new Ties(view);
    xml.open("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
    xml.open("meta").leaf("creator", "Entente").leaf("description", ties.source()).close();
    xml.open(
        "graph",
        "mode",
        "dynamic",
        "defaultedgetype",
        ties.areDirected() ? "directed" : "undirected",
        "timeformat",
        "date");
    attributes("node", "static", "type", "string", "country", "string");
    attributes(
        "edge", "static", "predicate", "string", "statements", "long", "contested", "boolean");
    attributes("edge", "dynamic", "score", "double", "sign", "integer");
    SortedSet<String> actors = ties.actors();
    xml.open("nodes");
    for (String iri : actors) {
      node(iri, view.entity(iri));
    }
    xml.close().open("edges");
    Unchecked.run(() -> ties.forEach(Unchecked.consumer(this::collect)));
    flush();
    xml.close().close().close().end();
    return actors.size() + " actors, " + edges + " edges: " + ties.source();
  }

  private void attributes(String of, String mode, String... namesAndTypes) throws IOException {
    xml.open("attributes", "class", of, "mode", mode);
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      String name = namesAndTypes[i];
      xml.leaf("attribute", null, "id", name, "title", name, "type", namesAndTypes[i + 1]);
    }
    xml.close();
  }

  private void node(String iri, @Nullable Entity actor) throws IOException {
    xml.open("node", "id", view.slug(iri), "label", actor == null ? view.slug(iri) : actor.label());
    if (actor != null) {
      xml.open("attvalues");
      value("type", actor.type().className(), null);
      value("country", actor.country(), null);
      xml.close();
    }
    xml.close();
  }

  /** Relations of one edge come one after the other. */
  private void collect(Tie tie) throws IOException {
    if (!pair.isEmpty()) {
      Tie before = pair.get(0);
      if (!before.from().equals(tie.from())
          || !before.to().equals(tie.to())
          || !Objects.equals(before.predicate(), tie.predicate())) {
        flush();
      }
    }
    pair.add(tie);
  }

  private void flush() throws IOException {
    if (pair.isEmpty()) {
      return;
    }
    Tie any = pair.get(0);
    long statements = pair.stream().mapToLong(Tie::statements).sum();
    boolean contested = pair.stream().anyMatch(Tie::contested);
    xml.open(
        "edge",
        "id",
        "e" + ++edges,
        "source",
        view.slug(any.from()),
        "target",
        view.slug(any.to()),
        "weight",
        statements + ".0");
    xml.open("attvalues");
    value("predicate", any.predicate(), null);
    value("statements", Long.toString(statements), null);
    value("contested", Boolean.toString(contested), null);
    for (Tie tie : pair) {
      value("score", Double.toString(tie.score()), days(tie));
    }
    for (Tie tie : pair) {
      value("sign", Integer.toString(tie.sign()), days(tie));
    }
    xml.close();
    List<Days> spells = pair.stream().map(GexfFormat::days).filter(Objects::nonNull).toList();
    // Without a spell an edge is there always: so it is when one of its relations has no date.
    if (spells.size() == pair.size()) {
      xml.open("spells");
      for (Days spell : spells) {
        xml.leaf("spell", null, "start", spell.first().toString(), "end", spell.last().toString());
      }
      xml.close();
    }
    xml.close();
    pair.clear();
  }

  private static @Nullable Days days(Tie tie) {
    if (tie.predicate() == null) {
      return Days.of(tie.period());
    }
    LocalDate first = Days.first(tie.first());
    LocalDate last = Days.last(tie.last());
    return first == null || last == null ? null : new Days(first, last);
  }

  private void value(String attribute, @Nullable String value, @Nullable Days days)
      throws IOException {
    if (value != null && days != null) {
      xml.leaf(
          "attvalue",
          null,
          "for",
          attribute,
          "value",
          value,
          "start",
          days.first().toString(),
          "end",
          days.last().toString());
    } else if (value != null) {
      xml.leaf("attvalue", null, "for", attribute, "value", value);
    }
  }
}
