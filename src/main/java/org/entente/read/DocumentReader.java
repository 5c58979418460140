package org.entente.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.tika.Tika;
import org.entente.text.Digests;
import org.entente.text.Document;

/**
 * Reads one file into its documents; what kind of file it is, its content decides before its name.
 *
 * <p>Example: {@code new DocumentReader(ReadOptions.DEFAULT).read(Path.of("a.html"), sink,
 * failures)}. Holds no file open afterwards and no more than one document in memory.
 */
public final class DocumentReader {

  private static final int PEEKED = 8192;

  private final ReadOptions options;
  private final Tika detector = new Tika();
  private final PlainTextFormat plainText;
  private final HtmlFormat html;
  private final PdfFormat pdf = new PdfFormat();
  private final JsonLinesFormat jsonLines;

  /** A reader with these limits, encoding and JSON fields. */
  public DocumentReader(ReadOptions options) {
    this.options = options;
    Furniture furniture = Furniture.shipped();
    this.plainText = new PlainTextFormat(furniture);
    this.html = new HtmlFormat(furniture);
    this.jsonLines = new JsonLinesFormat(options, furniture);
  }

  /**
   * Gives each document of the file to {@code sink}, and each reason why there is none, or one less
   * than there could be, to {@code failures}.
   */
  public void read(
      CorpusFile file, Consumer<Document> sink, Consumer<UnreadableException> failures) {
    try {
      readChecked(file, sink, failures);
    } catch (UnreadableException e) {
      failures.accept(e);
    } catch (AccessDeniedException e) {
      failures.accept(new UnreadableException(file.toString(), "no permission to read it"));
    } catch (IOException e) {
      failures.accept(new UnreadableException(file.toString(), "cannot be read: " + e));
    }
  }

  /** As the other, for a file that was named itself. */
  public void read(Path file, Consumer<Document> sink, Consumer<UnreadableException> failures) {
    read(CorpusFile.of(file), sink, failures);
  }

  private void readChecked(
      CorpusFile file, Consumer<Document> sink, Consumer<UnreadableException> failures)
      throws IOException, UnreadableException {
    String name = file.toString();
    long size = Files.size(file.path());
    if (size == 0) {
      throw new UnreadableException(name, "empty file");
    }
    String ending = ending(file.path());
    if (ending.equals("jsonl") || ending.equals("ndjson")) {
      refuseBinary(file, name, ending);
      jsonLines.read(file, sink, failures);
      return;
    }
    if (size > options.maxBytes()) {
      throw new UnreadableException(
          name,
          "is "
              + size
              + " bytes long; one document may have "
              + options.maxBytes()
              + " (--max-size)");
    }
    String kind = refuseBinary(file, name, ending);
    byte[] bytes = Files.readAllBytes(file.path());
    if (kind.equals("application/pdf")) {
      sink.accept(pdf.read(file, bytes));
    } else if (isHtml(kind, ending)) {
      sink.accept(html.read(file, bytes));
    } else {
      String text = TextDecoder.decode(name, bytes, options.charset());
      sink.accept(plainText.read(file, text));
    }
  }

  private static boolean isHtml(String kind, String ending) {
    return ending.equals("html")
        || ending.equals("htm")
        || kind.equals("text/html")
        || kind.equals("application/xhtml+xml");
  }

  /** The media type by content; an exception when it is neither text, HTML nor PDF. */
  private String refuseBinary(CorpusFile file, String name, String ending)
      throws IOException, UnreadableException {
    byte[] head;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
      head = in.readNBytes(PEEKED);
    }
    String kind = detector.detect(head);
    boolean text = kind.startsWith("text/") || kind.endsWith("xhtml+xml") || isJson(kind);
    boolean plain = text || TextDecoder.looksLikeText(head);
    if (!plain && !kind.equals("application/pdf")) {
      throw new UnreadableException(
          name, "is not text, HTML, PDF or JSON lines: its content is " + kind);
    }
    if (ending.equals("pdf") && !kind.equals("application/pdf")) {
      throw new UnreadableException(name, "is named .pdf but its content is " + kind);
    }
    return kind;
  }

  private static boolean isJson(String kind) {
    return kind.equals("application/json") || kind.equals("application/javascript");
  }

  static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /** File name without its ending. */
  static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** The first sixteen hexadecimal digits of the SHA-256 of source and text. */
  static String id(String source, String text) {
    return Digests.sha256(source + "\u0000" + text).substring(0, 16);
  }
}
