package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.chunker.ChunkerME;
import opennlp.tools.chunker.ChunkerModel;
import opennlp.tools.ml.model.MaxentModel;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Chunk;
import org.entente.text.EntityType;
import org.entente.text.Layer;
import org.entente.text.Mention;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * Groups tokens into flat phrases after CoNLL-2000.
 *
 * <p>Words that belong to a name are nouns, whatever the tagger took them for ("al-Qusayr" it takes
 * for an adjective); only the adjective of a state stays one.
 */
public final class ChunkAnnotator implements Annotator {

  private static final Set<String> KEPT =
      Set.of("NN", "NNS", "NNP", "NNPS", "IN", "DT", "CC", "POS", "CD");

  /**
   * Sequences kept beside the best. OpenNLP keeps ten, which takes three times as long; on the
   * sample articles three tags in 23,778 differ.
   */
  private static final int BEAM = 3;

  private final ChunkerME chunker;

  ChunkAnnotator(Models models) {
    ChunkerModel model = models.chunks;
    chunker =
        new ChunkerME(
            new ChunkerModel(
                model.getLanguage(),
                model.<MaxentModel>getArtifact("chunker.model"),
                BEAM,
                Map.of(),
                model.getFactory()));
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.TAGS, Layer.MENTIONS);
  }

  @Override
  public Layer adds() {
    return Layer.CHUNKS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    List<Sentence> sentences = new ArrayList<>();
    List<Mention> mentions = document.mentions();
    int next = 0;
    for (Sentence plain : document.sentences()) {
      while (next < mentions.size() && mentions.get(next).span().end() <= plain.span().start()) {
        next++;
      }
      Sentence sentence = withNameTags(plain, mentions.subList(next, mentions.size()));
      String[] words =
          sentence.tokens().stream().map(t -> TagAnnotator.plain(t.text())).toArray(String[]::new);
      String[] tags = sentence.tokens().stream().map(Token::tag).toArray(String[]::new);
      List<Chunk> chunks = new ArrayList<>();
      for (opennlp.tools.util.Span span : chunker.chunkAsSpans(words, tags)) {
        int cut =
            span.getType().equals("NP") ? secondPhrase(tags, span.getStart(), span.getEnd()) : -1;
        if (cut > 0) {
          chunks.add(new Chunk("NP", span.getStart(), cut));
          chunks.add(new Chunk("NP", cut, span.getEnd()));
        } else {
          chunks.add(new Chunk(span.getType(), span.getStart(), span.getEnd()));
        }
      }
      sentences.add(new Sentence(sentence.span(), sentence.tokens(), chunks));
    }
    return document.withSentences(sentences, adds());
  }

  /** "On 30 July the rebels captured": an article after a name or number begins another phrase. */
  private static int secondPhrase(String[] tags, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      boolean date = tags[i - 1].equals("NNP") || tags[i - 1].equals("CD");
      if (tags[i].equals("DT") && date) {
        return i;
      }
    }
    return -1;
  }

  private static Sentence withNameTags(Sentence sentence, List<Mention> mentions) {
    List<Token> tokens = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      boolean renamed = false;
      for (Mention mention : mentions) {
        if (mention.span().start() >= token.span().end()) {
          break;
        }
        boolean adjective = mention.type() == EntityType.STATE && token.tag().startsWith("JJ");
        renamed = renamed || (mention.span().contains(token.span()) && !adjective);
      }
      boolean word = Character.isLetterOrDigit(token.text().charAt(0));
      boolean wrong = renamed && word && !KEPT.contains(token.tag()) && isName(token);
      tokens.add(wrong ? new Token(token.span(), token.text(), "NNP", token.lemma()) : token);
    }
    return new Sentence(sentence.span(), tokens, sentence.chunks());
  }

  private static boolean isName(Token token) {
    return token.text().chars().anyMatch(Character::isUpperCase) || token.tag().startsWith("VB");
  }
}
