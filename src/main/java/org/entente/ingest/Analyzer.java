package org.entente.ingest;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.PairClassifier;
import org.entente.extract.StatementExplanation;
import org.entente.extract.StatementExtractor;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.LinkedDocument;
import org.entente.link.EntityLinker;
import org.entente.link.Explanation;
import org.entente.link.MentionFinder;
import org.entente.nlp.EventClassifier;
import org.entente.nlp.LanguageGuesser;
import org.entente.text.Annotator;
import org.entente.text.Document;
import org.entente.text.Pipeline;

/**
 * The whole analysis of one document: text to statements.
 *
 * <p>Example: {@code new Analyzer(KnowledgeBase.shipped(Iris.DEFAULT)).analyze(document)}. Not
 * thread safe; each worker has its own.
 */
public final class Analyzer {

  private final Pipeline pipeline;
  private final EntityLinker linker;
  private final StatementExtractor extractor;
  private final LanguageGuesser languages;

  /** An analyzer on the shared models and gazetteer. */
  public Analyzer(KnowledgeBase base) {
    List<Annotator> annotators = new ArrayList<>(base.models().beforeNames());
    annotators.add(new MentionFinder(base.gazetteer()));
    annotators.addAll(base.models().afterNames());
    pipeline = new Pipeline(annotators);
    linker = new EntityLinker(base.gazetteer(), base.decisions());
    extractor = new StatementExtractor(base.vocabulary(), classifier(base.models().judge()));
    languages = new LanguageGuesser(base.models());
  }

  /** The language of a document's passages, as {@link LanguageGuesser#guess}. */
  public String language(Document document) {
    StringBuilder body = new StringBuilder();
    for (var passage : document.passages()) {
      body.append(passage.of(document.text())).append('\n');
      if (body.length() > 4000) {
        break;
      }
    }
    return body.length() == 0 ? "en" : languages.guess(body.toString());
  }

  /** How each mention of the document came to its entity, in order. */
  public List<Explanation> explain(Document document) {
    List<Explanation> explanations = new ArrayList<>();
    linker.explain(pipeline.annotate(document), explanations::add);
    return explanations;
  }

  /** How each statement of the document was found, in the order of the statements. */
  public List<StatementExplanation> explainStatements(Document document) {
    return extractor.explain(linker.link(pipeline.annotate(document)));
  }

  /** What the document says. */
  public DocumentKnowledge analyze(Document document) {
    LinkedDocument linked = linker.link(pipeline.annotate(document));
    return new DocumentKnowledge(linked, extractor.extract(linked));
  }

  private static PairClassifier classifier(EventClassifier judge) {
    String[] outcomes = judge.outcomes();
    return new PairClassifier() {
      @Override
      public String[] outcomes() {
        return outcomes.clone();
      }

      @Override
      public double[] probabilities(String[] features) {
        return judge.probabilities(features);
      }
    };
  }
}
