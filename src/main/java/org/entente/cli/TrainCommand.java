package org.entente.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.evaluate.AnnotationFiles;
import org.entente.extract.PairReader;
import org.entente.ingest.JudgeTraining;
import org.entente.ingest.KnowledgeBase;
import org.entente.nlp.NameTraining;
import org.entente.rdf.Iris;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: training data to models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains the name finder from data and writes model and manifest.")
final class TrainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      arity = "0..1",
      defaultValue = "data/training",
      description = "Folder with train, development and names (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data", "training");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "src/main/resources/models",
      description = "Folder to write names.bin and names.json to (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("src", "main", "resources", "models");

  @Option(
      names = "--gold",
      paramLabel = "DIR",
      defaultValue = "data/gold/train",
      description = "Annotated texts for the judge (default: ${DEFAULT-VALUE}).")
  Path gold = Path.of("data", "gold", "train");

  @Option(
      names = "--only",
      paramLabel = "MODEL",
      description = "names or judge; both when not given.")
  @Nullable String only;

  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Override
  public Integer call() throws IOException {
    String wanted = only;
    if (wanted != null && !wanted.equals("names") && !wanted.equals("judge")) {
      throw new IllegalArgumentException("--only " + wanted + ": is names or judge");
    }
    Files.createDirectories(out);
    if (wanted == null || wanted.equals("names")) {
      names();
    }
    if (wanted == null || wanted.equals("judge")) {
      judge();
    }
    return ExitCode.OK;
  }

  private void names() throws IOException {
    System.err.println("training the name finder; this takes some minutes");
    NameTraining.Result result = NameTraining.train(data);
    Files.write(out.resolve("names.bin"), result.model());
    ObjectNode manifest = mapper.createObjectNode();
    manifest.put("data", result.digest());
    manifest.put("parameters", result.parameters());
    manifest.put("sentences", result.sentences());
    manifest.put("model", Digests.sha256(result.model()));
    ObjectNode scores = manifest.putObject("development");
    System.out.printf("%-14s  right   gold  given     F1%n", "development");
    result
        .development()
        .forEach(
            (type, count) -> {
              System.out.printf(
                  "%-14s %6d %6d %6d  %.3f%n",
                  type, count.right(), count.expected(), count.given(), count.f1());
              scores.put(type, String.format(Locale.ROOT, "%.3f", count.f1()));
            });
    Files.writeString(out.resolve("names.json"), mapper.writeValueAsString(manifest) + "\n");
  }

  private void judge() throws IOException {
    System.err.println("training the judge; this takes a minute");
    byte[] model = new JudgeTraining(KnowledgeBase.shipped(Iris.DEFAULT)).train(gold).bytes();
    Files.write(out.resolve("judge.bin"), model);
    ObjectNode manifest = mapper.createObjectNode();
    manifest.put("data", JudgeTraining.digest(gold));
    manifest.put("lexicon", JudgeTraining.lexiconDigest());
    manifest.put("features", PairReader.FEATURES);
    manifest.put("parameters", JudgeTraining.parameters());
    manifest.put("texts", AnnotationFiles.names(gold).size());
    manifest.put("model", Digests.sha256(model));
    Files.writeString(out.resolve("judge.json"), mapper.writeValueAsString(manifest) + "\n");
    System.out.printf("judge           %d bytes%n", model.length);
  }
}
