/**
 * What a sentence looks like to extraction: phrases in a row and the clauses that verbs make.
 *
 * <p>Main types in reading order: {@link org.entente.extract.clause.Phrase} (with its entities),
 * {@link org.entente.extract.clause.Clause} (who is subject and object of what), {@link
 * org.entente.extract.clause.ClauseParts} (a sentence cut at its clauses).
 *
 * <p>Invariants: phrases, verbs and tokens are named by their index in the sentence; -1 is none.
 *
 * <p>Not here: what a sentence states, in which way ({@code org.entente.extract.modality}) and of
 * which time ({@code org.entente.extract.time}).
 */
@NullMarked
package org.entente.extract.clause;

import org.jspecify.annotations.NullMarked;
