package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Re3dTest {

  @TempDir Path folder;

  /** Three of four names found, one mention too many: figures worked out by hand. */
  @Test
  void countsOverlapsAndLeavesOutWhatIsNoName() throws IOException {
    Path part = Files.createDirectory(folder.resolve("part"));
    Files.writeString(
        part.resolve("documents.json"),
        "{\"_id\": \"d\", \"text\": \"Iraqi troops met Omar Said of Jund in Mosul. Iran paid.\"}\n");
    Files.writeString(
        part.resolve("entities.json"),
        """
        {"begin": 0, "end": 5, "type": "Nationality", "value": "Iraqi", "documentId": "d", "confidence": 1}
        {"begin": 6, "end": 12, "type": "Organisation", "value": "troops", "documentId": "d", "confidence": 1}
        {"begin": 17, "end": 26, "type": "Person", "value": "Omar Said", "documentId": "d", "confidence": 1}
        {"begin": 30, "end": 34, "type": "Organisation", "value": "Jund", "documentId": "d", "confidence": 1}
        {"begin": 38, "end": 43, "type": "Location", "value": "Mosul", "documentId": "d", "confidence": 1}
        {"begin": 38, "end": 43, "type": "Location", "value": "Mosul", "documentId": "d", "confidence": 0}
        {"begin": 45, "end": 49, "type": "Organisation", "value": "Iran", "documentId": "d", "confidence": 0.9}
        """);
    List<Mention> given =
        List.of(
            mention(0, 5, "Iraqi", EntityType.STATE), // a nationality: not counted
            mention(17, 21, "Omar", EntityType.PERSON), // overlaps
            mention(30, 34, "Jund", EntityType.PLACE), // wrong type
            mention(38, 43, "Mosul", EntityType.PLACE),
            mention(45, 49, "Iran", EntityType.STATE)); // an organisation for the gold

    Map<String, Score> scores = new TreeMap<>();
    Re3d.score(Re3d.read(folder).get(0), given, scores);

    assertTrue(Re3d.isIn(folder));
    assertEquals(new Score(1, 1, 1), scores.get("Person"));
    assertEquals(new Score(1, 1, 2), scores.get("Location"));
    assertEquals(new Score(1, 2, 1), scores.get("Organisation"));
    assertEquals(new Score(3, 4, 4), scores.get("all"));
  }

  @Test
  void isNotInAnyOtherFolder() throws IOException {
    assertFalse(Re3d.isIn(folder));
  }

  private static Mention mention(int start, int end, String text, EntityType type) {
    return new Mention(new Span(start, end), text, type, 1, "test");
  }
}
