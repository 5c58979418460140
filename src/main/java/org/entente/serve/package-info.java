/**
 * Fuseki over a store, from {@code fuseki-config/}.
 *
 * <p>Main type: {@link org.entente.serve.SparqlServer}. Invariants: loopback only unless told
 * otherwise; nothing can be written, called or loaded through it.
 *
 * <p>Not here: the questions themselves ({@code org.entente.store}).
 */
@NullMarked
package org.entente.serve;

import org.jspecify.annotations.NullMarked;
