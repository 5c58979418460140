package org.entente.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Statement;
import org.entente.rdf.Iris;
import org.entente.rdf.StatementMapper;
import org.entente.text.Document;
import org.entente.text.Span;

/** From a document to its graph, for one thread: an {@link Analyzer} and a mapper. */
final class DocumentWorker {

  private final Analyzer analyzer;
  private final StatementMapper mapper;

  private final Iris iris;

  private DocumentWorker(Analyzer analyzer, StatementMapper mapper, Iris iris) {
    this.analyzer = analyzer;
    this.mapper = mapper;
    this.iris = iris;
  }

  /** A worker on what all share. */
  static DocumentWorker on(KnowledgeBase base) {
    StatementMapper mapper = new StatementMapper(base.iris(), base.run().node());
    return new DocumentWorker(new Analyzer(base), mapper, base.iris());
  }

  Outcome work(Document document) {
    String language = analyzer.language(document);
    String source = document.info().source();
    if (!language.equals("en")) {
      String reason = "is in language " + language + ", not in English";
      return new Outcome.Skipped(new BuildListener.Note(source, reason));
    }
    DocumentKnowledge knowledge = analyzer.analyze(document);
    Map<String, Integer> statements = new HashMap<>();
    for (Statement statement : knowledge.statements()) {
      statements.merge(statement.predicate().name(), 1, Integer::sum);
    }
    return new Outcome.Analysed(
        mapper.name(document),
        mapper.map(knowledge),
        iris.source(source).getURI(),
        words(document),
        knowledge.linked().links().size(),
        entities(knowledge.linked()),
        statements);
  }

  private List<Outcome.Named> entities(LinkedDocument linked) {
    Set<String> discovered = new HashSet<>();
    linked.discovered().forEach(e -> discovered.add(e.slug()));
    Map<EntityRef, Integer> mentions =
        new TreeMap<>(Comparator.comparing(EntityRef::slug).thenComparing(EntityRef::type));
    linked.links().forEach(link -> mentions.merge(link.entity(), 1, Integer::sum));
    List<Outcome.Named> named = new ArrayList<>();
    mentions.forEach(
        (entity, count) -> {
          boolean isNew = discovered.contains(entity.slug());
          Node node = isNew ? iris.discovered(entity) : iris.entity(entity.slug());
          named.add(
              new Outcome.Named(
                  entity.slug(),
                  node.getURI(),
                  entity.type().label(),
                  entity.label(),
                  isNew,
                  count));
        });
    return named;
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
