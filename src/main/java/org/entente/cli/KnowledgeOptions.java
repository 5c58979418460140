package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import org.entente.ingest.KnowledgeBase;
import org.entente.rdf.Iris;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known beside what the program ships. */
final class KnowledgeOptions {

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE",
      description =
          "More names: a table (.tsv) like ontology/gazetteer/, or Turtle (.ttl) like"
              + " ontology/reference/. Repeatable.")
  List<Path> gazetteers = List.of();

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = "Decisions about names and entities, instead of the shipped table.")
  @Nullable Path decisions;

  /** All that is known. */
  KnowledgeBase base(Iris iris) {
    return KnowledgeBase.load(iris, gazetteers, decisions);
  }
}
