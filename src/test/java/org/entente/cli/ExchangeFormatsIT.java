package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export} writes in other programs' formats, read by other programs and counted. */
class ExchangeFormatsIT {

  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      """;

  private static final String ACTORS =
      "(ent:State, ent:Government, ent:ArmedGroup, ent:StateForce, ent:Organization, ent:Person)";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Path store;
  private static Path analysed;

  @BeforeAll
  static void copies() throws IOException {
    store = SampleStore.copyTo(folder.resolve("store"));
    analysed = SampleStore.copyTo(folder.resolve("analysed"));
    assertEquals(0, Shell.run("analyse", "--store", analysed.toString()).code());
  }

  private static Path export(Path from, String format, String name) {
    Path out = folder.resolve(name);
    Shell.Outcome outcome =
        Shell.run(
            "export", "--store", from.toString(), "--format", format, "--out", out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith(format + ": "), outcome.err());
    return out;
  }

  private static long count(Path from, String pattern) {
    try (KnowledgeStore opened = KnowledgeStore.openExisting(from, Iris.DEFAULT)) {
      return opened.read(
          dataset -> {
            try (QueryExecution execution =
                QueryExecution.dataset(opened.dataset())
                    .query(PREFIXES + "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT " + pattern + "}")
                    .build()) {
              return execution.execSelect().next().getLiteral("n").getLong();
            }
          });
    }
  }

  private static long statedTies(Path from) {
    return count(
        from,
        """
        ?s ?p ?o { GRAPH ?d { ?x a ent:Statement ; rdf:subject ?s ; rdf:predicate ?p ;
          rdf:object ?o ; ent:modality ?m } FILTER (?m IN (ent:Asserted, ent:Reported) && ?s != ?o)
          GRAPH ?g { ?s a ?a } FILTER (?a IN ACTORS) GRAPH ?h { ?o a ?b } FILTER (?b IN ACTORS) }
        """
            .replace("ACTORS", ACTORS));
  }

  // ---- readers that others wrote

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), String.join(" ", command));
    return process.exitValue() == 0 ? printed.strip() : "failed: " + printed.strip();
  }

  private static boolean isThere(String... command) throws InterruptedException {
    try {
      return !run(command).startsWith("failed");
    } catch (IOException e) {
      return false;
    }
  }

  /** Nodes, edges and statements as networkx reads them. */
  private static String networkx(String reader, Path file) throws Exception {
    String python = null;
    for (String candidate : List.of("/usr/bin/python3", "python3")) {
      if (python == null && isThere(candidate, "-c", "import networkx")) {
        python = candidate;
      }
    }
    assumeTrue(python != null, "skipped: python3-networkx is not installed");
    String script =
        "import sys, networkx\n"
            + "graph = networkx."
            + reader
            + "(sys.argv[1])\n"
            + "print(graph.is_directed(), graph.number_of_nodes(), graph.number_of_edges(),"
            + " sum(int(d['statements']) for _, _, d in graph.edges(data=True)))\n";
    return run(python, "-c", script, file.toString());
  }

  @Test
  void networkxReadsStatedRelations() throws Exception {
    long edges = statedTies(store);
    Path graphml = export(store, "graphml", "stated.graphml");
    Path gexf = export(store, "gexf", "stated.gexf");
    String signs = Files.readString(graphml);
    assertTrue(signs.contains("<data key=\"edge-sign\">-1</data>"), "no foes");
    assertTrue(signs.contains("<data key=\"edge-sign\">1</data>"), "no friends");
    String read = networkx("read_graphml", graphml);
    assertTrue(read.matches("True \\d+ " + edges + " \\d+"), read + " for " + edges);
    assertEquals(read, networkx("read_gexf", gexf));
  }

  @Test
  void networkxReadsTheAnalysis() throws Exception {
    long relations =
        count(
            analysed,
            "?r { ?r a ent:ActorRelation OPTIONAL { ?r ent:period ?p }"
                + " FILTER (!BOUND(?p) || STRLEN(STR(?p)) = 4) }");
    long pairs =
        count(
            analysed,
            "?a ?b { ?r a ent:ActorRelation ; ent:between ?a , ?b FILTER (STR(?a) < STR(?b)) }");
    assertTrue(relations >= pairs && pairs > 50, relations + " relations of " + pairs);
    String graphml = networkx("read_graphml", export(analysed, "graphml", "analysed.graphml"));
    assertTrue(graphml.matches("False \\d+ " + relations + " \\d+"), graphml);
    String gexf = networkx("read_gexf", export(analysed, "gexf", "analysed.gexf"));
    assertEquals(graphml.replace(" " + relations + " ", " " + pairs + " "), gexf);
  }

  @Test
  void gdalReadsTheMap() throws Exception {
    assumeTrue(isThere("ogrinfo", "--version"), "skipped: ogrinfo (gdal-bin) is not installed");
    Path file = export(store, "geojson", "map.geojson");
    String summary = run("ogrinfo", "-ro", "-so", "-al", file.toString());
    int features = JSON.readTree(file.toFile()).get("features").size();
    assertTrue(summary.contains("Feature Count: " + features), summary);
    assertTrue(summary.contains("Geometry: Point"), summary);
    assertTrue(summary.contains("start: Date"), summary);
    assertTrue(summary.contains("end: Date"), summary);
    assertTrue(summary.contains("time: DateTime"), summary);
  }

  // ---- what the formats demand

  @Test
  void mapsEachStatementAtAKnownPlace() throws IOException {
    long stated =
        count(
            store,
            """
            ?x { GRAPH ?d { ?x a ent:Statement ; rdf:predicate ?p ; rdf:object ?o }
              FILTER (?p IN (ent:captures, ent:controls, ent:losesControlOf, ent:attacks,
                ent:deploysTo, ent:operatesBase, ent:withdrawsFrom))
              ?o geo:hasGeometry ?g . ?o a ?t FILTER (?t IN (ent:Place, ent:MilitaryBase))
              FILTER NOT EXISTS { ?o a ent:State } }
            """);
    JsonNode map = JSON.readTree(export(store, "geojson", "counted.geojson").toFile());
    long found = 0;
    Set<String> columns = new HashSet<>();
    for (JsonNode feature : map.get("features")) {
      List<String> names = new ArrayList<>();
      feature.get("properties").fieldNames().forEachRemaining(names::add);
      columns.add(String.join(",", names));
      JsonNode at = feature.get("geometry").get("coordinates");
      assertTrue(Math.abs(at.get(0).asDouble()) <= 180 && Math.abs(at.get(1).asDouble()) <= 90);
      found += feature.get("properties").get("kind").asText().equals("statement") ? 1 : 0;
    }
    assertEquals(stated, found);
    assertTrue(found > 20, found + " statements");
    assertEquals(1, columns.size(), columns.toString());
  }

  @Test
  void writesEachStatementAsARow() throws IOException {
    Path tables = export(store, "csv", "tables");
    List<CSVRecord> statements = rows(tables.resolve("statements.csv"));
    assertEquals(count(store, "?x { GRAPH ?d { ?x a ent:Statement } }"), statements.size());
    assertEquals(statedTies(store), rows(tables.resolve("relations.csv")).size());
    Set<String> actors = new HashSet<>();
    rows(tables.resolve("actors.csv")).forEach(r -> actors.add(r.get("id")));
    assertTrue(actors.contains("hezbollah"), actors.toString());
    for (CSVRecord row : statements) {
      assertFalse(row.get("sentence").isBlank(), row.toString());
      assertTrue(row.isConsistent(), row.toString());
    }
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  /** Schemata and properties as the schema files of alephdata/followthemoney have them. */
  private static final Set<String> THING =
      Set.of("name", "alias", "country", "wikidataId", "wikipediaUrl");

  private static final Set<String> INTEREST =
      Set.of(
          "startDate",
          "endDate",
          "summary",
          "description",
          "recordId",
          "sourceUrl",
          "publisher",
          "role",
          "status");

  private static final Map<String, Set<String>> OWN =
      Map.of(
          "Person", Set.of("classification"),
          "Organization", Set.of("classification"),
          "PublicBody", Set.of("classification"),
          "Event", Set.of(),
          "Address", Set.of("full", "latitude", "longitude"));

  private static final Map<String, Map<String, Set<String>>> ENDS =
      Map.of(
          "Membership",
              Map.of(
                  "member", Set.of("Person", "Organization", "PublicBody"),
                  "organization", Set.of("Organization", "PublicBody")),
          "Directorship",
              Map.of(
                  "director", Set.of("Person", "Organization", "PublicBody"),
                  "organization", Set.of("Organization", "PublicBody")),
          "UnknownLink", Map.of("subject", OWN.keySet(), "object", OWN.keySet()));

  @Test
  void writesFollowTheMoneyThatKeepsToItsSchemata() throws IOException {
    Map<String, String> schemata = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (String line : Files.readAllLines(export(store, "ftm", "entities.ftm.json"))) {
      JsonNode entity = JSON.readTree(line);
      String schema = entity.get("schema").asText();
      String id = entity.get("id").asText();
      assertEquals(null, schemata.put(id, schema), "twice: " + id);
      used.add(schema);
      Map<String, Set<String>> ends = ENDS.get(schema);
      var properties = entity.get("properties").properties();
      for (var property : properties) {
        assertTrue(property.getValue().isArray() && !property.getValue().isEmpty(), line);
        String name = property.getKey();
        if (ends == null) {
          assertTrue(THING.contains(name) || OWN.get(schema).contains(name), line);
        } else if (ends.containsKey(name)) {
          String end = property.getValue().get(0).asText();
          assertTrue(ends.get(name).contains(String.valueOf(schemata.get(end))), line);
        } else {
          assertTrue(INTEREST.contains(name), line);
        }
      }
      if (ends == null) {
        assertTrue(entity.get("properties").has("name"), line);
      } else {
        ends.keySet().forEach(e -> assertTrue(entity.get("properties").has(e), line));
      }
    }
    assertTrue(used.containsAll(ENDS.keySet()), used.toString());
    assertTrue(used.containsAll(OWN.keySet()), used.toString());
  }

  @Test
  void writesStixThatKeepsToTheSpecification() throws IOException {
    JsonNode bundle = JSON.readTree(export(store, "stix", "bundle.json").toFile());
    assertEquals("bundle", bundle.get("type").asText());
    assertTrue(bundle.get("id").asText().startsWith("bundle--"));
    Map<String, JsonNode> objects = new HashMap<>();
    Set<String> uuids = new HashSet<>();
    for (JsonNode object : bundle.get("objects")) {
      String id = object.get("id").asText();
      String type = object.get("type").asText();
      assertTrue(
          id.matches(
              type + "--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
          id);
      // A producer must not use a UUID again, not for another type either.
      assertTrue(uuids.add(id.substring(type.length())), id);
      objects.put(id, object);
      common(object);
    }
    Set<String> types = new HashSet<>();
    for (JsonNode object : objects.values()) {
      String type = object.get("type").asText();
      types.add(type);
      switch (type) {
        case "identity" -> {
          assertTrue(object.hasNonNull("name"), object.toString());
          assertTrue(
              Set.of("individual", "group", "system", "organization", "class", "unknown")
                  .contains(object.get("identity_class").asText()),
              object.toString());
        }
        case "location" -> {
          assertEquals(object.has("latitude"), object.has("longitude"), object.toString());
          assertTrue(object.has("latitude") || object.has("country"), object.toString());
        }
        case "relationship" -> {
          assertTrue(object.get("relationship_type").asText().matches("[a-z0-9-]+"));
          for (String end : List.of("source_ref", "target_ref")) {
            JsonNode at = objects.get(object.get(end).asText());
            assertNotNull(at, object.toString());
            assertFalse(at.get("type").asText().equals("relationship"), object.toString());
          }
          if (object.get("relationship_type").asText().equals("located-at")) {
            assertTrue(object.get("target_ref").asText().startsWith("location--"));
          }
          int confidence = object.get("confidence").intValue();
          assertTrue(object.get("confidence").isInt() && confidence >= 0 && confidence <= 100);
          if (object.has("start_time") && object.has("stop_time")) {
            assertTrue(time(object, "stop_time").isAfter(time(object, "start_time")));
          }
        }
        case "report" -> {
          assertTrue(object.hasNonNull("name") && object.hasNonNull("published"));
          object
              .get("object_refs")
              .forEach(ref -> assertTrue(objects.containsKey(ref.asText()), ref.asText()));
        }
        default -> throw new AssertionError(type);
      }
    }
    assertEquals(Set.of("identity", "location", "relationship", "report"), types);
  }

  private static void common(JsonNode object) {
    assertEquals("2.1", object.get("spec_version").asText());
    assertFalse(time(object, "modified").isBefore(time(object, "created")), object.toString());
    for (var property : object.properties()) {
      String name = property.getKey();
      assertTrue(name.equals("id") || name.matches("[a-z0-9_]{3,250}"), name);
      assertFalse(property.getValue().isNull(), object.toString());
      assertFalse(
          property.getValue().isArray() && property.getValue().isEmpty(), object.toString());
      if (Set.of("created", "modified", "published", "start_time", "stop_time").contains(name)) {
        assertTrue(
            property
                .getValue()
                .asText()
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
            object.toString());
      }
    }
    for (JsonNode reference : object.get("external_references")) {
      assertTrue(reference.hasNonNull("source_name"), object.toString());
      assertTrue(reference.has("url") || reference.has("external_id"), object.toString());
    }
  }

  private static Instant time(JsonNode object, String property) {
    return Instant.parse(object.get(property).asText());
  }

  @Test
  void writesMentionsAsNif() throws IOException {
    // by its text: a server in this process may have shut Jena's way to files
    Graph graph =
        RDFParser.fromString(Files.readString(export(store, "nif", "mentions.nt")), Lang.NTRIPLES)
            .toGraph();
    List<Node> phrases =
        graph.stream(Node.ANY, RDF.type.asNode(), nif("Phrase")).map(t -> t.getSubject()).toList();
    long mentions = count(store, "?m { GRAPH ?d { ?m oa:hasBody ?e } }");
    assertEquals(mentions, phrases.size());
    for (Node phrase : phrases) {
      long begin = number(graph, phrase, "beginIndex");
      long end = number(graph, phrase, "endIndex");
      String anchor = one(graph, phrase, nif("anchorOf")).getLiteralLexicalForm();
      assertEquals(end - begin, anchor.codePointCount(0, anchor.length()), phrase.toString());
      Node context = one(graph, phrase, nif("referenceContext"));
      assertTrue(graph.contains(context, RDF.type.asNode(), nif("Context")));
      assertTrue(end <= number(graph, context, "endIndex"), phrase.toString());
      assertTrue(
          one(graph, phrase, NodeFactory.createURI("http://www.w3.org/2005/11/its/rdf#taIdentRef"))
              .isURI());
    }
  }

  private static Node nif(String name) {
    return NodeFactory.createURI(
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" + name);
  }

  private static Node one(Graph graph, Node subject, Node property) {
    List<Node> values = graph.stream(subject, property, Node.ANY).map(t -> t.getObject()).toList();
    assertEquals(1, values.size(), subject + " " + property);
    return values.get(0);
  }

  private static long number(Graph graph, Node subject, String property) {
    return Long.parseLong(one(graph, subject, nif(property)).getLiteralLexicalForm());
  }

  // ---- the command

  @Test
  void writesEqualBytesOfEqualStores() throws IOException {
    Path quads = folder.resolve("whole.nq");
    Shell.run("export", "--store", analysed.toString(), "--out", quads.toString());
    Path copy = folder.resolve("copy");
    Shell.Outcome loaded = Shell.run("load", quads.toString(), "--store", copy.toString());
    assertEquals(0, loaded.code(), loaded.err());
    for (String format : List.of("graphml", "gexf", "geojson", "ftm", "stix", "nif")) {
      byte[] first = Files.readAllBytes(export(analysed, format, "first." + format));
      assertArrayEquals(
          first, Files.readAllBytes(export(copy, format, "second." + format)), format);
    }
    Path first = export(analysed, "csv", "first-tables");
    Path second = export(copy, "csv", "second-tables");
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        assertEquals(-1, Files.mismatch(file, second.resolve(file.getFileName())), file.toString());
      }
    }
  }

  @Test
  void saysWhatIsWrongWithTheCommand() throws IOException {
    Supplier<Shell.Outcome> noFolder =
        () -> Shell.run("export", "--store", store.toString(), "--format", "csv");
    assertEquals(2, noFolder.get().code());
    assertTrue(noFolder.get().err().contains("--out"), noFolder.get().err());
    Shell.Outcome part =
        Shell.run("export", "--store", store.toString(), "--format", "gexf", "--document", "082b");
    assertEquals(2, part.code());
    assertTrue(part.err().contains("082b"), part.err());
    Path file = Files.writeString(folder.resolve("a-file"), "x");
    Shell.Outcome taken =
        Shell.run(
            "export", "--store", store.toString(), "--format", "csv", "--out", file.toString());
    assertEquals(4, taken.code(), taken.err());
    assertTrue(taken.err().contains("a-file"), taken.err());
  }
}
