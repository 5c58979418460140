package org.entente.exchange.out;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.entente.exchange.out.StoreView.DocumentRow;
import org.entente.exchange.out.StoreView.MentionRow;
import org.entente.rdf.Iris;

/**
 * Mentions as NIF 2.0 in N-Triples, which is Turtle too: a {@code nif:Context} a document and a
 * {@code nif:Phrase} a mention, offsets in code points, linked by {@code itsrdf:taIdentRef}.
 *
 * <p>A store holds no whole texts, so contexts have no {@code nif:isString}: whoever has the text
 * finds the phrases by offset.
 */
final class NifFormat {

  private static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  private static final String ITS = "http://www.w3.org/2005/11/its/rdf#";

  private final StoreView view;
  private final TreeSet<String> lines = new TreeSet<>();

  private NifFormat(StoreView view) {
    this.view = view;
  }

  static String write(StoreView view, OutputStream out) throws IOException {
    return new NifFormat(view).write(out);
  }

  private String write(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    long documents = 0;
    long mentions = 0;
    for (String iri : view.documents()) {
      DocumentRow document = view.document(iri);
      Node context = part(iri, 0, document.length());
      add(context, RDF.type.asNode(), nif("Context"));
      string(context, 0, document.length());
      String address = document.address();
      if (address != null) {
        add(context, nif("sourceUrl"), NodeFactory.createURI(address));
      }
      for (MentionRow mention : view.mentions(iri)) {
        mention(iri, context, mention);
        mentions++;
      }
      for (String line : lines) {
        writer.write(line);
      }
      lines.clear();
      documents++;
    }
    writer.flush();
    return documents + " contexts, " + mentions + " phrases";
  }

  private void mention(String document, Node context, MentionRow mention) {
    Node phrase = part(document, mention.start(), mention.end());
    add(phrase, RDF.type.asNode(), nif("Phrase"));
    string(phrase, mention.start(), mention.end());
    add(phrase, nif("referenceContext"), context);
    add(phrase, nif("anchorOf"), NodeFactory.createLiteralString(mention.text()));
    add(phrase, its("taIdentRef"), NodeFactory.createURI(mention.entity()));
    add(phrase, its("taClassRef"), Iris.ontology(mention.type()));
    add(phrase, its("taConfidence"), decimal(mention.confidence()));
  }

  private void string(Node node, long start, long end) {
    add(node, RDF.type.asNode(), nif("RFC5147String"));
    add(node, nif("beginIndex"), offset(start));
    add(node, nif("endIndex"), offset(end));
  }

  private static Node part(String document, long start, long end) {
    return NodeFactory.createURI(document + "#char=" + start + "," + end);
  }

  private void add(Node subject, Node predicate, Node object) {
    lines.add(
        NodeFmtLib.strNT(subject)
            + " "
            + NodeFmtLib.strNT(predicate)
            + " "
            + NodeFmtLib.strNT(object)
            + " .\n");
  }

  private static Node nif(String name) {
    return NodeFactory.createURI(NIF + name);
  }

  private static Node its(String name) {
    return NodeFactory.createURI(ITS + name);
  }

  private static Node offset(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }

  private static Node decimal(BigDecimal value) {
    return NodeFactory.createLiteralDT(value.toPlainString(), XSDDatatype.XSDdecimal);
  }
}
