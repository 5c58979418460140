package org.entente.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * Who is said to have said it.
 *
 * @param text the source as the text names it, such as "activists"
 * @param entity the source as an entity, or null when it is none
 */
public record Attribution(String text, @Nullable EntityRef entity) {}
