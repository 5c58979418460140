package org.entente.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.Backup;
import org.entente.store.KnowledgeStore;
import org.entente.store.StoreException;

/**
 * What users do to a store that is being served, each in the process that holds it.
 *
 * <p>{@link RemoteStore} is the other end.
 */
final class Maintenance {

  private Maintenance() {}

  /** {@code PUT} of whole graphs as N-Quads: one transaction, so that nobody sees half of it. */
  static final class Documents extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient KnowledgeStore store;

    Documents(KnowledgeStore store) {
      this.store = store;
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String type = String.valueOf(request.getContentType());
      if (!type.startsWith(Lang.NQUADS.getHeaderString())) {
        say(response, 415, "documents come as " + Lang.NQUADS.getHeaderString());
        return;
      }
      Map<Node, Graph> graphs = new LinkedHashMap<>();
      try {
        RDFParser.source(request.getInputStream())
            .lang(Lang.NQUADS)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .parse(new ByGraph(graphs));
      } catch (RiotException e) {
        say(response, 400, "documents: " + String.valueOf(e.getMessage()));
        return;
      }
      try {
        store.write(graphs);
      } catch (StoreException e) {
        System.err.println(e.getMessage());
        say(response, 507, "the store cannot be written");
        return;
      }
      response.setStatus(204);
    }
  }

  private static final class ByGraph extends StreamRDFBase {
    private final Map<Node, Graph> graphs;

    ByGraph(Map<Node, Graph> graphs) {
      this.graphs = graphs;
    }

    @Override
    public void quad(Quad quad) {
      if (quad.isDefaultGraph() || quad.getGraph() == null || !quad.getGraph().isURI()) {
        throw new RiotException("each line names the graph of its document");
      }
      graphs
          .computeIfAbsent(quad.getGraph(), name -> GraphFactory.createDefaultGraph())
          .add(quad.asTriple());
    }

    @Override
    public void triple(org.apache.jena.graph.Triple triple) {
      throw new RiotException("each line names the graph of its document");
    }
  }

  /** {@code GET}: the whole store as it is now, see {@link Backup}. */
  static final class BackupService extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient KnowledgeStore store;

    BackupService(KnowledgeStore store) {
      this.store = store;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/gzip");
      Backup.write(store, response.getOutputStream());
    }
  }

  /** {@code POST}: compacts the store; questions are answered meanwhile. */
  static final class CompactService extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient KnowledgeStore store;

    CompactService(KnowledgeStore store) {
      this.store = store;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      long before = store.bytes();
      synchronized (store) { // one at a time
        store.compact();
      }
      say(response, 200, before + " bytes before, " + store.bytes() + " after");
    }
  }

  private static void say(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getWriter().println(Answers.plain(message));
  }
}
