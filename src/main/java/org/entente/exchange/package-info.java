/**
 * Other people's data: event data sets in, identities at Wikidata, and what of them bears out what
 * our texts say.
 *
 * <p>Main types in reading order: {@link org.entente.exchange.ExternalMapping} (how rows become
 * triples), {@link org.entente.exchange.ExternalImport} (a file into a store), {@link
 * org.entente.exchange.EntityLookup} (which of our entities a name or identifier means).
 *
 * <p>Invariants: files and answers from elsewhere are not trusted: streamed, bounded, checked, and
 * never run or fetched; what they say stands in graphs of its own.
 *
 * <p>Not here: which names we know ({@code org.entente.link}, put in by {@code
 * org.entente.ingest}).
 */
@NullMarked
package org.entente.exchange;

import org.jspecify.annotations.NullMarked;
