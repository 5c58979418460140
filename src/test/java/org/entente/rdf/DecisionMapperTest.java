package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.knowledge.Decision;
import org.junit.jupiter.api.Test;

class DecisionMapperTest {

  private final DecisionMapper mapper = new DecisionMapper(Iris.DEFAULT);

  @Test
  void saysWhoDecidedWhatWhenAndWhy() {
    Decision decision =
        new Decision(
            Decision.Kind.SAME_AS,
            "free-army",
            "free-syrian-army",
            "A. Reader",
            LocalDate.of(2025, 3, 4),
            "one army");
    Graph graph = mapper.map(List.of(decision));
    Graph expected = GraphFactory.createDefaultGraph();
    String iri =
        graph.stream()
            .map(t -> t.getSubject().getURI())
            .filter(s -> s.contains("/decision/"))
            .findFirst()
            .orElseThrow();
    RDFParser.fromString(
            "PREFIX prov: <http://www.w3.org/ns/prov#>\n"
                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
                + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
                + ("<" + iri + "> a prov:Activity ;\n")
                + " rdfs:label 'same-as \"free-army\" \"free-syrian-army\"' ;\n"
                + " prov:wasAssociatedWith <https://w3id.org/entente/author/a-reader> ;\n"
                + " prov:endedAtTime \"2025-03-04T00:00:00Z\"^^xsd:dateTime ;\n"
                + " rdfs:comment \"one army\" .\n"
                + "<https://w3id.org/entente/author/a-reader> a prov:Agent ;\n"
                + " rdfs:label \"A. Reader\" .\n",
            Lang.TURTLE)
        .parse(expected);

    assertTrue(expected.isIsomorphicWith(graph), iri);
    assertTrue(mapper.map(List.of(decision)).isIsomorphicWith(graph), "the same every time");
  }

  @Test
  void isEmptyWithoutDecisions() {
    assertEquals(0, mapper.map(List.of()).size());
  }
}
