package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.knowledge.Slugs;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds an actor of a store by slug, label, alias or a name that it had once.
 *
 * <p>Example: {@code finder.find("Nusra Front", "2018")} is Hay'at Tahrir al-Sham, to which the
 * al-Nusra Front gave way in 2017. Names are compared as slugs: without case, accents and signs.
 */
public final class ActorFinder {

  /** How many near names a message offers. */
  private static final int OFFERED = 5;

  /**
   * An actor.
   *
   * @param slug its slug
   * @param label its name, at the date asked for where names are dated
   * @param instead label of the actor that was asked for, when another took its place at that date;
   *     else null
   */
  public record Found(String slug, String label, @Nullable String instead) {}

  private record Name(String slug, String label, String from, String until) {
    boolean holds(String at) {
      return from.compareTo(at) <= 0 && until.compareTo(at) > 0;
    }
  }

  private record Succession(String predecessor, String successor, String from) {}

  private static final String NEVER = "9999";

  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, Set<String>> byName = new TreeMap<>();
  private final List<Name> dated = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();
  private final String prefix;

  /** Reads the names of a store's actors. */
  public ActorFinder(KnowledgeStore store) {
    this.prefix = store.iris().entity("").getURI();
    store.read(
        dataset -> {
          read(dataset);
          return null;
        });
  }

  private void read(DatasetGraph dataset) {
    for (String type : OntologyReader.actorClasses()) {
      dataset
          .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology(type))
          .forEachRemaining(q -> actor(dataset, q.getSubject()));
    }
    dataset
        .find(Node.ANY, Node.ANY, Iris.ontology("nameOf"), Node.ANY)
        .forEachRemaining(
            q -> {
              String slug = slug(q.getObject());
              String label = text(dataset, q.getSubject(), RDFS.label.asNode(), slug);
              name(label, slug);
              dated.add(
                  new Name(
                      slug,
                      label,
                      text(dataset, q.getSubject(), Iris.ontology("validFrom"), ""),
                      text(dataset, q.getSubject(), Iris.ontology("validUntil"), NEVER)));
            });
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), Iris.ontology("Succession"))
        .forEachRemaining(
            q -> {
              Node node = q.getSubject();
              successions.add(
                  new Succession(
                      slug(object(dataset, node, Iris.ontology("predecessor"))),
                      slug(object(dataset, node, Iris.ontology("successor"))),
                      text(dataset, node, Iris.ontology("validFrom"), "")));
            });
    dated.sort(Comparator.comparing(Name::slug).thenComparing(Name::from));
    successions.sort(Comparator.comparing(Succession::from).thenComparing(Succession::successor));
  }

  private void actor(DatasetGraph dataset, Node actor) {
    String slug = slug(actor);
    if (slug.isEmpty() || labels.containsKey(slug)) {
      return;
    }
    labels.put(slug, text(dataset, actor, SKOS.prefLabel.asNode(), slug));
    name(slug, slug);
    for (Node property :
        List.of(
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            Iris.ontology("metonym"),
            Iris.ontology("adjective"))) {
      dataset
          .find(Node.ANY, actor, property, Node.ANY)
          .forEachRemaining(q -> name(q.getObject().getLiteralLexicalForm(), slug));
    }
  }

  private void name(String name, String slug) {
    if (!name.isBlank()) {
      byName.computeIfAbsent(Slugs.of(name), k -> new TreeSet<>()).add(slug);
    }
  }

  private String slug(@Nullable Node node) {
    return node != null && node.isURI() && node.getURI().startsWith(prefix)
        ? node.getURI().substring(prefix.length())
        : "";
  }

  private static @Nullable Node object(DatasetGraph dataset, Node subject, Node property) {
    var found = dataset.find(Node.ANY, subject, property, Node.ANY);
    Node object = null;
    while (found.hasNext()) {
      object = found.next().getObject();
    }
    return object;
  }

  private static String text(DatasetGraph dataset, Node subject, Node property, String otherwise) {
    Node object = object(dataset, subject, property);
    return object != null && object.isLiteral() ? object.getLiteralLexicalForm() : otherwise;
  }

  // ---- finding

  /**
   * The actor that is meant by a name, at a date.
   *
   * @param at a year, month or day; empty for no date
   * @throws IllegalArgumentException if there is none, with names near it, or more than one, with
   *     all of them
   */
  public Found find(String name, String at) {
    String slug = labels.containsKey(name) ? name : byName(name);
    String then = at.isEmpty() ? slug : at(slug, at, new TreeSet<>());
    return new Found(then, label(then, at), then.equals(slug) ? null : labels.get(slug));
  }

  private String byName(String name) {
    Set<String> found = name.isBlank() ? Set.of() : byName.getOrDefault(Slugs.of(name), Set.of());
    if (found.size() > 1) {
      List<String> preferred =
          found.stream().filter(s -> name.equals(labels.get(s))).limit(2).toList();
      if (preferred.size() == 1) {
        return preferred.get(0);
      }
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" may be "
              + String.join(" or ", found.stream().map(this::shown).toList())
              + ": say which");
    }
    if (found.isEmpty()) {
      List<String> near = near(name);
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no actor of the store"
              + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near)));
    }
    return found.iterator().next();
  }

  private String shown(String slug) {
    return labels.get(slug) + " (" + slug + ")";
  }

  /** Names that differ in few letters, nearest first. */
  private List<String> near(String name) {
    if (name.isBlank()) {
      return List.of();
    }
    String folded = Slugs.of(name);
    int most = Math.max(2, folded.length() / 3);
    Map<String, Integer> distances = new TreeMap<>();
    byName.forEach(
        (other, slugs) -> {
          boolean inside = folded.length() >= 4 && other.contains(folded);
          int distance =
              inside
                  ? 1
                  : Math.abs(other.length() - folded.length()) > most
                      ? most + 1
                      : distance(folded, other);
          if (distance <= most) {
            slugs.forEach(slug -> distances.merge(slug, distance, Math::min));
          }
        });
    return distances.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(OFFERED)
        .map(e -> shown(e.getKey()))
        .toList();
  }

  /** How many letters must change to make one of the other (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  // ---- at a date

  /** Who stood in the actor's place: whom it goes back to, or who came after its last name. */
  private String at(String slug, String at, Set<String> seen) {
    if (!seen.add(slug)) {
      return slug;
    }
    for (Succession succession : successions) {
      if (succession.successor().equals(slug) && before(at, succession.from())) {
        return at(succession.predecessor(), at, seen);
      }
    }
    boolean over = dated.stream().anyMatch(n -> n.slug().equals(slug));
    for (Name name : dated) {
      over &= !name.slug().equals(slug) || !before(at, name.until());
    }
    if (over) {
      for (Succession succession : successions) {
        if (succession.predecessor().equals(slug) && !before(at, succession.from())) {
          return at(succession.successor(), at, seen);
        }
      }
    }
    return slug;
  }

  /** A year or month is before a day only if all of it is. */
  private static boolean before(String at, String date) {
    int length = Math.min(at.length(), date.length());
    return at.substring(0, length).compareTo(date.substring(0, length)) < 0
        || (at.length() >= date.length() && at.compareTo(date) < 0);
  }

  private String label(String slug, String at) {
    for (Name name : dated) {
      if (!at.isEmpty() && name.slug().equals(slug) && name.holds(at)) {
        return name.label();
      }
    }
    return labels.getOrDefault(slug, slug);
  }
}
