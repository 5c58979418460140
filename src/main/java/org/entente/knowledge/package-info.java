/**
 * What a document claims, and about whom.
 *
 * <p>Main types in reading order: {@link org.entente.knowledge.KnownEntity} (a row of the reference
 * data or of a gazetteer, with its {@link org.entente.knowledge.Listing}), {@link
 * org.entente.knowledge.EntityRef} (an entity as statements name it), {@link
 * org.entente.knowledge.Link} (a mention or an anaphor and what it refers to), {@link
 * org.entente.knowledge.LinkedDocument}, {@link org.entente.knowledge.Predicate} and {@link
 * org.entente.knowledge.Vocabulary} (the relations of the ontology), {@link
 * org.entente.knowledge.Statement} with {@link org.entente.knowledge.Evidence} and {@link
 * org.entente.knowledge.Modality}, and {@link org.entente.knowledge.DocumentKnowledge} (all of it
 * for one document).
 *
 * <p>Invariants: a statement has at least one piece of evidence and lies inside its predicate's
 * domain and range; an entity has one type.
 *
 * <p>Not here: IRIs and RDF ({@code org.entente.rdf}), how links and statements are found.
 */
@NullMarked
package org.entente.knowledge;

import org.jspecify.annotations.NullMarked;
