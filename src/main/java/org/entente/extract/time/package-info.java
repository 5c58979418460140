/**
 * When something held or happened, by the dates that a document has in words.
 *
 * <p>Main types in reading order: {@link org.entente.extract.time.DateFinder} (the dates of a
 * document, sentence by sentence), {@link org.entente.extract.time.DateExpression} with its {@link
 * org.entente.extract.time.Interval}, {@code Timeline} (what is not said in full), {@code
 * DatePatterns}, {@code DateMatch}, {@code DateParts} and {@code Position} (one expression and what
 * stands before it), {@link org.entente.extract.time.TimeReader} (which date belongs to a
 * statement).
 *
 * <p>Invariants: a date is as precise as its words and no more; words come from {@code
 * timewords.tsv}.
 *
 * <p>Not here: dates of documents in their metadata ({@code org.entente.read}).
 */
@NullMarked
package org.entente.extract.time;

import org.jspecify.annotations.NullMarked;
