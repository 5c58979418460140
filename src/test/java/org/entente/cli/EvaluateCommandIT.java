package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code evaluate} prints. */
class EvaluateCommandIT {

  @TempDir Path gold;

  @Test
  void printsEveryMeasureOfStatementsInOneRunAndTheSameFiguresAsText() throws IOException {
    Files.writeString(
        gold.resolve("a.txt"),
        "Russia withdrew from Palmyra in May 2015. Iran supports Hezbollah.\n");
    Files.writeString(
        gold.resolve("a.ann"), "T1\tState 42 46\tIran\nN1\tReference T1 Entente:iran\tIran\n");
    Files.writeString(
        gold.resolve("a.rel.tsv"),
        """
        subject\tpredicate\tobject\tmodality\tstart\tend
        russia\twithdrawsFrom\tpalmyra\tasserted\t0\t41
        iran\tsupports\thezbollah\tnegated\t42\t66
        """);
    Files.write(
        gold.resolve("a.when.tsv"),
        List.of(
            "subject\tpredicate\tobject\tmodality\tstartDate\tendDate\tattributedTo",
            "russia\twithdrawsFrom\tpalmyra\tasserted\t2015-05\t2015-06\tsana",
            "iran\tsupports\thezbollah\tnegated\t\t\t"));
    Shell.Outcome csv = Shell.run("evaluate", gold.toString(), "--reliability", "--results", "csv");
    Shell.Outcome text = Shell.run("evaluate", gold.toString());

    assertEquals(ExitCode.OK, csv.code(), csv.err());
    List<String> rows = csv.out().lines().toList();
    for (String row :
        List.of(
            "table,line,column,figure",
            "texts,all,dated,1",
            "statements,all,right,1",
            "statementsWithoutModality,all,right,2",
            "statementsWithoutModality,supports,f1,1.0000",
            "modalityAccuracy,all,accuracy,0.5000",
            "modality,negated,asserted,1",
            "circumstances,startDate,right,1",
            "circumstances,endDate,wrong,1",
            "circumstances,attributedTo,missed,1",
            "linkConfidence,0.9 to 1.0,right,1.0000",
            "linkConfidenceError,all,count,1")) {
      assertTrue(rows.contains(row), row + "\nnot in\n" + csv.out());
    }
    assertTrue(csv.out().contains("statementConfidenceError,all,brier,0."), csv.out());
    String out = text.out().replaceAll(" +", " ");
    for (String line :
        List.of(
            "modality of statements found right found accuracy\n all 1 2 0.500",
            "\n negated 1 0 0 0 1 0.000",
            "\n startDate 1 0 0 0 1 1.000 1.000")) {
      assertTrue(out.contains(line), line + "\nnot in\n" + out);
    }
    assertFalse(out.contains("confidence of"), out);
  }

  @Test
  void namesAFormatThatThereIsNot() {
    Shell.Outcome outcome = Shell.run("evaluate", gold.toString(), "--results", "xml");
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("xml"), outcome.err());
  }

  @Test
  void scoresNamesAndPairsOfRe3d() throws IOException {
    Path re3d = Files.createDirectory(gold.resolve("re3d"));
    Files.writeString(
        re3d.resolve("documents.json"),
        "{\"_id\": \"d\", \"text\": \"Iran supports Hezbollah.\"}\n");
    Files.writeString(
        re3d.resolve("entities.json"),
        """
        {"begin": 0, "end": 4, "type": "Organisation", "value": "Iran", "documentId": "d", "confidence": 1}
        {"begin": 14, "end": 23, "type": "Organisation", "value": "Hezbollah", "documentId": "d", "confidence": 1}
        """);
    Path relations = re3d.resolve("relations.json");
    Files.writeString(
        relations,
        """
        {"type": "AlliesOf", "sourceBegin": 14, "sourceEnd": 23, "targetBegin": 0, "targetEnd": 4, "documentId": "d", "confidence": 1}
        """);
    Shell.Outcome outcome = Shell.run("evaluate", re3d.toString(), "--results", "csv");

    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    List<String> rows = outcome.out().lines().toList();
    for (String row :
        List.of(
            "namesOverlap,all,right,2",
            "pairs,AlliesOf,right,1",
            "pairs,the four,recall,1.0000",
            "pairsByConfidence,0.0,given,1",
            "pairsAtPrecision,the four,precision,1.0000")) {
      assertTrue(rows.contains(row), row + "\nnot in\n" + outcome.out());
    }

    Files.writeString(relations, "no json\n");
    Shell.Outcome broken = Shell.run("evaluate", re3d.toString());
    assertTrue(broken.code() != ExitCode.OK);
    assertTrue(broken.err().contains(relations + ":1: not a JSON object"), broken.err());
  }
}
