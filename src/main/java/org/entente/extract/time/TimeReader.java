package org.entente.extract.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.extract.clause.Clause;
import org.entente.extract.clause.ClauseParts;
import org.entente.extract.clause.ClauseParts.Kind;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.lexicon.LexiconTable;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which of a sentence's dates belongs to what one of its tokens states.
 *
 * <p>The nearest date in the trigger's own part of the sentence, one after it before one in front
 * of it; else the date that opens the sentence or the part it is joined to. A date in a clause with
 * a verb of its own is that verb's. What a date means depends on the relation, see {@code
 * relationtimes.tsv}: places lie where they lie, whatever the date.
 *
 * <p>Example: in "In 2013 rebels took Raqqa, which the army had held since March 2011" the trigger
 * "took" has 2013, "held" has March 2011 and after.
 */
public final class TimeReader {

  /**
   * When something held or happened, and the words that say so.
   *
   * @param interval the time; {@link Interval#UNKNOWN} when nothing is said
   * @param date the words; null when nothing is said
   */
  public record Timing(Interval interval, @Nullable DateExpression date) {
    /** Nothing is said of the time. */
    public static final Timing UNKNOWN = new Timing(Interval.UNKNOWN, null);
  }

  /** What a date means for a relation. */
  private enum Meaning {
    EVENT,
    STATE,
    TIE,
    NEVER
  }

  /** How far, in tokens, "since 2015" may stand from a word that is no verb. */
  private static final int BESIDE = 8;

  private static final Set<String> RELATIVE_TIMES = Set.of("when");

  private final Map<String, Meaning> meanings = new HashMap<>();

  /** A reader by the shipped table of what dates mean for relations. */
  public TimeReader() {
    for (LexiconTable.Row row : LexiconTable.shipped("relationtimes").rows()) {
      meanings.put(
          row.get("predicate"),
          Meaning.valueOf(row.get("time").toUpperCase(java.util.Locale.ROOT)));
    }
  }

  /**
   * When it held or happened, as far as the sentence says.
   *
   * @param token the trigger
   * @param predicate local name of the relation
   * @param object whom or what it is about: of several dates beside one verb, its own
   * @param inPassing whether it is said by how a name is put together: then only "since 2015" and
   *     its like right beside it count
   * @param dates the dates of the sentence, in order
   */
  public Timing read(
      Clause clause,
      int token,
      String predicate,
      EntityRef object,
      boolean inPassing,
      List<DateExpression> dates) {
    Meaning meaning = meanings.getOrDefault(predicate, Meaning.EVENT);
    if (meaning == Meaning.NEVER || dates.isEmpty()) {
      return Timing.UNKNOWN;
    }
    boolean verb = clause.phrases().get(clause.phraseOf(token)).isVerb();
    DateExpression date = new Choice(clause, token, object, dates).date();
    if (date == null) {
      return Timing.UNKNOWN;
    }
    boolean needsBounds =
        inPassing || meaning == Meaning.TIE || (meaning == Meaning.STATE && !verb);
    if (needsBounds && !(date.bounded() && isBeside(clause, token, date))) {
      return Timing.UNKNOWN;
    }
    boolean began = meaning == Meaning.STATE && !date.bounded();
    Interval said = date.interval();
    return new Timing(began ? new Interval(said.start(), null) : said, date);
  }

  private static boolean isBeside(Clause clause, int token, DateExpression date) {
    int at = tokenOf(clause, date);
    if (clause.phrases().get(clause.phraseOf(token)).isVerb()) {
      return true;
    }
    for (int i = token; i < at; i++) {
      if (clause.phrases().get(clause.phraseOf(i)).isVerb()) {
        return false;
      }
    }
    return at > token && at - token <= BESIDE;
  }

  private static int tokenOf(Clause clause, DateExpression date) {
    return tokenAt(clause, date.span());
  }

  private static int tokenAt(Clause clause, Span span) {
    int token = clause.tokenAt(span.start());
    return token < 0 ? clause.tokens().size() - 1 : token;
  }

  /** The choice among the dates of one sentence for one of its tokens. */
  private static final class Choice {
    private final Clause clause;
    private final int trigger;
    private final List<DateExpression> dates;
    private final ClauseParts parts;
    private final int object;

    Choice(Clause clause, int trigger, EntityRef object, List<DateExpression> dates) {
      this.clause = clause;
      this.trigger = trigger;
      this.dates = dates;
      this.parts = new ClauseParts(clause);
      this.object = objectToken(object);
    }

    private int objectToken(EntityRef entity) {
      int found = -1;
      for (Link link : clause.links()) {
        if (!link.entity().equals(entity)) {
          continue;
        }
        int token = tokenAt(clause, link.span());
        if (found < 0 || Math.abs(token - trigger) < Math.abs(found - trigger)) {
          found = token;
        }
      }
      return found;
    }

    @Nullable DateExpression date() {
      int part = parts.of(trigger);
      DateExpression own = nearest(part);
      if (own != null) {
        return own;
      }
      ClauseParts.Part at = parts.part(part);
      if (at.kind() == Kind.RELATIVE && RELATIVE_TIMES.contains(clause.lower(at.first()))) {
        DateExpression meant = rightBefore(at.first());
        return meant == null
            ? null
            : new DateExpression(meant.span(), meant.lead(), false, meant.point());
      }
      int next = part + 1;
      if (next < parts.count()
          && parts.part(next).kind() == Kind.SHARED
          && parts.part(next).before() == part) {
        DateExpression closing = nearest(next);
        if (closing != null && tokenOf(clause, closing) > parts.firstVerb(next)) {
          return closing; // "met and agreed on 5 June"
        }
      }
      while ((at.kind() == Kind.JOINED || at.kind() == Kind.SHARED) && at.before() >= 0) {
        boolean shared = at.kind() == Kind.SHARED;
        DateExpression before = shared ? nearest(at.before()) : opening(at.before());
        if (before != null) {
          return before;
        }
        at = parts.part(at.before());
      }
      return null;
    }

    /** The date of a part that is nearest: after the trigger and the object, else before them. */
    private @Nullable DateExpression nearest(int part) {
      DateExpression before = null;
      DateExpression after = null;
      int from = object > trigger && parts.of(object) == part ? object : trigger;
      boolean named = object >= 0 && object < trigger && parts.of(object) == part;
      for (DateExpression date : dates) {
        int at = tokenOf(clause, date);
        if (parts.of(at) != part || (at < trigger && isNouns(date, at))) {
          continue;
        }
        boolean ahead = isAhead(at);
        if (at >= from && !ahead && after == null) {
          after = date;
        } else if (at < from && (at < trigger || ahead || before == null)) {
          before = date;
        }
        if (named && at > object && at - object <= 3 && at < trigger) {
          return date; // "Baghdadi in 2019 and his successor in 2022 were killed"
        }
      }
      return after != null ? after : before;
    }

    /** "Turkey, a member since 1952, refused": the date is the noun's before it. */
    private boolean isNouns(DateExpression date, int at) {
      int preposition = at - date.lead().split(" ").length;
      return date.lead().equals("since")
          && preposition > 0
          && clause.phrases().get(clause.phraseOf(preposition - 1)).isNoun();
    }

    /** Whether the date stands after an "and" and so belongs to what follows it. */
    private boolean isAhead(int date) {
      for (int i = date - 1; i >= Math.max(trigger, date - 3); i--) {
        String tag = clause.tokens().get(i).tag();
        if (tag.equals("CC")) {
          return true;
        }
        if (!tag.equals("IN") && !tag.equals("DT") && !clause.lower(i).equals(",")) {
          return false;
        }
      }
      return false;
    }

    /** The date before the first verb of a part: "In May rebels took … and besieged". */
    private @Nullable DateExpression opening(int part) {
      int verb = parts.firstVerb(part);
      for (DateExpression date : dates) {
        int at = tokenOf(clause, date);
        if (parts.of(at) == part && at < verb) {
          return date;
        }
      }
      return null;
    }

    /** The date that the word refers to: "in March 2015, when". */
    private @Nullable DateExpression rightBefore(int token) {
      DateExpression last = null;
      for (DateExpression date : dates) {
        int at = tokenOf(clause, date);
        if (at < token && token - at <= 6) {
          last = date;
        }
      }
      return last;
    }
  }
}
