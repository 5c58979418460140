package org.entente.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.chunker.ChunkerModel;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.entente.text.Annotator;
import org.entente.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * The OpenNLP models, loaded once and shared by all workers.
 *
 * <p>Sentence, token, lemma and language models are OpenNLP's own for English (opennlp-models
 * 1.3.0, trained on UD English EWT). Tags and chunks come from the OpenNLP 1.5 models, because the
 * chunker expects Penn Treebank tags. The name finder is our own, trained from {@code
 * data/training/} by {@link NameTraining}.
 */
public final class Models {

  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
  private static final String LEMMAS = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";
  private static final String TAGS = "/en-pos-maxent.bin";
  private static final String CHUNKS = "/en-chunker.bin";
  private static final String LANGUAGES = "/langdetect-183.bin";
  private static final String JUDGE = "/models/judge.bin";
  private static final String NAMES = "/models/names.bin";
  private static final String ABBREVIATIONS = "/lexicon/abbreviations.txt";

  final SentenceModel sentences;
  final TokenizerModel tokens;
  final POSModel tags;
  final LemmatizerModel lemmas;
  final ChunkerModel chunks;
  final LanguageDetectorModel languages;
  final TokenNameFinderModel names;
  final Set<String> abbreviations;
  private @Nullable EventClassifier judge;

  private Models() {
    sentences = load(SENTENCES, SentenceModel::new);
    tokens = load(TOKENS, TokenizerModel::new);
    tags = load(TAGS, POSModel::new);
    lemmas = load(LEMMAS, LemmatizerModel::new);
    chunks = load(CHUNKS, ChunkerModel::new);
    languages = load(LANGUAGES, LanguageDetectorModel::new);
    names = load(NAMES, TokenNameFinderModel::new);
    abbreviations = lines(ABBREVIATIONS);
  }

  /**
   * Loads the models that the jar ships; about a second.
   *
   * @throws UncheckedIOException if one of them is missing or broken
   */
  public static Models shipped() {
    return new Models();
  }

  /** The judge of statements, trained from annotated texts; read when first asked for. */
  public synchronized EventClassifier judge() {
    EventClassifier read = judge;
    if (read == null) {
      read = load(JUDGE, EventClassifier::read);
      judge = read;
    }
    return read;
  }

  /**
   * A fresh set of annotators for one worker, in working order, up to the names that the model
   * finds.
   */
  public List<Annotator> beforeNames() {
    return List.of(
        new SentenceAnnotator(this),
        new TokenAnnotator(this),
        new TagAnnotator(this),
        new LemmaAnnotator(this),
        new NameAnnotator(this));
  }

  /** The annotators that come after all names have been found. */
  public List<Annotator> afterNames() {
    return List.of(new ChunkAnnotator(this));
  }

  /** Names and versions of the models, for the record of a run. */
  public static String description() {
    return "opennlp-models 1.3.0 (sentence, token, lemma), opennlp 1.5 (pos-maxent, chunker)";
  }

  /** SHA-256 over the bytes of our own models; the others are told by {@link #description}. */
  public static String digest() {
    StringBuilder all = new StringBuilder(description());
    for (String model : List.of(NAMES, JUDGE)) {
      all.append('\n').append(Digests.sha256(load(model, InputStream::readAllBytes)));
    }
    return Digests.sha256(all.toString());
  }

  private interface Loader<T> {
    T load(InputStream in) throws IOException;
  }

  private static <T> T load(String resource, Loader<T> loader) {
    try (InputStream in = open(resource)) {
      return loader.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("model " + resource, e);
    }
  }

  private static Set<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.startsWith("#")).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Models.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not on the class path: " + resource);
    }
    return in;
  }
}
