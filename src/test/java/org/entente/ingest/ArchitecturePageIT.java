package org.entente.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.knowledge.DocumentKnowledge;
import org.entente.knowledge.Link;
import org.entente.knowledge.Statement;
import org.entente.rdf.Iris;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.store.NamedQuery;
import org.entente.store.QueryRunner;
import org.entente.text.Chunk;
import org.entente.text.Document;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.junit.jupiter.api.Test;

/**
 * Keeps the architecture page's walk of one sentence through all steps true. With {@code
 * -Dentente.docs.update=true} it writes the walk instead.
 */
class ArchitecturePageIT {

  private static final Path PAGE = Path.of("src", "site", "markdown", "architecture.md");
  private static final Pattern WALK =
      Pattern.compile("<!-- walk: (\\S+) \\| (.*?) -->\\n```text\\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsTheValueAtEachStep() throws IOException {
    String page = Files.readString(PAGE);
    Matcher matcher = WALK.matcher(page);
    assertEquals(true, matcher.find(), "the page has a walk");
    String walk = walk(Path.of("data", "articles", matcher.group(1)), matcher.group(2));
    if (Boolean.getBoolean("entente.docs.update")) {
      Files.writeString(
          PAGE, page.substring(0, matcher.start(3)) + walk + page.substring(matcher.end(3)));
    } else {
      assertEquals(matcher.group(3), walk);
    }
  }

  private static String walk(Path file, String wanted) {
    List<Document> documents = new ArrayList<>();
    new DocumentReader(ReadOptions.DEFAULT)
        .read(
            file,
            documents::add,
            e -> {
              throw new AssertionError(e.reason());
            });
    Document document = documents.get(0);
    DocumentKnowledge knowledge = new Analyzer(SampleStore.base()).analyze(document);
    Sentence sentence =
        knowledge.linked().annotated().sentences().stream()
            .filter(s -> s.span().of(document.text()).equals(wanted))
            .findFirst()
            .orElseThrow();
    Span span = sentence.span();
    StringBuilder out = new StringBuilder();
    out.append("Document          ").append(document.name());
    out.append(", ").append(document.passages().size()).append(" passages, issued ");
    out.append(document.info().issued()).append('\n');
    out.append("AnnotatedDocument\n");
    out.append("  Sentence        ").append(wanted).append('\n');
    out.append("  Token           ");
    for (Token token : sentence.tokens()) {
      out.append(token.text()).append('/').append(token.tag()).append('/').append(token.lemma());
      out.append(' ');
    }
    out.setLength(out.length() - 1);
    out.append("\n  Chunk           ");
    for (Chunk chunk : sentence.chunks()) {
      Span whole =
          sentence
              .tokens()
              .get(chunk.start())
              .span()
              .union(sentence.tokens().get(chunk.end() - 1).span());
      out.append('[').append(chunk.type()).append(' ').append(whole.of(document.text()));
      out.append("] ");
    }
    out.setLength(out.length() - 1);
    out.append('\n');
    knowledge.linked().annotated().mentions().stream()
        .filter(m -> span.contains(m.span()))
        .forEach(
            m ->
                out.append("  Mention         ")
                    .append(m.text())
                    .append(": ")
                    .append(m.type().label())
                    .append('\n'));
    for (Link link : knowledge.linked().links()) {
      if (span.contains(link.span())) {
        out.append("Link              ").append(link.span().of(document.text())).append(" -> ");
        out.append(link.entity().slug()).append(" (").append(link.reason()).append(")\n");
      }
    }
    for (Statement statement : knowledge.statements()) {
      if (statement.evidence().get(0).span().equals(span)) {
        out.append("Statement         ").append(statement.subject().slug()).append(' ');
        out.append(statement.predicate().name()).append(' ');
        out.append(statement.object().slug()).append(", ").append(statement.modality().label());
        if (statement.start() != null) {
          out.append(", from ").append(statement.start());
        }
        if (statement.end() != null) {
          out.append(" to ").append(statement.end());
        }
        out.append('\n');
      }
    }
    out.append("NamedQuery        captures of palmyra\n");
    out.append(answer());
    return out.toString();
  }

  private static String answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var store = SampleStore.open()) {
      String query =
          "PREFIX ent: <"
              + Iris.ONTOLOGY
              + "> PREFIX id: <https://w3id.org/entente/id/>"
              + " SELECT ?actor ?relation ?place WHERE { VALUES ?place { id:palmyra }"
              + " VALUES ?relation { ent:captures } ?actor ?relation ?place }";
      new QueryRunner(store, 60)
          .run(
              NamedQuery.parse("q", query).with(java.util.Map.of(), Iris.DEFAULT),
              QueryRunner.Format.TABLE,
              bytes);
    }
    StringBuilder indented = new StringBuilder();
    bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(l -> indented.append("  ").append(l).append('\n'));
    return indented.toString();
  }
}
