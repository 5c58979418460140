package org.entente.extract;

import org.entente.knowledge.EntityRef;

/**
 * A statement in the making: who, what, whom, and the token that says so.
 *
 * @param token index of the trigger in its sentence, for modality and time
 * @param confidence how sure, 0 to 1
 * @param presupposed whether it is said in passing by how a name is put together ("Russian
 *     President Vladimir Putin"), so that it stands whatever the sentence denies or doubts
 */
record Claim(
    EntityRef subject,
    String predicate,
    EntityRef object,
    int token,
    double confidence,
    boolean presupposed) {}
