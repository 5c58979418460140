package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.entente.evaluate.Annotation.MarkedName;
import org.entente.evaluate.Annotation.Row;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFilesTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    Annotation written =
        new Annotation(
            "seed",
            List.of(
                new MarkedName(0, 6, "State", "Russia", "russia"),
                new MarkedName(20, 38, "ArmedGroup", "Hay’at Tahrir al-S", "hayat-tahrir-al-sham")),
            List.of(
                new Row("russia", "attacks", "hayat-tahrir-al-sham", "asserted", 0, 39),
                new Row("russia", "supports", "syria", "possible", 40, 90)));

    AnnotationFiles.write(folder, written);

    assertEquals(written, AnnotationFiles.read(folder, "seed"));
  }

  @Test
  void writesBratStandoffAndATableWithAHeader() throws IOException {
    AnnotationFiles.write(
        folder,
        new Annotation(
            "seed",
            List.of(new MarkedName(3, 9, "Place", "Aleppo", "aleppo")),
            List.of(new Row("syria", "controls", "aleppo", "asserted", 0, 30))));

    assertEquals(
        "T1\tPlace 3 9\tAleppo\nN1\tReference T1 Entente:aleppo\tAleppo\n",
        Files.readString(folder.resolve("seed.ann")));
    assertEquals(
        "subject\tpredicate\tobject\tmodality\tstart\tend\n"
            + "syria\tcontrols\taleppo\tasserted\t0\t30\n",
        Files.readString(folder.resolve("seed.rel.tsv")));
  }

  @Test
  void readsBackDatesAndSourcesAndWritesNoFileWithoutThem() throws IOException {
    List<Row> rows = List.of(new Row("syria", "controls", "aleppo", "reported", 0, 30));
    Annotation dated =
        new Annotation(
            "dated",
            List.of(),
            rows,
            List.of(
                new Annotation.Circumstance(
                    "syria", "controls", "aleppo", "reported", "2016-12", "", "sana")));

    AnnotationFiles.write(folder, dated);
    AnnotationFiles.write(folder, new Annotation("undated", List.of(), rows));

    assertEquals(
        "subject\tpredicate\tobject\tmodality\tstartDate\tendDate\tattributedTo\n"
            + "syria\tcontrols\taleppo\treported\t2016-12\t\tsana\n",
        Files.readString(folder.resolve("dated.when.tsv")));
    assertEquals(dated, AnnotationFiles.read(folder, "dated"));
    assertFalse(Files.exists(folder.resolve("undated.when.tsv")));
  }

  @Test
  void namesATableOfDatesThatLacksAColumn() throws IOException {
    Files.writeString(folder.resolve("a.ann"), "");
    Path when = folder.resolve("a.when.tsv");
    Files.writeString(when, "subject\tpredicate\nsyria\tcontrols\n");

    IOException error = assertThrows(IOException.class, () -> AnnotationFiles.read(folder, "a"));

    assertTrue(error.getMessage().startsWith(when + ": "), error.getMessage());
    assertTrue(error.getMessage().contains("object"), error.getMessage());
  }

  @Test
  void keepsANameOverTwoLinesOnOneLine() throws IOException {
    AnnotationFiles.write(
        folder,
        new Annotation(
            "seed",
            List.of(new MarkedName(0, 12, "Place", "Golan\nHeights", "golan-heights")),
            List.of()));

    assertEquals(
        List.of(new MarkedName(0, 12, "Place", "Golan Heights", "golan-heights")),
        AnnotationFiles.read(folder, "seed").mentions());
  }

  @Test
  void writesNothingButAHeaderForATextWithoutFindings() throws IOException {
    AnnotationFiles.write(folder, new Annotation("empty", List.of(), List.of()));

    Annotation read = AnnotationFiles.read(folder, "empty");
    assertTrue(read.mentions().isEmpty());
    assertTrue(read.statements().isEmpty());
  }

  @Test
  void readsATextWithoutStatementFile() throws IOException {
    Files.writeString(folder.resolve("a.ann"), "T1\tState 0 4\tIran\n");

    Annotation read = AnnotationFiles.read(folder, "a");

    assertEquals(List.of(new MarkedName(0, 4, "State", "Iran", "")), read.mentions());
    assertTrue(read.statements().isEmpty());
  }

  @Test
  void linksAMentionWhicheverLineItsReferenceStandsOn() throws IOException {
    Files.writeString(
        folder.resolve("a.ann"),
        "T1\tState 0 4\tIran\nT2\tState 9 14\tSyria\n"
            + "N7\tReference T2 Entente:syria\tSyria\nN8\tReference T1 Entente:iran\tIran\n"
            + "#1\tAnnotatorNotes T1\ta remark\n");

    assertEquals(
        List.of("iran", "syria"),
        AnnotationFiles.read(folder, "a").mentions().stream().map(MarkedName::slug).toList());
  }

  @Test
  void namesFileAndLineOfAMalformedMention() throws IOException {
    for (String bad :
        List.of(
            "T2\tState",
            "T2\tState zero 4\tIran",
            "T2 State 0 4 Iran",
            "T2\tState 0 2;3 4\tIran",
            "N1\tReference T1")) {
      Files.writeString(folder.resolve("bad.ann"), "T1\tState 0 4\tIran\n" + bad + "\n");

      IOException thrown =
          assertThrows(IOException.class, () -> AnnotationFiles.read(folder, "bad"), bad);

      assertTrue(thrown.getMessage().contains("bad.ann:2"), thrown.getMessage());
      assertTrue(thrown.getMessage().contains(bad), thrown.getMessage());
    }
  }

  @Test
  void namesTheFileOfAMalformedStatement() throws IOException {
    for (String bad : List.of("iran\tsupports\tsyria\tasserted\tx\t9", "iran\tsupports")) {
      Files.writeString(folder.resolve("bad.ann"), "");
      Files.writeString(
          folder.resolve("bad.rel.tsv"),
          "subject\tpredicate\tobject\tmodality\tstart\tend\n" + bad + "\n");

      IOException thrown =
          assertThrows(IOException.class, () -> AnnotationFiles.read(folder, "bad"), bad);

      assertTrue(thrown.getMessage().contains("bad.rel.tsv"), thrown.getMessage());
    }
  }

  @Test
  void namesTheFileOfATableWithoutTheRightColumns() throws IOException {
    Files.writeString(folder.resolve("bad.ann"), "");
    Files.writeString(folder.resolve("bad.rel.tsv"), "from\tto\niran\tsyria\n");

    IOException thrown = assertThrows(IOException.class, () -> AnnotationFiles.read(folder, "bad"));

    assertTrue(thrown.getMessage().contains("bad.rel.tsv"), thrown.getMessage());
  }

  @Test
  void listsTextsByNameInOrder() throws IOException {
    for (String file : List.of("b.ann", "a.ann", "a.rel.tsv", "notes.txt")) {
      Files.writeString(folder.resolve(file), "");
    }

    assertEquals(List.of("a", "b"), AnnotationFiles.names(folder));
  }

  @Test
  void countsOffsetsInCodePointsAfterEmoji() {
    // The emoji is two UTF-16 units and one code point.
    String text = "\uD83D\uDE80 Iran backs Syria.";
    Document document =
        new Document(
            "d1", "seed", text, DocumentInfo.ofSource("seed.txt"), List.of(new Span(0, 20)), false);
    EntityRef iran = new EntityRef("iran", EntityType.STATE, "Iran");
    EntityRef syria = new EntityRef("syria", EntityType.STATE, "Syria");
    AnnotatedDocument annotated =
        AnnotatedDocument.of(document)
            .withMentions(
                List.of(
                    new Mention(new Span(3, 7), "Iran", EntityType.STATE, 1, "hand"),
                    new Mention(new Span(14, 19), "Syria", EntityType.STATE, 1, "hand")));
    Predicate supports =
        new Predicate("supports", Set.of(EntityType.STATE), Set.of(EntityType.STATE), false);
    Statement statement =
        new Statement(
            iran,
            supports,
            syria,
            Modality.ASSERTED,
            null,
            null,
            null,
            1,
            List.of(new Evidence(new Span(0, 20))));
    LinkedDocument linked =
        new LinkedDocument(
            annotated,
            List.of(
                new Link(new Span(3, 7), iran, 1, "hand"),
                new Link(new Span(14, 19), syria, 1, "hand")),
            List.of(),
            List.of(),
            List.of());

    Annotation found = Annotation.of(new DocumentKnowledge(linked, List.of(statement)));

    assertEquals("seed", found.name());
    assertEquals(
        List.of(
            new MarkedName(2, 6, "State", "Iran", "iran"),
            new MarkedName(13, 18, "State", "Syria", "syria")),
        found.mentions());
    assertEquals(
        List.of(new Row("iran", "supports", "syria", "asserted", 0, 19)), found.statements());
  }
}
