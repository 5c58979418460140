package org.entente.cluster;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkFiles;
import org.entente.ingest.KnowledgeBase;
import org.entente.rdf.Iris;
import org.jspecify.annotations.Nullable;

/** The models and names, loaded once in each process that analyses. */
final class SharedKnowledge {

  private static @Nullable ClusterOptions loadedFor;
  private static @Nullable KnowledgeBase loaded;

  private SharedKnowledge() {}

  /** What all tasks of this process share; the first to ask waits some seconds. */
  static synchronized KnowledgeBase of(ClusterOptions options) {
    KnowledgeBase present = loaded;
    if (present != null && options.equals(loadedFor)) {
      return present;
    }
    String decisions = options.decisions();
    KnowledgeBase fresh =
        load(
            options,
            options.gazetteers().stream().map(SharedKnowledge::sent).toList(),
            decisions == null ? null : sent(decisions));
    loadedFor = options;
    loaded = fresh;
    return fresh;
  }

  /** The same on the machine that submits, where the files lie as they were named. */
  static KnowledgeBase here(ClusterOptions options) {
    String decisions = options.decisions();
    return load(
        options,
        options.gazetteers().stream().map(Path::of).toList(),
        decisions == null ? null : Path.of(decisions));
  }

  private static KnowledgeBase load(
      ClusterOptions options, List<Path> gazetteers, @Nullable Path decisions) {
    return KnowledgeBase.load(new Iris(options.base()), gazetteers, decisions);
  }

  private static Path sent(String file) {
    return Path.of(SparkFiles.get(String.valueOf(Path.of(file).getFileName())));
  }
}
