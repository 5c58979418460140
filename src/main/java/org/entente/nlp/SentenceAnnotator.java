package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Span;

/**
 * Finds the sentences of each passage; none crosses a passage.
 *
 * <p>The model's breaks after an initial or an abbreviation ("Gen.", "J. R.") are mended, and a
 * passage longer than {@value #LONGEST} units is cut, so that no single line can exhaust memory.
 * What has no white space over more than {@value #LONGEST_WORD} units is no language and left out.
 */
public final class SentenceAnnotator implements Annotator {

  private static final int LONGEST = 20_000;
  private static final int LONGEST_SENTENCE = 2_000;
  private static final int LONGEST_WORD = 400;

  private final SentenceDetectorME detector;
  private final Set<String> abbreviations;

  SentenceAnnotator(Models models) {
    detector = new SentenceDetectorME(models.sentences);
    abbreviations = models.abbreviations;
  }

  @Override
  public Set<Layer> requires() {
    return Set.of();
  }

  @Override
  public Layer adds() {
    return Layer.SENTENCES;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    String text = document.document().text();
    List<Sentence> sentences = new ArrayList<>();
    for (Span passage : document.document().passages()) {
      for (int start = passage.start(); start < passage.end(); ) {
        int end = cut(text, start, passage.end(), LONGEST);
        for (Span span : mend(text, detect(text, start, end))) {
          for (int s = span.start(); s < span.end(); ) {
            int e = cut(text, s, span.end(), LONGEST_SENTENCE);
            if (isLanguage(text, s, e)) {
              sentences.add(new Sentence(new Span(s, e), List.of(), List.of()));
            }
            s = e;
          }
        }
        start = end;
      }
    }
    return document.withSentences(sentences, adds());
  }

  /** Encoded data has no white space; the tokenizer would look at each of its characters. */
  private static boolean isLanguage(String text, int start, int end) {
    int run = 0;
    for (int i = start; i < end && run <= LONGEST_WORD; i++) {
      run = Character.isWhitespace(text.charAt(i)) ? 0 : run + 1;
    }
    return run <= LONGEST_WORD;
  }

  /** An end no further than {@code longest} away, at white space if there is any. */
  private static int cut(String text, int start, int end, int longest) {
    if (end - start <= longest) {
      return end;
    }
    int at = start + longest;
    for (int space = at; space > start; space--) {
      if (text.charAt(space) == ' ') {
        return space;
      }
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private List<Span> detect(String text, int start, int end) {
    List<Span> spans = new ArrayList<>();
    for (opennlp.tools.util.Span s : detector.sentPosDetect(text.substring(start, end))) {
      if (s.length() > 0) {
        spans.add(new Span(start + s.getStart(), start + s.getEnd()));
      }
    }
    return spans;
  }

  private List<Span> mend(String text, List<Span> found) {
    List<Span> mended = new ArrayList<>();
    for (Span span : found) {
      int last = mended.size() - 1;
      if (last >= 0 && continues(text, mended.get(last), span)) {
        mended.set(last, mended.get(last).union(span));
      } else {
        mended.add(span);
      }
    }
    return mended;
  }

  private boolean continues(String text, Span before, Span after) {
    String left = before.of(text);
    int space = Math.max(left.lastIndexOf(' '), left.lastIndexOf('\u00A0'));
    String word = left.substring(space + 1).replaceAll("^[(\"“‘']+", "");
    boolean initial =
        word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.endsWith(".");
    char first = text.charAt(after.start());
    return initial || abbreviations.contains(word) || Character.isLowerCase(first);
  }
}
