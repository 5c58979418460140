package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.extract.StatementExtractor;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.knowledge.Predicate;
import org.entente.lexicon.LexiconTable;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Pipeline;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the frames' tables finds the statement of its own example. */
class FrameExamplesIT {

  private static final Pattern MARKED = Pattern.compile("\\[([AB]) ([^\\]]+)\\]");
  private static final Pipeline TAGGING =
      new Pipeline(SampleStore.base().models().beforeNames().subList(0, 4));

  @ParameterizedTest
  @ValueSource(strings = {"verbs", "nouns"})
  void findsTheStatementOfItsExample(String table) {
    StatementExtractor extractor = new StatementExtractor(SampleStore.base().vocabulary());
    List<String> missed = new ArrayList<>();
    for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
      if (!found(extractor, row)) {
        missed.add(String.join("\t", row.get("predicate"), row.get("example")));
      }
    }
    assertEquals("", String.join("\n", missed), missed.size() + " of " + table);
  }

  @Test
  void hasSixHundredFramesOrMoreForAllPredicates() {
    Set<String> predicates = new TreeSet<>();
    int rows = 0;
    for (String table : List.of("verbs", "nouns")) {
      for (LexiconTable.Row row : LexiconTable.shipped(table).rows()) {
        predicates.add(row.get("predicate"));
        rows++;
      }
    }
    assertTrue(rows >= 600, rows + " frames");
    assertEquals(19, predicates.size());
  }

  /** The marked names get any types that the predicate takes; what they are is not the question. */
  private static boolean found(StatementExtractor extractor, LexiconTable.Row row) {
    Predicate predicate = SampleStore.base().vocabulary().predicate(row.get("predicate"));
    StringBuilder text = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    Matcher marked = MARKED.matcher(row.get("example"));
    int at = 0;
    while (marked.find()) {
      text.append(row.get("example"), at, marked.start());
      Span span = new Span(text.length(), text.length() + marked.group(2).length());
      text.append(marked.group(2));
      boolean subject = marked.group(1).equals("A");
      EntityType type = first(subject ? predicate.domain() : predicate.range());
      mentions.add(new Mention(span, marked.group(2), type, 1, "example"));
      links.add(
          new Link(span, new EntityRef(subject ? "a" : "b", type, marked.group(2)), 1, "example"));
      at = marked.end();
    }
    text.append(row.get("example").substring(at));
    Document document =
        new Document(
            "0123456789abcdef",
            "example",
            text.toString(),
            DocumentInfo.ofSource("example"),
            List.of(new Span(0, text.length())),
            false);
    AnnotatedDocument tagged = TAGGING.annotate(document).withMentions(mentions);
    AnnotatedDocument chunked = SampleStore.base().models().afterNames().get(0).annotate(tagged);
    LinkedDocument linked =
        new LinkedDocument(chunked, links, List.of(), List.of(), List.of(), List.of());
    return extractor.extract(linked).stream()
        .anyMatch(
            s ->
                s.predicate().equals(predicate)
                    && (s.subject().slug().equals("a") || predicate.symmetric()));
  }

  private static EntityType first(Set<EntityType> types) {
    return types.stream().sorted().findFirst().orElseThrow();
  }
}
