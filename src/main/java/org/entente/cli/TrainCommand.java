package org.entente.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.nlp.NameTraining;
import org.entente.text.Digests;
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

  @Override
  public Integer call() throws IOException {
    System.err.println("training the name finder; this takes some minutes");
    NameTraining.Result result = NameTraining.train(data);
    Files.createDirectories(out);
    Files.write(out.resolve("names.bin"), result.model());
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
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
    return ExitCode.OK;
  }
}
