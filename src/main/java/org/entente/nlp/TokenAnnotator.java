package org.entente.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import org.entente.text.AnnotatedDocument;
import org.entente.text.Annotator;
import org.entente.text.Layer;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Cuts sentences into tokens after the manner of the Penn Treebank, which tagger and chunker
 * expect.
 *
 * <p>The model was trained on UD English EWT, where "Syria's" is one token and hyphens sometimes
 * split a word. What it leaves joined is split here: possessive and negation clitics, quotation
 * marks, brackets, dashes. What it split at a hyphen is joined again: "al-Safira", "Su-24".
 */
public final class TokenAnnotator implements Annotator {

  private static final Pattern PIECES =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}]+?(?=n['’]t\\b)" // is|n't
              + "|n['’]t\\b"
              + "|['’](s|S|re|ve|ll|d|m)\\b(?![\\p{L}])"
              + "|\\d{1,2}:\\d{2}"
              + "|[$€£]?\\d+([.,]\\d+)*%?(?=km\\b|m\\b)"
              + "|(\\p{Lu}\\.){2,}"
              + "|[$€£]?\\d+([.,:/]\\d+)*\\p{L}*%?"
              + "|[\\p{L}\\p{N}\\p{M}&@_]+\\.?"
              + "|\\.{2,}|…|--+"
              + "|\\S");

  private static final Pattern CLITIC = Pattern.compile("(?<=.)(['’](s|S|re|ve|ll|d|m)|n['’]t)$");

  private final TokenizerME tokenizer;
  private final Set<String> abbreviations;

  TokenAnnotator(Models models) {
    tokenizer = new TokenizerME(models.tokens);
    abbreviations = models.abbreviations;
  }

  @Override
  public Set<Layer> requires() {
    return Set.of(Layer.SENTENCES);
  }

  @Override
  public Layer adds() {
    return Layer.TOKENS;
  }

  @Override
  public AnnotatedDocument annotate(AnnotatedDocument document) {
    String text = document.document().text();
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<Token> tokens = new ArrayList<>();
      for (Span span : spans(text, sentence.span())) {
        tokens.add(Token.of(span, text));
      }
      if (!tokens.isEmpty()) {
        sentences.add(new Sentence(sentence.span(), tokens, List.of()));
      }
    }
    return document.withSentences(sentences, adds());
  }

  private List<Span> spans(String text, Span sentence) {
    List<Span> raw = new ArrayList<>();
    for (opennlp.tools.util.Span s : tokenizer.tokenizePos(sentence.of(text))) {
      raw.add(new Span(sentence.start() + s.getStart(), sentence.start() + s.getEnd()));
    }
    List<Span> joined = joinAtHyphens(text, raw);
    List<Span> result = new ArrayList<>();
    for (Span span : joined) {
      split(text, span, result);
    }
    return joinAbbreviations(text, result);
  }

  /** Puts together again what was one word with hyphens or apostrophes in it. */
  private static List<Span> joinAtHyphens(String text, List<Span> raw) {
    List<Span> joined = new ArrayList<>();
    for (Span span : raw) {
      int last = joined.size() - 1;
      boolean touches = last >= 0 && joined.get(last).end() == span.start();
      if (touches && isInside(text, span.start())) {
        joined.set(last, joined.get(last).union(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** Whether the place between two pieces is next to a hyphen or apostrophe with letters around. */
  private static boolean isInside(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (isJoiner(before)) {
      return at >= 2 && wordy(text.charAt(at - 2)) && wordy(after);
    }
    return isJoiner(after) && wordy(before) && at + 1 < text.length() && wordy(text.charAt(at + 1));
  }

  private static boolean isJoiner(char c) {
    return c == '-' || c == '‐' || c == '‑' || c == '\'' || c == '’' || c == 'ʼ';
  }

  private static boolean wordy(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static void split(String text, Span span, List<Span> out) {
    int start = span.start();
    int end = span.end();
    while (start < end && isOuter(text.charAt(start))) {
      out.add(new Span(start, start + 1));
      start++;
    }
    List<Span> tail = new ArrayList<>();
    while (end > start + 1 && isOuter(text.charAt(end - 1))) {
      tail.add(0, new Span(end - 1, end));
      end--;
    }
    if (end > start) {
      splitCore(text, new Span(start, end), out);
    }
    out.addAll(tail);
  }

  private static void splitCore(String text, Span core, List<Span> out) {
    String word = core.of(text);
    Matcher clitic = CLITIC.matcher(word);
    if (clitic.find()) {
      int at = core.start() + clitic.start();
      splitCore(text, new Span(core.start(), at), out);
      out.add(new Span(at, core.end()));
      return;
    }
    if (isPlainWord(word)) {
      out.add(core);
      return;
    }
    Matcher piece = PIECES.matcher(word);
    while (piece.find()) {
      out.add(new Span(core.start() + piece.start(), core.start() + piece.end()));
    }
  }

  /** Letters, digits, inner hyphens, apostrophes and dots: left as it is. */
  private static boolean isPlainWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean inner = i > 0 && (isJoiner(c) || c == '.' || c == '&' || c == '/' || c == ',');
      if (!wordy(c) && !inner && Character.getType(c) != Character.NON_SPACING_MARK) {
        return word.length() == 1;
      }
    }
    return !word.matches("\\d+(km|m|kg|mm)") && !word.matches(".*\\p{L}{2},\\p{L}.*");
  }

  private static boolean isOuter(char c) {
    return "\"“”‘()[]{}<>,;:!?–—«»*".indexOf(c) >= 0 || (c == '’' || c == '\'');
  }

  /** "Gen" and "." are one token when "Gen." is a known abbreviation; so are initials. */
  private List<Span> joinAbbreviations(String text, List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      int last = joined.size() - 1;
      boolean dot = span.length() == 1 && text.charAt(span.start()) == '.';
      if (dot && last >= 0 && joined.get(last).end() == span.start()) {
        String word = joined.get(last).of(text);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        boolean known = abbreviations.contains(word + ".") || word.matches("(\\p{L}\\.)+\\p{L}");
        if ((initial || known) && (i + 1 < spans.size() || known)) {
          joined.set(last, joined.get(last).union(span));
          continue;
        }
      }
      boolean wordWithDot =
          span.length() > 2
              && text.charAt(span.end() - 1) == '.'
              && !abbreviations.contains(span.of(text))
              && !span.of(text).matches("(\\p{L}\\.)+")
              && !span.of(text).matches("\\.+");
      if (wordWithDot) {
        joined.add(new Span(span.start(), span.end() - 1));
        joined.add(new Span(span.end() - 1, span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
