/**
 * Sentences, tokens, tags, lemmas, names and chunks with Apache OpenNLP.
 *
 * <p>Main types in reading order: {@link org.entente.nlp.Models} (what is loaded once), {@link
 * org.entente.nlp.LanguageGuesser} (which language a text is in), then the annotators {@link
 * org.entente.nlp.SentenceAnnotator}, {@link org.entente.nlp.TokenAnnotator}, {@link
 * org.entente.nlp.TagAnnotator}, {@link org.entente.nlp.LemmaAnnotator}, {@link
 * org.entente.nlp.NameAnnotator} and {@link org.entente.nlp.ChunkAnnotator}; {@link
 * org.entente.nlp.NameTraining} and {@link org.entente.nlp.EventClassifier} for what is trained.
 *
 * <p>Invariants: models are shared between workers, annotators are not; tokens and tags follow the
 * Penn Treebank, which the chunker was trained on.
 *
 * <p>Not here: what a name refers to ({@code org.entente.link}).
 */
@NullMarked
package org.entente.nlp;

import org.jspecify.annotations.NullMarked;
