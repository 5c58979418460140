package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Iris;
import org.entente.rdf.Prefixes;
import org.entente.rdf.RunDescription;

/**
 * The graph of what an analysis found, being written.
 *
 * <p>Triples go to a temporary file first and take the place of the graph in one transaction, so
 * that memory holds none of them and a reader sees the old graph or the new one.
 *
 * <p>Example: {@code try (AnalysisGraph graph = new AnalysisGraph(store, digest)) {
 * graph.thing("bloc/2016/iran", "Bloc").entity("blocMember", "syria"); graph.commit(); }}
 */
public final class AnalysisGraph implements AutoCloseable {

  /** Name of the graph: {@code iris.graph(NAME)}. */
  public static final String NAME = "analysis";

  private final KnowledgeStore store;
  private final Iris iris;
  private final Path file;
  private final Writer out;
  private final Node run;
  private long triples;

  /**
   * Begins a graph.
   *
   * @param ontologyDigest SHA-256 of the ontology whose weights are used
   * @throws UncheckedIOException if there is no room for a temporary file
   */
  public AnalysisGraph(KnowledgeStore store, String ontologyDigest) {
    this.store = store;
    this.iris = store.iris();
    RunDescription description = new RunDescription(ontologyDigest, "analysis", iris);
    this.run = description.node();
    try {
      this.file = Files.createTempFile("entente-analysis", ".nt");
      this.out = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> lines = new TreeSet<>();
    description
        .graph()
        .find()
        .forEach(t -> lines.add(line(t.getSubject(), t.getPredicate(), t.getObject())));
    lines.forEach(this::write);
  }

  /** A thing that was found; its IRI follows from the path. */
  public Thing thing(String path, String type) {
    Thing thing = new Thing(iris.analysis(path));
    thing.add(RDF.type.asNode(), Iris.ontology(type));
    thing.add(Prefixes.term("prov:wasGeneratedBy"), run);
    return thing;
  }

  /** What is said of a thing; properties are local names of the ontology. */
  public final class Thing {
    private final Node node;

    private Thing(Node node) {
      this.node = node;
    }

    /** An entity. */
    public Thing entity(String property, String slug) {
      return add(Iris.ontology(property), iris.entity(slug));
    }

    /** Another thing of this graph. */
    public Thing thing(String property, String path) {
      return add(Iris.ontology(property), iris.analysis(path));
    }

    /** A number with so many decimals at most, in the canonical form of XSD. */
    public Thing decimal(String property, double value, int decimals) {
      BigDecimal rounded =
          BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
      String text = rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
      return add(
          Iris.ontology(property), NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal));
    }

    /** A count. */
    public Thing count(String property, long value) {
      return add(
          Iris.ontology(property),
          NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger));
    }

    /** True; what is false is left out. */
    public Thing flag(String property) {
      return add(
          Iris.ontology(property), NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    }

    /**
     * A year, month or day: {@code 2015}, {@code 2015-09}, {@code 2015-09-30}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public Thing date(String property, String date) {
      XSDDatatype type =
          switch (date.length()) {
            case 4 -> XSDDatatype.XSDgYear;
            case 7 -> XSDDatatype.XSDgYearMonth;
            case 10 -> XSDDatatype.XSDdate;
            default -> throw new IllegalArgumentException("not a year, month or day: " + date);
          };
      return add(Iris.ontology(property), NodeFactory.createLiteralDT(date, type));
    }

    /** A statement that it rests on, by IRI. */
    public Thing derivedFrom(String statement) {
      return add(Prefixes.term("prov:wasDerivedFrom"), NodeFactory.createURI(statement));
    }

    private Thing add(Node property, Node value) {
      write(line(node, property, value));
      triples++;
      return this;
    }
  }

  /** How many documents a store had when it was analysed; 0 if it was not. */
  public static long documents(KnowledgeStore store) {
    return store.read(
        dataset -> {
          var found =
              dataset.find(
                  store.iris().graph(NAME),
                  store.iris().analysis("summary"),
                  Iris.ontology("documents"),
                  Node.ANY);
          return found.hasNext()
              ? Long.parseLong(found.next().getObject().getLiteralLexicalForm())
              : 0L;
        });
  }

  /** More about a thing that was begun before. */
  public Thing again(String path) {
    return new Thing(iris.analysis(path));
  }

  /** How many triples were written so far. */
  public long triples() {
    return triples;
  }

  /**
   * Puts the graph in the place of the store's.
   *
   * @throws StoreException if the store cannot be written; nothing is changed then
   */
  public void commit() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.fill(
        iris.graph(NAME),
        triples ->
            RDFParser.source(file)
                .lang(Lang.NTRIPLES)
                .checking(false)
                .parse(
                    new StreamRDFBase() {
                      @Override
                      public void triple(Triple triple) {
                        triples.accept(triple);
                      }
                    }));
  }

  private static String line(Node subject, Node property, Node value) {
    return NodeFmtLib.strNT(subject)
        + " "
        + NodeFmtLib.strNT(property)
        + " "
        + NodeFmtLib.strNT(value)
        + " .\n";
  }

  private void write(String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the temporary file. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
