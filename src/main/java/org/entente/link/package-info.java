/**
 * Names become entities: the gazetteer, rules for names in company, acronyms, anaphora.
 *
 * <p>Main types in reading order: {@link org.entente.link.Gazetteer} (known names to known
 * entities), {@link org.entente.link.MentionFinder} (an annotator that marks names), {@link
 * org.entente.link.EntityLinker} (mentions, common nouns and pronouns to entities), {@link
 * org.entente.link.Explanation} (why), {@link org.entente.link.GazetteerTable} and {@link
 * org.entente.link.Decisions} (tables of names and of what people decided).
 *
 * <p>Invariants: mentions do not overlap, the longest wins; a known name without a clear bearer
 * stays unlinked rather than being linked wrongly.
 *
 * <p>Not here: reading the reference data ({@code org.entente.rdf}).
 */
@NullMarked
package org.entente.link;

import org.jspecify.annotations.NullMarked;
