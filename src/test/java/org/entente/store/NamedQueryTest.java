package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.entente.rdf.Iris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedQueryTest {

  private static final NamedQuery QUERY =
      NamedQuery.parse(
          "test",
          """
          # title: A test
          # question: What?
          # param: who | UNDEF | an actor
          # param: word | "x" | a word
          # param: since | "2011-01-01"^^xsd:date | a day
          # columns: s
          PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
          SELECT ?s WHERE {
            VALUES ?who { UNDEF }
            VALUES ?word { "x" }
            VALUES ?since { "2011-01-01"^^xsd:date }
            ?s ?p ?who
          }
          """);

  @Test
  void readsTheHeader() {
    assertEquals("A test", QUERY.title());
    assertEquals("What?", QUERY.question());
    assertEquals("s", QUERY.columns());
    assertEquals(
        List.of("since", "who", "word"), QUERY.parameters().keySet().stream().sorted().toList());
  }

  @Test
  void putsValuesInAsTerms() {
    String query =
        QUERY
            .with(Map.of("who", "iran", "word", "2016", "since", "2016-12-22"), Iris.DEFAULT)
            .toString();
    assertTrue(query.contains("<https://w3id.org/entente/id/iran>"), query);
    assertTrue(query.contains("\"2016\""), query);
    assertTrue(query.contains("\"2016-12-22\"^^xsd:date"), query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\" } ?a ?b ?c . SERVICE <http://localhost:1/> { ?s ?p ?o } VALUES ?q { \"",
        "} DROP ALL #",
        "\\\" } #",
        "<http://a> . ?x ?y ?z",
        "line\nbreak }"
      })
  void cannotBeChangedByAValue(String hostile) {
    List<Element> elements =
        ((ElementGroup) QUERY.with(Map.of("word", hostile), Iris.DEFAULT).getQueryPattern())
            .getElements();
    assertEquals(4, elements.size(), "three tables and one pattern, as before");
    Node value = ((ElementData) elements.get(1)).getRows().get(0).get(Var.alloc("word"));
    assertEquals(hostile, value.getLiteralLexicalForm());
  }

  @Test
  void refusesAParameterThatItDoesNotHave() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> QUERY.with(Map.of("whom", "iran"), Iris.DEFAULT));
    assertEquals("test: no parameter \"whom\"; it has [since, who, word]", e.getMessage());
  }

  @Test
  void refusesWhatIsNoSparql() {
    NamedQuery query = NamedQuery.parse("q", "SELECT * WHERE { ?s ?p");
    assertThrows(QueryParseException.class, () -> query.with(Map.of(), Iris.DEFAULT));
  }

  @Test
  void shipsTheQuestionsEachWithTitleQuestionAndColumnsThatItSelects() {
    Map<String, NamedQuery> shipped = NamedQuery.shipped();
    assertEquals(
        List.of(
            "alliances",
            "backers",
            "bases",
            "blocs",
            "brokers",
            "changes",
            "contested",
            "deeds",
            "disagreements",
            "entity",
            "held-during-battles",
            "nearby",
            "paths",
            "place-history",
            "relations",
            "signed-paths",
            "tensions",
            "turns",
            "untold-by-datasets",
            "untold-by-texts",
            "wikidata-entity",
            "wikidata-points"),
        List.copyOf(shipped.keySet()));
    shipped
        .values()
        .forEach(
            query -> {
              assertFalse(query.title().equals(query.name()), query.name());
              assertTrue(query.question().contains("?"), query.name());
              assertEquals(
                  List.of(query.columns().split(", ?")),
                  query.with(Map.of(), Iris.DEFAULT).getResultVars(),
                  query.name());
            });
  }
}
