package org.entente.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sys.JenaSystem;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.entente.store.QuadLoad;

/**
 * Text and place search over a store of made-up names at random points; prints names and numbers.
 *
 * <p>Example: {@code java -Xmx3g -cp … org.entente.bench.SearchMeasure FOLDER 1000000}.
 */
public final class SearchMeasure {

  private static final String PREFIXES =
      "PREFIX text: <http://jena.apache.org/text#> PREFIX spatial: <http://jena.apache.org/spatial#>"
          + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";
  private static final String[] SYLLABLES = {
    "ka", "ra", "mi", "tu", "sha", "bel", "dor", "qa", "zi", "no", "har", "ul", "ta", "fe", "yo"
  };
  private static final int WARM_UP = 200;
  private static final int TAKEN = 500;

  private SearchMeasure() {}

  /** Makes the store in a folder, with so many labels, and takes the measures. */
  public static void main(String[] args) throws Exception {
    JenaSystem.init();
    Path folder = Path.of(args[0]);
    int labels = Integer.parseInt(args[1]);
    Path quads = folder.resolve("search.nq");
    Path store = folder.resolve("search-store");
    write(quads, labels);
    QuadLoad.load(store, Iris.DEFAULT, List.of(quads), n -> {});
    Files.delete(quads);
    try (KnowledgeStore opened = KnowledgeStore.openExisting(store, Iris.DEFAULT)) {
      long begun = System.nanoTime();
      say("labels", opened.index());
      say("text index made, s", (System.nanoTime() - begun) / 1e9);
      begun = System.nanoTime();
      opened.indexPlaces();
      say("place index made, s", (System.nanoTime() - begun) / 1e9);
      times(
          opened, "words", i -> "?s text:query (skos:prefLabel '" + name(new Random(i)) + "' 20)");
      times(
          opened,
          "prefix",
          i -> "?s text:query (skos:prefLabel '" + word(new Random(i)).substring(0, 4) + "*' 20)");
      times(
          opened,
          "within 50 km",
          i -> {
            Random random = new Random(i);
            return String.format(
                Locale.ROOT,
                "?s spatial:nearby (%.4f %.4f 50)",
                latitude(random),
                longitude(random));
          });
    }
    System.exit(0);
  }

  private static void write(Path file, int labels) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String id = Iris.DEFAULT_BASE + "id/";
    String graph = " <" + Iris.DEFAULT_BASE + "graph/reference> .\n";
    String geo = "http://www.opengis.net/ont/geosparql#";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < labels; i++) {
        Random random = new Random(i);
        String thing = "<" + id + "n" + i + ">";
        String point = "<" + id + "n" + i + "-geometry>";
        out.write(
            thing
                + " <http://www.w3.org/2004/02/skos/core#prefLabel> \""
                + name(random)
                + "\"@en"
                + graph);
        if (i % 10 == 0) { // every tenth is a place
          out.write(thing + " <" + geo + "hasGeometry> " + point + graph);
          out.write(
              String.format(
                  Locale.ROOT,
                  "%s <%sasWKT> \"POINT(%.4f %.4f)\"^^<%swktLiteral>%s",
                  point,
                  geo,
                  longitude(random),
                  latitude(random),
                  geo,
                  graph));
        }
      }
    }
  }

  private static String name(Random random) {
    return word(random) + " " + word(random);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static double latitude(Random random) {
    return 20 + 20 * random.nextDouble();
  }

  private static double longitude(Random random) {
    return 30 + 30 * random.nextDouble();
  }

  private static void times(KnowledgeStore store, String name, IntFunction<String> pattern) {
    List<Double> millis = new ArrayList<>();
    long found = 0;
    for (int i = 0; i < WARM_UP + TAKEN; i++) {
      String query = PREFIXES + "SELECT ?s { " + pattern.apply(i) + " }";
      long begun = System.nanoTime();
      found +=
          store.read(
              data -> {
                long rows = 0;
                try (QueryExecution execution =
                    QueryExecution.dataset(store.dataset()).query(query).build()) {
                  var results = execution.execSelect();
                  while (results.hasNext()) {
                    results.next();
                    rows++;
                  }
                }
                return rows;
              });
      if (i >= WARM_UP) {
        millis.add((System.nanoTime() - begun) / 1e6);
      }
    }
    millis.sort(null);
    say(name + ", results each", (double) found / (WARM_UP + TAKEN));
    say(name + ", p50 ms", millis.get(millis.size() / 2));
    say(name + ", p95 ms", millis.get(millis.size() * 95 / 100));
  }

  private static void say(String name, double value) {
    System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, value);
  }
}
