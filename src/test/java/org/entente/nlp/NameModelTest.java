package org.entente.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.text.Digests;
import org.junit.jupiter.api.Test;

/** The shipped model is the one that the training data give. */
class NameModelTest {

  private static final Path MODELS = Path.of("src", "main", "resources", "models");

  @Test
  void wasTrainedFromTheDataAsTheyAreNow() throws IOException {
    assertEquals(
        NameTraining.digest(Path.of("data", "training")),
        manifest().get("data").asText(),
        "data or parameters changed: run entente train");
  }

  @Test
  void isTheModelThatTheManifestDescribes() throws IOException {
    assertEquals(
        Digests.sha256(Files.readAllBytes(MODELS.resolve("names.bin"))),
        manifest().get("model").asText());
    assertEquals(NameTraining.parameters(), manifest().get("parameters").asText());
    assertTrue(manifest().get("sentences").asInt() >= 6000);
  }

  private static JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(MODELS.resolve("names.json").toFile());
  }
}
