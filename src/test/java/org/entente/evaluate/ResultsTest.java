package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.entente.evaluate.ResultTable.Line;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final List<ResultTable> TABLES =
      List.of(
          new ResultTable(
              "links",
              "links, all",
              List.of("given", "precision"),
              List.of(Line.of("State", 3, 2 / 3.0), Line.of("all, \"really\"", 10, 1.0))));

  @Test
  void printsCountsWholeAndMeasuresWithThreeDecimals() {
    assertEquals(
        """
        links, all                              given precision
          State                                     3     0.667
          all, "really"                            10     1.000
        """,
        Results.text(TABLES));
  }

  @Test
  void printsOneRowAFigureAsCsv() throws IOException {
    assertEquals(
        """
        table,line,column,figure
        links,State,given,3
        links,State,precision,0.6667
        links,"all, ""really""\",given,10
        links,"all, ""really""\",precision,1.0000
        """,
        Results.csv(TABLES));
  }

  @Test
  void printsTableLineAndColumnAsJson() throws IOException {
    JsonNode root = new ObjectMapper().readTree(Results.json(TABLES));
    assertEquals(3, root.at("/links/State/given").intValue());
    assertEquals(0.6667, root.at("/links/State/precision").doubleValue());
    assertEquals(2, root.path("links").size());
  }

  @Test
  void givesTheTotalThenTheWorstPredicatesAndThoseOfFewRowsLast() {
    Scores scores =
        with(
            Map.of(
                "all", new Score(19, 44, 44),
                "attacks", new Score(2, 20, 20),
                "captures", new Score(10, 10, 10),
                "leads", new Score(7, 10, 10),
                "near", new Score(0, 9, 4)),
            Map.of());

    List<String> names =
        table(Results.of(scores), "statementsWithoutModality").lines().stream()
            .map(Line::name)
            .toList();

    assertEquals(List.of("all", "attacks", "leads", "captures", "near"), names);
  }

  @Test
  void countsModalitiesInAnOrderThatStaysAndSharesOfRight() {
    Scores scores =
        with(
            Map.of("all", Score.NONE),
            Map.of(
                "negated", Map.of("asserted", 1),
                "asserted", Map.of("asserted", 6, "reported", 2)));
    List<ResultTable> tables = Results.of(scores);

    ResultTable table = table(tables, "modality");
    assertEquals(
        List.of("asserted", "reported", "possible", "negated", "gold", "recall"), table.columns());
    assertEquals(
        List.of(
            Line.of("asserted", 6, 2, 0, 0, 8, 0.75),
            Line.of("reported", 0, 0, 0, 0, 0, 0.0),
            Line.of("possible", 0, 0, 0, 0, 0, 0.0),
            Line.of("negated", 1, 0, 0, 0, 1, 0.0)),
        table.lines());
    // Six of nine.
    assertEquals(List.of(Line.of("all", 6, 9, 6 / 9.0)), table(tables, "modalityAccuracy").lines());
  }

  @Test
  void givesPrecisionAndRecallOfDatesAndSources() {
    Scores scores =
        new Scores(
            1,
            1,
            Map.of(),
            Map.of(),
            Map.of(),
            Score.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            new Answers(0, 0, 0, 2),
            new Answers(3, 1, 1, 2),
            Answers.NONE);

    // Starts: three of five given, three of six in the gold.
    assertEquals(
        List.of(
            Line.of("startDate", 3, 1, 1, 2, 6, 0.6, 0.5),
            Line.of("endDate", 0, 0, 0, 0, 0, 0.0, 0.0),
            Line.of("attributedTo", 0, 0, 0, 2, 2, 0.0, 0.0)),
        table(Results.of(scores), "circumstances").lines());
  }

  @Test
  void givesTenBinsAndTheErrorsOfConfidences() {
    List<ResultTable> tables =
        Results.of(
            "linkConfidence",
            "links",
            new Reliability(
                List.of(new Reliability.Answer(0.5, true), new Reliability.Answer(0.5, false))));

    assertEquals(10, tables.get(0).lines().size());
    assertEquals(Line.of("0.5 to 0.6", 2, 0.5, 0.5), tables.get(0).lines().get(5));
    assertEquals(List.of(Line.of("all", 2, 0.0, 0.25)), tables.get(1).lines());
  }

  @Test
  void refusesALineThatDoesNotFitTheColumns() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ResultTable("t", "t", List.of("a", "b"), List.of(Line.of("x", 1))));
    assertEquals("table t: line x has 1 figures", error.getMessage());
  }

  private static ResultTable table(List<ResultTable> tables, String id) {
    return tables.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static Scores with(
      Map<String, Score> plain, Map<String, Map<String, Integer>> modalities) {
    return new Scores(
        1,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Score.NONE,
        Map.of(),
        plain,
        modalities,
        Answers.NONE,
        Answers.NONE,
        Answers.NONE);
  }
}
