package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.ingest.Analyzer;
import org.entente.rdf.Iris;
import org.entente.read.Corpus;
import org.entente.read.CorpusFile;
import org.entente.read.DocumentReader;
import org.entente.read.UnreadableException;
import org.entente.text.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annotate}: texts to annotation files. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description = "Writes NAME.ann and NAME.rel.tsv for each text.")
final class AnnotateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read.")
  List<Path> paths = List.of();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
  Path out = Path.of("annotations");

  @Mixin ReadingOptions reading = new ReadingOptions();
  @Mixin KnowledgeOptions knowledge = new KnowledgeOptions();

  private final Set<String> written = new HashSet<>();
  private int failures;

  @Override
  public Integer call() throws IOException {
    DocumentReader reader = new DocumentReader(reading.options());
    Files.createDirectories(out);
    Analyzer analyzer = new Analyzer(knowledge.base(Iris.DEFAULT));
    try (Stream<CorpusFile> files = new Corpus(paths).files(this::failed)) {
      files.forEach(
          file -> reader.read(file, document -> annotate(document, analyzer), this::failed));
    }
    System.out.println(written.size() + " texts annotated in " + out);
    if (written.isEmpty()) {
      System.err.println(paths + ": no text to annotate");
      return ExitCode.NO_INPUT;
    }
    return failures == 0 ? ExitCode.OK : ExitCode.PARTLY;
  }

  private void failed(UnreadableException e) {
    failures++;
    System.err.println(e.name() + ": " + e.reason());
  }

  private void annotate(Document document, Analyzer analyzer) {
    String language = analyzer.language(document);
    if (!language.equals("en")) {
      System.err.println(document.name() + ": skipped, is in language " + language);
      return;
    }
    if (!written.add(document.name())) {
      failures++;
      System.err.println(document.name() + ": a text of this name was annotated already; skipped");
      return;
    }
    try {
      AnnotationFiles.write(out, Annotation.of(analyzer.analyze(document)));
      if (document.derived()) {
        Files.writeString(out.resolve(document.name() + ".txt"), document.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
