package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.evaluate.ResultTable.Line;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.text.AnnotatedDocument;
import org.entente.text.EntityType;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts are worked out by hand from five sentences. */
class Re3dPairsTest {

  private static final String TEXT =
      "Iraq fought Jund. Omar leads Jund. Iran met Iraq. We hit Iran. Basra and Raqqa rose.";

  private static final Map<String, EntityType> NAMES =
      Map.of(
          "Iraq", EntityType.STATE,
          "Jund", EntityType.ARMED_GROUP,
          "Omar", EntityType.PERSON,
          "Iran", EntityType.STATE,
          "Basra", EntityType.PLACE,
          "Raqqa", EntityType.PLACE);

  @TempDir Path folder;

  private final List<String> entities = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  @BeforeEach
  void marks() {
    entity(0, "Iraq", "Organisation");
    entity(0, "Jund", "Organisation");
    entity(1, "Omar", "Person");
    entity(1, "Jund", "Organisation");
    entity(2, "Iran", "Organisation");
    entity(2, "Iraq", "Organisation");
    entity(3, "We", "Organisation");
    entity(3, "Iran", "Organisation");
    entity(4, "Basra", "Location");
    entity(4, "Raqqa", "Location");
  }

  @Test
  void countsRelationsOfNamesOnceAndStatementsByTheTableOfRelations() throws IOException {
    relation("FightingAgainst", 0, "Iraq", "Jund", 1);
    relation("FightingAgainst", 0, "Jund", "Iraq", 0.7); // the same, the other way round
    relation("BelongsTo", 1, "Omar", "Jund", 1);
    relation("Likes", 2, "Iran", "Iraq", 1);
    relation("FightingAgainst", 3, "We", "Iran", 1); // no name
    relation("AlliesOf", 4, "Basra", "Raqqa", 0); // confidence 0
    statement(0, "Jund", "attacks", "Iraq", 0.4); // right, either way round
    statement(0, "Iraq", "opposes", "Jund", 0.5); // the same pair and relation
    statement(1, "Omar", "leads", "Jund", 0.8); // right: a leader belongs to it as well
    statement(1, "Jund", "attacks", "Omar", 0.9); // wrong, but the two are related
    statement(2, "Iraq", "cooperatesWith", "Iran", 0.6); // right as Likes
    statement(4, "Basra", "near", "Raqqa", 0.3); // wrong, and unmarked
    List<ResultTable> tables = tables();

    assertEquals(line("FightingAgainst", 1, 2, 2, 1, 1, 1), line(tables, "FightingAgainst"));
    assertEquals(line("BelongsTo", 1, 1, 1, 1, 1, 1), line(tables, "BelongsTo"));
    assertEquals(line("Likes", 1, 1, 1, 1, 1, 1), line(tables, "Likes"));
    assertEquals(line("CoLocated", 0, 1, 0, 0, 0, 0), line(tables, "CoLocated"));
    assertEquals(line("InChargeOf", 0, 0, 0, 0, 0, 0), line(tables, "InChargeOf"));
    assertEquals(line("the four", 2, 3, 3, 2, 2, 2), line(tables, "the four"));
    // Omar and Jund are related as one of the four, if not so.
    assertEquals(
        line("the four, whichever", 3, 3, 3, 2, 2, 2), line(tables, "the four, whichever"));
    assertEquals(line("all", 3, 5, 4, 3, 3, 3), line(tables, "all"));
  }

  @Test
  void keepsTheDirectionWhereItMatters() throws IOException {
    relation("BelongsTo", 1, "Jund", "Omar", 1);
    statement(1, "Omar", "memberOf", "Jund", 0.8);

    assertEquals(line("BelongsTo", 0, 1, 1, 0, 1, 1), line(tables(), "BelongsTo"));
  }

  @Test
  void leavesOutNegatedStatementsOtherPredicatesAndNamesThatNobodyMarked() throws IOException {
    relation("FightingAgainst", 0, "Iraq", "Jund", 1);
    entities.removeIf(e -> e.contains("\"Basra\""));
    statement(0, "Iraq", "attacks", "Jund", 0.8, Modality.NEGATED);
    statement(0, "Iraq", "participatesIn", "Jund", 0.8);
    statement(4, "Basra", "near", "Raqqa", 0.3);

    assertEquals(line("all", 0, 0, 0, 0, 1, 1), line(tables(), "all"));
  }

  @Test
  void takesNoNameOfAnotherType() throws IOException {
    relation("FightingAgainst", 0, "Iraq", "Jund", 1);
    entities.replaceAll(
        e -> e.replace("\"Organisation\", \"value\": \"Jund\"", "\"Person\", \"value\": \"Jund\""));
    statement(0, "Iraq", "attacks", "Jund", 0.8);

    // The gold's Jund is a person, ours a group: the pair is not counted, the gold's is missed.
    assertEquals(line("all", 0, 0, 0, 0, 1, 1), line(tables(), "all"));
  }

  @Test
  void findsTheLeastConfidenceThatIsPreciseEnough() throws IOException {
    relation("FightingAgainst", 0, "Iraq", "Jund", 1);
    relation("AlliesOf", 2, "Iran", "Iraq", 1);
    statement(0, "Iraq", "attacks", "Jund", 0.75);
    statement(1, "Omar", "memberOf", "Jund", 0.5);
    statement(2, "Iran", "attacks", "Iraq", 0.25);
    List<ResultTable> tables = tables();

    // From 0.75: one of one right, one of two found. From 0.5: one of two. From 0.25: one of three.
    List<Line> best = tables.get(2).lines();
    assertEquals(Line.of("the four", 0.75, 1, 1.0, 0.5), best.get(0));
    // Whichever relation: from 0.25 two of three are right and both found.
    assertEquals(Line.of("the four, whichever", 0.25, 3, 2 / 3.0, 1.0), best.get(2));
    // Right, given, precision, marked, of marked, found, recall: from 0.3 two are left.
    assertEquals(Line.of("0.3", 1, 2, 0.5, 1, 1.0, 1, 0.5), tables.get(1).lines().get(3));
  }

  @Test
  void isNotInReachWithoutAMentionOfBothInOneSentence() throws IOException {
    relation("FightingAgainst", 0, "Iraq", "Jund", 1);
    String text = TEXT.replace("Jund", "Jinn"); // the pipeline finds no such name
    write(text);
    Re3dPairs pairs = new Re3dPairs();
    for (Re3d.Text read : Re3d.read(folder)) {
      pairs.add(read, knowledge(read));
    }

    assertEquals(line("all", 0, 0, 0, 0, 1, 0), line(pairs.tables(), "all"));
  }

  @Test
  void readsOnlyRelationsOfTheOntology() throws IOException {
    String ontology = Files.readString(Path.of("ontology", "entente.ttl"));
    List<String> rows =
        Files.readAllLines(Path.of("src", "main", "resources", "evaluate", "re3d-relations.tsv"));
    int read = 0;
    for (String row : rows) {
      if (!row.startsWith("#") && !row.startsWith("predicate")) {
        String[] cells = row.split("\t");
        assertEquals(3, cells.length, row);
        assertTrue(ontology.contains("\nent:" + cells[0] + " a owl:ObjectProperty"), row);
        assertTrue(Set.of("both", "forward").contains(cells[2]), row);
        read++;
      }
    }
    assertEquals(24, read);
  }

  @Test
  void readsDocumentsWithoutRelations() throws IOException {
    write(TEXT);
    Files.delete(folder.resolve("relations.json"));

    assertTrue(Re3d.read(folder).get(0).relations().isEmpty());
  }

  private static Line line(List<ResultTable> tables, String name) {
    return tables.get(0).lines().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Line line(
      String name, int right, int given, int marked, int found, int gold, int reach) {
    double precision = given == 0 ? 0 : (double) right / given;
    double recall = gold == 0 ? 0 : (double) found / gold;
    double sum = precision + recall;
    return Line.of(
        name,
        right,
        given,
        precision,
        marked,
        marked == 0 ? 0.0 : (double) right / marked,
        found,
        gold,
        recall,
        sum == 0 ? 0.0 : 2 * precision * recall / sum,
        reach);
  }

  private List<ResultTable> tables() throws IOException {
    write(TEXT);
    Re3dPairs pairs = new Re3dPairs();
    for (Re3d.Text text : Re3d.read(folder)) {
      pairs.add(text, knowledge(text));
    }
    return pairs.tables();
  }

  private void write(String text) throws IOException {
    Files.writeString(
        folder.resolve("documents.json"), "{\"_id\": \"d\", \"text\": \"" + text + "\"}\n");
    Files.write(folder.resolve("entities.json"), entities);
    Files.write(folder.resolve("relations.json"), relations);
  }

  /** Every known name of the text linked, every sentence a sentence. */
  private DocumentKnowledge knowledge(Re3d.Text text) {
    String content = text.document().text();
    List<Sentence> sentences = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Span span = sentence(content, i);
      sentences.add(new Sentence(span, List.of(), List.of()));
      NAMES.forEach(
          (name, type) -> {
            int at = content.indexOf(name, span.start());
            if (at >= 0 && at < span.end()) {
              links.add(new Link(new Span(at, at + name.length()), ref(name), 0.9, "alias"));
            }
          });
    }
    AnnotatedDocument annotated =
        AnnotatedDocument.of(text.document()).withSentences(sentences, Layer.SENTENCES);
    links.sort(null);
    return new DocumentKnowledge(
        new LinkedDocument(annotated, links, List.of(), List.of(), List.of()), statements);
  }

  private static Span sentence(String text, int number) {
    int start = 0;
    for (int i = 0; i < number; i++) {
      start = text.indexOf(". ", start) + 2;
    }
    return new Span(start, text.indexOf('.', start) + 1);
  }

  private static EntityRef ref(String name) {
    return new EntityRef(name.toLowerCase(Locale.ROOT), NAMES.get(name), name);
  }

  private static int at(int sentence, String name) {
    return TEXT.indexOf(name, sentence(TEXT, sentence).start());
  }

  private void entity(int sentence, String name, String type) {
    int at = at(sentence, name);
    entities.add(
        """
        {"begin": %d, "end": %d, "type": "%s", "value": "%s", "documentId": "d", "confidence": 1}"""
            .formatted(at, at + name.length(), type, name));
  }

  private void relation(
      String type, int sentence, String source, String target, double confidence) {
    int from = at(sentence, source);
    int to = at(sentence, target);
    relations.add(
        """
        {"type": "%s", "sourceBegin": %d, "sourceEnd": %d, "targetBegin": %d, "targetEnd": %d, \
        "documentId": "d", "confidence": %s}"""
            .formatted(type, from, from + source.length(), to, to + target.length(), confidence));
  }

  private void statement(
      int sentence, String subject, String predicate, String object, double confidence) {
    statement(sentence, subject, predicate, object, confidence, Modality.ASSERTED);
  }

  private void statement(
      int sentence,
      String subject,
      String predicate,
      String object,
      double confidence,
      Modality modality) {
    Set<EntityType> any = EnumSet.allOf(EntityType.class);
    statements.add(
        new Statement(
            ref(subject),
            new Predicate(predicate, any, any, false),
            ref(object),
            modality,
            null,
            null,
            null,
            confidence,
            List.of(new Evidence(sentence(TEXT, sentence)))));
  }
}
