package org.entente.analyse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.Claim;
import org.entente.knowledge.DocumentClaims;
import org.entente.knowledge.Modality;
import org.entente.knowledge.Scale;
import org.entente.store.AnalysisGraph;
import org.entente.store.ClaimReader;
import org.entente.store.KnowledgeStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads all statements of a store and writes what they come to: its analysis graph, rebuilt whole.
 *
 * <p>Example: {@code new Analysis(store, OntologyReader.scale(ontology), digest).run()}. The
 * statements behind each relation go to a temporary file on the way, never to memory.
 */
public final class Analysis {

  /** From this weight on a relation holds a bloc together: more than talks alone can come to. */
  private static final double BLOC = 2.1;

  /** Documents that a month must rest on to have a relation of its own. */
  private static final int MONTH_DOCUMENTS = 2;

  private final KnowledgeStore store;
  private final Scale scale;
  private final String ontologyDigest;

  /**
   * What was done.
   *
   * @param documents documents that make statements between actors
   * @param copies of these, left out as copies of the text of another
   * @param statements statements between actors
   * @param pairs pairs of actors
   * @param relations relations of a pair in a period
   * @param blocs blocs of all years
   * @param contested relations of a year on which documents disagree
   * @param elapsed how long it took
   */
  public record Summary(
      long documents,
      long copies,
      long statements,
      long pairs,
      long relations,
      long blocs,
      long contested,
      Duration elapsed) {}

  /** An analysis of this store with these weights. */
  public Analysis(KnowledgeStore store, Scale scale, String ontologyDigest) {
    this.store = store;
    this.scale = scale;
    this.ontologyDigest = ontologyDigest;
  }

  /**
   * Runs it.
   *
   * @throws org.entente.store.StoreException if the store cannot be written; it is as before then
   * @throws UncheckedIOException if there is no room for temporary files
   */
  public Summary run() {
    Instant begun = Instant.now();
    ClaimReader reader = new ClaimReader(store);
    Map<String, String> actors = reader.actors();
    RollUp rollUp = rollUp(reader, actors);
    long[] documents = {0};
    try (Spill spill = new Spill();
        AnalysisGraph graph = new AnalysisGraph(store, ontologyDigest)) {
      PairTable table = new PairTable(actors, scale, rollUp, spill::add);
      reader.documents(
          scale.relations(),
          document -> {
            documents[0]++;
            table.add(document);
          });
      Set<Long> pairs = new HashSet<>();
      long relations = 0;
      long contested = 0;
      for (PairTable.Key key : table.keys()) {
        Tally tally = table.tally(key);
        if (tally != null && isKept(key, tally)) {
          relation(graph, table, key, tally);
          relations++;
          contested += tally.contested() && !key.isMonth() ? 1 : 0;
          pairs.add(((long) key.a() << 32) | key.b());
        }
      }
      spill.read(
          (key, statement) -> {
            Tally tally = table.tally(key);
            if (tally != null && isKept(key, tally)) {
              graph.again(path(table, key)).derivedFrom(statement);
            }
          });
      long blocs = new Blocs(graph, table, rollUp).write();
      graph.thing("summary", "Analysis").count("documents", reader.count());
      graph.commit();
      return new Summary(
          documents[0],
          table.copies(),
          table.statements(),
          pairs.size(),
          relations,
          blocs,
          contested,
          Duration.between(begun, Instant.now()));
    }
  }

  private static boolean isKept(PairTable.Key key, Tally tally) {
    return !key.isMonth() || tally.documents >= MONTH_DOCUMENTS;
  }

  // ---- for whom an actor acts

  private RollUp rollUp(ClaimReader reader, Map<String, String> actors) {
    RollUp rollUp = new RollUp(actors, scale);
    Set<String> alone = reader.marked("actsForItself");
    for (String property : scale.rollsUp().keySet()) {
      reader.pairs(
          property,
          (part, whole) -> {
            if (!alone.contains(part)) {
              rollUp.always(part, property, whole);
            }
          });
    }
    reader.successions(rollUp::never);
    reader.documents(
        scale.rollsUp().keySet(),
        document -> {
          rollUp.nextDocument();
          for (Claim claim : document.claims()) {
            if (claim.modality() == Modality.ASSERTED) {
              rollUp.said(
                  claim.subject(), claim.predicate(), claim.object(), year(claim, document));
            }
          }
        });
    return rollUp;
  }

  private static int year(Claim claim, DocumentClaims document) {
    Temporal date = document.issued() != null ? document.issued() : claim.start();
    return year(date);
  }

  private static int year(@Nullable Temporal date) {
    if (date instanceof LocalDate day) {
      return day.getYear();
    }
    if (date instanceof YearMonth month) {
      return month.getYear();
    }
    return date instanceof Year year ? year.getValue() : 0;
  }

  // ---- relations

  /** Where a relation stands in the analysis: both slugs and the period. */
  private static String path(PairTable table, PairTable.Key key) {
    String period = key.period() == 0 ? "undated" : PairTable.period(key.period());
    return "relation/" + table.slug(key.a()) + "/" + table.slug(key.b()) + "/" + period;
  }

  private static void relation(
      AnalysisGraph graph, PairTable table, PairTable.Key key, Tally tally) {
    AnalysisGraph.Thing relation =
        graph
            .thing(path(table, key), "ActorRelation")
            .entity("between", table.slug(key.a()))
            .entity("between", table.slug(key.b()))
            .decimal("weight", tally.weight(), 2)
            .count("sign", tally.sign())
            .decimal("favour", tally.favour(), 2)
            .decimal("against", tally.against(), 2)
            .count("documents", tally.documents)
            .count("statements", tally.statements)
            .count("direct", tally.direct)
            .count("denied", tally.denied)
            .count("possible", tally.possible)
            .count("undated", tally.undated);
    if (key.period() != 0) {
      relation.date("period", PairTable.period(key.period()));
    }
    if (tally.last != 0) {
      relation.date("firstDate", PairTable.date(tally.first));
      relation.date("lastDate", PairTable.date(tally.last));
    }
    if (tally.contested()) {
      relation.flag("contested");
    }
  }

  // ---- blocs

  /** Writes blocs and brokers, year by year. */
  private static final class Blocs {
    private final AnalysisGraph graph;
    private final PairTable table;
    private final RollUp rollUp;

    Blocs(AnalysisGraph graph, PairTable table, RollUp rollUp) {
      this.graph = graph;
      this.table = table;
      this.rollUp = rollUp;
    }

    /** Only actors that act for nobody else: what forces and leaders do counts for their side. */
    private boolean isOwnMaster(String actor, int year) {
      return rollUp.sides(actor, year).size() == 1;
    }

    long write() {
      TreeMap<Integer, List<String[]>> friends = new TreeMap<>();
      for (PairTable.Key key : table.keys()) {
        Tally tally = table.tally(key);
        String a = table.slug(key.a());
        String b = table.slug(key.b());
        if (!key.isMonth()
            && key.period() != 0
            && tally != null
            && tally.weight() > BLOC
            && isOwnMaster(a, key.year())
            && isOwnMaster(b, key.year())) {
          friends.computeIfAbsent(key.year(), k -> new ArrayList<>()).add(new String[] {a, b});
        }
      }
      long count = 0;
      Map<String, String> before = Map.of();
      for (Map.Entry<Integer, List<String[]>> year : friends.entrySet()) {
        YearGraph ties = new YearGraph(year.getValue());
        Map<String, String> blocs = new HashMap<>();
        for (YearGraph.Bloc bloc : ties.blocs()) {
          String path = "bloc/" + PairTable.period(year.getKey() * 100) + "/" + bloc.lead();
          write(path, year.getKey(), bloc, before);
          bloc.members().forEach(member -> blocs.put(member, path));
          count++;
        }
        ties.betweenness().forEach((actor, share) -> standing(actor, year.getKey(), share));
        before = blocs;
      }
      return count;
    }

    private void write(String path, int year, YearGraph.Bloc bloc, Map<String, String> before) {
      AnalysisGraph.Thing thing =
          graph
              .thing(path, "Bloc")
              .date("period", PairTable.period(year * 100))
              .entity("blocLead", bloc.lead());
      bloc.members().forEach(member -> thing.entity("blocMember", member));
      Map<String, Integer> shared = new TreeMap<>();
      for (String member : bloc.members()) {
        String earlier = before.get(member);
        if (earlier != null) {
          shared.merge(earlier, 1, Integer::sum);
        }
      }
      String continued = null;
      for (Map.Entry<String, Integer> earlier : shared.entrySet()) {
        if (continued == null || earlier.getValue() > shared.getOrDefault(continued, 0)) {
          continued = earlier.getKey();
        }
      }
      if (continued != null) {
        thing.thing("succeeds", continued);
      }
    }

    private void standing(String actor, int year, double share) {
      String period = PairTable.period(year * 100);
      graph
          .thing("standing/" + actor + "/" + period, "Standing")
          .entity("standingOf", actor)
          .date("period", period)
          .decimal("betweenness", share, 4);
    }
  }

  // ---- statements on the way

  /** Which statement counts for which pair and period, in a temporary file. */
  private static final class Spill implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;

    Spill() {
      try {
        file = Files.createTempFile("entente-analysis", ".bin");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void add(PairTable.Key key, String statement) {
      try {
        out.writeInt(key.a());
        out.writeInt(key.b());
        out.writeInt(key.period());
        out.writeUTF(statement);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void read(java.util.function.BiConsumer<PairTable.Key, String> sink) {
      try {
        out.flush();
        try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
          while (true) {
            int a;
            try {
              a = in.readInt();
            } catch (EOFException e) {
              return;
            }
            sink.accept(new PairTable.Key(a, in.readInt(), in.readInt()), in.readUTF());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
