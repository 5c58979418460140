package org.entente.analyse;

/**
 * What the statements about one pair in one period come to.
 *
 * <p>A statement {@code i} has evidence {@code e = confidence × trust of its modality} and score
 * {@code s = score of its relation × factor of its modality}. One document {@code d} counts once:
 * with the greatest evidence of its statements {@code e_d} and their mean score {@code s_d},
 * weighted by evidence. All documents together have evidence {@code E = Σ e_d} and the weight
 *
 * <pre>W = (Σ e_d s_d / E) × E / (E + ½)</pre>
 *
 * <p>so that more documents bring the weight nearer to their mean score, ever more slowly, and one
 * sure document brings it to two thirds. Sums are whole millionths: their order does not matter, so
 * that the same statements give the same figures.
 */
final class Tally {

  /** Evidence at which a weight is half of the mean score. */
  static final double HALF = 0.5;

  /**
   * From this weight on a pair is friendly. One document of talks does not come so far: enemies
   * talk, too.
   */
  static final double FRIENDS = 1.3;

  /** From this weight down a pair is hostile. */
  static final double ADVERSARIES = -0.5;

  private static final double UNIT = 1e6;

  private long evidence;
  private long scored;
  private long favour;
  private long against;
  private int affirmedRelations;
  private int deniedRelations;
  private boolean crossed;
  private int favouring;
  private int opposing;
  int documents;
  int statements;
  int direct;
  int denied;
  int possible;
  int undated;
  int first;
  int last;

  // ---- one document

  /** What one document says of a pair in a period, before it is added to the others. */
  static final class OfDocument {
    private double most;
    private double sum;
    private double weighted;
    private int affirmed;
    private int deniedMask;
    private int statements;
    private int direct;
    private int denied;
    private int possible;
    private int undated;
    private int first = Integer.MAX_VALUE;
    private int last;

    /**
     * Adds a statement.
     *
     * @param relation number of its relation
     * @param when day as a number, such as 20150930; 0 when not known
     */
    void add(double weight, double score, int relation, Kind kind, boolean isDirect, int when) {
      most = Math.max(most, weight);
      sum += weight;
      weighted += weight * score;
      statements++;
      direct += isDirect ? 1 : 0;
      switch (kind) {
        case AFFIRMED -> affirmed |= 1 << relation;
        case POSSIBLE -> possible++;
        case DENIED -> {
          denied++;
          deniedMask |= 1 << relation;
        }
      }
      if (when > 0) {
        first = Math.min(first, when);
        last = Math.max(last, when);
      }
    }

    /** Notes that the statement added last has no date of its own. */
    void dateIsDocuments() {
      undated++;
    }
  }

  /** How a statement puts it. */
  enum Kind {
    AFFIRMED,
    POSSIBLE,
    DENIED
  }

  /** Adds what one document says. */
  void add(OfDocument document) {
    double score = document.sum == 0 ? 0 : document.weighted / document.sum;
    evidence += Math.round(document.most * UNIT);
    long part = Math.round(document.most * score * UNIT);
    scored += part;
    favour += Math.max(part, 0);
    against += Math.max(-part, 0);
    favouring += part > 0 ? 1 : 0;
    opposing += part < 0 ? 1 : 0;
    crossed |=
        (document.affirmed & deniedRelations) != 0
            || (document.deniedMask & affirmedRelations) != 0;
    affirmedRelations |= document.affirmed;
    deniedRelations |= document.deniedMask;
    documents++;
    statements += document.statements;
    direct += document.direct;
    denied += document.denied;
    possible += document.possible;
    undated += document.undated;
    if (document.last > 0) {
      first = first == 0 ? document.first : Math.min(first, document.first);
      last = Math.max(last, document.last);
    }
  }

  // ---- all documents

  /** From -10, hostile, to 10, friendly. */
  double weight() {
    return evidence == 0 ? 0 : scored / UNIT / (evidence / UNIT + HALF);
  }

  /** 1 for friends, -1 for adversaries, 0 for neither. */
  int sign() {
    double weight = weight();
    return weight >= FRIENDS ? 1 : weight <= ADVERSARIES ? -1 : 0;
  }

  double favour() {
    return favour / UNIT;
  }

  double against() {
    return against / UNIT;
  }

  /**
   * Whether documents disagree: one denies a relation that another states, or there are documents
   * on both sides and the weaker has a quarter of the stronger's evidence.
   */
  boolean contested() {
    boolean both =
        favouring > 0 && opposing > 0 && 4 * Math.min(favour, against) >= Math.max(favour, against);
    return documents > 1 && (both || crossed);
  }
}
