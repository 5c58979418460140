package org.entente.rdf;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;

/**
 * The vocabularies that graphs are made with, by their prefixes.
 *
 * <p>Example: {@code Prefixes.term("prov:wasDerivedFrom")}.
 */
public final class Prefixes {

  private static final Map<String, String> NAMESPACES =
      Map.ofEntries(
          Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("ent", Iris.ONTOLOGY),
          Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
          Map.entry("format", "http://www.w3.org/ns/formats/"),
          Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
          Map.entry("oa", "http://www.w3.org/ns/oa#"),
          Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
          Map.entry("prov", "http://www.w3.org/ns/prov#"),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
          Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
          Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
          Map.entry("void", "http://rdfs.org/ns/void#"),
          Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

  /** All of them. */
  public static final PrefixMapping MAPPING =
      PrefixMapping.Factory.create().setNsPrefixes(NAMESPACES).lock();

  private Prefixes() {}

  /**
   * A term.
   *
   * @param name prefix, colon, local name
   * @throws IllegalArgumentException if there is no such prefix
   */
  public static Node term(String name) {
    String expanded = MAPPING.expandPrefix(name);
    if (expanded.equals(name)) {
      throw new IllegalArgumentException(name + ": no such prefix");
    }
    return NodeFactory.createURI(expanded);
  }

  /** A vocabulary's namespace, such as {@code namespace("geo")}. */
  public static String namespace(String prefix) {
    String namespace = MAPPING.getNsPrefixURI(prefix);
    if (namespace == null) {
      throw new IllegalArgumentException(prefix + ": no such prefix");
    }
    return namespace;
  }
}
