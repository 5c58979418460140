package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.ingest.SampleStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisCommandsIT {

  @TempDir static Path folder;
  private static String store;

  @BeforeAll
  static void analyse() throws IOException {
    store = SampleStore.copyTo(folder.resolve("store")).toString();
    Shell.Outcome without = Shell.run("blocs", "--store", store);
    assertEquals(ExitCode.USAGE, without.code());
    assertTrue(without.err().contains("has no analysis; make it with: entente analyse"));
    assertEquals(ExitCode.OK, Shell.run("analyse", "--store", store).code());
  }

  private static Shell.Outcome run(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--store";
    all[args.length + 1] = store;
    return Shell.run(all);
  }

  @Test
  void writesTheSameGraphAgain() {
    String before = run("export").out();
    assertEquals(ExitCode.OK, run("analyse").code());
    assertEquals(before, run("export").out());
    assertTrue(before.contains("analysis/relation/hezbollah/iran/2011"), "relation");
    assertEquals(ExitCode.OK, run("validate").code());
  }

  @Test
  void findsAnActorByAnyName() {
    Shell.Outcome bySlug = run("alliances", "hezbollah", "--results", "csv");
    assertEquals(ExitCode.OK, bySlug.code(), bySlug.err());
    assertTrue(bySlug.out().contains("Iran"), bySlug.out());
    assertEquals(bySlug.out(), run("alliances", "Hizballah", "--results", "csv").out());
  }

  @Test
  void usesTheNameOfTheDate() {
    Shell.Outcome then = run("alliances", "Hayat Tahrir al-Sham", "--at", "2015-06-01");
    assertEquals(ExitCode.OK, then.code(), then.err());
    assertTrue(then.err().contains("in 2015-06-01 it was Al-Nusra Front"), then.err());
    assertTrue(then.out().contains("Al-Nusra Front"), then.out());
    Shell.Outcome later = run("alliances", "Nusra Front", "--at", "2018");
    assertTrue(later.err().contains("in 2018 it was Hay'at Tahrir al-Sham"), later.err());
    Shell.Outcome between = run("alliances", "al-nusra-front", "--at", "2016-12-31");
    assertTrue(between.out().contains("Jabhat Fatah al-Sham"), between.out());
  }

  @Test
  void namesNearNamesOfAnActorThatThereIsNot() {
    Shell.Outcome unknown = run("alliances", "Hezbolla");
    assertEquals(ExitCode.USAGE, unknown.code());
    assertTrue(
        unknown.err().startsWith("alliances: \"Hezbolla\" is no actor of the store; near it: "),
        unknown.err());
    assertTrue(unknown.err().contains("Hezbollah (hezbollah)"), unknown.err());
    assertEquals(ExitCode.USAGE, run("path", "Iran", "").code());
  }

  @Test
  void refusesADateThatIsNone() {
    Shell.Outcome wrong = run("blocs", "--at", "soon");
    assertEquals(ExitCode.USAGE, wrong.code());
    assertTrue(wrong.err().contains("--at \"soon\" is no year"), wrong.err());
  }

  @Test
  void printsBlocsContestedPairsAndPaths() {
    assertTrue(run("blocs", "--at", "2016").out().contains("id:russia"));
    assertTrue(run("contested", "--actor", "Iran").out().contains("id:israel"));
    assertTrue(run("path", "Turkey", "Iran", "--results", "csv").out().contains("friendly"));
    for (String question : new String[] {"tensions", "turns", "brokers"}) {
      assertEquals(ExitCode.OK, run("query", question).code(), question);
    }
  }
}
