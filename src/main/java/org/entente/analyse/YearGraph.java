package org.entente.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * The friendly relations of one year as a graph.
 *
 * <p>Blocs are the communities that propagation of labels finds (Raghavan, Albert and Kumara 2007),
 * with fixed seeds and vertices in order of slug, so that the same relations give the same blocs.
 * Brokers are those on many of the shortest paths between others (Freeman 1977).
 */
final class YearGraph {

  /** Actors of most relations among whom betweenness is counted: it takes actors × relations. */
  private static final int MOST_BROKERS = 1000;

  private static final int RUNS = 10;

  /**
   * Actors that stand together.
   *
   * @param lead the member of most friendly relations inside
   * @param members all, by slug
   */
  record Bloc(String lead, Set<String> members) {}

  private final Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

  /** A graph of pairs, given in order. */
  YearGraph(List<String[]> pairs) {
    Set<String> actors = new TreeSet<>();
    pairs.forEach(pair -> actors.addAll(List.of(pair)));
    actors.forEach(graph::addVertex);
    pairs.forEach(pair -> graph.addEdge(pair[0], pair[1]));
  }

  /** The blocs of two members and more, by lead. */
  List<Bloc> blocs() {
    List<Bloc> blocs = new ArrayList<>();
    for (Set<String> members : communities()) {
      if (members.size() > 1) {
        Set<String> sorted = new TreeSet<>(members);
        blocs.add(new Bloc(lead(sorted), sorted));
      }
    }
    blocs.sort(Comparator.comparing(Bloc::lead));
    return blocs;
  }

  /** Of some runs of the propagation, the one of greatest modularity; of equals the first. */
  private List<Set<String>> communities() {
    UndirectedModularityMeasurer<String, DefaultEdge> measure =
        new UndirectedModularityMeasurer<>(graph);
    List<Set<String>> best = List.of();
    double most = Double.NEGATIVE_INFINITY;
    for (int seed = 1; seed <= RUNS; seed++) {
      List<Set<String>> found =
          new LabelPropagationClustering<>(graph, 100, new Random(seed))
              .getClustering()
              .getClusters();
      double modularity = measure.modularity(found);
      if (modularity > most) {
        most = modularity;
        best = found;
      }
    }
    return best;
  }

  private String lead(Set<String> members) {
    ToLongFunction<String> inside =
        member ->
            graph.edgesOf(member).stream()
                .filter(e -> members.contains(Graphs.getOppositeVertex(graph, e, member)))
                .count();
    return members.stream()
        .max(Comparator.comparingLong(inside).thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** On which share of the shortest paths between two others each actor lies; without zeros. */
  Map<String, Double> betweenness() {
    Graph<String, DefaultEdge> counted = graph;
    if (graph.vertexSet().size() > MOST_BROKERS) {
      Set<String> most = new TreeSet<>();
      graph.vertexSet().stream()
          .sorted(
              Comparator.comparingInt((String a) -> -graph.degreeOf(a))
                  .thenComparing(Comparator.naturalOrder()))
          .limit(MOST_BROKERS)
          .forEach(most::add);
      counted = new AsSubgraph<>(graph, most);
    }
    Map<String, Double> shares = new TreeMap<>();
    new BetweennessCentrality<>(counted, true)
        .getScores()
        .forEach(
            (actor, share) -> {
              if (share > 0) {
                shares.put(actor, 2 * share); // the library counts each pair as two
              }
            });
    return shares;
  }
}
