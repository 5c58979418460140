package org.entente.extract.modality;

import java.util.List;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.Modality;
import org.jspecify.annotations.Nullable;

/**
 * The modality of what a token states, who is said to have said it, and by which words.
 *
 * @param modality the strongest effect of the cues; asserted without one
 * @param attribution who says so; null when it is the writer
 * @param cues the words that decided, those of saying first
 */
public record Reading(Modality modality, @Nullable Attribution attribution, List<Cue> cues) {

  /** What stands whatever the sentence doubts. */
  public static final Reading ASSERTED = new Reading(Modality.ASSERTED, null, List.of());

  /** Copies the cues. */
  public Reading {
    cues = List.copyOf(cues);
  }
}
