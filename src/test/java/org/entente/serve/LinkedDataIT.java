package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the IRIs of the sample store lead to. */
class LinkedDataIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String IRAN = "https://w3id.org/entente/id/iran";

  @TempDir Path folder;

  private static KnowledgeStore store;
  private static SparqlServer server;

  @BeforeAll
  static void start() {
    store = SampleStore.open();
    server = SparqlServer.start(store, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static HttpResponse<String> get(SparqlServer at, String path, String accept)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + at.port() + path));
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    return get(server, path, accept);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static Model parse(HttpResponse<String> answer) {
    Lang lang = RDFLanguages.contentTypeToLang(header(answer, "Content-Type").split(";")[0]);
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new StringReader(answer.body()), "https://entente.invalid/", lang);
    return model;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/turtle                            | ttl    | text/turtle
          application/ld+json                    | jsonld | application/ld+json
          application/n-triples                  | nt     | application/n-triples
          text/html,application/xml;q=0.9,*/*;q=0.8 | html | text/html
          text/html;q=0.2, text/turtle;q=0.9     | ttl    | text/turtle
          */*                                    | ttl    | text/turtle
          """)
  void leadsFromAnEntityToTheFormThatIsAskedFor(String accept, String extension, String type)
      throws Exception {
    for (String path : List.of("/id/iran", "/entente/id/iran")) {
      HttpResponse<String> see = get(path, accept);
      assertEquals(303, see.statusCode());
      assertEquals("/entente/id/iran." + extension, header(see, "Location"));
      assertEquals("Accept", header(see, "Vary"));
    }
    HttpResponse<String> answer = get("/entente/id/iran." + extension, "");
    assertEquals(200, answer.statusCode());
    assertEquals(type, header(answer, "Content-Type").split(";")[0]);
    if (extension.equals("html")) {
      assertTrue(answer.body().contains("<bdi>Iran</bdi>"));
    } else {
      Resource iran = parse(answer).getResource(IRAN);
      assertTrue(iran.hasProperty(SKOS.prefLabel, "Iran", "en"), answer.body());
    }
  }

  @Test
  void describesEntitiesAndDocumentsOfAllKinds() throws Exception {
    TreeSet<String> iris = new TreeSet<>();
    store.read(
        data -> {
          data.getUnionGraph()
              .find(Node.ANY, RDF.type.asNode(), Node.ANY)
              .forEach(
                  t -> {
                    String iri = t.getSubject().toString();
                    if (iri.matches("https://w3id.org/entente/(id|document|run)/[^#]*")) {
                      iris.add(iri);
                    }
                  });
          return iris;
        });
    assertTrue(iris.size() > 300, () -> "only " + iris);
    int number = 0;
    for (String iri : iris) {
      if (number++ % 7 != 0) {
        continue; // all of them take minutes
      }
      HttpResponse<String> answer = get(URI.create(iri).getRawPath() + ".nt", "");
      assertEquals(200, answer.statusCode(), iri);
      assertTrue(answer.body().contains("<" + iri + "> <"), iri);
      assertTrue(answer.body().length() < 1_000_000, () -> iri + ": " + answer.body().length());
    }
  }

  @Test
  void describesADocumentWithItsStatementsAndSentences() throws Exception {
    String document =
        store.read(
            data ->
                data.getUnionGraph()
                    .find(Node.ANY, RDF.type.asNode(), Iris.ontology("Document"))
                    .next()
                    .getSubject()
                    .getURI());
    Model model = parse(get(URI.create(document).getRawPath() + ".ttl", ""));
    var evidence = ResourceFactory.createProperty(Iris.ONTOLOGY, "evidence");
    assertTrue(model.listSubjectsWithProperty(evidence).hasNext());
    HttpResponse<String> page = get(URI.create(document).getRawPath() + ".html", "");
    assertTrue(page.body().contains("<h2>Statements</h2>"));
  }

  @Test
  void saysWhatItDoesNotKnowAndWhatItCannotGive() throws Exception {
    assertEquals(404, get("/entente/id/no-such-thing", "").statusCode());
    assertEquals(404, get("/entente/id/no-such-thing.ttl", "").statusCode());
    assertEquals(404, get("/entente/document/none.html", "").statusCode());
    HttpResponse<String> answer = get("/entente/id/iran", "image/png");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("text/turtle"));
  }

  @Test
  void showsEachTermOfTheOntology() throws Exception {
    HttpResponse<String> answer = get("/entente/ontology", "text/html");
    assertEquals(200, answer.statusCode());
    String page = answer.body();
    Model ontology = parse(get("/ontology.ttl", ""));
    int terms = 0;
    for (Resource term : ontology.listSubjectsWithProperty(RDFS.label).toList()) {
      if (term.isURIResource() && term.getURI().startsWith(Iris.ONTOLOGY)) {
        terms++;
        assertTrue(page.contains("<section id=\"" + term.getLocalName() + "\">"), term.getURI());
      }
    }
    assertTrue(terms > 50);
    assertTrue(page.contains("PLOVER category</th><td><bdi>SUPPORT</bdi>"), page);
    assertTrue(page.contains("actor</bdi></a> or <a href=\"/entente/ontology#Place\">"), page);
  }

  @Test
  void pagesRunNothing() throws Exception {
    HttpResponse<String> answer = get("/entente/id/iran.html", "");
    String policy = header(answer, "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertEquals("DENY", header(answer, "X-Frame-Options"));
    assertFalse(answer.body().contains("<script"));
  }

  @Test
  void escapesWhatTheStoreHolds() throws Exception {
    Iris iris = new Iris("https://example.org/kb/");
    Node thing = iris.entity("thing");
    Graph graph = GraphFactory.createDefaultGraph();
    String hostile = "<script>alert(1)</script>\" onmouseover='x'";
    graph.add(thing, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(hostile, "en"));
    graph.add(thing, RDFS.seeAlso.asNode(), NodeFactory.createURI("javascript:alert(1)"));
    graph.add(thing, RDFS.seeAlso.asNode(), NodeFactory.createURI("https://x/\"><script>"));
    for (int i = 0; i < 3000; i++) {
      graph.add(thing, SKOS.altLabel.asNode(), NodeFactory.createLiteralString("name " + i));
    }
    try (KnowledgeStore other = KnowledgeStore.open(folder.resolve("other"), iris)) {
      other.write(Map.of(iris.document("d"), graph));
      try (SparqlServer at = SparqlServer.start(other, 0)) {
        assertEquals("/kb/id/thing.html", header(get(at, "/kb/id/thing", "text/html"), "Location"));
        String page = get(at, "/kb/id/thing.html", "").body();
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("href=\"javascript"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&#39;"));
        Model model = parse(get(at, "/kb/id/thing.ttl", ""));
        assertTrue(model.size() < 1100, () -> "bounded, but " + model.size());
        assertTrue(
            model.getResource("https://example.org/kb/id/thing.ttl").hasProperty(RDFS.comment));
      }
    }
  }

  @Test
  void countsWhatIsServed() throws Exception {
    String ns = "http://rdfs.org/ns/void#";
    Resource dataset;
    Instant end = Instant.now().plusSeconds(60);
    do { // the counts come when they are ready
      HttpResponse<String> answer = get("/.well-known/void", "text/turtle");
      dataset = parse(answer).getResource("https://w3id.org/entente/dataset");
    } while (!dataset.hasProperty(ResourceFactory.createProperty(ns, "documents"))
        && Instant.now().isBefore(end));
    long documents = dataset.getProperty(ResourceFactory.createProperty(ns, "documents")).getLong();
    long triples = dataset.getProperty(ResourceFactory.createProperty(ns, "triples")).getLong();
    assertEquals(
        count("SELECT (COUNT(*) AS ?n) { ?d a <https://w3id.org/entente/ontology#Document> }"),
        documents);
    assertEquals(count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), triples);
    assertTrue(
        dataset.hasProperty(ResourceFactory.createProperty("http://purl.org/dc/terms/license")));
    assertEquals(
        server.endpoint(),
        dataset
            .getPropertyResourceValue(ResourceFactory.createProperty(ns, "sparqlEndpoint"))
            .getURI());
    assertEquals("/.well-known/void", header(get("/entente/dataset", ""), "Location"));
    assertEquals(200, get("/.well-known/void", "text/html").statusCode());
  }

  @Test
  void describesTheServiceAtItsBareAddress() throws Exception {
    String ns = "http://www.w3.org/ns/sparql-service-description#";
    Model model = parse(get("/entente/sparql", "text/turtle"));
    Resource service = model.getResource(server.endpoint());
    assertTrue(service.hasProperty(RDF.type, model.getResource(ns + "Service")));
    assertTrue(
        service.hasProperty(
            ResourceFactory.createProperty(ns, "feature"),
            model.getResource(ns + "UnionDefaultGraph")));
    assertEquals(400, get("/entente/sparql?other=1", "text/turtle").statusCode());
  }

  @Test
  void listsQueriesForEditorsAndAnswersThem() throws Exception {
    JsonNode rows =
        select(
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            SELECT DISTINCT ?sq ?comment ?query WHERE {
              ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ;
                sh:select|sh:ask|sh:construct|sh:describe ?query ;
                <https://schema.org/target> <https://w3id.org/entente/sparql> .
            } ORDER BY ?sq
            """
                .replace("PREFIX sh:", "PREFIX rdfs: <" + RDFS.getURI() + ">\nPREFIX sh:"));
    assertTrue(rows.size() >= 10, rows::toString);
    for (JsonNode row : rows) {
      assertFalse(row.at("/comment/value").asText().isBlank());
      String query = row.at("/query/value").asText();
      if (!query.contains("SERVICE")) { // this server calls nobody
        select(query);
      }
    }
  }

  private static long count(String query) throws Exception {
    return select(query).at("/0/n/value").asLong();
  }

  private static JsonNode select(String query) throws Exception {
    String path = "/entente/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpResponse<String> answer = get(path, "application/sparql-results+json");
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body()).at("/results/bindings");
  }
}
