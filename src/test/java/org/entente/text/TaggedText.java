package org.entente.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Annotated documents written by hand, so that tests need no models.
 *
 * <p>{@link #plain} cuts a text into words and signs without tags. {@link #of} reads a notation
 * with tags, lemmas and phrases: {@code "[NP Russia_NNP] [VP withdrew_VBD/withdraw] ._."}; a lemma
 * that is not given is the word in lower case.
 */
public final class TaggedText {

  private static final Pattern WORD =
      Pattern.compile("['’]s\\b|[\\p{L}\\p{N}\\p{M}]+([-'’.](?!s\\b)[\\p{L}\\p{N}\\p{M}]+)*|\\S");

  private static final Pattern NO_SPACE_BEFORE = Pattern.compile("[.,;:!?)”%]|['’]s|['’]|n['’]t");
  private static final Set<String> NO_SPACE_AFTER = Set.of("(", "“");

  private TaggedText() {}

  /** Each text is a sentence of its own; they are parted by spaces. */
  public static AnnotatedDocument plain(String... texts) {
    String whole = String.join(" ", texts);
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      Span span = new Span(start, start + text.length());
      List<Token> tokens = new ArrayList<>();
      Matcher word = WORD.matcher(whole).region(span.start(), span.end());
      while (word.find()) {
        tokens.add(Token.of(new Span(word.start(), word.end()), whole));
      }
      sentences.add(new Sentence(span, tokens, List.of()));
      start = span.end() + 1;
    }
    return document(whole, sentences);
  }

  /** Each notation is a sentence of its own. */
  public static AnnotatedDocument of(String... notations) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (String notation : notations) {
      if (text.length() > 0) {
        text.append(' ');
      }
      sentences.add(sentence(notation, text));
    }
    return document(text.toString(), sentences);
  }

  private static Sentence sentence(String notation, StringBuilder text) {
    int begin = text.length();
    List<Token> tokens = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    String open = "";
    int openAt = 0;
    boolean glued = true;
    for (String part : notation.strip().split("\\s+")) {
      if (part.startsWith("[") && part.length() > 1 && part.indexOf('_') < 0) {
        open = part.substring(1);
        openAt = tokens.size();
        continue;
      }
      boolean closes = !open.isEmpty() && part.endsWith("]");
      String body = closes ? part.substring(0, part.length() - 1) : part;
      int bar = body.lastIndexOf('_');
      int slash = body.indexOf('/', bar);
      String word = body.substring(0, bar);
      String tag = slash < 0 ? body.substring(bar + 1) : body.substring(bar + 1, slash);
      String lemma =
          slash < 0 ? word.toLowerCase(java.util.Locale.ROOT) : body.substring(slash + 1);
      if (!glued && !NO_SPACE_BEFORE.matcher(word).matches()) {
        text.append(' ');
      }
      Span span = new Span(text.length(), text.length() + word.length());
      text.append(word);
      tokens.add(new Token(span, word, tag, lemma));
      glued = NO_SPACE_AFTER.contains(word);
      if (closes) {
        chunks.add(new Chunk(open, openAt, tokens.size()));
        open = "";
      }
    }
    return new Sentence(new Span(begin, text.length()), tokens, chunks);
  }

  private static AnnotatedDocument document(String text, List<Sentence> sentences) {
    Document document =
        new Document(
            "0123456789abcdef",
            "hand",
            text,
            DocumentInfo.ofSource("hand.txt"),
            sentences.stream().map(Sentence::span).toList(),
            false);
    AnnotatedDocument annotated = AnnotatedDocument.of(document);
    for (Layer layer :
        List.of(Layer.SENTENCES, Layer.TOKENS, Layer.TAGS, Layer.LEMMAS, Layer.CHUNKS)) {
      annotated = annotated.withSentences(sentences, layer);
    }
    return annotated;
  }
}
