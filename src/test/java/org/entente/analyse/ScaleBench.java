package org.entente.analyse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.loader.Loader;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Iris;
import org.entente.rdf.OntologyFiles;
import org.entente.rdf.OntologyReader;
import org.entente.store.KnowledgeStore;
import org.entente.text.Digests;

/**
 * Makes a store of made-up statements and times its analysis.
 *
 * <pre>java -Xmx1g -cp target/test-classes:target/entente.jar \
 *     org.entente.analyse.ScaleBench FOLDER ACTORS PAIRS STATEMENTS</pre>
 *
 * <p>The same numbers give the same store. A document has fifty statements; a pair's statements lie
 * in three years that follow each other.
 */
public final class ScaleBench {

  private static final int OF_DOCUMENT = 50;
  private static final List<String> RELATIONS =
      List.of("alliedWith", "supports", "cooperatesWith", "opposes", "attacks");

  private ScaleBench() {}

  /** Folder, actors, pairs, statements. */
  public static void main(String[] args) throws IOException {
    JenaSystem.init();
    int actors = Integer.parseInt(args[1]);
    int pairs = Integer.parseInt(args[2]);
    int statements = Integer.parseInt(args[3]);
    OntologyFiles files = OntologyFiles.shipped();
    try (KnowledgeStore store = KnowledgeStore.open(Path.of(args[0]), Iris.DEFAULT)) {
      long begun = System.nanoTime();
      fill(store, actors, pairs, statements);
      print("made", begun);
      long start = System.nanoTime();
      System.out.println(
          new Analysis(store, OntologyReader.scale(files.ontology()), files.digest()).run());
      print("analysed", start);
      Runtime runtime = Runtime.getRuntime();
      runtime.gc();
      System.out.printf(
          "heap after, MB %d of %d%n",
          (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }
  }

  private static void print(String what, long begun) {
    System.out.printf(Locale.ROOT, "%s in %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
  }

  /** Loads the documents from a file of N-Quads. */
  static void fill(KnowledgeStore store, int actors, int pairs, int statements) throws IOException {
    Path file = Files.createTempFile("entente-bench", ".nq");
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
      write(store.iris(), actors, pairs, statements, out);
    }
    Loader.load(store.dataset().asDatasetGraph(), List.of(file.toString()), false);
    Files.delete(file);
  }

  private static void write(Iris iris, int actors, int pairs, int statements, PrintStream out) {
    Node reference = iris.graph("reference");
    for (int i = 0; i < actors; i++) {
      Node actor = iris.entity("actor-" + i);
      quad(out, actor, RDF.type.asNode(), Iris.ontology("ArmedGroup"), reference);
      Node label = NodeFactory.createLiteralLang("Actor " + i, "en");
      quad(out, actor, SKOS.prefLabel.asNode(), label, reference);
    }
    int[] from = new int[pairs];
    int[] to = new int[pairs];
    Random random = new Random(7);
    for (int i = 0; i < pairs; i++) {
      from[i] = random.nextInt(actors);
      to[i] = (from[i] + 1 + random.nextInt(actors - 1)) % actors;
    }
    Node confidence = NodeFactory.createLiteralDT("0.8", XSDDatatype.XSDdecimal);
    Node issued = NodeFactory.createLiteralDT("2020-06-15", XSDDatatype.XSDdate);
    for (int d = 0; d * OF_DOCUMENT < statements; d++) {
      String id = String.format(Locale.ROOT, "made-%07d", d);
      Node document = iris.document(id);
      Node digest = NodeFactory.createLiteralString(Digests.sha256(id));
      quad(out, document, RDF.type.asNode(), Iris.ontology("Document"), document);
      quad(out, document, Iris.ontology("sha256"), digest, document);
      quad(out, document, DCTerms.issued.asNode(), issued, document);
      for (int s = 0; s < OF_DOCUMENT; s++) {
        int pair = (d * OF_DOCUMENT + s) % pairs;
        int year = 2000 + pair % 18 + random.nextInt(3);
        Node when = NodeFactory.createLiteralDT(Integer.toString(year), XSDDatatype.XSDgYear);
        Node statement = NodeFactory.createURI(document.getURI() + "#s" + (s + 1));
        String relation = RELATIONS.get((pair + random.nextInt(2)) % RELATIONS.size());
        Node subject = iris.entity("actor-" + from[pair]);
        quad(out, statement, RDF.type.asNode(), Iris.ontology("Statement"), document);
        quad(out, statement, RDF.subject.asNode(), subject, document);
        quad(out, statement, RDF.predicate.asNode(), Iris.ontology(relation), document);
        quad(out, statement, RDF.object.asNode(), iris.entity("actor-" + to[pair]), document);
        quad(out, statement, Iris.ontology("modality"), Iris.ontology("Asserted"), document);
        quad(out, statement, Iris.ontology("confidence"), confidence, document);
        quad(out, statement, Iris.ontology("startDate"), when, document);
        quad(out, statement, Iris.ontology("endDate"), when, document);
      }
    }
  }

  private static void quad(PrintStream out, Node subject, Node property, Node value, Node graph) {
    for (Node node : List.of(subject, property, value, graph)) {
      out.print(NodeFmtLib.strNT(node));
      out.print(' ');
    }
    out.println('.');
  }
}
