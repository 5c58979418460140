/**
 * Sentences with linked mentions become statements.
 *
 * <p>Main types in reading order: {@link org.entente.extract.StatementExtractor} (the whole step),
 * then inside the package {@code FrameExtractor} (verbs and nouns of the lexicon), {@code
 * NamePatterns} (titles, compounds, places), {@code Judge} (what a trained model thinks of their
 * claims) with {@code PairFeatures}, and {@link org.entente.extract.PairReader} (what it is trained
 * on).
 *
 * <p>Invariants: what a text states comes from the lexicon's tables, never from names in the code;
 * a statement outside its predicate's domain and range is not made.
 *
 * <p>Not here: who a name is ({@code org.entente.link}); a sentence as phrases ({@code
 * org.entente.extract.clause}), in which way ({@code org.entente.extract.modality}) and of which
 * time ({@code org.entente.extract.time}) it states something.
 */
@NullMarked
package org.entente.extract;

import org.jspecify.annotations.NullMarked;
