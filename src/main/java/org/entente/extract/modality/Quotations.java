package org.entente.extract.modality;

import java.util.BitSet;
import java.util.Set;
import org.entente.extract.clause.Clause;
import org.entente.knowledge.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * Direct speech through the sentences of one document: which words stand between quotation marks,
 * and who speaks when a sentence does not say so: in '"They left," the mayor said. "They took the
 * guns."' the mayor speaks the second sentence too.
 *
 * <p>Holds who spoke last; a new one for each document, sentences in order.
 */
public final class Quotations {

  private static final Set<String> OPENING = Set.of("“", "``", "«", "„");
  private static final Set<String> CLOSING = Set.of("”", "''", "»");

  /** So many sentences a quotation may go on without a mark. */
  private static final int LONGEST = 6;

  private final ModalityReader modality;
  private boolean open;
  private int since;
  private int end;
  private @Nullable Attribution speaker;
  private @Nullable Attribution last;

  /** The direct speech of one document. */
  public Quotations(ModalityReader modality) {
    this.modality = modality;
  }

  /** The direct speech of the next sentence. */
  public Quoted next(Clause clause) {
    boolean paragraph = clause.sentence().span().start() - end > 1;
    end = clause.sentence().span().end();
    if (paragraph || since > LONGEST) {
      open = false;
    }
    BitSet inside = marks(clause, open);
    boolean quotes = open || !inside.isEmpty();
    Attribution here = modality.speaker(clause, inside, last);
    Quoted quoted = new Quoted(inside, quotes && here == null && !paragraph ? speaker : null, last);
    if (here != null) {
      last = here;
    }
    if (here != null || !quotes || paragraph) {
      speaker = here;
    }
    int lastToken = clause.tokens().size() - 1;
    open = lastToken >= 0 && inside.get(lastToken) && !isMark(clause, lastToken);
    since = open ? since + 1 : 0;
    return quoted;
  }

  private static boolean isMark(Clause clause, int token) {
    return CLOSING.contains(clause.tokens().get(token).text())
        || clause.tokens().get(token).text().equals("\"");
  }

  /** The tokens between quotation marks. */
  static BitSet marks(Clause clause, boolean open) {
    BitSet inside = new BitSet();
    boolean in = open;
    int first = -1;
    for (int i = 0; i < clause.tokens().size(); i++) {
      String text = clause.tokens().get(i).text();
      boolean plain = text.equals("\"");
      if (OPENING.contains(text) || (plain && !in)) {
        in = true;
        first = i;
      } else if (CLOSING.contains(text) || plain) {
        if (!in && first < 0) {
          inside.set(0, i); // opened in a sentence before
        }
        in = false;
        first = i;
      }
      inside.set(i, in);
    }
    return inside;
  }
}
