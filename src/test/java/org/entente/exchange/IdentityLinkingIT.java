package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.knowledge.Decision;
import org.entente.rdf.Iris;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import org.entente.store.QueryRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a Fuseki of its own that plays Wikidata with made-up items. */
class IdentityLinkingIT {

  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX id: <https://w3id.org/entente/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <http://schema.org/>
      """;

  /** Made-up items: the numbers are none of Wikidata's. */
  private static final String ITEMS =
      """
      wd:Q900000001 wdt:P1566 "111" ; rdfs:label "Qandar"@en ; wdt:P625 "Point(40.01 35.01)"^^geo:wktLiteral .
      wd:Q900000002 wdt:P297 "XQ" ; rdfs:label "Qandaria"@en .
      <https://en.wikipedia.org/wiki/Qandar_Bridge> schema:about wd:Q900000003 .
      wd:Q900000004 rdfs:label "Tel Made-up"@en ; wdt:P31 wd:Q900000090 ; wdt:P625 "Point(41 36)"^^geo:wktLiteral .
      wd:Q900000090 wdt:P279 wd:Q486972 .
      wd:Q900000005 rdfs:label "Tel Made-up"@en ; wdt:P31 wd:Q486972 ; wdt:P625 "Point(10 10)"^^geo:wktLiteral .
      wd:Q900000006 rdfs:label "Made-up Person"@en ; wdt:P31 wd:Q5 .
      wd:Q900000007 rdfs:label "Made-up Person"@en ; wdt:P31 wd:Q5 .
      wd:Q900000008 rdfs:label "Made-up Person"@en ; wdt:P31 wd:Q900000090 .
      wd:Q900000009 wdt:P1566 "222" .
      wd:Q900000010 wdt:P1566 "222" .
      """;

  private static final String OURS =
      """
      id:qandar a ent:Place ; skos:prefLabel "Qandar"@en ; ent:country id:qandaria ;
          dcterms:identifier "111"^^ent:GeoNamesId ; geo:hasGeometry id:qandar-geometry .
      id:qandar-geometry geo:asWKT "POINT(40 35)"^^geo:wktLiteral .
      id:qandaria a ent:State ; skos:prefLabel "Qandaria"@en ; dcterms:identifier "XQ"^^ent:Iso3166Alpha2 .
      id:qandar-bridge a ent:MilitaryBase ; skos:prefLabel "Qandar Bridge"@en ;
          foaf:isPrimaryTopicOf <https://en.wikipedia.org/wiki/Qandar_Bridge> .
      id:tel-made-up a ent:Place ; skos:prefLabel "Tel Made-up"@en ; geo:hasGeometry id:tel-geometry .
      id:tel-geometry geo:asWKT "POINT(41.01 36.01)"^^geo:wktLiteral .
      id:made-up-person a ent:Person ; skos:prefLabel "Made-up Person"@en .
      id:two-numbers a ent:Place ; skos:prefLabel "Two Numbers"@en ; dcterms:identifier "222"^^ent:GeoNamesId .
      id:unknown-there a ent:ArmedGroup ; skos:prefLabel "Unknown There"@en .
      id:known-already a ent:Place ; skos:prefLabel "Known Already"@en ; owl:sameAs wd:Q900000099 .
      """;

  private static FusekiServer wikidata;
  private static String url;

  @TempDir Path folder;
  private KnowledgeStore store;

  @BeforeAll
  static void start() {
    DatasetGraph items = DatasetGraphFactory.createTxnMem();
    items.executeWrite(() -> graph(ITEMS).find().forEach(items.getDefaultGraph()::add));
    wikidata = FusekiServer.create().loopback(true).port(0).add("/wikidata", items).build().start();
    url = "http://localhost:" + wikidata.getPort() + "/wikidata/sparql";
  }

  @AfterAll
  static void stop() {
    wikidata.stop();
  }

  @BeforeEach
  void open() {
    store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT);
    store.write(Map.of(Iris.DEFAULT.graph("reference"), graph(OURS)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  private IdentityLinking.Summary link(boolean again, List<Decision> decisions) {
    return new IdentityLinking(
            store, new SparqlEndpoint(url, Duration.ofMillis(1)), (done, total) -> {})
        .run(again, decisions);
  }

  @Test
  void identifiersDecideThenNameClassAndPlace() {
    IdentityLinking.Summary summary = link(false, List.of());
    assertEquals(7, summary.entities(), "all but the one that is known already");
    assertEquals(3, summary.identified());
    assertEquals(1, summary.named());
    assertEquals(
        List.of(
            "qandar,Q900000001,GeoNamesId 111",
            "qandar-bridge,Q900000003,page https://en.wikipedia.org/wiki/Qandar_Bridge",
            "qandaria,Q900000002,Iso3166Alpha2 XQ",
            "tel-made-up,Q900000004,\"name \"Tel Made-up\", class and point\""),
        rows(
            """
            SELECT (STRAFTER(STR(?e), "/id/") AS ?ours) (STRAFTER(STR(?i), "entity/") AS ?item) ?by
            { ?link a ent:IdentityLink ; ent:ofEntity ?e ; ent:item ?i ; ent:matchedBy ?by .
              ?e owl:sameAs ?i } ORDER BY ?e"""));
  }

  @Test
  void whatIsNotSureIsLeftToAPerson() {
    assertEquals(
        List.of(
            "made-up-person Q900000006",
            "made-up-person Q900000007",
            "two-numbers Q900000009",
            "two-numbers Q900000010"),
        link(false, List.of()).open().stream().map(d -> d.subject() + " " + d.object()).toList());
  }

  @Test
  void decisionsOfPeopleCloseWhatIsOpen() {
    link(false, List.of());
    LocalDate day = LocalDate.of(2025, 1, 31);
    IdentityLinking.Summary summary =
        link(
            false,
            List.of(
                new Decision(
                    Decision.Kind.IDENTIFY, "made-up-person", "Q900000007", "me", day, "seen"),
                new Decision(
                    Decision.Kind.NOT_IDENTIFY, "two-numbers", "Q900000009", "me", day, "")));
    assertEquals(1, summary.decided());
    assertEquals(
        List.of("two-numbers Q900000010"),
        summary.open().stream().map(d -> d.subject() + " " + d.object()).toList());
    assertEquals(
        List.of("http://www.wikidata.org/entity/Q900000007"),
        rows("SELECT ?i { id:made-up-person owl:sameAs ?i }"));
  }

  @Test
  void asksNobodyTwice() {
    link(false, List.of());
    String before = export();
    SparqlEndpoint endpoint = new SparqlEndpoint(url, Duration.ofMillis(1));
    IdentityLinking.Summary again =
        new IdentityLinking(store, endpoint, (done, total) -> {}).run(false, List.of());
    assertEquals(0, again.entities());
    assertEquals(0, endpoint.queries());
    assertEquals(4, again.open().size(), "the open ones are still told");
    assertEquals(before, export());
  }

  @Test
  void guessesNothingWhenTheServiceIsNotThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String nowhere = "http://localhost:" + port + "/sparql";
    String before = export();
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class,
            () ->
                new IdentityLinking(
                        store, new SparqlEndpoint(nowhere, Duration.ofMillis(1)), (d, t) -> {})
                    .run(false, List.of()));
    assertTrue(e.getCause().getMessage().startsWith(nowhere + ": cannot be reached"), e.toString());
    assertEquals(before, export());
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SparqlEndpoint("file:/etc/passwd", Duration.ZERO));
  }

  @Test
  void federatedQuestionsAskOnlyTheServiceThatIsAllowed() {
    link(false, List.of());
    NamedQuery points = NamedQuery.shipped().get("wikidata-points");
    var query = points.with(Map.of("country", "qandaria", "service", url), Iris.DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30, Set.of(url)).run(query, QueryRunner.Format.CSV, bytes);
    String answer = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(answer.contains("Qandar,111,http://www.wikidata.org/entity/Q900000001,1.4"), answer);
    QueryException e =
        assertThrows(
            QueryException.class,
            () ->
                new QueryRunner(store, 30, Set.of("http://other.example/sparql"))
                    .run(query, QueryRunner.Format.CSV, new ByteArrayOutputStream()));
    assertTrue(
        e.getMessage().contains("SERVICE is not allowed here for this address"), e.getMessage());
    assertThrows(
        QueryException.class,
        () ->
            new QueryRunner(store, 30)
                .run(query, QueryRunner.Format.CSV, new ByteArrayOutputStream()));
  }

  @Test
  void asksWikidataAboutAnEntity() {
    link(false, List.of());
    var query =
        NamedQuery.shipped()
            .get("wikidata-entity")
            .with(Map.of("entity", "tel-made-up", "service", url), Iris.DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30, Set.of(url)).run(query, QueryRunner.Format.CSV, bytes);
    String answer = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(
        answer.contains("Tel Made-up,http://www.wikidata.org/entity/Q900000004,Tel Made-up"),
        answer);
    assertFalse(answer.contains("Q900000005"), answer);
  }

  private List<String> rows(String query) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30)
        .run(QueryFactory.create(PREFIXES + query), QueryRunner.Format.CSV, bytes);
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size()).stream().map(l -> l.replace("\"\"", "\"")).toList();
  }

  private String export() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
