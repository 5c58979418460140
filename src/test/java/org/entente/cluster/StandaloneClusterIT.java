package org.entente.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standalone cluster of one master and two workers, as processes of Spark's own jars, of which
 * one worker is killed half way. Takes some minutes, so it runs only when told where Spark is:
 *
 * <pre>
 * mvn -f src/test/spark/pom.xml dependency:copy-dependencies
 * mvn verify -Dit.test=StandaloneClusterIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dspark.home=target/spark
 * </pre>
 */
class StandaloneClusterIT {

  private static final int COPIES = 12;
  private static final Pattern FINISHED = Pattern.compile("Finished task \\S+ in stage 0\\.0");

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(StandaloneClusterIT::kill);
  }

  @Test
  void givesTheBytesOfALocalExportThoughAWorkerIsKilledHalfWay() throws Exception {
    Path home = sparkHome();
    Path corpus = corpus();
    Path jar = Path.of(System.getProperty("entente.jar"));
    Path store = folder.resolve("store");
    run(
        "build",
        List.of(
            "-Xmx2g",
            "-jar",
            jar.toString(),
            "build",
            corpus.toString(),
            "--store",
            store.toString()),
        home);
    Path export = folder.resolve("export.nq");
    run(
        "export",
        List.of(
            "-jar",
            jar.toString(),
            "export",
            "--store",
            store.toString(),
            "--out",
            export.toString()),
        home);

    String master = "spark://127.0.0.1:" + freePort();
    Path masterLog = folder.resolve("master.log");
    String port = master.substring(master.lastIndexOf(':') + 1);
    start(
        "master",
        spark(
            home,
            "512m",
            "deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            port,
            "--webui-port",
            "0"),
        home);
    Process first = worker("worker1", master, home);
    worker("worker2", master, home);
    await("two workers", 120, () -> count(masterLog, Pattern.compile("Registering worker")) == 2);

    Path out = folder.resolve("out");
    Path log = folder.resolve("submit.log");
    List<String> command = spark(home, "1g", "deploy.SparkSubmit", "--master", master);
    command.addAll(List.of("--class", "org.entente.cli.Main", "--executor-memory", "1g"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(List.of(System.getProperty("entente.spark.jar"), "cluster", corpus.toString()));
    command.addAll(List.of("--out", out.toString(), "--piece", "32"));
    Process submit = start("submit", command, home);
    int tasks = (int) (size(corpus) / (32 << 10));
    await("half of the tasks", 600, () -> count(log, FINISHED) >= tasks / 2 || !submit.isAlive());
    int done = count(log, FINISHED);
    kill(first);

    assertTrue(submit.waitFor(15, TimeUnit.MINUTES), "the job ends");
    String said = Files.readString(log);
    assertEquals(0, submit.exitValue(), said);
    assertTrue(done < tasks, "killed after " + done + " of about " + tasks + " tasks");
    assertTrue(said.contains("Lost executor"), "the loss was noticed");
    assertTrue(Files.exists(out.resolve("_SUCCESS")));
    Path joined = folder.resolve("joined.nq");
    try (var all = Files.newOutputStream(joined);
        Stream<Path> parts = Files.list(out.resolve("quads"))) {
      for (Path part :
          parts.filter(p -> p.getFileName().toString().startsWith("part-")).sorted().toList()) {
        Files.copy(part, all);
      }
    }
    assertEquals(-1, Files.mismatch(export, joined), "first byte that differs");
    System.out.printf(
        "killed a worker after %d of about %d tasks; %d bytes of quads as expected%n",
        done, tasks, Files.size(joined));
    System.out.println(Files.readString(out.resolve("report.json")));
  }

  @Test
  void holdsNoClassThatSparkHasToo() throws Exception {
    Set<String> shared = classes(Path.of(System.getProperty("entente.spark.jar")));
    assertTrue(shared.contains("org/entente/cluster/ClusterBuild.class"));
    Set<String> theirs = new TreeSet<>();
    try (Stream<Path> jars = Files.list(sparkHome().resolve("jars"))) {
      for (Path jar : jars.toList()) {
        theirs.addAll(classes(jar));
      }
    }
    shared.retainAll(theirs);
    assertEquals(Set.of(), shared);
  }

  // ---- how the case is put

  private static Path sparkHome() {
    String home = System.getProperty("spark.home", "");
    assumeTrue(!home.isEmpty(), "-Dspark.home names a folder with Spark's jars");
    return Path.of(home).toAbsolutePath();
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> !name.endsWith("module-info.class"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The sample articles several times over; of those that name their address one copy counts. */
  private Path corpus() throws IOException {
    Path corpus = folder.resolve("corpus");
    try (Stream<Path> articles = Files.list(Path.of("data", "articles"))) {
      for (Path article : articles.toList()) {
        for (int i = 0; i < COPIES; i++) {
          Path copy = corpus.resolve("copy" + i).resolve(article.getFileName().toString());
          Files.createDirectories(copy.getParent());
          Files.copy(article, copy);
        }
      }
    }
    return corpus;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private Process worker(String name, String master, Path home) throws IOException {
    List<String> options = List.of("--host", "127.0.0.1", "--cores", "1", "--memory", "1500m");
    List<String> command =
        spark(home, "512m", "deploy.worker.Worker", options.toArray(String[]::new));
    command.addAll(List.of("--webui-port", "0", "--work-dir"));
    command.addAll(List.of(folder.resolve(name).toString(), master));
    return start(name, command, home);
  }

  private static List<String> spark(Path home, String memory, String name, String... options) {
    List<String> command = new ArrayList<>(List.of("-Xmx" + memory));
    command.addAll(List.of(System.getProperty("spark.opens").trim().split("\\s+")));
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", "org.apache.spark." + name));
    command.addAll(List.of(options));
    return command;
  }

  private Process start(String name, List<String> command, Path home) throws IOException {
    List<String> line =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private void run(String name, List<String> command, Path home) throws Exception {
    Process process = start(name, command, home);
    assertTrue(process.waitFor(15, TimeUnit.MINUTES), name);
    assertEquals(0, process.exitValue(), () -> name + ": " + read(folder.resolve(name + ".log")));
  }

  /** The process and those that it started, at once. */
  private static void kill(Process process) {
    List<ProcessHandle> all = process.descendants().collect(Collectors.toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static void await(String what, int seconds, BooleanSupplier there) throws Exception {
    for (int i = 0; i < seconds * 5; i++) {
      if (there.getAsBoolean()) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no " + what + " within " + seconds + " s");
  }

  private static int count(Path log, Pattern pattern) {
    return (int) pattern.matcher(read(log)).results().count();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
