package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Iris;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import org.entente.store.QueryRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up actors, places, texts and events. */
class CorroborationIT {

  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX id: <https://w3id.org/entente/id/>
      PREFIX ext: <https://w3id.org/entente/external/made-up/>
      PREFIX d: <https://w3id.org/entente/document/d#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String REFERENCE =
      """
      id:qandaria a ent:State ; skos:prefLabel "Qandaria"@en .
      id:qandarian-army a ent:StateForce ; skos:prefLabel "Qandarian Army"@en ; ent:country id:qandaria .
      id:qandarian-government a ent:Government ; skos:prefLabel "Qandarian government"@en ; ent:country id:qandaria .
      id:front a ent:ArmedGroup ; skos:prefLabel "Front"@en .
      id:qandar a ent:Place ; skos:prefLabel "Qandar"@en ; geo:hasGeometry id:qandar-geometry .
      id:qandar-geometry geo:asWKT "POINT(40 35)"^^geo:wktLiteral .
      id:farhold a ent:Place ; skos:prefLabel "Farhold"@en ; geo:hasGeometry id:farhold-geometry .
      id:farhold-geometry geo:asWKT "POINT(50 35)"^^geo:wktLiteral .
      """;

  private static final String EVENTS =
      """
      ext:gov a ent:ExternalActor ; rdfs:label "Government of Qandaria" ; ent:matches id:qandarian-government .
      ext:front a ent:ExternalActor ; rdfs:label "Front" ; ent:matches id:front .
      ext:town a ent:ExternalPlace ; rdfs:label "Qandar town" ; ent:latitude 35.05 ; ent:longitude 40.05 ; ent:matches id:qandar .
      ext:battle a ent:ExternalEvent ; ent:eventKind "state-based conflict" ; ent:sideA ext:gov ; ent:sideB ext:front ;
          ent:takesPlaceAt ext:town ; ent:eventStart "2016-03-10"^^xsd:date ; ent:eventEnd "2016-03-11"^^xsd:date ;
          ent:datePrecision "day" ; ent:deaths 12 .
      ext:talks a ent:ExternalEvent ; ent:eventKind "verbal cooperation" ; ent:sideA ext:gov ; ent:sideB ext:front ;
          ent:takesPlaceAt ext:town ; ent:eventStart "2016-03-10"^^xsd:date ; ent:eventEnd "2016-03-10"^^xsd:date .
      ext:later a ent:ExternalEvent ; ent:eventKind "state-based conflict" ; ent:sideA ext:gov ; ent:sideB ext:front ;
          ent:takesPlaceAt ext:town ; ent:eventStart "2016-09-01"^^xsd:date ; ent:eventEnd "2016-09-01"^^xsd:date ; ent:deaths 3 .
      """;

  @TempDir Path folder;
  private KnowledgeStore store;

  @BeforeEach
  void open() {
    store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT);
    store.write(
        Map.of(
            Iris.DEFAULT.graph("reference"),
            graph(REFERENCE),
            Iris.DEFAULT.graph("made-up-import"),
            graph(EVENTS),
            Iris.DEFAULT.document("d"),
            graph(
                "<https://w3id.org/entente/document/d> a ent:Document ; dcterms:title \"Made up\" ;"
                    + " dcterms:issued \"2016-03-20\"^^xsd:date ."
                    + statement(1, "front", "captures", "qandar", "Asserted", "2016-03-12", "date")
                    + statement(
                        2,
                        "qandarian-army",
                        "attacks",
                        "front",
                        "Reported",
                        "2016-03",
                        "gYearMonth")
                    + statement(3, "front", "captures", "farhold", "Asserted", "2016-03-10", "date")
                    + statement(4, "front", "captures", "qandar", "Negated", "2016-03-10", "date")
                    + statement(
                        5, "front", "attacks", "qandaria", "Asserted", "2016-06-01", "date"))));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String statement(
      int n,
      String subject,
      String predicate,
      String object,
      String mood,
      String day,
      String type) {
    return """
        d:s%1$d a ent:Statement ; rdf:subject id:%2$s ; rdf:predicate ent:%3$s ; rdf:object id:%4$s ;
            ent:modality ent:%5$s ; ent:startDate "%6$s"^^xsd:%7$s ; ent:evidence d:e%1$d ;
            prov:wasDerivedFrom <https://w3id.org/entente/document/d> .
        d:e%1$d oa:hasTarget d:t%1$d . d:t%1$d oa:hasSelector d:q%1$d , d:p%1$d .
        d:q%1$d oa:exact "Sentence %1$d." . d:p%1$d oa:start %1$d .
        """
        .formatted(n, subject, predicate, object, mood, day, type);
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return graph;
  }

  @Test
  void linksByActorsDaysAndDistance() {
    Corroboration.Summary summary = new Corroboration(store).run();
    assertEquals(4, summary.statements(), "the negated one is none");
    assertEquals(3, summary.events());
    assertEquals(
        List.of("s1,battle,0.96,1,7.2", "s2,battle,0.8,0,"),
        rows(
            """
            SELECT (STRAFTER(STR(?s), "#") AS ?st) (STRAFTER(STR(?e), "made-up/") AS ?ev) ?score ?days ?km
            { ?c ent:statement ?s ; ent:externalEvent ?e ; ent:score ?score ; ent:daysApart ?days .
              OPTIONAL { ?c ent:kilometresApart ?km } } ORDER BY ?s ?e"""));
  }

  @Test
  void changesNothingTheSecondTime() {
    new Corroboration(store).run();
    String before = export();
    new Corroboration(store).run();
    assertEquals(before, export());
  }

  @Test
  void tellsWhatNoDataSetHas() {
    new Corroboration(store).run();
    String answer = ask("untold-by-datasets");
    assertTrue(answer.contains("farhold"), answer);
    assertTrue(answer.contains("Sentence 5."), answer);
    assertEquals(3, answer.lines().count(), answer);
  }

  @Test
  void tellsWhatNoTextHas() {
    new Corroboration(store).run();
    String answer = ask("untold-by-texts");
    assertTrue(answer.contains("2016-09-01"), answer);
    assertEquals(3, answer.lines().count(), "the later battle, and the talks");
  }

  @Test
  void tellsWhoHeldAPlaceWhenBattlesAreCountedThere() {
    String answer = ask("held-during-battles");
    assertTrue(
        answer.contains("2016-03-12,took,https://w3id.org/entente/id/front,Front,2,12"), answer);
    assertTrue(answer.contains("Government of Qandaria – Front"), answer);
    assertEquals(2, answer.lines().count(), answer);
  }

  private String ask(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30)
        .run(
            NamedQuery.shipped().get(name).with(Map.of(), Iris.DEFAULT),
            QueryRunner.Format.CSV,
            bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<String> rows(String query) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QueryRunner(store, 30)
        .run(QueryFactory.create(PREFIXES + query), QueryRunner.Format.CSV, bytes);
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.subList(1, lines.size());
  }

  private String export() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
