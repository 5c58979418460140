/**
 * The tables of words in {@code data/lexicon/}, as rows.
 *
 * <p>Main type: {@link org.entente.lexicon.LexiconTable}. Invariant: a row has every column of its
 * header; a missing or unknown column is an error that names file and row.
 *
 * <p>Not here: what the rows mean ({@code org.entente.link}, {@code org.entente.extract}).
 */
@NullMarked
package org.entente.lexicon;

import org.jspecify.annotations.NullMarked;
