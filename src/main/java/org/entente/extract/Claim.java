package org.entente.extract;

import org.entente.knowledge.EntityRef;

/**
 * A statement in the making: who, what, whom, and the token that says so.
 *
 * @param token index of the trigger in its sentence, for modality and time
 * @param confidence how sure, 0 to 1
 */
record Claim(EntityRef subject, String predicate, EntityRef object, int token, double confidence) {}
