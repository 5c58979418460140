package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: a question to a store. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Asks a store: a shipped question by name, a file, or SPARQL as it is.")
final class QueryCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME|FILE|QUERY",
      arity = "0..1",
      description = "What to ask; see --list.")
  @Nullable String what;

  @Option(names = "--list", description = "List the shipped questions.")
  boolean list;

  @Option(names = "--param", paramLabel = "K=V", description = "Value of a parameter. Repeatable.")
  Map<String, String> parameters = Map.of();

  @Option(
      names = "--service-allow",
      paramLabel = "URL",
      description = "A SPARQL service that the query may ask with SERVICE. Repeatable.")
  Set<String> services = Set.of();

  @Mixin AnswerOptions answers = new AnswerOptions();
  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() throws IOException {
    Map<String, NamedQuery> shipped = NamedQuery.shipped();
    if (list) {
      shipped.values().forEach(QueryCommand::describe);
      return ExitCode.OK;
    }
    String asked = what;
    if (asked == null) {
      throw new IllegalArgumentException("query: name a question, a file or SPARQL; or use --list");
    }
    Query query = find(asked, shipped).with(parameters, store.iris());
    try (KnowledgeStore opened = store.openExisting()) {
      answers.answer(opened, query, services);
    }
    return ExitCode.OK;
  }

  private static NamedQuery find(String what, Map<String, NamedQuery> shipped) throws IOException {
    NamedQuery named = shipped.get(what);
    if (named != null) {
      return named;
    }
    boolean word = what.matches("[A-Za-z0-9_./\\\\:~-]+");
    if (word && Files.isRegularFile(Path.of(what))) {
      return NamedQuery.parse(what, Files.readString(Path.of(what)));
    }
    if (word) {
      throw new IllegalArgumentException(
          "query: \"" + what + "\" is neither a file nor one of " + shipped.keySet());
    }
    return NamedQuery.parse("query", what);
  }

  private static void describe(NamedQuery query) {
    System.out.printf("%s%n  %s%n", query.name(), query.title());
    if (!query.question().isEmpty()) {
      System.out.printf("  %s%n", query.question());
    }
    new TreeMap<>(query.parameters())
        .forEach(
            (name, p) ->
                System.out.printf(
                    "  --param %s=%s  %s%n", name, p.defaultValue(), p.description()));
    System.out.printf("  columns: %s%n%n", query.columns());
  }
}
