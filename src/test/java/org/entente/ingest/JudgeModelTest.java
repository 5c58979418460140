package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.extract.PairReader;
import org.entente.text.Digests;
import org.junit.jupiter.api.Test;

/** The shipped judge is the one that the annotated texts give. */
class JudgeModelTest {

  private static final Path MODELS = Path.of("src", "main", "resources", "models");

  @Test
  void wasTrainedFromTheGoldAsItIsNow() throws IOException {
    assertEquals(
        JudgeTraining.digest(Path.of("data", "gold", "train")),
        manifest().path("data").asText(),
        "data/gold/train or the parameters changed: run train --only judge");
  }

  @Test
  void wasTrainedWithTheTablesOfWordsAsTheyAreNow() throws IOException {
    assertEquals(
        JudgeTraining.lexiconDigest(),
        manifest().path("lexicon").asText(),
        "data/lexicon changed: run train --only judge");
  }

  @Test
  void wasTrainedOnTheFeaturesAsTheyAreNow() throws IOException {
    assertEquals(
        PairReader.FEATURES,
        manifest().path("features").asInt(),
        "PairFeatures.VERSION changed: run train --only judge");
  }

  @Test
  void isTheModelThatTheManifestDescribes() throws IOException {
    assertEquals(
        Digests.sha256(Files.readAllBytes(MODELS.resolve("judge.bin"))),
        manifest().path("model").asText());
  }

  private static JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(MODELS.resolve("judge.json").toFile());
  }
}
