package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.knowledge.Attribution;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Evidence;
import org.entente.knowledge.KnownEntity;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Listing;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Predicate;
import org.entente.knowledge.Statement;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Digests;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class StatementMapperTest {

  /** The emoji is two UTF-16 units and one code point: offsets in the graph are one less. */
  private static final String TEXT = "\uD83D\uDE80 Iran backs Syria.";

  private static final EntityRef IRAN = new EntityRef("iran", EntityType.STATE, "Iran");
  private static final EntityRef SYRIA = new EntityRef("syria", EntityType.STATE, "Syria");
  private static final Predicate SUPPORTS =
      new Predicate("supports", Set.of(EntityType.STATE), Set.of(EntityType.STATE), false);
  private static final Predicate ALLIED =
      new Predicate("alliedWith", Set.of(EntityType.STATE), Set.of(EntityType.STATE), true);
  private static final Node RUN = Iris.DEFAULT.run("r1");

  private final StatementMapper mapper = new StatementMapper(Iris.DEFAULT, RUN);

  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX id: <https://w3id.org/entente/id/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      BASE <https://w3id.org/entente/document/d1>
      """;

  @Test
  void writesTheGraphOfADocument() {
    Graph expected =
        turtle(
            """
            <> a ent:Document ;
              dct:title "A headline" ;
              dct:issued "2024-12-05"^^xsd:date ;
              dct:publisher "Levant Wire" ;
              dct:creator "R. Haddad" ;
              dct:source <https://example.org/a> ;
              dct:language "en" ;
              ent:sha256 "%s" ;
              ent:length 19 ;
              prov:wasGeneratedBy <https://w3id.org/entente/run/r1> .

            <#m1> a oa:Annotation ;
              oa:motivatedBy oa:identifying ;
              oa:hasBody id:iran ;
              oa:hasTarget <#m1-target> ;
              ent:mentionType ent:State ;
              ent:confidence 0.9 .
            <#m1-target> oa:hasSource <> ; oa:hasSelector <#m1-position> , <#m1-quote> .
            <#m1-position> a oa:TextPositionSelector ; oa:start 2 ; oa:end 6 .
            <#m1-quote> a oa:TextQuoteSelector ;
              oa:exact "Iran" ; oa:prefix "\uD83D\uDE80 " ; oa:suffix " backs Syria." .

            <#m2> a oa:Annotation ;
              oa:motivatedBy oa:identifying ;
              oa:hasBody id:syria ;
              oa:hasTarget <#m2-target> ;
              ent:mentionType ent:State ;
              ent:confidence 0.45 .
            <#m2-target> oa:hasSource <> ; oa:hasSelector <#m2-position> , <#m2-quote> .
            <#m2-position> a oa:TextPositionSelector ; oa:start 13 ; oa:end 18 .
            <#m2-quote> a oa:TextQuoteSelector ;
              oa:exact "Syria" ; oa:prefix "\uD83D\uDE80 Iran backs " ; oa:suffix "." .

            <#e1> a oa:Annotation ; oa:motivatedBy oa:highlighting ; oa:hasTarget <#e1-target> .
            <#e1-target> oa:hasSource <> ; oa:hasSelector <#e1-position> , <#e1-quote> .
            <#e1-position> a oa:TextPositionSelector ; oa:start 0 ; oa:end 19 .
            <#e1-quote> a oa:TextQuoteSelector ;
              oa:exact "\uD83D\uDE80 Iran backs Syria." ; oa:prefix "" ; oa:suffix "" .

            <#s1> a ent:Statement ;
              rdf:subject id:iran ; rdf:predicate ent:supports ; rdf:object id:syria ;
              ent:modality ent:Reported ;
              ent:attributionText "activists" ;
              ent:startDate "2011"^^xsd:gYear ;
              ent:endDate "2024-12"^^xsd:gYearMonth ;
              ent:confidence 0.76 ;
              ent:evidence <#e1> ;
              prov:wasDerivedFrom <> .
            id:iran ent:supports id:syria .
            """
                .formatted(Digests.sha256(TEXT)));

    Statement statement =
        new Statement(
            IRAN,
            SUPPORTS,
            SYRIA,
            Modality.REPORTED,
            new Attribution("activists", null),
            Year.of(2011),
            YearMonth.of(2024, 12),
            0.76,
            List.of(new Evidence(new Span(0, 20))));
    Graph actual = mapper.map(knowledge(List.of(statement), List.of()));

    assertTrue(actual.isIsomorphicWith(expected), () -> difference(expected, actual));
  }

  @Test
  void writesADirectTripleForWhatHoldsOnly() {
    for (Modality modality : Modality.values()) {
      Graph graph = mapper.map(knowledge(List.of(statement(SUPPORTS, modality, null)), List.of()));

      assertEquals(modality.holds(), states(graph, IRAN, SUPPORTS, SYRIA), modality.label());
      assertTrue(
          graph.contains(Node.ANY, Iris.ontology("modality"), Iris.ontology(modality.localName())));
    }
  }

  @Test
  void writesASymmetricTripleInBothDirectionsAndItsStatementOnce() {
    Graph graph =
        mapper.map(knowledge(List.of(statement(ALLIED, Modality.ASSERTED, null)), List.of()));

    assertTrue(states(graph, IRAN, ALLIED, SYRIA));
    assertTrue(states(graph, SYRIA, ALLIED, IRAN));
    assertEquals(1, graph.find(Node.ANY, Node.ANY, Iris.ontology("Statement")).toList().size());
  }

  @Test
  void namesTheSourceAsAnEntityToo() {
    Graph graph =
        mapper.map(
            knowledge(
                List.of(statement(SUPPORTS, Modality.REPORTED, new Attribution("Damascus", SYRIA))),
                List.of()));

    assertTrue(
        graph.contains(Node.ANY, Iris.ontology("attributedTo"), Iris.DEFAULT.entity("syria")));
  }

  @Test
  void describesADiscoveredEntityAndWhereItCameFrom() {
    EntityRef brigade = new EntityRef("northern-hawks", EntityType.ARMED_GROUP, "Northern Hawks");
    Graph expected =
        turtle(
            """
            id:northern-hawks-armedgroup a ent:ArmedGroup ; skos:prefLabel "Northern Hawks"@en ;
              prov:wasDerivedFrom <> .
            """);
    Graph graph = mapper.map(knowledge(List.of(), List.of(brigade)));

    expected.find().forEach(t -> assertTrue(graph.contains(t), t.toString()));
  }

  @Test
  void hasNoBlankNodes() {
    Graph graph =
        mapper.map(
            knowledge(
                List.of(
                    statement(SUPPORTS, Modality.POSSIBLE, new Attribution("x", null)),
                    statement(ALLIED, Modality.ASSERTED, null)),
                List.of()));

    graph
        .find()
        .forEach(
            t -> {
              assertFalse(t.getSubject().isBlank(), t.toString());
              assertFalse(t.getObject().isBlank(), t.toString());
            });
  }

  @Test
  void givesTheSameGraphByteForByteOnceSorted() {
    List<Statement> statements =
        List.of(
            statement(SUPPORTS, Modality.POSSIBLE, null),
            statement(ALLIED, Modality.ASSERTED, null));
    List<Statement> turned = new ArrayList<>(statements);
    java.util.Collections.reverse(turned);

    assertEquals(
        lines(mapper.map(knowledge(statements, List.of()))),
        lines(mapper.map(knowledge(turned, List.of()))));
  }

  @Test
  void cutsNoSurrogatePairInTheContextOfAQuotation() {
    // 34 units before the name: the context of 32 would begin inside the first emoji but one.
    String text = "x" + "\uD83D\uDE80".repeat(16) + " Iran";
    Document document = document(text);
    Span span = new Span(34, 38);
    AnnotatedDocument annotated =
        AnnotatedDocument.of(document)
            .withMentions(List.of(new Mention(span, "Iran", EntityType.STATE, 1, "hand")));
    Graph graph =
        mapper.map(
            new DocumentKnowledge(
                new LinkedDocument(
                    annotated,
                    List.of(new Link(span, IRAN, 1, "hand")),
                    List.of(),
                    List.of(),
                    List.of()),
                List.of()));
    Node prefix = NodeFactory.createURI("http://www.w3.org/ns/oa#prefix");
    String written =
        graph.find(Node.ANY, prefix, Node.ANY).next().getObject().getLiteralLexicalForm();

    assertTrue(text.contains(written));
    assertFalse(Character.isLowSurrogate(written.charAt(0)), "begins inside a pair");
  }

  @Test
  void saysOfAListedEntityWhatItsGazetteerSays() {
    KnownEntity qandar =
        new KnownEntity(
                new EntityRef("qandar", EntityType.PLACE, "Qandar"),
                List.of("Kandar"),
                List.of(),
                List.of(),
                null,
                "syria",
                null,
                90)
            .listed(
                new Listing(
                    List.of(new Listing.Identifier("GeoNamesId", "7")),
                    "POINT(2 1)",
                    List.of("A list"),
                    true));
    DocumentKnowledge plain = knowledge(List.of(), List.of());
    LinkedDocument linked = plain.linked();
    Graph graph =
        mapper.map(
            new DocumentKnowledge(
                new LinkedDocument(
                    linked.annotated(),
                    linked.links(),
                    linked.anaphora(),
                    linked.ties(),
                    linked.discovered(),
                    List.of(qandar)),
                List.of()));
    mapper.map(plain).find().forEach(graph::delete);
    Graph expected =
        turtle(
            """
            id:qandar a ent:Place ; skos:prefLabel "Qandar"@en ; skos:altLabel "Kandar"@en ;
              ent:country id:syria ; dct:identifier "7"^^ent:GeoNamesId ;
              <http://www.opengis.net/ont/geosparql#hasGeometry> id:qandar-geometry ;
              dct:source "A list"@en .
            id:qandar-geometry a <http://www.opengis.net/ont/geosparql#Geometry> ;
              <http://www.opengis.net/ont/geosparql#asWKT>
                "POINT(2 1)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .
            """);

    assertTrue(expected.isIsomorphicWith(graph), () -> difference(expected, graph));
  }

  @Test
  void writesDaysMonthsAndYearsAndRefusesOtherTimes() {
    assertEquals(
        "2024-12-05", StatementMapper.date(LocalDate.of(2024, 12, 5)).getLiteralLexicalForm());
    assertEquals("2024-12", StatementMapper.date(YearMonth.of(2024, 12)).getLiteralLexicalForm());
    assertEquals("2024", StatementMapper.date(Year.of(2024)).getLiteralLexicalForm());
    assertThrows(IllegalArgumentException.class, () -> StatementMapper.date(LocalTime.NOON));
  }

  // ---- how the cases are put

  private static boolean states(
      Graph graph, EntityRef subject, Predicate predicate, EntityRef object) {
    return graph.contains(
        Iris.DEFAULT.entity(subject.slug()),
        Iris.ontology(predicate.name()),
        Iris.DEFAULT.entity(object.slug()));
  }

  private static Statement statement(
      Predicate predicate, Modality modality, Attribution attribution) {
    return new Statement(
        IRAN,
        predicate,
        SYRIA,
        modality,
        attribution,
        null,
        null,
        0.5,
        List.of(new Evidence(new Span(0, 20))));
  }

  private static Document document(String text) {
    return new Document(
        "d1",
        "a",
        text,
        new DocumentInfo(
            "A headline",
            LocalDate.of(2024, 12, 5),
            "Levant Wire",
            "R. Haddad",
            "https://example.org/a",
            "en"),
        List.of(new Span(0, text.length())),
        false);
  }

  private static DocumentKnowledge knowledge(
      List<Statement> statements, List<EntityRef> discovered) {
    Span iran = new Span(3, 7);
    Span syria = new Span(14, 19);
    AnnotatedDocument annotated =
        AnnotatedDocument.of(document(TEXT))
            .withMentions(
                List.of(
                    new Mention(iran, "Iran", EntityType.STATE, 0.9, "hand"),
                    new Mention(syria, "Syria", EntityType.STATE, 0.9, "hand")));
    List<Link> links =
        List.of(new Link(iran, IRAN, 1, "hand"), new Link(syria, SYRIA, 0.5, "hand"));
    return new DocumentKnowledge(
        new LinkedDocument(annotated, links, List.of(), List.of(), discovered), statements);
  }

  private static Graph turtle(String body) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + body, Lang.TURTLE).parse(graph);
    return graph;
  }

  private static List<String> lines(Graph graph) {
    StringWriter out = new StringWriter();
    RDFDataMgr.write(out, graph, Lang.NTRIPLES);
    return out.toString().lines().sorted().toList();
  }

  private static String difference(Graph expected, Graph actual) {
    List<String> missing = new ArrayList<>(lines(expected));
    missing.removeAll(lines(actual));
    List<String> surplus = new ArrayList<>(lines(actual));
    surplus.removeAll(lines(expected));
    return "missing:\n" + String.join("\n", missing) + "\nsurplus:\n" + String.join("\n", surplus);
  }
}
