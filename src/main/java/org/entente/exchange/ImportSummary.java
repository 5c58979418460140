package org.entente.exchange;

import java.util.List;
import org.entente.exchange.EntityMatching.Unmatched;

/**
 * What an import did.
 *
 * @param graph name of the file's graph
 * @param known whether the file was there already, so that only names were matched again
 * @param rows rows that were taken
 * @param refused rows that were not
 * @param problems why, for the first of them: line, column, value
 * @param actors actors in the file that somebody could know
 * @param matchedActors those that are ours
 * @param places places in the file
 * @param matchedPlaces those that are ours
 * @param unmatched what is not ours, most frequent first
 */
public record ImportSummary(
    String graph,
    boolean known,
    long rows,
    long refused,
    List<String> problems,
    long actors,
    long matchedActors,
    long places,
    long matchedPlaces,
    List<Unmatched> unmatched) {

  /** Copies the lists. */
  public ImportSummary {
    problems = List.copyOf(problems);
    unmatched = List.copyOf(unmatched);
  }
}
