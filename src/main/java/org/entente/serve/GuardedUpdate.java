package org.entente.serve;

import java.io.InputStream;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;

/**
 * Fuseki's update service; what cannot be done is the request's fault and is told so, without the
 * text of the exception: that of {@code LOAD} quotes what it has read.
 */
final class GuardedUpdate extends SPARQL_Update {

  @Override
  protected void execute(HttpAction action, InputStream input) {
    try {
      super.execute(action, input);
    } catch (ActionErrorException e) {
      if (e.getRC() == 500) {
        throw new ActionErrorException(400, "update: cannot be done; nothing is changed", null);
      }
      throw new ActionErrorException(
          e.getRC(), Answers.plain(String.valueOf(e.getMessage())), null);
    }
  }
}
