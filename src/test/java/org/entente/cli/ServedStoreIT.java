package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.rdf.Iris;
import org.entente.rdf.RunDescription;
import org.entente.serve.RemoteStore;
import org.entente.serve.ServeOptions;
import org.entente.serve.Serving;
import org.entente.serve.SparqlServer;
import org.entente.store.KnowledgeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a store that another command serves. */
class ServedStoreIT {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  @Test
  void buildsSavesCompactsAndRestoresWhileItIsServed() throws IOException {
    Path users = folder.resolve("users");
    Files.writeString(users, password(PASSWORD).out());
    Path secret = Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
    Path article = Files.writeString(folder.resolve("a.txt"), "Iran supports Hezbollah.\n");
    Path backup = folder.resolve("a.nq.gz");
    Path store = folder.resolve("store");
    ServeOptions options = new Serving().users(users, true).options();
    try (KnowledgeStore opened = KnowledgeStore.open(store, Iris.DEFAULT);
        SparqlServer server = SparqlServer.start(opened, options)) {
      String[] access = {
        "--server", server.address(), "--user", "ada", "--password-file", secret.toString()
      };
      Shell.Outcome built = run(access, "build", article.toString());
      assertEquals(ExitCode.OK, built.code(), built.err());
      assertTrue(built.out().contains("documents   1"), built.out());
      assertEquals(1, opened.counts().documents());
      assertEquals(ExitCode.OK, run(access, "compact").code());
      assertEquals(ExitCode.OK, run(access, "backup", backup.toString()).code());
      Files.writeString(secret, "guess\n");
      Shell.Outcome refused = run(access, "build", article.toString());
      assertEquals(ExitCode.UNAVAILABLE, refused.code());
      assertTrue(refused.err().contains("user or password is not right"), refused.err());
      Shell.Outcome locked = Shell.run("compact", "--server", server.address());
      assertEquals(ExitCode.USAGE, locked.code());
    }
    String restored = folder.resolve("restored").toString();
    Shell.Outcome outcome = Shell.run("restore", backup.toString(), "--store", restored);
    assertEquals(ExitCode.OK, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("documents   1"), outcome.out());
    assertEquals(
        ExitCode.OK, Shell.run("compact", "--store", restored).code(), "and without a server");
    assertTrue(Shell.run("info", "--store", restored).out().contains("documents   1"));
    Shell.Outcome missing = Shell.run("backup", "x.nq.gz", "--store", folder.toString() + "/none");
    assertEquals(ExitCode.UNAVAILABLE, missing.code());
    assertTrue(missing.err().contains("no such store"), missing.err());
  }

  @Test
  void keepsTheRunsOfAllWhoBuild() throws IOException {
    Path users = Files.writeString(folder.resolve("users"), password(PASSWORD).out());
    Node runs = Iris.DEFAULT.graph("runs");
    try (KnowledgeStore opened = KnowledgeStore.open(folder.resolve("store"), Iris.DEFAULT);
        SparqlServer server =
            SparqlServer.start(opened, new Serving().users(users, true).options())) {
      RemoteStore remote = new RemoteStore(URI.create(server.address()), "ada", PASSWORD);
      for (String models : List.of("old", "new")) {
        RunDescription run = new RunDescription("data", models, Iris.DEFAULT);
        remote.describeRun(runs, run.node(), run.graph());
        assertTrue(knows(opened, runs, run), models);
      }
      assertTrue(knows(opened, runs, new RunDescription("data", "old", Iris.DEFAULT)));
    }
  }

  private static boolean knows(KnowledgeStore store, Node runs, RunDescription run) {
    return store.read(d -> d.getGraph(runs).contains(run.node(), Node.ANY, Node.ANY));
  }

  private static Shell.Outcome run(String[] access, String... command) {
    String[] all = java.util.Arrays.copyOf(command, command.length + access.length);
    System.arraycopy(access, 0, all, command.length, access.length);
    return Shell.run(all);
  }

  @Test
  void makesNoUserWithAShortPassword() {
    Shell.Outcome outcome = password("short");
    assertEquals(ExitCode.USAGE, outcome.code());
    assertEquals("password: has 5 characters, fewer than 12", outcome.err().strip());
    assertFalse(outcome.out().contains("ada"));
  }

  @Test
  void namesTheOptionThatIsMissingBeforeStrangersMayCome() throws IOException {
    String store = folder.resolve("empty").toString();
    KnowledgeStore.open(Path.of(store), Iris.DEFAULT).close();
    Shell.Outcome outcome = Shell.run("serve", "--store", store, "--port", "0", "--public");
    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().startsWith("--public: needs HTTPS"), outcome.err());
  }

  private static Shell.Outcome password(String password) {
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return Shell.run("password", "ada");
    } finally {
      System.setIn(in);
    }
  }
}
