package org.entente.knowledge;

import org.entente.text.Span;

/**
 * What a name in company says by itself: "Russian forces" that they are part of Russia,
 * "Iranian-backed militias" that Iran supports them.
 *
 * @param span where the name stands
 * @param subject from
 * @param predicate name of the relation
 * @param object to
 */
public record Tie(Span span, EntityRef subject, String predicate, EntityRef object) {}
