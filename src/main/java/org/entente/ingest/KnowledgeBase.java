package org.entente.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Listing;
import org.entente.knowledge.Vocabulary;
import org.entente.link.Decisions;
import org.entente.link.Gazetteer;
import org.entente.link.GazetteerTable;
import org.entente.nlp.Models;
import org.entente.rdf.DecisionMapper;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;
import org.entente.rdf.QuadLines;
import org.entente.rdf.ResourceFolder;
import org.entente.rdf.RunDescription;
import org.entente.store.ExecutableQueries;
import org.entente.store.NamedQuery;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded once and shared by all workers: models, ontology, gazetteer, decisions.
 *
 * @param models OpenNLP models
 * @param files ontology, shapes, checks and reference data
 * @param vocabulary the relations
 * @param gazetteer the known names
 * @param decisions what people decided about names and entities
 * @param iris how things are named in the graph
 * @param digest SHA-256 over all that decides what a text is found to say: models, ontology and
 *     reference data, gazetteer with the user's files, decisions, tables of words; two of the same
 *     digest give the same statements from the same program
 */
public record KnowledgeBase(
    Models models,
    OntologyFiles files,
    Vocabulary vocabulary,
    Gazetteer gazetteer,
    Decisions decisions,
    Iris iris,
    String digest) {

  private static final String FOLDER = "/ontology/gazetteer";

  /** Everything that the jar ships. */
  public static KnowledgeBase shipped(Iris iris) {
    return load(iris, List.of(), null);
  }

  /**
   * What the jar ships and the user's own files.
   *
   * @param gazetteers tables or Turtle files of more entities and names; a later one wins
   * @param decisions the table of decisions; null for the shipped one
   * @throws IllegalArgumentException if a file is not well formed; names file and row
   * @throws UncheckedIOException if one cannot be read
   */
  public static KnowledgeBase load(Iris iris, List<Path> gazetteers, @Nullable Path decisions) {
    OntologyFiles files = OntologyFiles.shipped();
    Map<String, String> users = new LinkedHashMap<>();
    gazetteers.forEach(file -> users.put(file.toString(), text(file)));
    Decisions decided =
        decisions == null
            ? Decisions.read("decisions.tsv", shippedDecisions())
            : Decisions.read(decisions.toString(), text(decisions));
    return new KnowledgeBase(
        Models.shipped(),
        files,
        OntologyReader.vocabulary(files.ontology()),
        gazetteer(files, users),
        decided,
        iris,
        digest(files, users, decided));
  }

  /** Decisions count as what they decide, other tables as what they read. */
  private static String digest(
      OntologyFiles files, Map<String, String> users, Decisions decisions) {
    List<String> parts = new ArrayList<>();
    parts.add(Models.digest());
    parts.add(files.digest());
    ResourceFolder.read(FOLDER, ".tsv").forEach((name, text) -> parts.add(part(name, text)));
    ResourceFolder.read(FOLDER, ".txt").forEach((name, text) -> parts.add(part(name, text)));
    users.forEach((name, text) -> parts.add(part(name, text)));
    parts.add(decisions.all().toString());
    parts.add(JudgeTraining.lexiconDigest());
    return Digests.sha256(String.join("\n", parts));
  }

  private static String part(String name, String text) {
    return name + ' ' + Digests.sha256(text);
  }

  /** Which software and data the graphs are made by. */
  public RunDescription run() {
    return new RunDescription(digest, Models.description(), iris);
  }

  /** The graphs that belong to no document, without that of runs. */
  Map<Node, Graph> common() {
    Map<Node, Graph> common = new HashMap<>();
    common.put(iris.graph("ontology"), files.ontology());
    common.put(iris.graph("reference"), files.reference());
    common.put(iris.graph("queries"), ExecutableQueries.graph(NamedQuery.shipped().values(), iris));
    common.put(iris.graph("decisions"), new DecisionMapper(iris).map(decisions.all()));
    return common;
  }

  /**
   * The graphs that belong to no document as N-Quads, for those who write without a store; sorted
   * as an export is, each line with its line feed.
   */
  public List<String> commonLines() {
    Map<Node, Graph> graphs = common();
    graphs.put(iris.graph("runs"), run().graph());
    Map<String, Set<String>> lines = new TreeMap<>();
    graphs.forEach((name, graph) -> lines.put(name.getURI(), QuadLines.of(name, graph)));
    return lines.values().stream().flatMap(Set::stream).toList();
  }

  private static String shippedDecisions() {
    return ResourceFolder.read("/decisions", ".tsv").getOrDefault("decisions.tsv", "");
  }

  private static Gazetteer gazetteer(OntologyFiles files, Map<String, String> more) {
    Map<String, KnownEntity> bySlug = new TreeMap<>();
    for (KnownEntity entity : new OntologyReader(Iris.DEFAULT).entities(files.reference())) {
      bySlug.put(entity.ref().slug(), entity);
    }
    Map<Listing.Identifier, String> world = new HashMap<>();
    ResourceFolder.read(FOLDER, ".tsv")
        .forEach(
            (name, text) ->
                GazetteerTable.read(name, text, true).stream()
                    .map(GazetteerTable.Entry::entity)
                    .filter(e -> bySlug.putIfAbsent(e.ref().slug(), e) == null)
                    .forEach(e -> identifiers(e).forEach(i -> world.put(i, e.ref().slug()))));
    more.forEach((name, text) -> entries(name, text).forEach(entry -> add(entry, bySlug, world)));
    return new Gazetteer(bySlug.values(), ambiguous());
  }

  private static List<Listing.Identifier> identifiers(KnownEntity entity) {
    Listing listing = entity.listing();
    return listing == null ? List.of() : listing.identifiers();
  }

  /** A user's entity: more names for one of the reference data, else in place of a listed one. */
  private static void add(
      GazetteerTable.Entry entry,
      Map<String, KnownEntity> bySlug,
      Map<Listing.Identifier, String> world) {
    KnownEntity entity = entry.entity();
    String slug = entity.ref().slug();
    KnownEntity present = bySlug.get(slug);
    boolean reference = present != null && present.listing() == null;
    if (present != null && reference && present.ref().type() != entity.ref().type()) {
      throw new IllegalArgumentException(
          entry.where()
              + ": \""
              + slug
              + "\" is a "
              + present.ref().type().label()
              + " in the reference data, not a "
              + entity.ref().type().label());
    }
    identifiers(entity).stream()
        .map(world::get)
        .filter(same -> same != null)
        .forEach(bySlug::remove);
    bySlug.put(slug, present != null && reference ? present.withNamesOf(entity) : entity);
  }

  private static List<GazetteerTable.Entry> entries(String name, String text) {
    if (!name.endsWith(".ttl")) {
      return GazetteerTable.read(name, text, false);
    }
    List<GazetteerTable.Entry> entries = new ArrayList<>();
    for (KnownEntity entity : new OntologyReader(Iris.DEFAULT).listed(name, text)) {
      entries.add(new GazetteerTable.Entry(entity, name + ", id:" + entity.ref().slug()));
    }
    return entries;
  }

  private static Set<String> ambiguous() {
    return ResourceFolder.read(FOLDER, ".txt").values().stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(Collectors.toSet());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
