package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.entente.ingest.SampleStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each row of the page on bad input: message, exit code, and that the rest of the batch is built.
 */
class BadInputIT {

  @TempDir Path folder;
  private Path texts;

  @BeforeEach
  void writeAGoodTextBesideTheBadOne() throws IOException {
    texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("good.txt"), "Iran supports Hezbollah.\n");
  }

  @Test
  void emptyFile() throws IOException {
    Files.createFile(texts.resolve("bad.txt"));
    buildsTheRestAndSays("bad.txt: empty file");
  }

  @Test
  void binaryNamedAsText() throws IOException {
    byte[] png = new byte[400];
    png[0] = (byte) 0x89;
    System.arraycopy("PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1), 0, png, 1, 7);
    Files.write(texts.resolve("bad.txt"), png);
    buildsTheRestAndSays(
        "bad.txt: is not text, HTML, PDF, JSON lines or WARC: its content is image/png");
  }

  @Test
  void wrongEncoding() throws IOException {
    Files.write(texts.resolve("bad.txt"), "Le siège d’Alep a duré.".getBytes("windows-1252"));
    buildsTheRestAndSays(
        "bad.txt: is not UTF-8: byte 0xE8 at offset 5 (name its encoding with --encoding)");
  }

  @Test
  void truncatedPdf() throws IOException {
    byte[] pdf = Files.readAllBytes(Path.of("data", "articles", "19-bases.pdf"));
    Files.write(texts.resolve("bad.pdf"), Arrays.copyOf(pdf, pdf.length / 3));
    buildsTheRestAndSays("bad.pdf: is a PDF that cannot be read (cut off?)");
  }

  @Test
  void fiftyMegabytesOnOneLine() throws IOException {
    byte[] line = new byte[50 << 20];
    Arrays.fill(line, (byte) 'a');
    Files.write(texts.resolve("bad.txt"), line);
    buildsTheRestAndSays(
        "bad.txt: is 52428800 bytes long; one document may have 10485760 (--max-size)");
  }

  @Test
  void fiftyMegabytesOnOneLineWhenTheUserAllowsThem() throws IOException {
    byte[] line = new byte[50 << 20];
    byte[] words = "Iran supports Hezbollah and ".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < line.length; i++) {
      line[i] = i < 20 * words.length ? words[i % words.length] : (byte) 'a';
    }
    Files.write(folder.resolve("long.txt"), line);
    Shell.Outcome outcome =
        Shell.run(
            "annotate",
            folder.resolve("long.txt").toString(),
            "--max-size",
            "64",
            "--out",
            folder.resolve("out").toString());
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    assertTrue(Files.readString(folder.resolve("out/long.ann")).contains("Entente:hezbollah"));
  }

  @Test
  void htmlBomb() throws IOException {
    Files.writeString(texts.resolve("bad.html"), "<div>".repeat(200_000) + "x");
    buildsTheRestAndSays("bad.html: is HTML nested more than 4000 elements deep");
  }

  @Test
  void jsonLineThatIsNoJson() throws IOException {
    Files.writeString(
        texts.resolve("bad.jsonl"),
        "{\"text\": \"Turkey supports the Syrian National Army.\"}\n{\"text\": \n");
    Shell.Outcome outcome = buildsTheRestAndSays("bad.jsonl:2: line is not JSON:");
    assertTrue(outcome.out().contains("documents   2"), outcome.out());
  }

  @Test
  void fileThatCannotBeRead() throws IOException {
    // Permissions do not stop a test that runs as root; a link to nowhere stops everybody.
    Files.createSymbolicLink(folder.resolve("bad.txt"), folder.resolve("nowhere"));
    Shell.Outcome outcome = build(texts.toString(), folder.resolve("bad.txt").toString());
    assertEquals(ExitCode.PARTLY, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("bad.txt: no such file or folder"), outcome.err());
    assertTrue(outcome.out().contains("documents   1"), outcome.out());
  }

  @Test
  void noInput() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Shell.Outcome outcome = build(empty.toString());
    assertEquals(ExitCode.NO_INPUT, outcome.code());
    assertTrue(outcome.err().contains("[" + empty + "]: no document to build from"), outcome.err());
  }

  @Test
  void storePathThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("store"), "x");
    Shell.Outcome outcome = build(texts.toString());
    assertEquals(ExitCode.UNAVAILABLE, outcome.code());
    assertTrue(outcome.err().contains(file + ": is a file; a store is a folder"), outcome.err());
    assertEquals("x", Files.readString(file));
  }

  @Test
  void storeInUseByAnotherProcess() throws Exception {
    assertEquals(ExitCode.OK, build(texts.toString()).code());
    Process server =
        jar("serve", "--store", folder.resolve("store").toString(), "--port", "0").start();
    try {
      server.inputReader(StandardCharsets.UTF_8).readLine(); // it is serving now
      Shell.Outcome outcome = build(texts.toString());
      assertEquals(ExitCode.UNAVAILABLE, outcome.code(), outcome.err());
      assertTrue(
          outcome
              .err()
              .contains(
                  folder.resolve("store") + ": cannot be opened: it is in use by another process"),
          outcome.err());
    } finally {
      server.destroy();
      server.waitFor();
    }
    assertEquals(ExitCode.OK, build(texts.toString()).code(), "free again");
  }

  @Test
  void portInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SampleStore.copyTo(folder.resolve("store"));
      Process process =
          jar(
                  "serve",
                  "--store",
                  folder.resolve("store").toString(),
                  "--port",
                  Integer.toString(taken.getLocalPort()))
              .start();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(ExitCode.UNAVAILABLE, process.exitValue(), err);
      assertEquals(
          "port " + taken.getLocalPort() + ": is in use; choose another with --port", err.strip());
    }
  }

  @Test
  void folderThatCannotBeWritten() {
    Shell.Outcome outcome = Shell.run("build", texts.toString(), "--store", "/proc/entente-store");
    assertEquals(ExitCode.UNAVAILABLE, outcome.code());
    assertTrue(outcome.err().startsWith("/proc/entente-store: cannot be made:"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), "no stack trace");
  }

  @Test
  void gazetteerWithAWrongRow() throws IOException {
    Path table = folder.resolve("my.tsv");
    Files.writeString(table, "id\tlabel\ttype\nqandar\tQandar\tPlace\nx\tX\tTown\n");
    refuses(table + ", row 2: no type \"Town\"", "--gazetteer", table.toString());
  }

  @Test
  void decisionsWithAWrongRow() throws IOException {
    Path table = folder.resolve("my.tsv");
    Files.writeString(
        table, "decision\tsubject\tobject\tauthor\tdate\treason\nmerge\ta\tb\tme\t\t\n");
    refuses(table + ", row 1: no decision \"merge\"", "--decisions", table.toString());
  }

  @Test
  void gazetteerThatIsNotThere() {
    Shell.Outcome outcome =
        Shell.run("build", texts.toString(), "--gazetteer", folder.resolve("no.tsv").toString());
    assertEquals(ExitCode.UNAVAILABLE, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(folder.resolve("no.tsv") + ": NoSuchFile"), outcome.err());
  }

  private void refuses(String message, String option, String file) {
    Path store = folder.resolve("store");
    Shell.Outcome outcome =
        Shell.run("build", texts.toString(), "--store", store.toString(), option, file);
    assertEquals(ExitCode.USAGE, outcome.code(), outcome.err());
    assertEquals(message, outcome.err().strip());
    assertFalse(Files.exists(store), "nothing is begun");
  }

  @Test
  void diskThatIsFull() throws Exception {
    // A process that may write no file beyond 300 KiB meets what a full disk gives.
    String command =
        String.join(
            " ",
            jar("build", texts.toString(), "--store", folder.resolve("store").toString())
                .command()
                .stream()
                .map(word -> "'" + word + "'")
                .toList());
    Process process = new ProcessBuilder("bash", "-c", "ulimit -f 300; exec " + command).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(ExitCode.UNAVAILABLE, process.exitValue(), err);
    assertTrue(err.contains(folder.resolve("store") + ": "), err);
    assertFalse(err.contains("\tat "), err);
  }

  private Shell.Outcome buildsTheRestAndSays(String message) {
    Shell.Outcome outcome = build(texts.toString());
    assertEquals(ExitCode.PARTLY, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(texts + "/" + message), outcome.err());
    assertFalse(outcome.err().contains("\tat "), "no stack trace");
    Shell.Outcome answer =
        Shell.run(
            "query",
            "ASK { <https://w3id.org/entente/id/iran> <https://w3id.org/entente/ontology#supports>"
                + " <https://w3id.org/entente/id/hezbollah> }",
            "--store",
            folder.resolve("store").toString());
    assertEquals("true", answer.out().strip(), "the good text is in the store");
    return outcome;
  }

  private Shell.Outcome build(String... paths) {
    String[] args = new String[paths.length + 3];
    args[0] = "build";
    System.arraycopy(paths, 0, args, 1, paths.length);
    args[paths.length + 1] = "--store";
    args[paths.length + 2] = folder.resolve("store").toString();
    return Shell.run(args);
  }

  private static ProcessBuilder jar(String... args) {
    String[] command = new String[args.length + 3];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command[1] = "-jar";
    command[2] = Path.of(System.getProperty("entente.jar")).toAbsolutePath().toString();
    System.arraycopy(args, 0, command, 3, args.length);
    return new ProcessBuilder(command);
  }
}
