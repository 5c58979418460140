package org.entente.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.lemmatizer.LemmatizerME;
import org.entente.lexicon.LexiconTable;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Token;

/**
 * Gives tokens their dictionary forms.
 *
 * <p>The model expects universal parts of speech, so the Penn tags are mapped. Each word is looked
 * at by itself, which makes the result independent of its neighbours and worth keeping: a corpus
 * has few different words.
 */
public final class LemmaAnnotator implements Annotator {

  private static final int REMEMBERED = 50_000;

  private final LemmatizerME lemmatizer;
  private final Set<String> verbs = LexiconTable.shipped("verbs").words("verb");
  private final Map<String, String> irregular = irregular();
  private final Map<String, String> known = new HashMap<>();

  LemmaAnnotator(Models models) {
    lemmatizer = new LemmatizerME(models.lemmas);
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.TAGS);
  }

  @Override
  public Layer adds() {
    return Layer.LEMMAS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<Token> tokens = new ArrayList<>();
      for (Token token : sentence.tokens()) {
        tokens.add(new Token(token.span(), token.text(), token.tag(), lemma(token)));
      }
      sentences.add(new Sentence(sentence.span(), tokens, sentence.chunks()));
    }
    return document.withSentences(sentences, adds());
  }

  private String lemma(Token token) {
    String lower = token.text().toLowerCase(Locale.ROOT);
    String universal = universal(token.tag());
    if (universal.isEmpty()) {
      return lower;
    }
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(universal + ' ' + lower, key -> ask(lower, universal));
  }

  private String ask(String lower, String universal) {
    String listed = universal.equals("VERB") ? irregular.get(lower) : null;
    if (listed != null) {
      return listed;
    }
    String lemma = lemmatizer.lemmatize(new String[] {lower}, new String[] {universal})[0];
    boolean usable = lemma.length() > 1 && lemma.indexOf('+') < 0;
    String found = usable ? lemma.toLowerCase(Locale.ROOT) : lower;
    if (!universal.equals("VERB") || verbs.contains(found)) {
      return found;
    }
    // The model makes "accu" of "accused"; where a rule leads to a verb of the lexicon, that is it.
    return regular(lower).stream().filter(verbs::contains).findFirst().orElse(found);
  }

  private static Map<String, String> irregular() {
    Map<String, String> lemmas = new HashMap<>();
    LexiconTable.shipped("irregular")
        .rows()
        .forEach(row -> lemmas.put(row.get("form"), row.get("lemma")));
    return lemmas;
  }

  /** What a regular verb's form may come from. */
  private static List<String> regular(String form) {
    List<String> stems = new ArrayList<>();
    for (String ending : List.of("ed", "ing", "es", "s", "d")) {
      if (form.endsWith(ending) && form.length() > ending.length() + 2) {
        String stem = form.substring(0, form.length() - ending.length());
        stems.add(stem);
        stems.add(stem + "e");
        int last = stem.length() - 1;
        if (stem.charAt(last) == stem.charAt(last - 1)) {
          stems.add(stem.substring(0, last));
        }
        if (stem.endsWith("i")) {
          stems.add(stem.substring(0, last) + "y");
        }
      }
    }
    return stems;
  }

  /** The universal part of speech of a Penn tag whose words have other forms; else empty. */
  private static String universal(String tag) {
    if (tag.startsWith("VB")) {
      return "VERB";
    }
    if (tag.equals("NNS") || tag.equals("NN")) {
      return "NOUN";
    }
    if (tag.equals("JJR") || tag.equals("JJS")) {
      return "ADJ";
    }
    return "";
  }
}
