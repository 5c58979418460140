package org.entente.rdf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * The IRIs of everything that a build writes.
 *
 * <p>Example: {@code new Iris(Iris.DEFAULT_BASE).entity("iran")} is {@code
 * https://w3id.org/entente/id/iran}.
 *
 * @param base what the IRIs of documents, entities and graphs begin with; ends in a slash
 */
public record Iris(String base) {

  /** The base when none is set. */
  public static final String DEFAULT_BASE = "https://w3id.org/entente/";

  /** The ontology's namespace; not a setting, since queries and shapes name it. */
  public static final String ONTOLOGY = "https://w3id.org/entente/ontology#";

  /** Signs besides letters and digits that a web address may hold, and those that a path may. */
  private static final String WEB = "-._~:/?#@!$&'()*+,;=%";

  private static final String PATH = "-._~:/@!$&'()*+,;=";

  /** The default base. */
  public static final Iris DEFAULT = new Iris(DEFAULT_BASE);

  /**
   * Checks the base.
   *
   * @throws IllegalArgumentException if it is not an absolute IRI that ends in a slash
   */
  public Iris {
    if (!base.endsWith("/") || !isAbsolute(base)) {
      throw new IllegalArgumentException("not an absolute IRI ending in a slash: " + base);
    }
  }

  /** An entity. */
  public Node entity(String slug) {
    return NodeFactory.createURI(base + "id/" + slug);
  }

  /** A document, which is also the name of its graph. */
  public Node document(String id) {
    return NodeFactory.createURI(base + "document/" + id);
  }

  /** A named graph that belongs to no document: {@code ontology}, {@code reference}. */
  public Node graph(String name) {
    return NodeFactory.createURI(base + "graph/" + name);
  }

  /** A run of the pipeline. */
  public Node run(String id) {
    return NodeFactory.createURI(base + "run/" + id);
  }

  /** Something that an analysis found, such as {@code relation/iran/israel/2015}. */
  public Node analysis(String path) {
    return NodeFactory.createURI(base + "analysis/" + path);
  }

  /** A class or property of the ontology. */
  public static Node ontology(String localName) {
    return NodeFactory.createURI(ONTOLOGY + localName);
  }

  /** Where a document came from: a web address as it is, anything else below our own base. */
  public Node source(String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    String address = encode(source, WEB);
    return NodeFactory.createURI(
        web && isAbsolute(address) ? address : base + "source/" + encode(source, PATH));
  }

  private static boolean isAbsolute(String iri) {
    try {
      return !IRIx.create(iri).isRelative();
    } catch (IRIException e) {
      return false;
    }
  }

  /** Percent-encodes what may not stand in an IRI. */
  private static String encode(String text, String allowed) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 128 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
              if (plain) {
                out.appendCodePoint(c);
              } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append(String.format(Locale.ROOT, "%%%02X", b));
                }
              }
            });
    return out.toString();
  }
}
