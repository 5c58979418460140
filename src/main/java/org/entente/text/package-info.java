/**
 * What a document is, once it has been read and annotated.
 *
 * <p>Main types in reading order: {@link org.entente.text.Document} (what was read), {@link
 * org.entente.text.Annotator} (one step of analysis), {@link org.entente.text.Pipeline} (the steps
 * in order), {@link org.entente.text.AnnotatedDocument} (the result: {@link
 * org.entente.text.Sentence}s of {@link org.entente.text.Token}s and {@link
 * org.entente.text.Chunk}s, and {@link org.entente.text.Mention}s).
 *
 * <p>Invariants: every {@link org.entente.text.Span} is half-open and counts UTF-16 units of the
 * document's untouched text; records are immutable; an annotator never drops a layer.
 *
 * <p>Not here: what a mention refers to and what a text claims ({@code org.entente.knowledge}).
 */
@NullMarked
package org.entente.text;

import org.jspecify.annotations.NullMarked;
