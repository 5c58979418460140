package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.ingest.SampleStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "build",
        "serve",
        "annotate",
        "evaluate",
        "explain",
        "query",
        "export",
        "load",
        "validate",
        "remove",
        "info",
        "backup",
        "restore",
        "compact",
        "password",
        "analyse",
        "alliances",
        "path",
        "blocs",
        "contested"
      })
  void explainsEachCommand(String command) {
    Shell.Outcome outcome = Shell.run(command, "--help");
    assertEquals(ExitCode.OK, outcome.code());
    assertTrue(outcome.out().contains("Usage: entente " + command), outcome.out());
  }

  @Test
  void namesAnUnknownCommandAndOption() {
    assertEquals(ExitCode.USAGE, Shell.run("bild").code());
    Shell.Outcome outcome = Shell.run("query", "--colour");
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("--colour"), outcome.err());
  }

  @Test
  void namesAQuestionThatThereIsNot() {
    Shell.Outcome outcome = Shell.run("query", "friends", "--store", folder.toString());
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(
        outcome.err().contains("\"friends\" is neither a file nor one of [alliances, "),
        outcome.err());
  }

  @Test
  void saysWhereAQueryIsWrong() throws IOException {
    SampleStore.copyTo(folder.resolve("store"));
    Shell.Outcome outcome =
        Shell.run("query", "SELECT * WHERE { ?s ?p", "--store", folder.resolve("store").toString());
    assertEquals(ExitCode.QUERY, outcome.code());
    assertTrue(outcome.err().startsWith("query: Encountered"), outcome.err());
  }

  @Test
  void writesAnnotationsWhoseOffsetsAreThoseOfTheTexts() throws IOException {
    Path out = folder.resolve("out");
    Shell.Outcome outcome = Shell.run("annotate", "data/articles", "--out", out.toString());
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    List<Path> files;
    try (Stream<Path> inside = Files.list(out)) {
      files = inside.filter(f -> f.toString().endsWith(".ann")).sorted().toList();
    }
    assertEquals(29, files.size());
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".ann", "");
      Path text = out.resolve(name + ".txt");
      if (!Files.exists(text)) {
        text = Path.of("data", "articles", name + ".txt");
        text = Files.exists(text) ? text : Path.of("data", "articles", name + ".md");
      }
      String content = Files.readString(text);
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("T")) {
          String[] cells = line.split("\t");
          String[] span = cells[1].split(" ");
          int start = content.offsetByCodePoints(0, Integer.parseInt(span[1]));
          int end = content.offsetByCodePoints(0, Integer.parseInt(span[2]));
          assertEquals(cells[2], content.substring(start, end), name);
        }
      }
    }
  }

  @Test
  void scoresItsOwnAnnotationsAsPerfect() throws IOException {
    Path gold = Files.createDirectory(folder.resolve("gold"));
    Path text = gold.resolve("a.txt");
    Files.writeString(text, "Russia withdrew from Palmyra in May 2015. Iran supports Hezbollah.\n");
    assertEquals(
        ExitCode.OK, Shell.run("annotate", text.toString(), "--out", gold.toString()).code());
    Annotation annotation = AnnotationFiles.read(gold, "a");
    assertTrue(annotation.mentions().size() >= 4);
    Shell.Outcome outcome = Shell.run("evaluate", gold.toString(), "--json");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    JsonNode scores = new ObjectMapper().readTree(outcome.out());
    assertEquals(1.0, scores.at("/mentionsStrict/all/f1").asDouble());
    assertEquals(1.0, scores.at("/statements/all/f1").asDouble());
  }

  @Test
  void buildsAndStopsAfterTheSummaryWithOnce() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Iran supports Hezbollah.\n");
    Path store = folder.resolve("store");
    Shell.Outcome outcome =
        Shell.run("run", folder.resolve("a.txt").toString(), "--once", "--store", store.toString());
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    for (String line :
        List.of("documents   1", "mentions    2", "  supports              1", "violations  0")) {
      assertTrue(outcome.out().contains(line), outcome.out());
    }
    assertTrue(outcome.out().contains("store       " + store), outcome.out());
    Shell.Outcome info = Shell.run("info", "--store", store.toString());
    assertTrue(info.out().contains("documents   1"), info.out());
    Shell.Outcome removed = Shell.run("remove", "a.txt", "b.txt", "--store", store.toString());
    assertEquals(ExitCode.PARTLY, removed.code());
    assertEquals("a.txt\t1 removed\nb.txt\t0 removed\n", removed.out());
    assertEquals(ExitCode.OK, Shell.run("validate", "--store", store.toString()).code());
  }
}
