package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.evaluate.Re3d;
import org.entente.evaluate.Re3dPairs;
import org.entente.evaluate.Reliability;
import org.entente.evaluate.ResultTable;
import org.entente.evaluate.Results;
import org.entente.evaluate.Score;
import org.entente.evaluate.Scorer;
import org.entente.evaluate.Scores;
import org.entente.ingest.Analyzer;
import org.entente.ingest.KnowledgeBase;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Predicate;
import org.entente.rdf.Iris;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.jspecify.annotations.Nullable;
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
        "or re3d's folder of documents.json, entities.json and relations.json."
      })
  Path gold = Path.of(".");

  /** How tables are printed; named as the option's values are. */
  enum Format {
    text,
    json,
    csv
  }

  @Option(
      names = "--results",
      paramLabel = "FORMAT",
      description = "How to print the tables: ${COMPLETION-CANDIDATES} (default: text).")
  @Nullable Format results;

  @Option(names = "--json", description = "The same as --results json.")
  boolean json;

  @Option(
      names = "--reliability",
      description = "Also how far the confidences of links and statements can be trusted.")
  boolean reliability;

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
    if (annotated.isEmpty()) {
      return re3d(Re3d.read(gold));
    }
    KnowledgeBase base = knowledge.base(Iris.DEFAULT);
    Analyzer analyzer = new Analyzer(base);
    Scorer scorer =
        new Scorer(
            base.vocabulary().predicates().stream()
                .filter(Predicate::symmetric)
                .map(Predicate::name)
                .toList());
    DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);
    List<Scores> scores = new ArrayList<>();
    List<Reliability.Answer> links = new ArrayList<>();
    List<Reliability.Answer> statements = new ArrayList<>();
    int unread = 0;
    for (Path file : annotated) {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      String name = String.valueOf(file.getFileName());
      Path text = folder.resolve(name + ".txt");
      Annotation expected = AnnotationFiles.read(folder, name);
      int before = scores.size();
      reader.read(
          text,
          document -> {
            DocumentKnowledge found = analyzer.analyze(document);
            scores.add(scorer.score(expected, Annotation.of(found)));
            links.addAll(scorer.links(expected, found));
            statements.addAll(scorer.statements(expected, found));
          },
          e -> System.err.println(e.name() + ": " + e.reason()));
      unread += scores.size() == before ? 1 : 0;
    }
    List<ResultTable> tables =
        new ArrayList<>(Results.of(scores.stream().reduce(Scores.none(), Scores::plus)));
    if (reliability) {
      tables.addAll(Results.of("linkConfidence", "links", new Reliability(links)));
      tables.addAll(Results.of("statementConfidence", "statements", new Reliability(statements)));
    }
    print(tables);
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

  /** Names and related pairs, in the schema of re3d. */
  private int re3d(List<Re3d.Text> texts) throws IOException {
    Analyzer analyzer = new Analyzer(knowledge.base(Iris.DEFAULT));
    Map<String, Score> names = new TreeMap<>();
    Re3dPairs pairs = new Re3dPairs();
    for (Re3d.Text text : texts) {
      DocumentKnowledge found = analyzer.analyze(text.document());
      Re3d.score(text, found.linked().annotated().mentions(), names);
      pairs.add(text, found);
    }
    List<ResultTable> tables = new ArrayList<>(Results.re3d(names));
    tables.addAll(pairs.tables());
    print(tables);
    return ExitCode.OK;
  }

  private void print(List<ResultTable> tables) throws IOException {
    Format format = results == null ? (json ? Format.json : Format.text) : results;
    System.out.print(
        switch (format) {
          case text -> Results.text(tables);
          case json -> Results.json(tables);
          case csv -> Results.csv(tables);
        });
  }
}
