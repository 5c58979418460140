package org.entente.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code remove}: documents out of a store. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes documents with all that only they say.")
final class RemoveCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DOCUMENT",
      arity = "1..*",
      description = "Identifier, IRI, or the source it was read from.")
  List<String> documents = List.of();

  @Mixin StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    try (KnowledgeStore opened = store.openExisting()) {
      Map<String, Integer> removed = opened.remove(documents);
      removed.forEach((name, count) -> System.out.println(name + "\t" + count + " removed"));
      boolean all = removed.values().stream().allMatch(count -> count > 0);
      removed.forEach(
          (name, count) -> {
            if (count == 0) {
              System.err.println(name + ": no such document in " + store.folder);
            }
          });
      return all ? ExitCode.OK : ExitCode.PARTLY;
    }
  }
}
