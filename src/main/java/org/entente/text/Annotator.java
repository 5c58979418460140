package org.entente.text;

import java.util.Set;

/**
 * One step of analysis: takes a document, gives it back with one more layer.
 *
 * <p>Pure: the same document gives the same result, and no layer is dropped. An annotator need not
 * be thread safe; a worker has its own.
 */
public interface Annotator {

  /** The layers that must be present. */
  Set<Layer> requires();

  /** The layer that is present afterwards. */
  Layer adds();

  /** The document with the layer added. */
  AnnotatedDocument annotate(AnnotatedDocument document);
}
