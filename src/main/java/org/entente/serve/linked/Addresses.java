package org.entente.serve.linked;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.Iris;

/**
 * Paths of this server and the IRIs that they stand for.
 *
 * <p>Example: with the default base, {@code /entente/id/iran} and {@code /id/iran} both stand for
 * {@code https://w3id.org/entente/id/iran}; the first, the IRI's own path, is where links lead.
 */
final class Addresses {

  private static final List<String> KINDS = List.of("id/", "document/", "run/");

  /** The ontology's IRI, which its terms' IRIs begin with. */
  static final String ONTOLOGY = Iris.ONTOLOGY.substring(0, Iris.ONTOLOGY.length() - 1);

  private final Iris iris;
  private final String basePath;

  Addresses(Iris iris) {
    this.iris = iris;
    this.basePath = URI.create(iris.base()).getRawPath();
  }

  Iris iris() {
    return iris;
  }

  /** The IRI of an entity, a document or a run that a path without extension stands for. */
  Optional<Node> named(String path) {
    String rest = rest(path);
    boolean ours = KINDS.stream().anyMatch(k -> rest.startsWith(k) && rest.length() > k.length());
    return ours ? Optional.of(NodeFactory.createURI(iris.base() + rest)) : Optional.empty();
  }

  /** Whether it is the ontology's path, or that of a version of it. */
  boolean isOntology(String path) {
    String own = URI.create(ONTOLOGY).getRawPath();
    String rest = path.startsWith(own) ? path.substring(own.length()) : strip(path, "/ontology");
    return rest.isEmpty() || rest.matches("/\\d+\\.\\d+\\.\\d+");
  }

  /** Whether it is the path of the IRI of all that is served. */
  boolean isDataset(String path) {
    return rest(path).equals("dataset");
  }

  private String rest(String path) {
    if (path.startsWith(basePath)) {
      return path.substring(basePath.length());
    }
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static String strip(String path, String start) {
    return path.startsWith(start) ? path.substring(start.length()) : path;
  }

  /** The own path of an IRI that this server answers for. */
  String path(Node iri) {
    return URI.create(iri.getURI()).getRawPath();
  }

  /**
   * What a page links to for an IRI: a path of this server, or a web address; empty if it is
   * neither, such as {@code javascript:}.
   */
  Optional<String> link(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    if (iri.startsWith(Iris.ONTOLOGY)) {
      return Optional.of(URI.create(ONTOLOGY).getRawPath() + iri.substring(ONTOLOGY.length()));
    }
    if (iri.startsWith(iris.base())) {
      String rest = iri.substring(iris.base().length());
      if (KINDS.stream().anyMatch(rest::startsWith)) {
        return Optional.of(basePath + rest);
      }
    }
    String lower = iri.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    return web ? Optional.of(iri) : Optional.empty();
  }
}
