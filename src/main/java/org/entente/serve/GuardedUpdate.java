package org.entente.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;

/**
 * Fuseki's update service without {@code LOAD}, which fetches files and addresses from where the
 * server is, and whose errors quote what it has read.
 *
 * <p>What cannot be done is the request's fault and is told so, without the text of the exception.
 */
final class GuardedUpdate extends SPARQL_Update {

  @Override
  protected void execute(HttpAction action, InputStream input) {
    try {
      byte[] text = input.readAllBytes();
      check(text);
      super.execute(action, new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new ActionErrorException(400, "update: cannot be read", null);
    } catch (QueryException e) {
      throw new ActionErrorException(400, Answers.plain("update: " + e.getMessage()), null);
    } catch (StackOverflowError e) {
      throw new ActionErrorException(400, "update: nested too deeply", null);
    } catch (ActionErrorException e) {
      if (e.getRC() == 500) {
        throw new ActionErrorException(400, "update: cannot be done; nothing is changed", null);
      }
      throw new ActionErrorException(
          e.getRC(), Answers.plain(String.valueOf(e.getMessage())), null);
    }
  }

  /** Looks for it before anything is done. */
  private static void check(byte[] text) {
    for (Update update :
        UpdateFactory.read(
            new ByteArrayInputStream(text), Fuseki.BaseParserSPARQL, Syntax.syntaxARQ)) {
      if (update instanceof UpdateLoad) {
        throw new ActionErrorException(403, "update: LOAD is not allowed here", null);
      }
    }
  }
}
