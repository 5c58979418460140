/**
 * Fuseki over a store, from {@code fuseki-config/}, fit for strangers.
 *
 * <p>Main types in reading order: {@link org.entente.serve.SparqlServer} (start and stop), {@link
 * org.entente.serve.ServeOptions} (to whom, with which rights), {@link org.entente.serve.Limits}
 * (what a request may take), {@code FrontDoor} (what it passes before Fuseki), {@code Explorer}
 * (the page at {@code /}), {@code GuardedQuery} and {@code BoundedFunctions} (how a query is kept
 * within bounds), {@code Lockdown} (what Jena leaves open), {@link org.entente.serve.RemoteStore}
 * (the other end).
 *
 * <p>Invariants: loopback only unless told otherwise; nothing is written without a password, called
 * without a list, or loaded; no error tells of paths or classes.
 *
 * <p>Not here: the questions themselves ({@code org.entente.store}).
 */
@NullMarked
package org.entente.serve;

import org.jspecify.annotations.NullMarked;
