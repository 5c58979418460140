package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.chunker.ChunkerME;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Chunk;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Token;

/** Groups tokens into flat phrases after CoNLL-2000. */
public final class ChunkAnnotator implements Annotator {

  private final ChunkerME chunker;

  ChunkAnnotator(Models models) {
    chunker = new ChunkerME(models.chunks);
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.TAGS);
  }

  @Override
  public Layer adds() {
    return Layer.CHUNKS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      String[] words =
          sentence.tokens().stream().map(t -> TagAnnotator.plain(t.text())).toArray(String[]::new);
      String[] tags = sentence.tokens().stream().map(Token::tag).toArray(String[]::new);
      List<Chunk> chunks = new ArrayList<>();
      for (opennlp.tools.util.Span span : chunker.chunkAsSpans(words, tags)) {
        chunks.add(new Chunk(span.getType(), span.getStart(), span.getEnd()));
      }
      sentences.add(new Sentence(sentence.span(), sentence.tokens(), chunks));
    }
    return document.withSentences(sentences, adds());
  }
}
