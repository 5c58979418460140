/**
 * Files and streams become documents: plain text, Markdown, HTML, PDF, JSON lines and web archives.
 *
 * <p>Main types in reading order: {@link org.entente.read.Corpus} (which files a command's paths
 * mean), {@link org.entente.read.CorpusFile} (a file, wherever it lies), {@link
 * org.entente.read.DocumentReader} (one file to its documents), {@link
 * org.entente.read.ReadOptions} (limits, encoding, JSON fields), {@link
 * org.entente.read.UnreadableException} (why a file, or a line of one, gave none).
 *
 * <p>Invariants: the text of a plain-text document is the file's own, so that offsets into it are
 * offsets into the file; furniture is left out of the passages, never out of the text; nothing that
 * a document names is fetched.
 *
 * <p>Not here: sentences and words ({@code org.entente.nlp}).
 */
@NullMarked
package org.entente.read;

import org.jspecify.annotations.NullMarked;
