package org.entente.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opennlp.tools.chunker.ChunkerME;
import opennlp.tools.chunker.ChunkerModel;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.entente.text.Document;
import org.entente.text.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each step by itself over the sample articles: the bare OpenNLP calls, plainly one after the
 * other, and ours. A score is seconds for the whole sample, so that steps add up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class StepsBench {

  /** The bare calls. */
  @State(Scope.Thread)
  public static class Bare {
    /** What is timed. */
    @Param({"sentence", "token", "tag (UD)", "lemma", "tag (Penn)", "chunk"})
    public String step = "";

    private final List<String> passages = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String[]> words = new ArrayList<>();
    private final List<String[]> universal = new ArrayList<>();
    private final List<String[]> penn = new ArrayList<>();
    private SentenceDetectorME sentenceDetector;
    private TokenizerME tokenizer;
    private POSTaggerME universalTagger;
    private LemmatizerME lemmatizer;
    private POSTaggerME pennTagger;
    private ChunkerME chunker;

    /** Loads the models and makes what each step starts from. */
    @Setup
    public void prepare() throws IOException {
      sentenceDetector =
          new SentenceDetectorME(
              new SentenceModel(open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));
      tokenizer =
          new TokenizerME(new TokenizerModel(open("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));
      universalTagger = new POSTaggerME(new POSModel(open("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")));
      lemmatizer =
          new LemmatizerME(new LemmatizerModel(open("/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin")));
      pennTagger = new POSTaggerME(new POSModel(open("/en-pos-maxent.bin")), POSTagFormat.PENN);
      chunker = new ChunkerME(new ChunkerModel(open("/en-chunker.bin")));
      for (Document document : Sample.documents()) {
        for (Span passage : document.passages()) {
          passages.add(passage.of(document.text()));
        }
      }
      passages.forEach(p -> sentences.addAll(List.of(sentenceDetector.sentDetect(p))));
      sentences.forEach(s -> words.add(tokenizer.tokenize(s)));
      words.forEach(w -> universal.add(universalTagger.tag(w)));
      words.forEach(w -> penn.add(pennTagger.tag(w)));
    }

    void run(Blackhole hole) {
      switch (step) {
        case "sentence" -> passages.forEach(p -> hole.consume(sentenceDetector.sentDetect(p)));
        case "token" -> sentences.forEach(s -> hole.consume(tokenizer.tokenize(s)));
        case "tag (UD)" -> words.forEach(w -> hole.consume(universalTagger.tag(w)));
        case "lemma" -> {
          for (int i = 0; i < words.size(); i++) {
            hole.consume(lemmatizer.lemmatize(words.get(i), universal.get(i)));
          }
        }
        case "tag (Penn)" -> words.forEach(w -> hole.consume(pennTagger.tag(w)));
        case "chunk" -> {
          for (int i = 0; i < words.size(); i++) {
            hole.consume(chunker.chunk(words.get(i), penn.get(i)));
          }
        }
        default -> throw new IllegalArgumentException(step);
      }
    }

    private static InputStream open(String resource) throws IOException {
      InputStream in = StepsBench.class.getResourceAsStream(resource);
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return in;
    }
  }

  /** Our steps. */
  @State(Scope.Thread)
  public static class Ours {
    /** What is timed. */
    @Param({
      "sentence",
      "token",
      "tag",
      "lemma",
      "model names",
      "listed names",
      "chunk",
      "link",
      "extract",
      "map"
    })
    public String step = "";

    private Sample.Steps steps;
    private List<Object> inputs;

    /** Runs all steps before the one that is timed. */
    @Setup
    public void prepare() throws IOException {
      steps = new Sample.Steps();
      inputs = steps.before(step);
    }

    void run(Blackhole hole) {
      inputs.forEach(input -> hole.consume(steps.run(step, input)));
    }
  }

  /** A bare call. */
  @Benchmark
  public void bare(Bare bare, Blackhole hole) {
    bare.run(hole);
  }

  /** A step of ours. */
  @Benchmark
  public void ours(Ours ours, Blackhole hole) {
    ours.run(hole);
  }
}
