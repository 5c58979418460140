package org.entente.exchange.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** A store whose names and sentences try to be more than text. */
class HostileNamesIT {

  private static final String NAME = "=cmd|'/c calc'!A1 ]]> <script>&\"\uD83D\uDE00\u0007";
  private static final String SHOWN = NAME.replace("\u0007", "");

  private static final String DOCUMENT =
      """
      @prefix ent: <https://w3id.org/entente/ontology#> .
      @prefix id: <https://w3id.org/entente/id/> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix oa: <http://www.w3.org/ns/oa#> .
      @prefix d: <https://w3id.org/entente/document/d1#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://w3id.org/entente/document/d1> a ent:Document ; dcterms:title "@title" ; ent:length 9 .
      id:a a ent:ArmedGroup ; skos:prefLabel "NAME"@en .
      id:b a ent:State ; skos:prefLabel "B"@en .
      d:m1 oa:hasBody id:a ; ent:mentionType ent:ArmedGroup ; ent:confidence 0.5 ; oa:hasTarget d:t .
      d:t oa:hasSelector d:p , d:q .
      d:p oa:start 0 ; oa:end 1 .
      d:q oa:exact "\\uD83D\\uDE00" .
      d:s1 a ent:Statement ; rdf:subject id:a ; rdf:predicate ent:attacks ; rdf:object id:b ;
        ent:modality ent:Asserted ; ent:confidence 0.5 ; ent:attributionText "+1" ;
        ent:startDate "2016"^^xsd:gYear ; ent:endDate "2015"^^xsd:gYear .
      """;

  @TempDir Path folder;
  private KnowledgeStore store;

  @BeforeEach
  void build() {
    store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT);
    String turtle =
        DOCUMENT
            .replace("NAME", NAME.replace("\"", "\\\"").replace("\u0007", "\\u0007"))
            .replace("\\uD83D\\uDE00", "\uD83D\uDE00");
    Graph graph = ModelFactory.createDefaultModel().getGraph();
    GraphUtil.addInto(graph, RDFParser.fromString(turtle, Lang.TURTLE).toGraph());
    store.write(Map.of(Iris.DEFAULT.document("d1"), graph));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private byte[] export(KnowledgeExport.Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KnowledgeExport.write(store, format, out);
    return out.toByteArray();
  }

  @Test
  void keepsXmlWellFormed() throws Exception {
    for (var format :
        new KnowledgeExport.Format[] {
          KnowledgeExport.Format.GRAPHML, KnowledgeExport.Format.GEXF
        }) {
      var xml =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(export(format)));
      var nodes = xml.getElementsByTagName("node");
      assertEquals(2, nodes.getLength());
      Element node = (Element) nodes.item(0);
      String label =
          format == KnowledgeExport.Format.GEXF
              ? node.getAttribute("label")
              : node.getElementsByTagName("data").item(0).getTextContent();
      assertEquals(SHOWN, label);
    }
  }

  @Test
  void keepsJsonWholeAndDropsAnEndBeforeTheStart() throws Exception {
    var bundle = new ObjectMapper().readTree(export(KnowledgeExport.Format.STIX));
    assertEquals(NAME, bundle.get("objects").get(0).get("name").asText());
    var relationship = bundle.get("objects").get(2);
    assertEquals("2016-01-01T00:00:00.000Z", relationship.get("start_time").asText());
    assertFalse(relationship.has("stop_time"));
    String ftm = new String(export(KnowledgeExport.Format.FTM), StandardCharsets.UTF_8);
    assertEquals(3, ftm.lines().count());
    assertTrue(ftm.lines().allMatch(l -> l.startsWith("{") && l.endsWith("}")));
  }

  @Test
  void guardsCells() throws Exception {
    KnowledgeExport.tables(store, folder.resolve("csv"));
    String statements = Files.readString(folder.resolve("csv").resolve("statements.csv"));
    assertTrue(statements.contains("\"'=cmd|'/c calc'!A1"), statements);
    assertTrue(statements.contains(",'+1,"), statements);
    assertTrue(statements.contains(",'@title,"), statements);
  }

  @Test
  void countsCodePoints() {
    Graph graph =
        RDFParser.fromString(
                new String(export(KnowledgeExport.Format.NIF), StandardCharsets.UTF_8),
                Lang.NTRIPLES)
            .toGraph();
    assertEquals(
        1,
        graph.stream()
            .filter(t -> t.getSubject().getURI().endsWith("d1#char=0,1"))
            .filter(
                t ->
                    t.getObject().isLiteral()
                        && t.getObject().getLiteralLexicalForm().equals("\uD83D\uDE00"))
            .count());
  }

  @Test
  void leavesOutObjectsWhereThereAreNone() throws Exception {
    try (KnowledgeStore empty = KnowledgeStore.open(folder.resolve("empty"), Iris.DEFAULT)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      KnowledgeExport.write(empty, KnowledgeExport.Format.STIX, out);
      assertFalse(new ObjectMapper().readTree(out.toByteArray()).has("objects"));
    }
  }
}
