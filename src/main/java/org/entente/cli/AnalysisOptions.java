package org.entente.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.store.ActorFinder;
import org.entente.store.AnalysisGraph;
import org.entente.store.ClaimReader;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that ask an analysis have in common. */
final class AnalysisOptions {

  @Mixin StoreOption store = new StoreOption();

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Only this year, with the names of that time: a year, month or day.")
  String at = "";

  @Mixin AnswerOptions answers = new AnswerOptions();

  /**
   * Asks a shipped question.
   *
   * @param actors parameters that name actors, by name
   * @throws IllegalArgumentException if the date is none, an actor is not found, or the store has
   *     no analysis
   */
  int ask(String question, Map<String, String> actors) {
    if (!at.isEmpty() && !at.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
      throw new IllegalArgumentException(
          question + ": --at \"" + at + "\" is no year, month or day such as 2016-07-28");
    }
    NamedQuery query = NamedQuery.shipped().get(question);
    if (query == null) {
      throw new IllegalStateException(question + ": no such question");
    }
    try (KnowledgeStore opened = store.openExisting()) {
      Map<String, String> values = new TreeMap<>();
      if (query.parameters().containsKey("at")) {
        values.put("at", at);
      }
      checkAnalysed(opened);
      if (!actors.isEmpty()) {
        ActorFinder finder = new ActorFinder(opened);
        actors.forEach((parameter, name) -> values.put(parameter, slug(finder, question, name)));
      }
      answers.answer(opened, query.with(values, store.iris()), Set.of());
    }
    return ExitCode.OK;
  }

  private String slug(ActorFinder finder, String question, String name) {
    ActorFinder.Found found;
    try {
      found = finder.find(name, at);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(question + ": " + e.getMessage(), e);
    }
    if (found.instead() != null) {
      System.err.println(
          ExplainCommand.plain(found.instead() + ": in " + at + " it was " + found.label()));
    }
    return "<" + store.iris().entity(found.slug()).getURI() + ">";
  }

  /** Says so when there is no analysis, or one that does not know all documents. */
  private void checkAnalysed(KnowledgeStore opened) {
    Node graph = store.iris().graph(AnalysisGraph.NAME);
    if (!opened.holds(graph)) {
      throw new IllegalArgumentException(
          opened.folder()
              + ": has no analysis; make it with: entente analyse --store "
              + opened.folder());
    }
    long known = AnalysisGraph.documents(opened);
    long present = new ClaimReader(opened).count();
    if (known != present) {
      System.err.println(
          opened.folder()
              + ": the analysis is of "
              + known
              + " documents, the store has "
              + present
              + "; entente analyse brings it up to date");
    }
  }
}
