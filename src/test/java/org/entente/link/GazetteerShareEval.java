package org.entente.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.ingest.Analyzer;
import org.entente.ingest.KnowledgeBase;
import org.entente.ingest.SampleStore;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.KnownEntity;
import org.entente.read.Corpus;
import org.entente.read.CorpusFile;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.text.Document;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.junit.jupiter.api.Test;

/**
 * Which share of the time for a text goes into the gazetteer when it has 100,000 names.
 *
 * <p>Run by {@code mvn verify -Dit.test=GazetteerShareEval}; prints a line. Both times are the
 * least of several rounds over the sample articles. The gazetteer's part is folding and looking up
 * every sentence, twice for those with a name that needs evidence, and looking up every mention
 * three times, which is what finding and linking ask of it.
 */
class GazetteerShareEval {

  private static final int NAMES = 100_000;
  private static final int ROUNDS = 5;

  @Test
  void takesLessThanATwentiethOfTheTime() throws IOException {
    KnowledgeBase shipped = SampleStore.base();
    Gazetteer gazetteer = new Gazetteer(enough(shipped), Set.of());
    KnowledgeBase base =
        new KnowledgeBase(
            shipped.models(),
            shipped.files(),
            shipped.vocabulary(),
            gazetteer,
            shipped.decisions(),
            shipped.iris(),
            shipped.digest());
    Analyzer analyzer = new Analyzer(base);
    List<Document> documents = new ArrayList<>();
    DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);
    for (CorpusFile file :
        new Corpus(List.of(Path.of("data", "articles"))).files(e -> {}).toList()) {
      reader.read(file, documents::add, e -> {});
    }
    List<DocumentKnowledge> read = new ArrayList<>();
    double whole = least(() -> documents.stream().map(analyzer::analyze).toList(), read);
    double part = least(() -> lookUp(gazetteer, read), null);
    System.out.printf(
        "gazetteer of %d names: %.0f of %.0f ms, %.1f %% of the time%n",
        NAMES, part, whole, 100 * part / whole);
    assertTrue(part < whole / 20, part + " of " + whole + " ms");
  }

  /** The shipped entities and made-up villages, until there are enough names. */
  private static List<KnownEntity> enough(KnowledgeBase shipped) {
    List<KnownEntity> entities = new ArrayList<>(shipped.gazetteer().entities());
    StringBuilder table = new StringBuilder("id\tlabel\ttype\tcountry\tpopulation\n");
    int names = entities.stream().mapToInt(e -> 1 + e.names().size()).sum();
    for (int i = names; i < NAMES; i++) {
      String name = "Tel " + syllables(i) + (i % 3 == 0 ? " al-" + syllables(i * 7) : "");
      table.append("village-").append(i).append('\t').append(name).append("\tPlace\tsyria\t900\n");
    }
    GazetteerTable.read("villages.tsv", table.toString(), true)
        .forEach(e -> entities.add(e.entity()));
    return entities;
  }

  private static String syllables(int number) {
    String[] parts = {"ba", "ri", "no", "ka", "mu", "sha", "de", "li", "zo", "ha"};
    StringBuilder name = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      name.append(parts[digit - '0']);
    }
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private static List<DocumentKnowledge> lookUp(Gazetteer gazetteer, List<DocumentKnowledge> read) {
    for (DocumentKnowledge knowledge : read) {
      var document = knowledge.linked().annotated();
      String text = document.document().text();
      NameGuard guard = new NameGuard(gazetteer, text);
      for (Sentence sentence : document.sentences()) {
        guard.read(NameFolding.pieces(text, sentence.span()), sentence);
      }
      for (int i = 0; i < document.sentences().size(); i++) {
        guard.matches(i);
      }
      for (Mention mention : document.mentions()) {
        for (int i = 0; i < 3; i++) {
          gazetteer.names(mention.text());
        }
      }
    }
    return read;
  }

  /** The shortest time of several rounds in milliseconds; what the last one gave goes into kept. */
  private static double least(
      Supplier<List<DocumentKnowledge>> work, List<DocumentKnowledge> kept) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      List<DocumentKnowledge> given = work.get();
      least = Math.min(least, (System.nanoTime() - begun) / 1e6);
      if (kept != null) {
        kept.clear();
        kept.addAll(given);
      }
    }
    return least;
  }
}
