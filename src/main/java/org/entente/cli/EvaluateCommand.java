package org.entente.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.evaluate.Re3d;
import org.entente.evaluate.Score;
import org.entente.evaluate.Scorer;
import org.entente.evaluate.Scores;
import org.entente.ingest.Analyzer;
import org.entente.ingest.KnowledgeBase;
import org.entente.knowledge.Predicate;
import org.entente.rdf.Iris;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: scores against gold. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Runs the pipeline on annotated texts and prints precision, recall and F1.")
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "GOLD_DIR",
      description = {
        "Folder of NAME.txt, NAME.ann, NAME.rel.tsv, or of such folders;",
        "or re3d's folder of documents.json and entities.json."
      })
  Path gold = Path.of(".");

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(gold)) {
      throw new IOException(gold + ": no such folder");
    }
    List<Path> annotated = annotated();
    if (annotated.isEmpty() && !Re3d.isIn(gold)) {
      System.err.println(gold + ": no annotated texts (NAME.txt with NAME.ann) in it");
      return ExitCode.NO_INPUT;
    }
    KnowledgeBase base = knowledge.base(Iris.DEFAULT);
    Analyzer analyzer = new Analyzer(base);
    if (annotated.isEmpty()) {
      return re3d(analyzer);
    }
    Scorer scorer =
        new Scorer(
            base.vocabulary().predicates().stream()
                .filter(Predicate::symmetric)
                .map(Predicate::name)
                .toList());
    DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);
    List<Scores> scores = new ArrayList<>();
    int unread = 0;
    for (Path file : annotated) {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      String name = String.valueOf(file.getFileName());
      Path text = folder.resolve(name + ".txt");
      Annotation expected = AnnotationFiles.read(folder, name);
      int before = scores.size();
      reader.read(
          text,
          document -> scores.add(scorer.score(expected, Annotation.of(analyzer.analyze(document)))),
          e -> System.err.println(e.name() + ": " + e.reason()));
      unread += scores.size() == before ? 1 : 0;
    }
    Scores total = scores.stream().reduce(Scores.none(), Scores::plus);
    if (json) {
      System.out.println(toJson(total));
    } else {
      print(total, System.out);
    }
    return unread == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  /** The annotated texts of the folder and of the folders in it, without their endings. */
  private List<Path> annotated() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> folders = Files.walk(gold, 1)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        AnnotationFiles.names(folder).forEach(name -> found.add(folder.resolve(name)));
      }
    }
    return found;
  }

  /** Names only, in the schema of re3d. */
  private int re3d(Analyzer analyzer) throws IOException {
    Map<String, Score> scores =
        Re3d.score(gold, document -> analyzer.analyze(document).linked().annotated().mentions());
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      ObjectNode root = mapper.createObjectNode();
      put(root.putObject("namesOverlap"), scores);
      System.out.println(mapper.writeValueAsString(root));
    } else {
      table("names of re3d, overlap", scores, System.out);
    }
    return ExitCode.OK;
  }

  private static void print(Scores scores, PrintStream out) {
    out.printf("texts %d%n", scores.texts());
    table("mentions, strict span and type", scores.mentionsStrict(), out);
    table("mentions, overlap", scores.mentionsOverlap(), out);
    table("links", scores.links(), out);
    Score accuracy = scores.linkAccuracy();
    out.printf(
        "%nlink accuracy on mentions found: %.3f (%d of %d)%n",
        accuracy.recall(), accuracy.found(), accuracy.expected());
    table("statements, exact", scores.statements(), out);
    table("statements, without modality", scores.statementsPlain(), out);
  }

  private static void table(String title, Map<String, Score> scores, PrintStream out) {
    out.printf("%n%-32s  right   gold  given   prec    rec     F1%n", title);
    scores.forEach(
        (name, s) ->
            out.printf(
                "  %-30s %6d %6d %6d  %.3f  %.3f  %.3f%n",
                name, s.found(), s.expected(), s.given(), s.precision(), s.recall(), s.f1()));
  }

  private static String toJson(Scores scores) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    root.put("texts", scores.texts());
    put(root.putObject("mentionsStrict"), scores.mentionsStrict());
    put(root.putObject("mentionsOverlap"), scores.mentionsOverlap());
    put(root.putObject("links"), scores.links());
    root.put("linkAccuracy", scores.linkAccuracy().recall());
    put(root.putObject("statements"), scores.statements());
    put(root.putObject("statementsWithoutModality"), scores.statementsPlain());
    return mapper.writeValueAsString(root);
  }

  private static void put(ObjectNode node, Map<String, Score> scores) {
    scores.forEach(
        (name, s) -> {
          ObjectNode one = node.putObject(name);
          one.put("right", s.found()).put("gold", s.expected()).put("given", s.given());
          one.put("precision", s.precision()).put("recall", s.recall()).put("f1", s.f1());
        });
  }
}
