/**
 * Sentences with linked mentions become statements.
 *
 * <p>Main types in reading order: {@link org.entente.extract.StatementExtractor} (the whole step),
 * then inside the package {@code Clause} (a sentence as phrases with their entities), {@code
 * FrameExtractor} (verbs and nouns of the lexicon), {@code NamePatterns} (titles, compounds,
 * places), {@code ClauseParts} (a sentence cut at its clauses), {@code ModalityReader}, {@code
 * Quotations} (direct speech through sentences), {@code DateFinder} (dates in words) and {@code
 * TimeReader} (which of them belongs to a statement).
 *
 * <p>Invariants: what a text states comes from the lexicon's tables, never from names in the code;
 * a statement outside its predicate's domain and range is not made.
 *
 * <p>Not here: who a name is ({@code org.entente.link}).
 */
@NullMarked
package org.entente.extract;

import org.jspecify.annotations.NullMarked;
