package org.entente.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A document with what the annotators found in it.
 *
 * @param document the untouched document
 * @param sentences its sentences, in order
 * @param mentions its names, in order, none overlapping another
 * @param layers which kinds of annotation are present
 */
public record AnnotatedDocument(
    Document document, List<Sentence> sentences, List<Mention> mentions, Set<Layer> layers) {

  /**
   * Checks order and overlap.
   *
   * @throws IllegalArgumentException if two mentions overlap or are out of order
   */
  public AnnotatedDocument {
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
    layers = Set.copyOf(layers);
    int last = 0;
    for (Mention mention : mentions) {
      if (mention.span().start() < last) {
        throw new IllegalArgumentException("mention out of order or overlapping: " + mention);
      }
      last = mention.span().end();
    }
  }

  /** A document on which no annotator has worked yet. */
  public static AnnotatedDocument of(Document document) {
    return new AnnotatedDocument(document, List.of(), List.of(), Set.of());
  }

  /** The same document with other sentences and one more layer. */
  public AnnotatedDocument withSentences(List<Sentence> changed, Layer added) {
    return new AnnotatedDocument(document, changed, mentions, plus(added));
  }

  /** The same document with other mentions. */
  public AnnotatedDocument withMentions(List<Mention> changed) {
    return new AnnotatedDocument(document, sentences, changed, plus(Layer.MENTIONS));
  }

  private Set<Layer> plus(Layer added) {
    Set<Layer> all = EnumSet.of(added);
    all.addAll(layers);
    return all;
  }
}
