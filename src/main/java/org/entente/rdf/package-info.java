/**
 * The only place that turns knowledge into RDF and RDF into knowledge, and that mints IRIs.
 *
 * <p>Main types in reading order: {@link org.entente.rdf.Iris} (the names of things), {@link
 * org.entente.rdf.OntologyFiles} (the ontology that the jar ships or a folder holds), {@link
 * org.entente.rdf.OntologyReader} (predicates and known entities from it), {@link
 * org.entente.rdf.StatementMapper} (one document's knowledge to its graph), {@link
 * org.entente.rdf.DecisionMapper}.
 *
 * <p>Invariants: every IRI is made from what it names, so the same input gives the same graph; no
 * blank nodes; offsets are code points.
 *
 * <p>Not here: transactions and queries ({@code org.entente.store}).
 */
@NullMarked
package org.entente.rdf;

import org.jspecify.annotations.NullMarked;
