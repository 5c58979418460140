/**
 * What a store knows, written in other programs' formats.
 *
 * <p>Main types in reading order: {@link org.entente.exchange.out.KnowledgeExport} (which formats
 * there are), {@code StoreView} (documents, statements and entities, one at a time), {@code Ties}
 * (relations between actors), then one type a format.
 *
 * <p>Invariants: equal stores give equal bytes; memory holds names of documents and entities and
 * what one document or one actor says, never all statements; what comes from texts is escaped, or
 * guarded where a reader would run it.
 *
 * <p>Not here: RDF as it is stored ({@code org.entente.store.Export}); which of our types and
 * relations is which of theirs ({@code data/mappings/ftm.tsv}, {@code stix.tsv}, {@code
 * geojson.tsv}).
 */
@NullMarked
package org.entente.exchange.out;

import org.jspecify.annotations.NullMarked;
