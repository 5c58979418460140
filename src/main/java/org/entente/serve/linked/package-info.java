/**
 * Linked data: what each IRI of a store leads to, as a page for people and as RDF for programs.
 *
 * <p>Main types in reading order: {@link org.entente.serve.linked.LinkedData} (which path is
 * answered how), {@code Addresses} (paths and IRIs), {@code Representation} (which form is asked
 * for), {@code Description} (what is said of an IRI, within bounds), {@code DescriptionPage} and
 * {@code OntologyPage} (the same for people), {@code DatasetDescription} (the store and its SPARQL
 * service as a whole).
 *
 * <p>Invariants: every answer is bounded; every text of the store is escaped by {@code Html}, and
 * no page holds or loads a script.
 *
 * <p>Not here: SPARQL ({@code org.entente.serve}).
 */
@NullMarked
package org.entente.serve.linked;

import org.jspecify.annotations.NullMarked;
