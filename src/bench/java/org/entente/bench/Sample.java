package org.entente.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.extract.PairClassifier;
import org.entente.extract.StatementExtractor;
import org.entente.ingest.KnowledgeBase;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.LinkedDocument;
import org.entente.link.EntityLinker;
import org.entente.link.MentionFinder;
import org.entente.nlp.EventClassifier;
import org.entente.rdf.Iris;
import org.entente.rdf.StatementMapper;
import org.entente.read.Corpus;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Document;
import org.entente.text.Span;

/** The sample articles, and the steps that they go through. */
final class Sample {

  static final Path FOLDER = Path.of("data", "articles");

  private Sample() {}

  static List<Document> documents() throws IOException {
    List<Document> documents = new ArrayList<>();
    DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);
    try (var files = new Corpus(List.of(FOLDER)).files(e -> {})) {
      files.forEach(file -> reader.read(file, documents::add, e -> {}));
    }
    if (documents.isEmpty()) {
      throw new IOException(FOLDER + ": no articles; run this in the project's folder");
    }
    return documents;
  }

  /** What white space separates. */
  static long words(List<Document> documents) {
    long words = 0;
    for (Document document : documents) {
      for (Span passage : document.passages()) {
        words += new java.util.StringTokenizer(passage.of(document.text())).countTokens();
      }
    }
    return words;
  }

  /** The steps by name, each from what the one before gives. */
  static final class Steps {
    private final Map<String, UnaryOperator<Object>> steps = new LinkedHashMap<>();

    Steps() {
      KnowledgeBase base = KnowledgeBase.shipped(Iris.DEFAULT);
      List<Annotator> annotators = new ArrayList<>(base.models().beforeNames());
      annotators.add(new MentionFinder(base.gazetteer()));
      annotators.addAll(base.models().afterNames());
      List<String> names =
          List.of("sentence", "token", "tag", "lemma", "model names", "listed names", "chunk");
      for (int i = 0; i < names.size(); i++) {
        Annotator annotator = annotators.get(i);
        steps.put(names.get(i), in -> annotator.annotate((AnnotatedDocument) in));
      }
      EntityLinker linker = new EntityLinker(base.gazetteer(), base.decisions());
      StatementExtractor extractor =
          new StatementExtractor(base.vocabulary(), classifier(base.models().judge()));
      StatementMapper mapper = new StatementMapper(base.iris(), base.iris().run("bench"));
      steps.put("link", in -> linker.link((AnnotatedDocument) in));
      steps.put(
          "extract",
          in -> {
            LinkedDocument linked = (LinkedDocument) in;
            return new DocumentKnowledge(linked, extractor.extract(linked));
          });
      steps.put("map", in -> mapper.map((DocumentKnowledge) in));
    }

    private static PairClassifier classifier(EventClassifier judge) {
      return new PairClassifier() {
        @Override
        public String[] outcomes() {
          return judge.outcomes();
        }

        @Override
        public double[] probabilities(String[] features) {
          return judge.probabilities(features);
        }
      };
    }

    Object run(String step, Object input) {
      return steps.get(step).apply(input);
    }

    /** What a step starts from, for each document. */
    List<Object> before(String step) throws IOException {
      List<Object> inputs = new ArrayList<>();
      for (Document document : documents()) {
        Object value = AnnotatedDocument.of(document);
        for (Map.Entry<String, UnaryOperator<Object>> entry : steps.entrySet()) {
          if (entry.getKey().equals(step)) {
            break;
          }
          value = entry.getValue().apply(value);
        }
        inputs.add(value);
      }
      return inputs;
    }
  }
}
