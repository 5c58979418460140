/**
 * Annotation files and scores against gold.
 *
 * <p>Main types in reading order: {@link org.entente.evaluate.Annotation} (what was marked in a
 * text: by hand or by the pipeline), {@link org.entente.evaluate.AnnotationFiles} (brat standoff
 * and statement tables, read and written), {@link org.entente.evaluate.Scorer} (precision, recall
 * and F1).
 *
 * <p>Invariant: offsets here are code points, as the files have them.
 *
 * <p>Not here: running the pipeline ({@code org.entente.ingest}).
 */
@NullMarked
package org.entente.evaluate;

import org.jspecify.annotations.NullMarked;
