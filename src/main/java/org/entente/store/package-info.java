/**
 * The TDB2 store: one named graph a document, transactions, questions, export and validation.
 *
 * <p>Main types in reading order: {@link org.entente.store.KnowledgeStore} (open, write, remove),
 * {@link org.entente.store.NamedQuery} (a shipped question and its parameters), {@link
 * org.entente.store.ExecutableQueries} (the same in the graph), {@link
 * org.entente.store.ClaimReader} (statements, a document at a time), {@link
 * org.entente.store.AnalysisGraph} (what an analysis found), {@link org.entente.store.ActorFinder}
 * (an actor by any of its names), {@link org.entente.store.Export} (sorted, in four formats),
 * {@link org.entente.store.QuadLoad} (N-Quads in), {@link org.entente.store.Validation} (shapes and
 * checks), {@code TextIndex} and {@code PlaceIndex} (search, in step with the store), {@link
 * org.entente.store.Backup} (a store as one file and back).
 *
 * <p>Invariants: a document's graph is replaced whole or not at all; one process a store.
 *
 * <p>Not here: what goes into a document's graph ({@code org.entente.rdf}).
 */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
