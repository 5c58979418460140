package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.ingest.GazetteerLookup;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast rows of UCDP GED go into a store, matching of names included.
 *
 * <p>Run by {@code mvn verify -Dit.test=GedImportEval -Dentente.ged.rows=300000}; prints a line.
 * The floor is low because the machine may be busy with other things.
 */
class GedImportEval {

  private static final int ROWS = Integer.getInteger("entente.ged.rows", 20_000);
  private static final double LEAST_PER_SECOND = 200;

  @TempDir Path folder;

  @Test
  void importsThousandsOfRowsASecond() throws IOException {
    Path file = folder.resolve("made-up.csv");
    GedRows.write(file, ROWS);
    GazetteerLookup lookup = new GazetteerLookup(SampleStore.base());
    ExternalMapping mapping = ExternalMapping.shipped(Iris.DEFAULT_BASE).get("ucdp-ged");
    try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT)) {
      long begun = System.nanoTime();
      long cpu = processor();
      ImportSummary summary =
          new ExternalImport(store, lookup, rows -> {}).run(file, mapping, StandardCharsets.UTF_8);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double worked = (processor() - cpu) / 1e9;
      System.out.printf(
          "import: %d rows in %.1f s: %.0f rows/s (%.1f s of processor time: %.0f rows/s)%n",
          summary.rows(), seconds, summary.rows() / seconds, worked, summary.rows() / worked);
      assertEquals(ROWS, summary.rows());
      assertEquals(400, summary.actors());
      assertTrue(summary.rows() / seconds > LEAST_PER_SECOND);
    }
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
