package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextDocProducer;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.query.text.assembler.TextVocab;
import org.apache.jena.query.text.changes.TextQuadAction;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;

/**
 * The Lucene index over a store's names and sentences, as {@code fuseki-config/entente.ttl}
 * describes it, kept in step with the store.
 *
 * <p>Each commit of the store counts its generation up, in the store (in the default graph, which
 * no query sees) and in the index. The store commits first: if the process dies in between, the two
 * differ, and the index is made anew when the store is opened. A text that several graphs hold is
 * in the index once.
 */
final class TextIndex {

  private static final Node STORE = NodeFactory.createURI("urn:x-entente:store");
  private static final Node GENERATION = NodeFactory.createURI("urn:x-entente:generation");
  private static final String MARK = "generation";

  private final DatasetGraph base;
  private final TextIndexLucene lucene;
  private final DatasetGraphText dataset;
  private volatile Runnable whenMoved = () -> {};
  private volatile boolean moved;

  private TextIndex(DatasetGraph base, TextIndexLucene lucene) {
    this.base = base;
    this.lucene = lucene;
    this.dataset = new Marked();
    dataset.getContext().set(TextQuery.textIndex, lucene);
  }

  private static Path folder(Path store) {
    return store.resolve("text-index");
  }

  /** Whether a store has an index. */
  static boolean exists(Path store) {
    return Files.isDirectory(folder(store));
  }

  /**
   * Opens the index of a store; makes it if there is none, and anew if it is not in step.
   *
   * @throws StoreException if it cannot be read or written
   */
  static TextIndex open(Path store, DatasetGraph base) {
    Path folder = folder(store);
    try {
      Files.createDirectories(folder);
      String written = written(folder);
      TextIndex index = new TextIndex(base, assemble(folder));
      base.begin(ReadWrite.READ);
      String wanted;
      try {
        wanted = Long.toString(index.generation());
      } finally {
        base.end();
      }
      if (!written.equals(wanted)) {
        index.rebuild();
      }
      return index;
    } catch (IOException | RuntimeException e) {
      throw new StoreException(folder + ": text index cannot be opened: " + e.getMessage(), e);
    }
  }

  /** The generation that an index was last committed with. */
  private static String written(Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().getOrDefault(MARK, "");
    } catch (IndexNotFoundException e) {
      return "";
    } catch (IOException e) { // damaged, as by a power cut: nothing in it that the store has not
      StoreFolder.delete(folder);
      Files.createDirectories(folder);
      return "";
    }
  }

  /** The index that the shipped configuration describes, in this folder. */
  private static TextIndexLucene assemble(Path folder) {
    String name = "/fuseki-config/entente.ttl";
    Model model = ModelFactory.createDefaultModel();
    try (InputStream in = TextIndex.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path: " + name);
      }
      RDFDataMgr.read(model, in, "https://entente.invalid" + name, Lang.TURTLE);
    } catch (IOException e) {
      throw new UncheckedIOException("configuration " + name, e);
    }
    Resource index =
        model.listSubjectsWithProperty(RDF.type, TextVocab.textIndexLucene).nextResource();
    index.removeAll(TextVocab.pDirectory);
    index.addProperty(TextVocab.pDirectory, folder.toAbsolutePath().toString());
    return (TextIndexLucene) Assembler.general().open(index);
  }

  /** The store with this index: writes go to both, and {@code text:query} finds it. */
  DatasetGraph dataset() {
    return dataset;
  }

  private long generation() {
    Iterator<Quad> marks = base.find(Quad.defaultGraphIRI, STORE, GENERATION, Node.ANY);
    return marks.hasNext() ? Long.parseLong(marks.next().getObject().getLiteralLexicalForm()) : 0;
  }

  /**
   * Makes the index anew from what the store holds.
   *
   * @return how many texts it has
   */
  long rebuild() {
    long texts = 0;
    base.begin(ReadWrite.READ);
    try {
      EntityDefinition fields = lucene.getDocDef();
      lucene.getIndexWriter().deleteAll();
      for (String field : fields.fields()) {
        for (Node property : fields.getPredicates(field)) {
          Iterator<Quad> quads = base.find(Quad.unionGraph, Node.ANY, property, Node.ANY);
          while (quads.hasNext()) {
            Quad quad = quads.next();
            Entity entity =
                TextQueryFuncs.entityFromQuad(
                    fields, Quad.unionGraph, quad.getSubject(), property, quad.getObject());
            if (entity != null) {
              lucene.addEntity(entity);
              texts++;
            }
          }
        }
      }
      mark(generation());
      lucene.commit();
      return texts;
    } catch (IOException e) {
      throw new StoreException("text index cannot be written: " + e.getMessage(), e);
    } finally {
      base.end();
    }
  }

  private void mark(long generation) {
    lucene.getIndexWriter().setLiveCommitData(Map.of(MARK, Long.toString(generation)).entrySet());
  }

  /** Hits of a Lucene query over these properties, best first. */
  List<TextMatch> search(List<Node> properties, String query, int limit) {
    Model terms = ModelFactory.createDefaultModel();
    List<Resource> resources =
        properties.stream().map(p -> terms.createResource(p.getURI())).toList();
    return lucene.query(resources, query, null, null, limit, null).stream()
        .map(hit -> new TextMatch(hit.getNode(), hit.getScore()))
        .toList();
  }

  /** Has this done after each commit that changed where something lies. */
  void whenMoved(Runnable work) {
    whenMoved = work;
  }

  void close() {
    lucene.close();
  }

  /** Counts the generation up with each commit. */
  private final class Marked extends DatasetGraphText {
    Marked() {
      super(base, lucene, new Once());
    }

    @Override
    public void commit() {
      if (transactionMode() == ReadWrite.WRITE) {
        long next = generation() + 1;
        base.deleteAny(Quad.defaultGraphIRI, STORE, GENERATION, Node.ANY);
        base.add(
            Quad.defaultGraphIRI,
            STORE,
            GENERATION,
            NodeFactory.createLiteralDT(Long.toString(next), XSDDatatype.XSDinteger));
        mark(next);
      }
      super.commit();
      if (moved) {
        moved = false;
        whenMoved.run();
      }
    }
  }

  /** Puts a text into the index when the first graph says it, takes it out with the last. */
  private final class Once implements TextDocProducer {
    @Override
    public void start() {}

    @Override
    public void finish() {}

    @Override
    public void reset() {}

    @Override
    public void change(TextQuadAction action, Node graph, Node s, Node p, Node o) {
      boolean adds = action == TextQuadAction.ADD;
      if (!adds && action != TextQuadAction.DELETE) {
        return;
      }
      moved |= PlaceIndex.concerns(p);
      // Under one name of a graph, since the key of an entry is made of that too.
      Entity entity = TextQueryFuncs.entityFromQuad(lucene.getDocDef(), Quad.unionGraph, s, p, o);
      if (entity == null || elsewhere(graph, s, p, o)) {
        return;
      }
      if (adds) {
        lucene.addEntity(entity);
      } else {
        lucene.deleteEntity(entity);
      }
    }

    private boolean elsewhere(Node graph, Node s, Node p, Node o) {
      Iterator<Quad> same = base.find(Node.ANY, s, p, o);
      while (same.hasNext()) {
        if (!same.next().getGraph().equals(graph)) {
          return true;
        }
      }
      return false;
    }
  }
}
