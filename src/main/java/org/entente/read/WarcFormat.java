package org.entente.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Web archives (WARC, ISO 28500), compressed or not: one document for each HTML page that a server
 * answered with.
 *
 * <p>Requests, images, redirections and pages that were not there are passed over in silence, since
 * an archive is full of them. A page's source is the address that it was fetched from, unless the
 * page itself names another.
 */
final class WarcFormat {

  private static final int OK = 200;

  private final ReadOptions options;
  private final HtmlFormat html;

  WarcFormat(ReadOptions options, HtmlFormat html) {
    this.options = options;
    this.html = html;
  }

  void read(CorpusFile file, Consumer<Document> sink, Consumer<UnreadableException> failures)
      throws IOException, UnreadableException {
    long number = 0;
    try (InputStream in = file.content().open(0);
        WarcReader reader = new WarcReader(in)) {
      while (true) {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          return;
        }
        number++;
        if (record.get() instanceof WarcResponse response) {
          try {
            Document document = document(file.origin().part(number), response);
            if (document != null) {
              sink.accept(document);
            }
          } catch (UnreadableException e) {
            failures.accept(e);
          }
        }
      }
    } catch (IOException e) { // what follows a broken record cannot be found
      throw new UnreadableException(
          file.toString(), "is not a whole WARC file: after record " + number + ": " + reason(e));
    }
  }

  private @Nullable Document document(Origin origin, WarcResponse response)
      throws IOException, UnreadableException {
    byte[] page;
    String charset;
    try {
      if (!response.contentType().base().equals(MediaType.HTTP_RESPONSE.base())) {
        return null;
      }
      HttpResponse http = response.http();
      MediaType type = http.contentType();
      if (http.status() != OK || !isHtml(type.base())) {
        return null;
      }
      charset = known(type.parameters().get("charset"));
      page = http.bodyDecoded().stream().readNBytes((int) options.maxBytes() + 1);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(origin.name(), "has a broken header: " + reason(e));
    }
    if (page.length > options.maxBytes()) {
      throw new UnreadableException(
          origin.name(),
          "is longer than "
              + options.maxBytes()
              + " bytes, which one document may have (--max-size)");
    }
    if (page.length == 0) {
      throw new UnreadableException(origin.name(), "empty page");
    }
    return html.read(origin.from(response.target()), page, charset);
  }

  private static boolean isHtml(MediaType type) {
    return type.equals(MediaType.HTML) || type.equals(MediaType.XHTML);
  }

  /** The name of an encoding if there is one of that name, else null. */
  private static @Nullable String known(@Nullable String charset) {
    try {
      return charset != null && Charset.isSupported(charset) ? charset : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
