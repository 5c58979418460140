package org.entente.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The whole benchmark: steps by JMH, everything else in processes of their own. Prints a page of
 * Markdown.
 *
 * <p>Example: {@code mvn -Pbench verify -DskipTests}, or with {@code -Dbench.args="throughput
 * store"} only those parts.
 */
public final class Bench {

  private static final List<String> PARTS =
      List.of("steps", "throughput", "store", "search", "growth", "unchanged", "start");

  private final PrintStream out;
  private final Path scratch;

  private Bench(PrintStream out, Path scratch) {
    this.out = out;
    this.scratch = scratch;
  }

  /** Runs the parts named, or all. */
  public static void main(String[] args) throws Exception {
    List<String> wanted = args.length == 0 ? PARTS : Arrays.asList(args);
    if (!PARTS.containsAll(wanted)) {
      System.err.println("parts are " + PARTS);
      System.exit(2);
    }
    Path scratch = Files.createTempDirectory("entente-bench");
    Bench bench = new Bench(System.out, scratch);
    bench.machine();
    for (String part : wanted) {
      switch (part) {
        case "steps" -> bench.steps();
        case "throughput" -> bench.throughput();
        case "store" -> bench.store();
        case "search" -> bench.search();
        case "growth" -> bench.growth();
        case "unchanged" -> bench.unchanged();
        default -> bench.start();
      }
    }
    Measure.delete(scratch);
  }

  private void machine() throws IOException {
    String cpu = "unknown processor";
    Path info = Path.of("/proc/cpuinfo");
    if (Files.exists(info)) {
      cpu =
          Files.readAllLines(info).stream()
              .filter(l -> l.startsWith("model name"))
              .map(l -> l.substring(l.indexOf(':') + 2))
              .findFirst()
              .orElse(cpu);
    }
    out.printf(
        "%s, %s, %d processors, Java %s, commit %s%n",
        java.time.LocalDate.now(java.time.ZoneOffset.UTC),
        cpu,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        commit());
  }

  private static String commit() throws IOException {
    Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private void steps() throws Exception {
    long words = Sample.words(Sample.documents());
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(StepsBench.class.getSimpleName()).build()).run();
    Map<String, Map<String, Double>> seconds = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      String kind = name.substring(name.lastIndexOf('.') + 1);
      seconds
          .computeIfAbsent(kind, k -> new LinkedHashMap<>())
          .put(result.getParams().getParam("step"), result.getPrimaryResult().getScore());
    }
    out.printf("%n| Step | words/s | share |%n| --- | ---: | ---: |%n");
    seconds.forEach(
        (kind, steps) -> {
          double sum = steps.values().stream().mapToDouble(Double::doubleValue).sum();
          steps.forEach(
              (step, s) -> row("%s: %s | %,.0f | %.1f %%", kind, step, words / s, 100 * s / sum));
          row("%s: all | %,.0f | ", kind, words / sum);
        });
  }

  private void throughput() throws Exception {
    Map<String, Double> got = measure("-Xmx3g", "throughput");
    out.printf("%n| Without the store | words/s | to the floor |%n| --- | ---: | ---: |%n");
    double floor = got.getOrDefault("floor", Double.NaN);
    got.forEach((name, value) -> row("%s | %,.0f | %.2f", name, value, value / floor));
  }

  private void store() throws Exception {
    Map<String, Double> got = measure("-Xmx3g", "store", scratch.toString());
    double jena = got.getOrDefault("Jena's loader", Double.NaN);
    out.printf("%n| Writing quads | quads/s | to Jena's loader |%n| --- | ---: | ---: |%n");
    got.forEach((name, value) -> row("%s | %,.0f | %.2f", name, value, value / jena));
  }

  private void search() throws Exception {
    Map<String, Double> got =
        measure("-Xmx3g", SearchMeasure.class, scratch.toString(), Integer.toString(1_000_000));
    out.printf("%n| Search | |%n| --- | ---: |%n");
    got.forEach((name, value) -> row("%s | %,.1f", name, value));
  }

  private void growth() throws Exception {
    out.printf(
        "%n| Copies of the sample | documents | s | words/s | heap in use after collection, MiB |"
            + " resident, MiB | nothing changed, s | open, s |%n"
            + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |%n");
    for (String workers : List.of("1", "2")) {
      for (String copies : workers.equals("1") ? List.of("10") : List.of("1", "10", "100")) {
        Map<String, Double> got =
            measure("-Xmx1500m", "growth", scratch.toString(), copies, workers);
        row(
            "%s (%s workers) | %.0f | %.1f | %,.0f | %.0f | %.0f | %.1f | %.2f",
            copies,
            workers,
            got.get("documents"),
            got.get("seconds"),
            got.get("words/s"),
            got.get("heap"),
            got.get("resident"),
            got.get("again"),
            got.get("open"));
      }
    }
  }

  private void unchanged() throws Exception {
    Map<String, Double> got = measure("-Xmx1500m", "unchanged", scratch.toString(), "345");
    out.printf("%n| %.0f documents | s |%n| --- | ---: |%n", got.get("documents"));
    row("full build | %.1f", got.get("full"));
    row("nothing changed | %.1f", got.get("again"));
    row("share | %.2f %%", 100 * got.get("again") / got.get("full"));
  }

  /** From a cold process to the served endpoint, beside one that only loads what is needed. */
  private void start() throws Exception {
    List<Double> run = new ArrayList<>();
    List<Double> load = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Path store = scratch.resolve("start" + i);
      long begun = System.nanoTime();
      Process process =
          java(
              "-Xmx3g",
              "org.entente.cli.Main",
              "run",
              Sample.FOLDER.toString(),
              "--port",
              "0",
              "--store",
              store.toString());
      try (BufferedReader lines = reader(process)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("serving")) {
            run.add((System.nanoTime() - begun) / 1e9);
            break;
          }
        }
      }
      process.destroy();
      process.waitFor();
      begun = System.nanoTime();
      Process bare =
          java("-Xmx3g", Measure.class.getName(), "load", scratch.resolve("bare" + i).toString());
      bare.waitFor();
      load.add((System.nanoTime() - begun) / 1e9);
    }
    out.printf("%n| Cold start, median of five | s |%n| --- | ---: |%n");
    row("run data/articles, until it serves | %.1f", Measure.median(run));
    row("models loaded and TDB2 opened | %.1f", Measure.median(load));
    row("times | %.1f", Measure.median(run) / Measure.median(load));
  }

  private void row(String format, Object... values) {
    out.println("| " + String.format(Locale.ROOT, format, values) + " |");
  }

  private static Map<String, Double> measure(String memory, String... args) throws Exception {
    return measure(memory, Measure.class, args);
  }

  private static Map<String, Double> measure(String memory, Class<?> measure, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(measure.getName()));
    command.addAll(List.of(args));
    Process process = java(memory, command.toArray(String[]::new));
    Map<String, Double> got = new LinkedHashMap<>();
    try (BufferedReader lines = reader(process)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          got.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", args) + ": failed");
    }
    return got;
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Process java(String memory, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(memory);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
