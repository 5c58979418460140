package org.entente.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Annotators in a working order.
 *
 * <p>Example: {@code new Pipeline(List.of(sentences, tokens)).annotate(document)}.
 */
public final class Pipeline {

  private final List<Annotator> annotators;

  /**
   * Checks that each annotator's needs are met by those before it.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Pipeline(List<? extends Annotator> annotators) {
    this.annotators = List.copyOf(annotators);
    Set<Layer> present = EnumSet.noneOf(Layer.class);
    for (Annotator annotator : this.annotators) {
      if (!present.containsAll(annotator.requires())) {
        throw new IllegalArgumentException(
            annotator.getClass().getSimpleName()
                + " needs "
                + annotator.requires()
                + " but only "
                + present
                + " come before it");
      }
      present.add(annotator.adds());
    }
  }

  /**
   * Runs all annotators over a document.
   *
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public AnnotatedDocument annotate(Document document) {
    AnnotatedDocument result = AnnotatedDocument.of(document);
    for (Annotator annotator : annotators) {
      if (Thread.interrupted()) {
        throw new CancellationException("interrupted before " + annotator.getClass());
      }
      result = annotator.annotate(result);
    }
    return result;
  }
}
