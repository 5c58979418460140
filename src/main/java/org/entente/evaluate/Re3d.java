package org.entente.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;

/**
 * Reads re3d (Defence Science and Technology Laboratory, 2017), whose schema differs from ours, and
 * scores names on it: overlap of names of persons, locations and organisations.
 *
 * <p>Governments, armed groups, forces and organisations are its organisations; places and bases
 * its locations; a state is whichever the gold takes it for, and left out where the gold has a
 * nationality. What the gold marks without a capital letter or with confidence 0 is left out. Its
 * offsets count UTF-16 units. Example: {@code for (Re3d.Text text : Re3d.read(folder)) …}.
 */
public final class Re3d {

  private static final Set<String> TYPES = Set.of("Person", "Location", "Organisation");

  /** Words that open a common noun or stand for one, though a sentence begins with them. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "a", "all", "an", "any", "both", "each", "every", "he", "her", "his", "i", "it", "its",
          "many", "most", "my", "no", "our", "ours", "she", "some", "that", "the", "their", "them",
          "these", "they", "this", "those", "us", "we", "who", "you", "your");

  private Re3d() {}

  /** A name that the gold marks. */
  record Name(Span span, String type, String text) {

    /** Whether it is a person, location or organisation called by name. */
    boolean isNamed() {
      boolean capital =
          Arrays.stream(text.strip().split("\\s+"))
              .filter(word -> !NO_NAMES.contains(word.toLowerCase(Locale.ROOT)))
              .anyMatch(word -> word.codePoints().anyMatch(Character::isUpperCase));
      return TYPES.contains(type) && capital;
    }
  }

  /** A relation that the gold marks between two stretches of text. */
  record Relation(String type, Span source, Span target) {}

  /**
   * A document with what the gold marks in it.
   *
   * @param document its text
   * @param names names, in the order of the file
   * @param relations relations between names or common nouns, in the order of the file
   */
  public record Text(Document document, List<Name> names, List<Relation> relations) {
    /** Copies the lists. */
    public Text {
      names = List.copyOf(names);
      relations = List.copyOf(relations);
    }
  }

  /** Whether a folder holds re3d's files, itself or in folders below it. */
  public static boolean isIn(Path folder) throws IOException {
    return !parts(folder).isEmpty();
  }

  /**
   * All documents of a folder or of the folders in it; without {@code relations.json} they have no
   * relations.
   *
   * @throws IOException if a file cannot be read; names file and line
   */
  public static List<Text> read(Path folder) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (Path part : parts(folder)) {
      Map<String, List<Name>> names = names(part.resolve("entities.json"));
      Map<String, List<Relation>> relations = relations(part.resolve("relations.json"));
      for (JsonNode node : objects(part.resolve("documents.json"))) {
        Document document = document(node);
        texts.add(
            new Text(
                document,
                names.getOrDefault(document.id(), List.of()),
                relations.getOrDefault(document.id(), List.of())));
      }
    }
    return texts;
  }

  /** Adds the counts of a document's names to {@code scores}, by type and over all. */
  public static void score(Text text, List<Mention> given, Map<String, Score> scores) {
    List<Name> gold = text.names();
    Set<Name> free = new HashSet<>();
    for (Name name : gold) {
      if (TYPES.contains(name.type())) {
        free.add(name);
        add(scores, name.type(), 0, 1, 0);
      }
    }
    for (Mention mention : given) {
      Set<String> fitting = fitting(mention.type());
      if (fitting.isEmpty()) {
        continue;
      }
      Name matched = null;
      boolean nationality = false;
      for (Name name : gold) {
        if (name.span().overlaps(mention.span())) {
          nationality = nationality || name.type().equals("Nationality");
          if (matched == null && free.contains(name) && fitting.contains(name.type())) {
            matched = name;
          }
        }
      }
      if (matched != null) {
        free.remove(matched);
        add(scores, matched.type(), 1, 0, 1);
      } else if (!(nationality && mention.type() == EntityType.STATE)) {
        add(scores, fitting.contains("Location") ? "Location" : fitting.iterator().next(), 0, 0, 1);
      }
    }
  }

  /** The types of re3d that a name of ours may be. */
  static Set<String> fitting(EntityType type) {
    return switch (type) {
      case PERSON -> Set.of("Person");
      case PLACE, BASE -> Set.of("Location");
      case STATE -> Set.of("Location", "Organisation");
      case GOVERNMENT, ARMED_GROUP, STATE_FORCE, ORGANIZATION -> Set.of("Organisation");
      case WEAPON, EVENT -> Set.of();
    };
  }

  private static void add(Map<String, Score> scores, String type, int found, int gold, int given) {
    for (String key : List.of(type, "all")) {
      scores.merge(key, new Score(found, gold, given), Score::plus);
    }
  }

  private static Map<String, List<Name>> names(Path file) throws IOException {
    Map<String, List<Name>> names = new HashMap<>();
    for (JsonNode node : objects(file)) {
      String value = node.path("value").asText();
      boolean capital = value.codePoints().anyMatch(Character::isUpperCase);
      if (capital && node.path("confidence").asDouble() > 0) {
        names
            .computeIfAbsent(node.path("documentId").asText(), k -> new ArrayList<>())
            .add(
                new Name(
                    new Span(node.path("begin").asInt(), node.path("end").asInt()),
                    node.path("type").asText(),
                    value));
      }
    }
    return names;
  }

  private static Map<String, List<Relation>> relations(Path file) throws IOException {
    Map<String, List<Relation>> relations = new HashMap<>();
    if (!Files.exists(file)) {
      return relations;
    }
    for (JsonNode node : objects(file)) {
      if (node.path("confidence").asDouble() > 0) {
        relations
            .computeIfAbsent(node.path("documentId").asText(), k -> new ArrayList<>())
            .add(
                new Relation(
                    node.path("type").asText(),
                    new Span(node.path("sourceBegin").asInt(), node.path("sourceEnd").asInt()),
                    new Span(node.path("targetBegin").asInt(), node.path("targetEnd").asInt())));
      }
    }
    return relations;
  }

  private static Document document(JsonNode node) {
    String id = node.path("_id").asText();
    String text = node.path("text").asText();
    List<Span> passages = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      String content = line.strip();
      if (!content.isEmpty()) {
        int at = start + line.indexOf(content);
        passages.add(new Span(at, at + content.length()));
      }
      start += line.length() + 1;
    }
    return new Document(id, id, text, DocumentInfo.ofSource(id), passages, true);
  }

  private static List<JsonNode> objects(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> objects = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          objects.add(json.readTree(line));
        } catch (IOException e) {
          throw new IOException(file + ":" + number + ": not a JSON object", e);
        }
      }
    }
    return objects;
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(f -> f.endsWith("entities.json"))
          .map(f -> f.toAbsolutePath().getParent())
          .filter(f -> Files.exists(f.resolve("documents.json")))
          .sorted()
          .toList();
    }
  }
}
