package org.entente.extract.modality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.modality.Reports.Said;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.Modality;
import org.jspecify.annotations.Nullable;

/**
 * In which way a sentence states what one of its tokens triggers: negation before possibility
 * before report. Words come from {@code modality.tsv}; how far they reach comes from the parts of
 * the sentence, see {@link ClauseParts}.
 *
 * <p>Example: in "Ankara denied that it had armed the group, which holds Idlib" the trigger "armed"
 * is negated and said by Ankara, "holds" is the writer's.
 */
public final class ModalityReader {

  private final ModalityWords words = ModalityWords.shipped();

  /** The modality of what a token of a sentence on its own triggers. */
  Reading read(Clause clause, int token) {
    return read(clause, token, Quoted.alone(clause));
  }

  /** The modality of what a token triggers, in a sentence with this direct speech. */
  public Reading read(Clause clause, int token, Quoted quoted) {
    ClauseParts parts = new ClauseParts(clause);
    SayingVerbs verbs = new SayingVerbs(clause, parts, words);
    Speakers speakers = new Speakers(clause, parts, verbs, quoted.last());
    Reports reports = new Reports(clause, parts, words, verbs, quoted.inside());
    int phrase = clause.phraseOf(token);
    int verb = clause.phrases().get(phrase).isVerb() ? phrase : clause.governingVerb(phrase);
    List<Cue> cues = new ArrayList<>();
    Attribution attribution = null;
    Said said = reports.said(phrase, token);
    if (said != null) {
      attribution = speakers.source(said.phrase());
      boolean denied = said.effect().equals("negated");
      int head = clause.phrases().get(said.phrase()).head();
      cues.add(new Cue(head, said.rule(), denied ? Modality.NEGATED : Modality.REPORTED));
    } else if (quoted.inside().get(token) && reports.speaks(token)) {
      attribution = quoted.speaker();
      if (attribution != null) {
        cues.add(new Cue(reports.quotedFrom(token), "direct speech", Modality.REPORTED));
      }
    }
    int according = speakers.accordingTo(token);
    Attribution source = according < 0 ? null : speakers.named(clause.phraseOf(according + 2));
    if (source != null) {
      attribution = source;
      cues.add(new Cue(according, "according to", Modality.REPORTED));
    }
    int held = said == null ? reports.held(phrase) : -1;
    if (held >= 0) {
      attribution = attribution == null ? speakers.holder(held) : attribution;
      cues.add(new Cue(held, "said to", Modality.REPORTED));
    }
    new Doubts(clause, parts, words, reports).read(token, phrase, verb, cues);
    // the enumeration's order is that of strength
    Modality modality =
        cues.stream().map(Cue::effect).max(Comparator.naturalOrder()).orElse(Modality.ASSERTED);
    return new Reading(modality, attribution, cues);
  }

  /**
   * Who is said to speak in a sentence; null when it does not say so.
   *
   * @param last who spoke before it: "he" is the same
   */
  @Nullable Attribution speaker(Clause clause, BitSet inside, @Nullable Attribution last) {
    ClauseParts parts = new ClauseParts(clause);
    SayingVerbs verbs = new SayingVerbs(clause, parts, words);
    for (int i = 0; i < clause.phrases().size(); i++) {
      if (verbs.isSaying(i) && !inside.get(clause.phrases().get(i).start())) {
        return new Speakers(clause, parts, verbs, last).source(i);
      }
    }
    return null;
  }
}
