/**
 * Who stands with whom: signed relations of actors, blocs and brokers, from what a store holds.
 *
 * <p>Main types in reading order: {@link org.entente.analyse.Analysis} (reads a store, writes its
 * analysis graph), {@code RollUp} (for whom an actor acts), {@code PairTable} (what statements come
 * to, by pair and period), {@code Tally} (one pair in one period), {@code YearGraph} (blocs and
 * brokers of one year).
 *
 * <p>Invariants: the same store gives the same graph; statements are read one document at a time
 * and only sums are kept.
 *
 * <p>Not here: weights (the ontology), RDF ({@code org.entente.store}), questions to the graph
 * ({@code src/main/resources/queries}).
 */
@NullMarked
package org.entente.analyse;

import org.jspecify.annotations.NullMarked;
