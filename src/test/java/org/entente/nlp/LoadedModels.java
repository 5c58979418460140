package org.entente.nlp;

import java.util.List;
import java.util.stream.Stream;
import org.entente.text.Annotator;

/** The shipped models, loaded once for all tests that need them. */
public final class LoadedModels {

  /** The models. */
  public static final Models MODELS = Models.shipped();

  private static final List<Annotator> ANNOTATORS =
      Stream.concat(MODELS.beforeNames().stream(), MODELS.afterNames().stream()).toList();

  private LoadedModels() {}

  /** The first annotators of the pipeline, in working order; the model finds names as the fifth. */
  public static List<Annotator> first(int count) {
    return ANNOTATORS.subList(0, count);
  }

  /** One annotator of the pipeline, counted from 0. */
  public static Annotator annotator(int index) {
    return ANNOTATORS.get(index);
  }
}
