package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.text.Digests;
import org.junit.jupiter.api.Test;

/** The shipped judge is the one that the annotated texts give. */
class JudgeModelTest {

  private static final Path MODELS = Path.of("src", "main", "resources", "models");

  @Test
  void wasTrainedFromTheGoldAsItIsNow() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(MODELS.resolve("judge.json").toFile());
    assertEquals(
        JudgeTraining.digest(Path.of("data", "gold", "train")),
        manifest.get("data").asText(),
        "gold or parameters changed: run entente train --only judge");
    assertEquals(
        Digests.sha256(Files.readAllBytes(MODELS.resolve("judge.bin"))),
        manifest.get("model").asText());
  }
}
