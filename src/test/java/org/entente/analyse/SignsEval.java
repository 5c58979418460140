package org.entente.analyse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.QueryExecution;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores the signs of relations in the sample articles against {@code data/gold-signs/signs.tsv}.
 *
 * <p>A row's sign is that of the sum of its years' weights. Precision counts rows with a sign of
 * which the texts say + or -; the stricter one also counts as wrong every signed pair of a
 * principal with another actor of the table that the table does not have.
 */
class SignsEval {

  private static final Path GOLD = Path.of("data", "gold-signs", "signs.tsv");

  @TempDir Path folder;

  private record Row(int from, int to, String a, String b, String sign) {}

  private record Pair(String a, String b, int year) {}

  @Test
  void agreesWithAReaderOfTheArticles() throws IOException {
    Map<Pair, Double> weights = weights();
    List<String> lines = Files.readAllLines(GOLD);
    Set<String> principals = new HashSet<>();
    Set<String> named = new HashSet<>();
    Set<Pair> covered = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("# principals:")) {
        principals.addAll(List.of(line.substring(13).strip().split(" ")));
      } else if (!line.startsWith("#") && !line.startsWith("years")) {
        String[] cells = line.split("\t");
        String[] years = cells[0].split("-");
        int from = Integer.parseInt(years[0]);
        int to = Integer.parseInt(years[years.length - 1]);
        rows.add(new Row(from, to, cells[1], cells[2], cells[3]));
        named.addAll(List.of(cells[1], cells[2]));
        for (int year = from; year <= to; year++) {
          covered.add(new Pair(cells[1], cells[2], year));
        }
      }
    }
    int right = 0;
    int wrong = 0;
    int missed = 0;
    Set<String> shown = new TreeSet<>();
    for (Row row : rows) {
      if (row.sign().equals("?")) {
        continue;
      }
      double sum = 0;
      for (int year = row.from(); year <= row.to(); year++) {
        sum += weights.getOrDefault(new Pair(row.a(), row.b(), year), 0.0);
      }
      String sign = sign(sum);
      right += sign.equals(row.sign()) ? 1 : 0;
      missed += sign.equals("0") ? 1 : 0;
      if (!sign.equals("0") && !sign.equals(row.sign())) {
        wrong++;
        shown.add(row + " was given " + sign);
      }
    }
    Set<String> beyond = new TreeSet<>();
    weights.forEach(
        (pair, weight) -> {
          boolean asked = pair.year() == 2015 || pair.year() == 2016 || pair.year() == 2024;
          boolean known = named.contains(pair.a()) && named.contains(pair.b());
          boolean principal = principals.contains(pair.a()) || principals.contains(pair.b());
          if (asked && known && principal && !covered.contains(pair) && !sign(weight).equals("0")) {
            beyond.add(pair.a() + " " + pair.b() + (pair.year() < 2020 ? " 2015-2016" : " 2024"));
          }
        });
    double precision = (double) right / (right + wrong);
    double strict = (double) right / (right + wrong + beyond.size());
    double recall = (double) right / (right + wrong + missed);
    System.out.printf(
        "signs: right %d wrong %d missed %d beyond %d, precision %.3f (strict %.3f) recall %.3f%n",
        right, wrong, missed, beyond.size(), precision, strict, recall);
    shown.forEach(System.out::println);
    beyond.forEach(System.out::println);
    assertTrue(precision >= 0.85, "precision " + precision);
    assertTrue(recall >= 0.3, "recall " + recall);
  }

  private static String sign(double weight) {
    return weight >= Tally.FRIENDS ? "+" : weight <= Tally.ADVERSARIES ? "-" : "0";
  }

  private Map<Pair, Double> weights() throws IOException {
    Map<Pair, Double> weights = new HashMap<>();
    SampleStore.copyTo(folder);
    try (KnowledgeStore store = KnowledgeStore.openExisting(folder, Iris.DEFAULT)) {
      new Analysis(store, Weights.SCALE, "eval").run();
      String query =
          """
          PREFIX ent: <https://w3id.org/entente/ontology#>
          SELECT ?a ?b ?time ?weight {
            ?r ent:between ?a , ?b ; ent:period ?time ; ent:weight ?weight
            FILTER (STR(?a) < STR(?b) && STRLEN(STR(?time)) = 4)
          }""";
      store.read(
          dataset -> {
            try (QueryExecution execution = QueryExecution.create(query, store.dataset())) {
              execution
                  .execSelect()
                  .forEachRemaining(
                      row ->
                          weights.put(
                              new Pair(
                                  slug(row.getResource("a").getURI()),
                                  slug(row.getResource("b").getURI()),
                                  Integer.parseInt(row.getLiteral("time").getLexicalForm())),
                              row.getLiteral("weight").getDouble()));
            }
            return null;
          });
    }
    return weights;
  }

  private static String slug(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
