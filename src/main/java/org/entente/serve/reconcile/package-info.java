/**
 * The Reconciliation Service API 0.2 over a store, so that OpenRefine and its like match the rows
 * of a table to the store's entities and fetch more columns.
 *
 * <p>Main types in reading order: {@link org.entente.serve.reconcile.Reconciliation} (paths, JSON),
 * {@code Matcher} (candidates and their scores), {@code Schema} (types and properties, from the
 * ontology).
 *
 * <p>Invariants: a batch, a limit and a value list are bounded; the preview escapes what it shows.
 *
 * <p>Not here: how names in articles are linked ({@code org.entente.link}).
 */
@NullMarked
package org.entente.serve.reconcile;

import org.jspecify.annotations.NullMarked;
