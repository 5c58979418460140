package org.entente.serve;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SHACL_Validation;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.entente.rdf.OntologyFiles;
import org.entente.store.Shacl;

/**
 * Validates the store, or one graph of it, against shapes that a stranger sends.
 *
 * <p>Shapes can hold queries, functions and patterns that run without an end and that nothing can
 * stop; those are refused, except the patterns of the shapes that are shipped. What remains looks
 * the data up triple by triple, and each look-up minds the clock.
 */
final class GuardedShapes extends SHACL_Validation {

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Set<String> RUNNING =
      Set.of(
          SH + "sparql",
          SH + "select",
          SH + "ask",
          SH + "construct",
          SH + "js",
          SH + "jsFunctionName",
          SH + "jsLibrary",
          SH + "validator",
          SH + "nodeValidator",
          SH + "propertyValidator",
          SH + "target",
          SH + "rule");
  private static final String PATTERN = SH + "pattern";

  private final Duration longest;
  private final Set<String> patterns = new TreeSet<>();

  GuardedShapes(Duration longest) {
    this.longest = longest;
    OntologyFiles.shipped()
        .shapes()
        .find(Node.ANY, Node.ANY, Node.ANY)
        .filterKeep(t -> t.getPredicate().getURI().equals(PATTERN))
        .forEach(t -> patterns.add(t.getObject().getLiteralLexicalForm()));
  }

  @Override
  protected void doPost(HttpAction action) {
    Graph shapes = shapes(action);
    action.beginRead();
    try {
      String name = action.getRequestParameter("graph");
      Graph data =
          name == null || name.equals("default") || name.equals("union")
              ? action.getActiveDSG().getGraph(Quad.unionGraph)
              : action.getActiveDSG().getGraph(org.apache.jena.graph.NodeFactory.createURI(name));
      if (data.isEmpty()) {
        ServletOps.errorNotFound("shacl: no such graph, or an empty one");
      }
      Graph report = Shacl.report(shapes, new TimedGraph(data, longest));
      action.setResponseStatus(200);
      ActionLib.graphResponse(action, report, Lang.TURTLE);
    } catch (QueryCancelledException e) {
      throw new ActionErrorException(503, "shacl: took too long and was stopped", null);
    } catch (StackOverflowError e) {
      throw new ActionErrorException(400, "shacl: shapes nested too deeply", null);
    } finally {
      action.endRead();
    }
  }

  private Graph shapes(HttpAction action) {
    String type = action.getRequestContentType();
    if (type == null || !WebContent.contentTypeTurtle.equals(type.replaceAll(";.*", "").trim())) {
      ServletOps.error(415, "shacl: shapes come as " + WebContent.contentTypeTurtle);
    }
    try {
      Graph shapes = ActionLib.readFromRequest(action, Lang.TURTLE);
      shapes.find().forEach(this::check);
      return shapes;
    } catch (RiotException e) {
      throw new ActionErrorException(
          400, "shacl: " + Answers.plain(String.valueOf(e.getMessage())), null);
    } catch (StackOverflowError e) {
      throw new ActionErrorException(400, "shacl: shapes nested too deeply", null);
    }
  }

  private void check(Triple triple) {
    String predicate = triple.getPredicate().getURI();
    if (RUNNING.contains(predicate)) {
      ServletOps.error(403, "shacl: " + predicate.replace(SH, "sh:") + " is not run here");
    }
    if (predicate.equals(PATTERN)
        && !(triple.getObject().isLiteral()
            && patterns.contains(triple.getObject().getLiteralLexicalForm()))) {
      ServletOps.error(403, "shacl: sh:pattern is run for the shipped patterns only");
    }
  }

  /** A graph that answers for so long and no longer. */
  private static final class TimedGraph extends GraphWrapper {
    private final long end;

    TimedGraph(Graph graph, Duration longest) {
      super(graph);
      end = System.nanoTime() + longest.toNanos();
    }

    private void check() {
      if (System.nanoTime() - end > 0) {
        throw new QueryCancelledException();
      }
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
      return timed(super.find(triple));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
      return timed(super.find(subject, predicate, object));
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
      check();
      return super.contains(subject, predicate, object);
    }

    private ExtendedIterator<Triple> timed(ExtendedIterator<Triple> triples) {
      check();
      return WrappedIterator.create(triples)
          .mapWith(
              t -> {
                check();
                return t;
              });
    }
  }
}
