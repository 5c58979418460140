package org.entente.extract.time;

import java.time.temporal.Temporal;
import org.entente.text.Span;

/**
 * A date in words, and the time that it names: "since late July" in a text of August 2012 is
 * 2012-07 and after.
 *
 * @param span where the words stand, the preposition before them not included
 * @param lead the preposition before them in lower case, or empty
 * @param bounded whether the words name a beginning or an end ("since", "until", "from … to"), not
 *     only a time at which something happened
 * @param interval the time
 */
public record DateExpression(Span span, String lead, boolean bounded, Interval interval) {

  /** The time that the words name, without "since" or "until". */
  public Interval point() {
    Temporal start = interval.start() != null ? interval.start() : interval.end();
    return new Interval(start, interval.end() != null ? interval.end() : start);
  }
}
