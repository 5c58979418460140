package org.entente.serve.linked;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A page in the making. What the store holds goes through {@link #text} and {@link #link}, which
 * escape it; {@link #markup} is for the program's own words only.
 *
 * <p>Example: {@code new Html("Iran").markup("<p>").text("<b>").markup("</p>").end()} shows the
 * three signs {@code <b>}.
 */
final class Html {

  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#222}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{border-top:1px solid #ccc;padding:.3rem .6rem;text-align:left;"
          + "vertical-align:top;overflow-wrap:anywhere}"
          + "th{font-weight:600}.quiet{color:#555}a{color:#00539f}dt{font-weight:600}";

  /** No script, nothing loaded, not to be framed; the one style is known by its hash. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final StringBuilder out = new StringBuilder();

  Html(String title) {
    markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
    markup("<meta name=\"viewport\" content=\"width=device-width\">");
    markup("<title>").text(title).markup("</title><style>" + STYLE + "</style></head>\n<body>\n");
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  /** The program's own markup. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Text of any origin. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** A text of any origin in its own direction of writing; a link if there is an address. */
  Html link(Optional<String> address, String text) {
    address.ifPresent(a -> out.append("<a href=\"").append(escape(a)).append("\">"));
    out.append("<bdi>").append(escape(text)).append("</bdi>");
    if (address.isPresent()) {
      out.append("</a>");
    }
    return this;
  }

  /** The page. */
  String end() {
    return out.append("</body>\n</html>\n").toString();
  }

  /** Text that is text wherever it stands, in quotation marks or outside of tags. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' && !Character.isWhitespace(c) ? '\uFFFD' : c);
      }
    }
    return safe.toString();
  }
}
