package org.entente.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Link;
import org.entente.knowledge.Statement;
import org.entente.rdf.StatementMapper;
import org.entente.text.Document;
import org.entente.text.Span;

/** From a document to its graph, for one thread: an {@link Analyzer} and a mapper. */
final class DocumentWorker {

  private final Analyzer analyzer;
  private final StatementMapper mapper;

  DocumentWorker(Analyzer analyzer, StatementMapper mapper) {
    this.analyzer = analyzer;
    this.mapper = mapper;
  }

  Outcome work(Document document) {
    String language = analyzer.language(document);
    String source = document.info().source();
    if (!language.equals("en")) {
      String reason = "is in language " + language + ", not in English";
      return new Outcome.Skipped(new BuildListener.Note(source, reason));
    }
    DocumentKnowledge knowledge = analyzer.analyze(document);
    Map<String, Set<String>> entities = new HashMap<>();
    for (Link link : knowledge.linked().links()) {
      entities
          .computeIfAbsent(link.entity().type().label(), k -> new HashSet<>())
          .add(link.entity().slug());
    }
    Map<String, Integer> statements = new HashMap<>();
    for (Statement statement : knowledge.statements()) {
      statements.merge(statement.predicate().name(), 1, Integer::sum);
    }
    return new Outcome.Analysed(
        mapper.name(document),
        mapper.map(knowledge),
        words(document),
        knowledge.linked().links().size(),
        entities,
        statements);
  }

  /** What white space separates, in the passages that were analysed. */
  static long words(Document document) {
    long words = 0;
    for (Span passage : document.passages()) {
      words += new StringTokenizer(passage.of(document.text())).countTokens();
    }
    return words;
  }
}
