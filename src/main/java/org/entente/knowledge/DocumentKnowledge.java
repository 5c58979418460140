package org.entente.knowledge;

import java.util.List;

/**
 * All that one document says: its linked mentions and its statements.
 *
 * @param linked the document with mentions and links
 * @param statements what it states, in {@link Statement#ORDER}
 */
public record DocumentKnowledge(LinkedDocument linked, List<Statement> statements) {

  /** Sorts the statements. */
  public DocumentKnowledge {
    statements = statements.stream().sorted(Statement.ORDER).toList();
  }
}
