package org.entente.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * HTML pages: Readability4j finds the article in the page, jsoup its metadata.
 *
 * <p>The text that offsets refer to is the article's: headline, then one line a paragraph, caption
 * or list item, with a blank line between two.
 */
final class HtmlFormat {

  /** Deeper than any page that people write; parsers and readers recurse. */
  private static final int MAX_DEPTH = 400;

  private static final String BLOCKS =
      "h1, h2, h3, h4, h5, h6, p, li, figcaption, blockquote, td, pre";

  private final Furniture furniture;

  HtmlFormat(Furniture furniture) {
    this.furniture = furniture;
  }

  Document read(CorpusFile file, byte[] bytes) throws UnreadableException {
    String name = file.toString();
    refuseBomb(name, bytes);
    org.jsoup.nodes.Document page;
    try {
      page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      throw new UnreadableException(name, "cannot be parsed as HTML: " + e.getMessage());
    }
    DocumentInfo info = info(page, file.source());
    String text = articleText(page, info.title());
    if (text.isBlank()) {
      throw new UnreadableException(name, "is HTML without an article in it");
    }
    return new Document(
        DocumentReader.id(info.source(), text),
        file.stem(),
        text,
        info,
        Passages.of(text, 0, furniture),
        true);
  }

  /** Counts how deep the tags nest, in one pass and without a parser. */
  private static void refuseBomb(String name, byte[] bytes) throws UnreadableException {
    int depth = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '<') {
        int next = bytes[i + 1] | 0x20;
        if (bytes[i + 1] == '/') {
          depth = Math.max(0, depth - 1);
        } else if (next >= 'a' && next <= 'z' && !isVoid(bytes, i + 1)) {
          depth++;
        }
        if (depth > MAX_DEPTH * 10) {
          throw new UnreadableException(
              name, "is HTML nested more than " + MAX_DEPTH * 10 + " elements deep");
        }
      }
    }
  }

  /** Elements whose end tag is left out as a rule, so that they say nothing about depth. */
  private static boolean isVoid(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && Character.isLetterOrDigit(bytes[end])) {
      end++;
    }
    String tag =
        new String(bytes, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(java.util.Locale.ROOT);
    return List.of(
            "br", "img", "hr", "meta", "link", "input", "p", "li", "td", "tr", "th", "source",
            "option", "dt", "dd", "path", "col", "area", "base", "embed", "wbr", "track")
        .contains(tag);
  }

  private static DocumentInfo info(org.jsoup.nodes.Document page, String fileName) {
    String title =
        first(meta(page, "og:title"), meta(page, "twitter:title"), text(page, "h1"), page.title());
    String date =
        first(
            meta(page, "article:published_time"),
            meta(page, "date"),
            meta(page, "dc.date"),
            meta(page, "pubdate"),
            attribute(page, "time[datetime]", "datetime"));
    String publisher =
        first(meta(page, "og:site_name"), meta(page, "publisher"), meta(page, "dc.publisher"));
    String author =
        first(meta(page, "author"), meta(page, "article:author"), text(page, "[rel=author]"));
    String url = first(attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"));
    return new DocumentInfo(
        title, Dates.parse(date), publisher, author, url == null ? fileName : url, "en");
  }

  private static String articleText(org.jsoup.nodes.Document page, @Nullable String title) {
    page.select("script, style, noscript, template, iframe, form, nav, aside, header nav, footer")
        .remove();
    // Readability gives captions back only by chance, and they count as body.
    StringBuilder text = new StringBuilder();
    if (title != null) {
      text.append(title).append("\n\n");
    }
    Article article = new Readability4JExtended("https://page.invalid/", page.outerHtml()).parse();
    Element content = article.getArticleContent();
    Elements captions = page.select("article figcaption, main figcaption");
    if (content == null) {
      content = page.body();
    }
    String before = text.toString();
    for (Element block : content.select(BLOCKS)) {
      append(text, block);
    }
    if (text.toString().equals(before)) {
      text.append(content.wholeText().strip()).append("\n\n");
    }
    for (Element caption : captions) {
      if (text.indexOf(caption.text()) < 0) {
        append(text, caption);
      }
    }
    return text.toString().strip() + "\n";
  }

  private static void append(StringBuilder text, Element block) {
    if (!block.select(BLOCKS).not(block.tagName()).isEmpty()
        && !block.select("p, li").isEmpty()
        && !block.is("p, li, figcaption, h1, h2, h3, h4, h5, h6")) {
      return; // its parts come by themselves
    }
    String line = block.text().strip();
    if (!line.isEmpty() && text.indexOf(line + "\n") < 0) {
      text.append(line).append("\n\n");
    }
  }

  private static @Nullable String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return null;
  }

  private static @Nullable String meta(org.jsoup.nodes.Document page, String key) {
    return attribute(page, "meta[property=\"" + key + "\"], meta[name=\"" + key + "\"]", "content");
  }

  private static @Nullable String attribute(
      org.jsoup.nodes.Document page, String selector, String attribute) {
    Element found = page.selectFirst(selector);
    return found == null ? null : found.attr(attribute);
  }

  private static @Nullable String text(org.jsoup.nodes.Document page, String selector) {
    Element found = page.selectFirst(selector);
    return found == null ? null : found.text();
  }
}
