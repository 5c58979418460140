package org.entente.nlp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.entente.lexicon.LexiconTable;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * Tags tokens with Penn Treebank parts of speech.
 *
 * <p>Typographic signs are shown to the model as it knows them: quotation marks as two backticks or
 * apostrophes, long dashes as two hyphens.
 */
public final class TagAnnotator implements Annotator {

  private final POSTaggerME tagger;

  /** Forms that are nothing but verbs: the tagger does not know "retook". */
  private final Set<String> verbs = new HashSet<>();

  TagAnnotator(Models models) {
    tagger = new POSTaggerME(models.tags, POSTagFormat.PENN);
    for (LexiconTable.Row row : LexiconTable.shipped("irregular").rows()) {
      if (row.get("only").equals("yes")) {
        verbs.add(row.get("form"));
      }
    }
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS);
  }

  @Override
  public Layer adds() {
    return Layer.TAGS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<Token> tokens = sentence.tokens();
      String[] words = tokens.stream().map(t -> plain(t.text())).toArray(String[]::new);
      String[] tags = tagger.tag(words);
      List<Token> tagged = new ArrayList<>();
      for (int i = 0; i < tags.length; i++) {
        Token token = tokens.get(i);
        boolean mistaken = !tags[i].startsWith("VB") && verbs.contains(token.text());
        String tag = mistaken ? "VBD" : isMay(words, i) ? "NNP" : tags[i];
        tagged.add(new Token(token.span(), token.text(), tag, token.lemma()));
      }
      sentences.add(new Sentence(sentence.span(), tagged, sentence.chunks()));
    }
    return document.withSentences(sentences, adds());
  }

  /** The month, which the tagger takes for the modal: it has a capital inside a sentence. */
  private static boolean isMay(String[] words, int at) {
    if (!words[at].equals("May")) {
      return false;
    }
    return at > 0 || (words.length > 1 && words[1].matches("\\d{1,4}"));
  }

  /** A token as the Penn Treebank would write it. */
  static String plain(String word) {
    return switch (word) {
      case "“", "«" -> "``";
      case "”", "»", "\"" -> "''";
      case "‘" -> "`";
      case "’" -> "'";
      case "–", "—" -> "--";
      case "…" -> "...";
      case "(", "[" -> "-LRB-";
      case ")", "]" -> "-RRB-";
      default -> word.indexOf('’') >= 0 ? word.replace('’', '\'') : word;
    };
  }
}
