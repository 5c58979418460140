package org.entente.serve.linked;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Prefixes;
import org.entente.store.KnowledgeStore;

/**
 * Answers the paths of a store's IRIs and lets all other requests pass.
 *
 * <p>Example: {@code /entente/id/iran} is a state, which no message can hold: 303 to {@code
 * /entente/id/iran.html} or {@code .ttl}, {@code .jsonld}, {@code .nt}, by the {@code Accept}
 * header; 406 if that wants none of them, 404 if the store says nothing of it. The ontology, {@code
 * /.well-known/void} and the bare address of the SPARQL service are answered in place.
 */
public final class LinkedData implements Filter {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final KnowledgeStore store;
  private final Addresses addresses;
  private final String servicePath;
  private final DatasetDescription dataset;

  /**
   * Of a store.
   *
   * @param servicePath path of the SPARQL service, such as {@code /entente/sparql}
   */
  public LinkedData(KnowledgeStore store, String servicePath) {
    this.store = store;
    this.addresses = new Addresses(store.iris());
    this.servicePath = servicePath;
    this.dataset = new DatasetDescription(store, addresses, servicePath);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)
        || !READING.contains(asked.getMethod())
        || !answer(asked, answer)) {
      chain.doFilter(request, response);
    }
  }

  /** Answers what is ours; false if it is not. */
  private boolean answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String full = request.getRequestURI();
    Optional<Representation> named = Representation.named(full);
    String path = named.map(r -> r.strip(full)).orElse(full);
    if (full.equals("/.well-known/void")) {
      graph(request, response, full, () -> dataset.dataset(server(request)));
    } else if (full.equals(servicePath) && request.getQueryString() == null) {
      graph(request, response, full, () -> dataset.service(server(request)));
    } else if (addresses.isDataset(full)) {
      see(response, "/.well-known/void");
    } else if (addresses.isOntology(path)) {
      ontology(request, response, named);
    } else {
      Optional<Node> iri = addresses.named(path);
      if (iri.isEmpty()) {
        return false;
      }
      if (named.isPresent()) {
        description(response, iri.get(), named.get());
      } else {
        thing(request, response, iri.get());
      }
    }
    return true;
  }

  /** As the client calls this server; what a proxy says of it has been taken into account. */
  private static String server(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  private void thing(HttpServletRequest request, HttpServletResponse response, Node iri)
      throws IOException {
    boolean known = store.read(data -> data.getUnionGraph().contains(iri, Node.ANY, Node.ANY));
    if (!known) {
      missing(response);
      return;
    }
    Optional<Representation> wanted = wanted(request, response);
    if (wanted.isPresent()) {
      see(response, addresses.path(iri) + "." + wanted.get().extension);
    }
  }

  private void description(HttpServletResponse response, Node iri, Representation form)
      throws IOException {
    Optional<Description> found = store.read(data -> Description.of(data, iri));
    if (found.isEmpty()) {
      missing(response);
      return;
    }
    Description description = found.get();
    alternates(response, addresses.path(iri));
    response.addHeader("Link", "<" + iri.getURI() + ">; rel=\"describes\"");
    if (form == Representation.HTML) {
      page(response, DescriptionPage.of(description, addresses));
      return;
    }
    Graph graph = description.graph();
    Node self = NodeFactory.createURI(iri.getURI() + "." + form.extension);
    graph.add(self, Prefixes.term("foaf:primaryTopic"), iri);
    Node all = NodeFactory.createURI(store.iris().base() + "dataset");
    graph.add(self, Prefixes.term("void:inDataset"), all);
    if (description.cut()) {
      Node comment =
          NodeFactory.createLiteralLang("There is more than is shown; SPARQL finds it all.", "en");
      graph.add(self, Prefixes.term("rdfs:comment"), comment);
    }
    rdf(response, graph, form);
  }

  private void ontology(
      HttpServletRequest request, HttpServletResponse response, Optional<Representation> named)
      throws IOException {
    Optional<Representation> form = named.isPresent() ? named : wanted(request, response);
    if (form.isEmpty()) {
      return;
    }
    Graph ontology =
        store.read(
            data -> {
              Graph copy = GraphFactory.createDefaultGraph();
              data.getGraph(store.iris().graph("ontology")).find().forEach(copy::add);
              return copy;
            });
    if (ontology.isEmpty()) {
      missing(response);
      return;
    }
    alternates(response, addresses.path(NodeFactory.createURI(Addresses.ONTOLOGY)));
    if (form.get() == Representation.HTML) {
      page(response, OntologyPage.of(ontology, addresses));
    } else {
      rdf(response, ontology, form.get());
    }
  }

  private void graph(
      HttpServletRequest request,
      HttpServletResponse response,
      String path,
      Supplier<Graph> description)
      throws IOException {
    Optional<Representation> form = wanted(request, response);
    if (form.isEmpty()) {
      return;
    }
    Graph graph = description.get();
    if (form.get() == Representation.HTML) {
      page(response, TriplesPage.of(graph, path, addresses));
    } else {
      rdf(response, graph, form.get());
    }
  }

  /** The form that is wanted; if it is none of ours, the request is answered with that. */
  private static Optional<Representation> wanted(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Vary", "Accept");
    Optional<Representation> wanted = Representation.wanted(request.getHeader("Accept"));
    if (wanted.isEmpty()) {
      String forms =
          Arrays.stream(Representation.values())
              .map(r -> r.mediaType)
              .collect(Collectors.joining(", "));
      say(response, 406, "there is " + forms);
    }
    return wanted;
  }

  private static void alternates(HttpServletResponse response, String path) {
    for (Representation form : Representation.values()) {
      response.addHeader(
          "Link",
          "<"
              + path
              + "."
              + form.extension
              + ">; rel=\"alternate\"; type=\""
              + form.mediaType
              + "\"");
    }
  }

  private static void see(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }

  private static void missing(HttpServletResponse response) throws IOException {
    say(response, 404, "the store says nothing of it");
  }

  private static void say(HttpServletResponse response, int status, String line)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void page(HttpServletResponse response, String html) throws IOException {
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Content-Security-Policy", Html.POLICY);
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }

  private static void rdf(HttpServletResponse response, Graph graph, Representation form)
      throws IOException {
    graph.getPrefixMapping().setNsPrefixes(Prefixes.MAPPING);
    response.setContentType(form.mediaType + ";charset=utf-8");
    RDFWriter.source(graph).format(form.format()).output(response.getOutputStream());
  }
}
