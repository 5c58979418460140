package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Vocabulary;
import org.entente.text.Sentence;

/**
 * The pairs of names in a document's sentences with their features: what the statistical judge
 * decides on and is trained on.
 *
 * <p>Each two entities of a sentence make one pair, from the two of their mentions that stand
 * closest. Example: {@code new PairReader(vocabulary).read(document, pair -> …)}.
 */
public final class PairReader {

  /** Which features these are: a model of another number was trained on others. */
  public static final int FEATURES = PairFeatures.VERSION;

  /** Sentences with more links than this are lists; they are left to the patterns. */
  private static final int MOST_LINKS = 40;

  /**
   * Two entities of one sentence.
   *
   * @param first the one that stands first
   * @param second the other
   * @param evidence the sentence
   * @param features what {@link PairClassifier} is asked with
   */
  public record Pair(EntityRef first, EntityRef second, Evidence evidence, List<String> features) {
    /** Copies the features. */
    public Pair {
      features = List.copyOf(features);
    }
  }

  private final ExtractLexicon lexicon = ExtractLexicon.shipped();
  private final FrameExtractor frames;
  private final NamePatterns patterns;

  /** A reader that knows the relations of this vocabulary. */
  public PairReader(Vocabulary vocabulary) {
    this.frames = new FrameExtractor(lexicon, vocabulary);
    this.patterns = new NamePatterns(lexicon, vocabulary);
  }

  /** Gives each pair of each sentence to {@code sink}, in order. */
  public void read(LinkedDocument linked, Consumer<Pair> sink) {
    List<Link> links = new ArrayList<>(linked.links());
    links.addAll(linked.anaphora());
    links.sort(null);
    String text = linked.annotated().document().text();
    for (Sentence sentence : linked.annotated().sentences()) {
      List<Link> inside = links.stream().filter(l -> sentence.span().contains(l.span())).toList();
      if (inside.isEmpty()) {
        continue;
      }
      Clause clause = new Clause(sentence, inside);
      List<Claim> claims = new ArrayList<>(patterns.extract(clause, text, List.of()));
      claims.addAll(frames.extract(clause));
      PairFeatures features = new PairFeatures(clause, lexicon, claims);
      for (Link[] pair : closest(inside)) {
        sink.accept(
            new Pair(
                pair[0].entity(),
                pair[1].entity(),
                new Evidence(sentence.span()),
                List.of(features.of(pair[0], pair[1]))));
      }
    }
  }

  /** For each two entities the two of their links with the least text between them. */
  static List<Link[]> closest(List<Link> links) {
    Map<String, Link[]> best = new TreeMap<>();
    Map<String, Integer> distances = new HashMap<>();
    if (links.size() > MOST_LINKS) {
      return List.of();
    }
    for (int i = 0; i < links.size(); i++) {
      for (int j = i + 1; j < links.size(); j++) {
        Link a = links.get(i);
        Link b = links.get(j);
        boolean apart = a.span().end() <= b.span().start();
        if (!apart || a.entity().slug().equals(b.entity().slug())) {
          continue;
        }
        boolean ordered = a.entity().slug().compareTo(b.entity().slug()) < 0;
        String key =
            ordered
                ? a.entity().slug() + ' ' + b.entity().slug()
                : b.entity().slug() + ' ' + a.entity().slug();
        int distance = b.span().start() - a.span().end();
        if (distance < distances.getOrDefault(key, Integer.MAX_VALUE)) {
          distances.put(key, distance);
          best.put(key, new Link[] {a, b});
        }
      }
    }
    List<Link[]> pairs = new ArrayList<>(best.values());
    pairs.sort(java.util.Comparator.comparing((Link[] p) -> p[0]).thenComparing(p -> p[1]));
    return pairs;
  }
}
