package org.entente.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.spark.sql.SparkSession;
import org.entente.ingest.BuildSummary;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.read.ReadOptions;
import org.entente.store.Export;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on Spark within this process, against a local build of the same files. */
class ClusterBuildIT {

  private static final Map<String, String> SPARK =
      Map.of(
          "spark.master", "local[2]",
          "spark.ui.enabled", "false",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1");

  private static final ClusterOptions OPTIONS =
      ClusterOptions.of(Iris.DEFAULT_BASE, 300, ReadOptions.DEFAULT);

  private static final String GERMAN =
      "Die Rebellen haben am Montag nach Angaben der Behörden die Stadt Hama eingenommen. Die Armee"
          + " zog sich in der Nacht zurück, nachdem sie mehrere Dörfer im Norden verloren hatte.";

  @TempDir Path folder;

  @BeforeAll
  static void tellSpark() {
    SPARK.forEach(System::setProperty);
  }

  @AfterAll
  static void forget() {
    SPARK.keySet().forEach(System::clearProperty);
  }

  @Test
  void writesTheBytesOfALocalExport() throws IOException {
    Path out = folder.resolve("out");
    ClusterSummary summary = ClusterBuild.run(List.of("data/articles"), out.toString(), OPTIONS);

    String quads = parts(out.resolve("quads"));
    try (KnowledgeStore store = SampleStore.open()) {
      same(export(store), quads);
    }
    assertEquals(quads.lines().count(), summary.quads());
    assertTrue(Files.exists(out.resolve("_SUCCESS")));
    assertEquals("", Files.readString(out.resolve("failures.tsv")));

    BuildSummary local;
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT)) {
      local = SampleStore.build(store, Path.of("data", "articles"));
    }
    assertEquals(local.documents(), summary.documents());
    assertEquals(local.words(), summary.words());
    assertEquals(local.mentions(), summary.mentions());
    assertEquals(local.entities(), summary.entities());
    assertEquals(local.statements(), summary.statements());
    String report = Files.readString(out.resolve("report.json"));
    assertTrue(report.contains("\"statements\" : " + local.statements()), report);

    List<String> entities = parts(out.resolve("entities")).lines().toList();
    assertEquals(entities.stream().sorted().toList(), entities);
    assertFalse(entities.isEmpty());
    for (String row : entities) {
      String[] cells = row.split("\t");
      assertEquals(5, cells.length, row);
      assertTrue(
          quads.contains("<" + cells[0] + "> <http://www.w3.org/2004/02/skos/core#prefLabel>"));
      assertTrue(Integer.parseInt(cells[3]) >= 1 && Integer.parseInt(cells[4]) >= 1, row);
    }
  }

  @Test
  void readsTablesArchivesAndCutFilesAndKeepsTheLastVersionOfASource() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path other = Files.createDirectory(folder.resolve("other"));
    StringBuilder feed = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      // Each address comes twice, the second time with another text.
      feed.append(line("https://news.example/" + i % 20, "Iran supports Hezbollah, report " + i));
      feed.append(i % 8 == 0 ? "not JSON\n" : "");
    }
    feed.append(line(null, "Turkish forces took Afrin without an address."));
    feed.append(line(null, GERMAN));
    Files.writeString(corpus.resolve("feed.jsonl"), feed);
    Files.writeString(corpus.resolve("empty.txt"), "");
    Files.writeString(corpus.resolve("same.txt"), "Russia withdrew from Palmyra.\n");
    Files.writeString(other.resolve("same.txt"), "Russia withdrew from Palmyra.\n");
    Files.write(corpus.resolve("crawl.warc"), archive());
    String table =
        line("https://news.example/3", "Israel struck Damascus, says a row.")
            + line("https://table.example/2", "Turkey backs the Syrian National Army.");
    Path rows = Files.createDirectory(folder.resolve("rows"));
    Files.writeString(rows.resolve("rows.jsonl"), table);
    Path parquet = parquet(rows.resolve("rows.jsonl"));

    String local;
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT)) {
      SampleStore.build(store, corpus, other, rows);
      local = export(store);
    }
    Path out = folder.resolve("out");
    List<String> paths = List.of(corpus.toString(), other.toString(), parquet.toString());
    ClusterSummary summary = ClusterBuild.run(paths, out.toString(), OPTIONS.withPieceBytes(500));

    same(local, parts(out.resolve("quads")));
    // 20 addresses, one row of them and one more, one without, the page, and same.txt once
    assertEquals(24, summary.documents());
    assertEquals(22, summary.replaced());
    assertEquals(1, summary.skipped());
    assertEquals(6, summary.failed());
    List<String> failures = Files.readAllLines(out.resolve("failures.tsv"));
    assertTrue(failures.get(0).endsWith("corpus/empty.txt\tempty file"), failures.get(0));
    assertTrue(failures.get(1).contains("feed.jsonl:9\tline is not JSON"), failures.get(1));
    assertTrue(failures.get(5).contains("feed.jsonl:45\t"), failures.get(5));
  }

  @Test
  void refusesAFolderThatIsThereAndAPathThatIsNot() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Exception there =
        assertThrows(
            FileAlreadyExistsException.class,
            () -> ClusterBuild.run(List.of("data/articles"), out.toString(), OPTIONS));
    assertEquals(out + ": is there already; name a new folder", there.getMessage());

    Path next = folder.resolve("next");
    Exception missing =
        assertThrows(
            FileNotFoundException.class,
            () -> ClusterBuild.run(List.of("nowhere"), next.toString(), OPTIONS));
    assertEquals("nowhere: no such file or folder", missing.getMessage());
    assertFalse(Files.exists(next));
  }

  // ---- how the cases are put

  private static String line(String url, String text) {
    String address = url == null ? "" : "\"url\": \"" + url + "\", ";
    return "{" + address + "\"title\": \"Report\", \"body\": \"" + text + "\"}\n";
  }

  private static byte[] archive() {
    String page = "<html><body><article><p>Rebels took Hama in a day.</p></article></body></html>";
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/1\r\n"
            + "WARC-Date: 2024-12-08T10:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            + "Content-Type: application/http;msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n"
            + http
            + "\r\n\r\n";
    return record.getBytes(StandardCharsets.US_ASCII);
  }

  private Path parquet(Path jsonLines) throws IOException {
    Path target = folder.resolve("table");
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      spark.read().json(jsonLines.toString()).coalesce(1).write().parquet(target.toString());
    }
    return target;
  }

  private static String parts(Path parts) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(parts)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static String export(KnowledgeStore store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(store, Export.Format.NQUADS, null, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Equal; when not, the first line that differs, since all of them are too many to show. */
  private static void same(String expected, String actual) {
    if (!expected.equals(actual)) {
      List<String> left = expected.lines().toList();
      List<String> right = actual.lines().toList();
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        assertEquals(left.get(i), right.get(i), "line " + (i + 1));
      }
      assertEquals(left.size(), right.size(), "lines");
    }
    assertEquals(expected.length(), actual.length());
  }
}
