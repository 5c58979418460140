package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Judge.Opinion;
import org.entente.knowledge.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the making: who, what, whom, and the token that says so.
 *
 * @param token index of the trigger in its sentence, for modality and time
 * @param confidence how sure, 0 to 1
 * @param presupposed whether it is said in passing by how a name is put together ("Russian
 *     President Vladimir Putin"), so that it stands whatever the sentence denies or doubts
 * @param grounds the patterns that claim it; none when only the judge does
 * @param opinion what the judge thinks of it; null when it was not asked or finds it unlikely
 */
record Claim(
    EntityRef subject,
    String predicate,
    EntityRef object,
    int token,
    double confidence,
    boolean presupposed,
    List<Ground> grounds,
    @Nullable Opinion opinion) {

  Claim {
    grounds = List.copyOf(grounds);
  }

  /** The same with the grounds of another claim of it, or of it turned round. */
  Claim and(Claim other) {
    List<Ground> all = new ArrayList<>(grounds);
    boolean turned = !other.subject.equals(subject);
    other.grounds.forEach(g -> all.add(turned ? g.turned() : g));
    return new Claim(subject, predicate, object, token, confidence, presupposed, all, opinion);
  }

  /** The same as the judge sees it. */
  Claim judged(double sure, @Nullable Opinion of) {
    return new Claim(subject, predicate, object, token, sure, presupposed, grounds, of);
  }
}
