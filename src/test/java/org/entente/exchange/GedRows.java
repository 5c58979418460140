package org.entente.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/** Writes made-up rows with the columns of UCDP GED: 400 actors, 20,000 places, 30 years. */
final class GedRows {

  private static final int ACTORS = 200;
  private static final int PLACES = 20_000;
  private static final int DAYS = 30 * 365;

  private GedRows() {}

  /** A file of so many rows; the same for the same number. */
  static void write(Path file, int rows) throws IOException {
    Random random = new Random(1);
    String header =
        String.join(
            ",",
            ExternalMapping.shipped("https://w3id.org/entente/")
                .get("ucdp-ged")
                .dialect()
                .columns());
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      out.println(header);
      for (int i = 0; i < rows; i++) {
        int actor = random.nextInt(ACTORS);
        int place = random.nextInt(PLACES);
        LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(DAYS));
        int deaths = random.nextInt(50);
        double latitude = -40 + place / 200 * 0.8;
        double longitude = place % 200 * 0.8 - 80;
        out.printf(
            java.util.Locale.ROOT,
            "%d,MADE-UP-%d,%d,1,Clear,1,1,1,Made up,1,1,Made up,%d,%d,Government %d,%d,%d,Group %d,1,"
                + "\"Made-up wire, \"\"Report %d\"\"\",Made-up wire,%s,Report %d,nobody,1,Town %d,"
                + "Near Town %d,Province,District,%.4f,%.4f,POINT (%.4f %.4f),1,Land,1,Nowhere,1,1,"
                + "%s 00:00:00.000,%s 00:00:00.000,1,1,%d,0,%d,%d,%d,1,%n",
            i,
            i,
            day.getYear(),
            9_000_000 + actor,
            9_000_000 + actor,
            actor,
            9_100_000 + actor,
            9_100_000 + actor,
            actor,
            i,
            day,
            i,
            place,
            place,
            latitude,
            longitude,
            longitude,
            latitude,
            day,
            day,
            deaths / 3,
            deaths,
            deaths + 5,
            Math.max(0, deaths - 5));
      }
    }
  }
}
