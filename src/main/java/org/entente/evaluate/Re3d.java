package org.entente.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;

/**
 * Scores names on re3d (Defence Science and Technology Laboratory, 2017), whose schema differs from
 * ours: overlap of names of persons, locations and organisations.
 *
 * <p>Governments, armed groups, forces and organisations are its organisations; places and bases
 * its locations; a state is whichever the gold takes it for, and left out where the gold has a
 * nationality. What the gold marks without a capital letter or with confidence 0 is left out. Its
 * offsets count UTF-16 units. Example: {@code Re3d.score(folder, document -> mentions)}.
 */
public final class Re3d {

  private static final Set<String> TYPES = Set.of("Person", "Location", "Organisation");

  private Re3d() {}

  private record Name(Span span, String type) {}

  /** Whether a folder holds re3d's files, itself or in folders below it. */
  public static boolean isIn(Path folder) throws IOException {
    return !parts(folder).isEmpty();
  }

  /**
   * Counts by type and over all.
   *
   * @param finder the mentions of a document
   * @throws IOException if a file cannot be read
   */
  public static Map<String, Score> score(Path folder, Function<Document, List<Mention>> finder)
      throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (Path part : parts(folder)) {
      Map<String, List<Name>> gold = names(part.resolve("entities.json"));
      for (JsonNode node : objects(part.resolve("documents.json"))) {
        Document document = document(node);
        List<Name> names = gold.getOrDefault(document.id(), List.of());
        score(names, finder.apply(document), scores);
      }
    }
    return scores;
  }

  private static void score(List<Name> gold, List<Mention> given, Map<String, Score> scores) {
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

  private static Set<String> fitting(EntityType type) {
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
                    node.path("type").asText()));
      }
    }
    return names;
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
