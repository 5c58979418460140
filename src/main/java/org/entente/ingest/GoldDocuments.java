package org.entente.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.evaluate.Annotation;
import org.entente.evaluate.AnnotationFiles;
import org.entente.knowledge.EntityRef;
import org.entente.knowledge.Link;
import org.entente.knowledge.LinkedDocument;
import org.entente.link.EntityLinker;
import org.entente.read.DocumentReader;
import org.entente.read.ReadOptions;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Document;
import org.entente.text.EntityType;
import org.entente.text.Mention;
import org.entente.text.Pipeline;
import org.entente.text.Span;

/** Annotated texts as linked documents, with the annotator's mentions and links. */
public final class GoldDocuments {

  private final Pipeline tagging;
  private final Annotator chunks;
  private final EntityLinker linker;
  private final DocumentReader reader = new DocumentReader(ReadOptions.DEFAULT);

  /** A reader of gold with these models. */
  public GoldDocuments(KnowledgeBase base) {
    tagging = new Pipeline(base.models().beforeNames());
    chunks = base.models().afterNames().get(0);
    linker = new EntityLinker(base.gazetteer());
  }

  /** An annotated text: the document as linked by hand, and what it states. */
  public record Example(LinkedDocument linked, List<Annotation.Row> statements) {
    /** Copies the rows. */
    public Example {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The text of this name in a folder.
   *
   * @throws IOException if a file of it cannot be read
   */
  public Example read(Path folder, String name) throws IOException {
    Annotation annotation = AnnotationFiles.read(folder, name);
    List<Document> documents = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    reader.read(
        folder.resolve(name + ".txt"), documents::add, e -> failures.add(e.name() + e.reason()));
    if (documents.isEmpty()) {
      throw new IOException(folder.resolve(name + ".txt") + ": " + failures);
    }
    Document document = documents.get(0);
    Map<String, EntityRef> entities = new TreeMap<>();
    List<Mention> mentions = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (Annotation.MarkedName marked : annotation.mentions()) {
      EntityType type = EntityType.ofLabel(marked.type()).orElseThrow();
      Span span =
          new Span(
              document.text().offsetByCodePoints(0, marked.start()),
              document.text().offsetByCodePoints(0, marked.end()));
      EntityRef entity =
          entities.computeIfAbsent(marked.slug(), slug -> new EntityRef(slug, type, marked.text()));
      mentions.add(new Mention(span, span.of(document.text()), type, 1, "gold"));
      links.add(new Link(span, entity, 1, "gold"));
    }
    mentions.sort(null);
    links.sort(null);
    AnnotatedDocument tagged = tagging.annotate(document).withMentions(mentions);
    return new Example(linker.complete(chunks.annotate(tagged), links), annotation.statements());
  }
}
