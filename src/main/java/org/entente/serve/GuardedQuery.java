package org.entente.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.entente.store.AllowedServices;

/**
 * Fuseki's query service with a bound on everything a query can take.
 *
 * <p>What goes wrong is answered with a status and one plain line: 400 for a query that is wrong,
 * nested too deeply or uses what is not there; 403 for {@code SERVICE}; 413 for too long a query or
 * result; 503 for one that took too long or was stopped. Once a part of the answer is out, the
 * connection is cut instead, so that a cut result does not look like a whole one.
 */
final class GuardedQuery extends SPARQL_QueryDataset {

  /**
   * Deeper than any question that a person or a query builder writes; ARQ recurses once a level.
   */
  static final int DEEPEST = 100;

  /** The query's digest, for the access log. */
  static final String DIGEST = "entente.query";

  private static final Set<String> PARAMETERS =
      Set.of(
          "query",
          "default-graph-uri",
          "named-graph-uri",
          "timeout",
          "format",
          "output",
          "results");

  private final Limits limits;
  private final Map<Long, QueryExec> running = new ConcurrentHashMap<>();
  private final QueryTimes times;

  /** Told how each query ended. */
  interface QueryTimes {
    void took(Duration time, String outcome);
  }

  private final AllowedServices services;

  GuardedQuery(Limits limits, AllowedServices services, QueryTimes times) {
    this.limits = limits;
    this.services = services;
    this.times = times;
  }

  /** How many queries are being answered. */
  int running() {
    return running.size();
  }

  /** Stops all of them; each is answered with 503. */
  void stopAll() {
    running.values().forEach(QueryExec::abort);
  }

  @Override
  public void validate(HttpAction action) {
    try {
      checkParameters(action);
      super.validate(action);
    } catch (ActionErrorException e) {
      throw e;
    } catch (RuntimeException e) { // parameters that are in no form
      throw new ActionErrorException(Answers.status(e), "query: cannot be read", null);
    }
  }

  @Override
  protected void executeBody(HttpAction action) {
    try {
      super.executeBody(action);
    } catch (ActionErrorException e) {
      if (e.getRC() == 500 && e.getCause() != null) { // a body that is too long, or breaks off
        throw new ActionErrorException(Answers.status(e), "query: cannot be read", null);
      }
      throw e;
    }
  }

  private static void checkParameters(HttpAction action) {
    // The others wrap, label or restyle the answer as the caller likes: a way to run it as a
    // script.
    for (String name : action.getRequest().getParameterMap().keySet()) {
      if (!PARAMETERS.contains(name)) {
        ServletOps.errorBadRequest("parameter not known here: " + Answers.plain(name));
      }
    }
    String timeout = action.getRequestParameter("timeout");
    if (timeout != null
        && !timeout.matches("[0-9]{1,6}(\\.[0-9]{1,3})?(,[0-9]{1,6}(\\.[0-9]{1,3})?)?")) {
      ServletOps.errorBadRequest("timeout: is a number of seconds, or two");
    }
  }

  @Override
  protected void execute(String text, HttpAction action) {
    long begun = System.nanoTime();
    String outcome = "failed";
    try {
      if (text.length() > limits.queryBytes()) {
        ServletOps.error(413, "query: longer than " + limits.queryBytes() + " bytes");
      }
      action.getRequest().setAttribute(DIGEST, Answers.digest(text));
      if (depth(text) > DEEPEST) {
        ServletOps.errorBadRequest("query: nested more than " + DEEPEST + " deep");
      }
      super.execute(text, action);
      outcome = "answered";
    } catch (ActionErrorException e) {
      outcome = e.getRC() == 503 ? "stopped" : "refused";
      throw fail(action, e.getRC(), String.valueOf(e.getMessage()));
    } catch (QueryCancelledException e) {
      outcome = "stopped";
      throw fail(action, 503, "query: took too long and was stopped");
    } catch (QueryDeniedException e) {
      outcome = "refused";
      throw fail(action, 403, String.valueOf(e.getMessage()));
    } catch (QueryException e) {
      outcome = "refused";
      throw fail(action, 400, "query: cannot be answered: " + e.getMessage());
    } catch (StackOverflowError e) {
      outcome = "refused";
      throw fail(action, 400, "query: nested too deeply");
    } finally {
      running.remove(action.id);
      times.took(Duration.ofNanos(System.nanoTime() - begun), outcome);
    }
  }

  /** An answer that says what happened; or no more of the answer that is already on its way. */
  private static ActionErrorException fail(HttpAction action, int status, String message) {
    if (action.getResponse().isCommitted()) {
      FrontDoor.cut(action.getRequest());
    } else {
      action.getResponse().resetBuffer();
    }
    return new ActionErrorException(status, Answers.plain(message), null);
  }

  /** How deep brackets of any kind are nested; those in texts count too, which does no harm. */
  static int depth(String query) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < query.length(); i++) {
      switch (query.charAt(i)) {
        case '{', '(', '[' -> deepest = Math.max(deepest, ++depth);
        case '}', ')', ']' -> depth = Math.max(0, depth - 1);
        default -> {}
      }
    }
    return deepest;
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    services.guard(action.getContext()); // over what the configuration says for the dataset
    QueryExec execution = super.createQueryExec(action, query, dataset);
    running.put(action.id, execution);
    return execution;
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String shown) {
    if (query.isSelectType()) {
      CountedRows rows = new CountedRows(execution.select());
      rows.begin();
      return new QueryExecResult(rows);
    }
    if (query.isConstructType()) {
      DatasetGraph built = DatasetGraphFactory.create();
      long count = 0;
      var quads = execution.constructQuads();
      while (quads.hasNext()) {
        Quad quad = quads.next();
        tooMany(++count);
        if (quad.isDefaultGraph() || quad.getGraph() == null) {
          built.getDefaultGraph().add(quad.asTriple());
        } else {
          built.add(quad);
        }
      }
      built.prefixes().putAll(query.getPrefixMapping());
      return new QueryExecResult(built);
    }
    if (query.isDescribeType()) {
      return new QueryExecResult(execution.describe(new CountedGraph()));
    }
    return super.executeQuery(action, execution, query, shown);
  }

  private void tooMany(long count) {
    if (count > limits.resultRows()) {
      ServletOps.error(
          413, "result: more than " + limits.resultRows() + " rows or triples; use LIMIT");
    }
  }

  /** A graph that takes no more triples than a result may have. */
  private final class CountedGraph extends GraphWrapper {
    private long count;

    CountedGraph() {
      super(GraphFactory.createDefaultGraph());
    }

    @Override
    public void add(org.apache.jena.graph.Triple triple) {
      tooMany(++count);
      super.add(triple);
    }
  }

  /** Rows that are counted, and whose end by force is an error, not the end of the answer. */
  private final class CountedRows implements RowSet {
    private final RowSet rows;
    private long count;

    CountedRows(RowSet rows) {
      this.rows = rows;
    }

    /** Works until the first row, so that a query that takes too long is told so by its status. */
    void begin() {
      boolean unused = hasNext();
    }

    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (QueryCancelledException e) {
        throw new ActionErrorException(503, "query: took too long and was stopped", e);
      }
    }

    @Override
    public Binding next() {
      tooMany(++count);
      try {
        return rows.next();
      } catch (QueryCancelledException e) {
        throw new ActionErrorException(503, "query: took too long and was stopped", e);
      }
    }

    @Override
    public List<Var> getResultVars() {
      return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
      return rows.getRowNumber();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
