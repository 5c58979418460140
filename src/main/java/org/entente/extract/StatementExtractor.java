package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.extract.StatementExplanation.Sighting;
import org.entente.extract.clause.Clause;
import org.entente.extract.modality.ModalityReader;
import org.entente.extract.modality.Quotations;
import org.entente.extract.modality.Quoted;
import org.entente.extract.modality.Reading;
import org.entente.extract.time.DateExpression;
import org.entente.extract.time.DateFinder;
import org.entente.extract.time.TimeReader;
import org.entente.extract.time.TimeReader.Timing;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.knowledge.Tie;
import org.entente.knowledge.Vocabulary;
import org.entente.text.Document;
import org.entente.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a document states: one statement for each different subject, predicate, object and modality,
 * with the sentences that say it.
 *
 * <p>Example: from "Russia withdrew from Palmyra in May 2015." comes russia, withdrawsFrom,
 * palmyra, asserted, 2015-05. A sentence that the document repeats word for word counts once. Not
 * thread safe.
 */
public final class StatementExtractor {

  private static final int MAX_EVIDENCE = 5;

  /** Chosen on the development texts: the best F1 with a precision above 0.55. */
  /**
   * What is less sure than this is not said: a quarter of it is right on the development texts, and
   * leaving it out costs 0.004 of F1 there for 0.03 of precision.
   */
  private static final double LEAST = 0.3;

  private static final Judge.Thresholds THRESHOLDS = new Judge.Thresholds(0.15, 0.02, 0.4);

  /** What a sentence takes from those before it: its dates in full, and who speaks. */
  private record Setting(List<DateExpression> dates, Quoted quoted) {}

  private final Vocabulary vocabulary;
  private final ExtractLexicon lexicon = ExtractLexicon.shipped();
  private final FrameExtractor frames;
  private final NamePatterns patterns;
  private final ModalityReader modality;
  private final TimeReader times = new TimeReader();
  private final @Nullable Judge judge;

  /** An extractor for the relations of this vocabulary, by the shipped word tables alone. */
  public StatementExtractor(Vocabulary vocabulary) {
    this(vocabulary, null);
  }

  /**
   * An extractor whose patterns are judged.
   *
   * @param classifier gives pairs of names a probability for each relation; null for none
   */
  public StatementExtractor(Vocabulary vocabulary, @Nullable PairClassifier classifier) {
    this.vocabulary = vocabulary;
    this.judge = classifier == null ? null : new Judge(classifier, THRESHOLDS, vocabulary, lexicon);
    this.frames = new FrameExtractor(lexicon, vocabulary);
    this.patterns = new NamePatterns(lexicon, vocabulary);
    this.modality = new ModalityReader();
  }

  /** The statements of a document, in {@link Statement#ORDER}. */
  public List<Statement> extract(LinkedDocument linked) {
    return new Run(linked, false).statements();
  }

  /** The same statements, each with how it was found. */
  public List<StatementExplanation> explain(LinkedDocument linked) {
    Run run = new Run(linked, true);
    List<StatementExplanation> explained = new ArrayList<>();
    for (Statement statement : run.statements()) {
      List<Sighting> all = run.sightings.getOrDefault(key(statement), List.of());
      List<Sighting> kept = new ArrayList<>();
      for (Evidence evidence : statement.evidence()) {
        all.stream().filter(s -> s.sentence().equals(evidence.span())).forEach(kept::add);
      }
      explained.add(new StatementExplanation(statement, kept));
    }
    return explained;
  }

  private static String key(Statement statement) {
    return String.join(
        " ",
        statement.subject().slug(),
        statement.predicate().name(),
        statement.object().slug(),
        statement.modality().name());
  }

  /** The reading of one document. */
  private final class Run {
    private final LinkedDocument linked;
    private final Document document;
    private final @Nullable Explainer explainer;
    private final Map<String, Statement> statements = new TreeMap<>();

    /** How each statement was found, by its key; empty unless somebody wants to know. */
    private final Map<String, List<Sighting>> sightings = new HashMap<>();

    Run(LinkedDocument linked, boolean explaining) {
      this.linked = linked;
      this.document = linked.annotated().document();
      this.explainer = explaining ? new Explainer(linked, judge) : null;
      read();
    }

    List<Statement> statements() {
      return statements.values().stream().sorted(Statement.ORDER).toList();
    }

    private void read() {
      List<Link> links = new ArrayList<>(linked.links());
      links.addAll(linked.anaphora());
      links.sort(null);
      Set<String> seen = new HashSet<>();
      Quotations quotations = new Quotations(modality);
      DateFinder finder = new DateFinder(document.info().issued());
      List<Tie> ties = new ArrayList<>(linked.ties());
      ties.sort(Comparator.comparing(Tie::span));
      int tied = 0;
      int next = 0;
      for (Sentence sentence : linked.annotated().sentences()) {
        List<Link> inside = new ArrayList<>();
        while (next < links.size() && links.get(next).span().start() < sentence.span().end()) {
          Link link = links.get(next++);
          if (sentence.span().contains(link.span())) {
            inside.add(link);
          }
        }
        int from = tied;
        while (tied < ties.size() && ties.get(tied).span().start() < sentence.span().end()) {
          tied++;
        }
        boolean repeated = !seen.add(sentence.span().of(document.text()));
        List<DateExpression> dates = finder.read(document.text(), sentence.span());
        Clause clause = new Clause(sentence, inside);
        Setting setting = new Setting(dates, quotations.next(clause));
        if (!inside.isEmpty() && !repeated) {
          sentence(clause, inside, ties.subList(from, tied), setting);
        }
      }
    }

    private void sentence(Clause clause, List<Link> links, List<Tie> ties, Setting setting) {
      List<Claim> claims = new ArrayList<>(patterns.extract(clause, document.text(), ties));
      claims.addAll(frames.extract(clause));
      if (judge != null) {
        claims = judge.judge(clause, links, claims);
      }
      Map<EntityRef, Double> certainty = new HashMap<>();
      for (Link link : links) {
        certainty.merge(link.entity(), link.confidence(), Math::max);
      }
      for (Claim claim : claims) {
        Reading reading =
            claim.presupposed()
                ? Reading.ASSERTED
                : modality.read(clause, claim.token(), setting.quoted());
        Timing timing =
            times.read(
                clause,
                claim.token(),
                claim.predicate(),
                claim.object(),
                claim.presupposed(),
                claim.anchored(),
                setting.dates());
        double confidence =
            round(
                claim.confidence()
                    * certainty.getOrDefault(claim.subject(), 0.5)
                    * certainty.getOrDefault(claim.object(), 0.5));
        if (confidence < LEAST) {
          continue;
        }
        Statement statement =
            statement(claim, reading, timing, confidence, new Evidence(clause.sentence().span()));
        merge(statement);
        if (explainer != null) {
          sightings
              .computeIfAbsent(key(statement), k -> new ArrayList<>())
              .add(explainer.sighting(clause, claim, reading, timing.date(), confidence));
        }
      }
    }

    private Statement statement(
        Claim claim, Reading reading, Timing timing, double confidence, Evidence evidence) {
      Predicate predicate = vocabulary.predicate(claim.predicate());
      EntityRef subject = claim.subject();
      EntityRef object = claim.object();
      if (predicate.symmetric()
          && subject.compareTo(object) > 0
          && predicate.accepts(object.type(), subject.type())) {
        subject = claim.object();
        object = claim.subject();
      }
      return new Statement(
          subject,
          predicate,
          object,
          reading.modality(),
          reading.attribution(),
          timing.interval().start(),
          timing.interval().end(),
          confidence,
          List.of(evidence));
    }

    /** Adds a statement, or its sentence to the same statement found before. */
    private void merge(Statement found) {
      Statement before = statements.get(key(found));
      if (before == null) {
        statements.put(key(found), found);
        return;
      }
      Evidence evidence = found.evidence().get(0);
      if (before.evidence().contains(evidence) || before.evidence().size() >= MAX_EVIDENCE) {
        return;
      }
      boolean clearer = found.confidence() > before.confidence();
      List<Evidence> all = new ArrayList<>(before.evidence());
      all.add(clearer ? 0 : all.size(), evidence);
      boolean dated = before.start() != null || before.end() != null;
      statements.put(
          key(found),
          new Statement(
              found.subject(),
              found.predicate(),
              found.object(),
              found.modality(),
              before.attribution() == null ? found.attribution() : before.attribution(),
              dated ? before.start() : found.start(),
              dated ? before.end() : found.end(),
              Math.max(found.confidence(), before.confidence()),
              all));
    }
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
