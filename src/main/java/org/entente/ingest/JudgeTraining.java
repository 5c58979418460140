package org.entente.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.extract.PairReader;
import org.entente.extract.PairReader.Pair;
import org.entente.ingest.GoldDocuments.Example;
import org.entente.nlp.EventClassifier;
import org.entente.nlp.EventClassifier.Observation;
import org.entente.rdf.ResourceFolder;
import org.entente.text.Digests;
import org.entente.text.Span;

/**
 * Trains the statistical judge of statements from annotated texts.
 *
 * <p>Each pair of names in a sentence is one observation for each statement that the gold has
 * between them there, or one of the outcome {@code none}. A pair whose statement stands with
 * another sentence as evidence is left out: the sentence may well say it too.
 */
public final class JudgeTraining {

  /** The outcome of a pair that states nothing. */
  public static final String NONE = "none";

  private final KnowledgeBase base;

  private static final int ITERATIONS = 50;
  private static final int CUTOFF = 2;

  /** A training with these models and relations. */
  public JudgeTraining(KnowledgeBase base) {
    this.base = base;
  }

  /** The parameters in words. */
  public static String parameters() {
    return "maximum entropy, %d iterations, cutoff %d".formatted(ITERATIONS, CUTOFF);
  }

  /**
   * SHA-256 over all annotated texts of a folder and the parameters.
   *
   * @throws IOException if a file cannot be read
   */
  public static String digest(Path folder) throws IOException {
    StringBuilder all = new StringBuilder(parameters()).append('\n');
    for (String name : AnnotationFiles.names(folder)) {
      for (String ending : List.of(".txt", ".ann", ".rel.tsv")) {
        all.append(name).append(ending).append('\n');
        all.append(Files.readString(folder.resolve(name + ending)).replace("\r\n", "\n"));
      }
    }
    return Digests.sha256(all.toString());
  }

  /** SHA-256 over the tables of words, which features and frames are made of. */
  public static String lexiconDigest() {
    Map<String, String> tables = new TreeMap<>(ResourceFolder.read("/lexicon", ".tsv"));
    tables.putAll(ResourceFolder.read("/lexicon", ".txt"));
    StringBuilder all = new StringBuilder();
    tables.forEach(
        (name, text) -> all.append(name).append('\n').append(text.replace("\r\n", "\n")));
    return Digests.sha256(all.toString());
  }

  /**
   * The judge that a folder of gold gives.
   *
   * @throws IOException if a file cannot be read
   */
  public EventClassifier train(Path folder) throws IOException {
    return EventClassifier.train(observations(folder), ITERATIONS, CUTOFF);
  }

  /**
   * All observations of a folder of gold, in order of the texts' names.
   *
   * @throws IOException if a file cannot be read
   */
  public List<Observation> observations(Path folder) throws IOException {
    GoldDocuments gold = new GoldDocuments(base);
    PairReader pairs = new PairReader(base.vocabulary());
    List<Observation> observations = new ArrayList<>();
    for (String name : AnnotationFiles.names(folder)) {
      Example example = gold.read(folder, name);
      Map<String, List<Annotation.Row>> rows = new HashMap<>();
      for (Annotation.Row row : example.statements()) {
        rows.computeIfAbsent(row.subject() + ' ' + row.object(), k -> new ArrayList<>()).add(row);
      }
      String text = example.linked().annotated().document().text();
      pairs.read(example.linked(), pair -> observe(pair, rows, text, observations));
    }
    return observations;
  }

  private static void observe(
      Pair pair, Map<String, List<Annotation.Row>> rows, String text, List<Observation> sink) {
    Set<String> outcomes = new HashSet<>();
    boolean elsewhere = false;
    String first = pair.first().slug();
    String second = pair.second().slug();
    for (Annotation.Row row : rows.getOrDefault(first + ' ' + second, List.of())) {
      if (isHere(row, pair, text)) {
        outcomes.add(row.predicate() + '>');
      } else {
        elsewhere = true;
      }
    }
    for (Annotation.Row row : rows.getOrDefault(second + ' ' + first, List.of())) {
      if (isHere(row, pair, text)) {
        outcomes.add(row.predicate() + '<');
      } else {
        elsewhere = true;
      }
    }
    if (outcomes.isEmpty() && elsewhere) {
      return;
    }
    if (outcomes.isEmpty()) {
      outcomes.add(NONE);
    }
    outcomes.stream().sorted().forEach(o -> sink.add(new Observation(o, pair.features())));
  }

  private static boolean isHere(Annotation.Row row, Pair pair, String text) {
    Span evidence =
        new Span(text.offsetByCodePoints(0, row.start()), text.offsetByCodePoints(0, row.end()));
    return evidence.overlaps(pair.evidence().span());
  }
}
