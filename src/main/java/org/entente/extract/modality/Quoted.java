package org.entente.extract.modality;

import java.util.BitSet;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * The direct speech of a sentence.
 *
 * @param inside the tokens between quotation marks
 * @param speaker who goes on speaking from the sentence before, if somebody does
 * @param last who spoke last, if anybody has spoken
 */
public record Quoted(BitSet inside, @Nullable Attribution speaker, @Nullable Attribution last) {

  /** A sentence on its own. */
  static Quoted alone(Clause clause) {
    return new Quoted(Quotations.marks(clause, false), null, null);
  }
}
