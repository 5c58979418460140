package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandIT {

  @TempDir Path folder;

  @Test
  void marksTheMentionsInTheText() throws IOException {
    Shell.Outcome outcome = explain("Rebels took Aleppo in 2016.\n");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    assertEquals("Rebels took [Aleppo|Place aleppo 0.95] in 2016.\n", outcome.out());
  }

  @Test
  void showsCandidatesFeaturesAndReason() throws IOException {
    Shell.Outcome outcome =
        explain("Lebanese troops left Lebanon and met in Tripoli.\n", "--mention", "Tripoli");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    for (String part :
        List.of(
            "\"Tripoli\" at 40: ",
            "found by: gazetteer",
            "reason: ",
            "Place tripoli-lebanon \"Tripoli\"",
            "alias kind: ",
            "type fit: ",
            "country of document: lebanon named 2 times",
            "locative context: ",
            "population: 229398",
            "full name in document: no")) {
      assertTrue(outcome.out().contains(part), part + "\n" + outcome.out());
    }
  }

  @Test
  void showsHowStatementsWereFound() throws IOException {
    Shell.Outcome outcome =
        explain("Russia reportedly withdrew from Palmyra in May 2015.\n", "--statements");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    List<String> lines = outcome.out().lines().toList();
    assertEquals("russia withdrawsFrom palmyra", lines.get(0), outcome.out());
    assertTrue(lines.get(1).startsWith("  reported, 2015-05, confidence 0."), outcome.out());
    for (String part :
        List.of(
            "\"Russia reportedly withdrew from Palmyra in May 2015.\" at 0: 0.",
            "    pattern: verbs.tsv, line ",
            " \"withdrew\"; subj \"Russia\" is russia; from \"Palmyra\" is palmyra",
            "    judge: 0.",
            "    modality: \"reportedly\" (adverb): reported",
            "    date: in \"May 2015\" is 2015-05")) {
      assertTrue(outcome.out().contains(part), part + "\n" + outcome.out());
    }
  }

  @Test
  void namesTheLineOfTheTableThatMatched() throws IOException {
    String out = explain("Russia withdrew from Palmyra.\n", "--statements").out();
    Matcher line = Pattern.compile("verbs\\.tsv, line (\\d+)").matcher(out);
    assertTrue(line.find(), out);
    String row =
        Files.readAllLines(Path.of("data", "lexicon", "verbs.tsv"))
            .get(Integer.parseInt(line.group(1)) - 1);
    assertTrue(row.startsWith("withdrawsFrom\t"), row);
  }

  @Test
  void writesStatementsAsJson() throws IOException {
    Shell.Outcome outcome =
        explain(
            "Russia sent troops. \u009b Later it withdrew from Palmyra.\n",
            "--statements",
            "--results",
            "json");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    assertFalse(outcome.out().contains("\u009b"), outcome.out());
    String withdrawal =
        outcome.out().lines().filter(l -> l.contains("\"withdrawsFrom\"")).findFirst().orElse("");
    JsonNode statement = new ObjectMapper().readTree(withdrawal);
    assertEquals("russia", statement.at("/subject").asText(), outcome.out());
    assertEquals("it", statement.at("/sentences/0/standIns/0/text").asText());
    assertEquals("Russia", statement.at("/sentences/0/standIns/0/antecedent/text").asText());
    assertTrue(statement.at("/sentences/0/judge/probability").asDouble() > 0, outcome.out());
  }

  @Test
  void refusesOptionsThatDoNotGoTogether() throws IOException {
    Shell.Outcome both = explain("Rebels took Aleppo.\n", "--statements", "--mention", "Aleppo");
    assertEquals(ExitCode.USAGE, both.code());
    assertTrue(both.err().contains("--statements and --mention: choose one"), both.err());
    Shell.Outcome json = explain("Rebels took Aleppo.\n", "--results", "json");
    assertEquals(ExitCode.USAGE, json.code());
    assertTrue(json.err().contains("--results json: only with --statements"), json.err());
  }

  @Test
  void saysThatNoMentionReadsSo() throws IOException {
    Shell.Outcome outcome = explain("Rebels took Aleppo.\n", "--mention", "Hama");
    assertEquals(ExitCode.PARTLY, outcome.code());
    assertTrue(outcome.err().contains("no mention reads \"Hama\""), outcome.err());
  }

  @Test
  void letsNoControlCharacterOfTheTextReachTheTerminal() throws IOException {
    Shell.Outcome outcome =
        explain("Rebels \u009b31mtook Aleppo\u007f in 2016 \u202eback\u202c.\n");
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    assertFalse(
        outcome.out().codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n'),
        outcome.out());
    assertFalse(outcome.out().contains("\u202e"));
    assertTrue(outcome.out().contains("\uFFFD31m"), outcome.out());
  }

  @Test
  void takesTheUsersNamesAndDecisions() throws IOException {
    Path names =
        Files.writeString(folder.resolve("n.tsv"), "id\tlabel\ttype\nqandar\tQandar\tPlace\n");
    Path decisions =
        Files.writeString(
            folder.resolve("d.tsv"),
            "decision\tsubject\tobject\tauthor\tdate\treason\n"
                + "ignore\tAleppo\t\tA. Reader\t2025-01-02\t\n");
    Shell.Outcome outcome =
        explain(
            "Rebels took Aleppo and Qandar.\n",
            "--gazetteer",
            names.toString(),
            "--decisions",
            decisions.toString());
    assertEquals("Rebels took Aleppo and [Qandar|Place qandar 0.95].\n", outcome.out());
  }

  private Shell.Outcome explain(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), text);
    String[] args = new String[options.length + 2];
    args[0] = "explain";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return Shell.run(args);
  }
}
