package org.entente.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.tika.Tika;
import org.entente.text.Digests;
import org.entente.text.Document;
import org.jspecify.annotations.Nullable;

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
  private final RecordFormat records;
  private final JsonLinesFormat jsonLines;
  private final WarcFormat warc;

  /** A reader with these limits, encoding and JSON fields. */
  public DocumentReader(ReadOptions options) {
    this.options = options;
    Furniture furniture = Furniture.shipped();
    this.plainText = new PlainTextFormat(furniture);
    this.html = new HtmlFormat(furniture);
    this.records = new RecordFormat(options, furniture);
    this.jsonLines = new JsonLinesFormat(options, records);
    this.warc = new WarcFormat(options, html);
  }

  /**
   * Gives each document of the file to {@code sink}, and each reason why there is none, or one less
   * than there could be, to {@code failures}.
   */
  public void read(
      CorpusFile file, Consumer<Document> sink, Consumer<UnreadableException> failures) {
    read(file, LineRange.ALL, sink, failures);
  }

  /** As the other; of JSON lines only those that begin in the range. */
  public void read(
      CorpusFile file,
      LineRange lines,
      Consumer<Document> sink,
      Consumer<UnreadableException> failures) {
    try {
      readChecked(file, lines, sink, failures);
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

  /**
   * Gives the document of a record of named fields, which are those of JSON lines.
   *
   * @param fields the value of a field; null when there is none
   */
  public void read(
      Origin origin,
      Function<String, @Nullable String> fields,
      Consumer<Document> sink,
      Consumer<UnreadableException> failures) {
    try {
      sink.accept(records.read(origin, fields));
    } catch (UnreadableException e) {
      failures.accept(e);
    }
  }

  /** Whether a file may be read in parts, line by line. */
  public static boolean isLines(CorpusFile file) {
    return file.ending().equals("jsonl") || file.ending().equals("ndjson");
  }

  /**
   * How many lines begin in a stretch of a file; its number of the first is not looked at.
   *
   * @throws IOException if the file cannot be read
   */
  public static long countLines(CorpusFile file, LineRange range) throws IOException {
    return JsonLinesFormat.count(file, range);
  }

  private void readChecked(
      CorpusFile file,
      LineRange lines,
      Consumer<Document> sink,
      Consumer<UnreadableException> failures)
      throws IOException, UnreadableException {
    String name = file.toString();
    long size = file.content().size();
    if (size == 0) {
      throw new UnreadableException(name, "empty file");
    }
    if (isLines(file)) {
      if (lines.start() == 0 || isText(file)) {
        refuseBinary(file, name);
        jsonLines.read(file, lines, sink, failures);
      }
      return;
    }
    if (file.ending().startsWith("warc")) {
      warc.read(file, sink, failures);
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
    String kind = refuseBinary(file, name);
    byte[] bytes;
    try (InputStream in = file.content().open(0)) {
      bytes = in.readAllBytes();
    }
    if (kind.equals("application/pdf")) {
      sink.accept(pdf.read(file.origin(), bytes));
    } else if (isHtml(kind, file.ending())) {
      sink.accept(html.read(file.origin(), bytes, null));
    } else {
      String text = TextDecoder.decode(name, bytes, options.charset());
      sink.accept(plainText.read(file.origin(), text));
    }
  }

  /** Whether a part of the file is worth reading; if not, its first part has said so. */
  private boolean isText(CorpusFile file) throws IOException {
    try {
      refuseBinary(file, file.toString());
      return true;
    } catch (UnreadableException e) {
      return false;
    }
  }

  private static boolean isHtml(String kind, String ending) {
    return ending.equals("html")
        || ending.equals("htm")
        || kind.equals("text/html")
        || kind.equals("application/xhtml+xml");
  }

  /** The media type by content; an exception when it is neither text, HTML nor PDF. */
  private String refuseBinary(CorpusFile file, String name)
      throws IOException, UnreadableException {
    byte[] head;
    try (InputStream in = file.content().open(0)) {
      head = in.readNBytes(PEEKED);
    }
    String kind = detector.detect(head);
    boolean text = kind.startsWith("text/") || kind.endsWith("xhtml+xml") || isJson(kind);
    boolean plain = text || TextDecoder.looksLikeText(head);
    if (!plain && !kind.equals("application/pdf")) {
      throw new UnreadableException(
          name, "is not text, HTML, PDF, JSON lines or WARC: its content is " + kind);
    }
    if (file.ending().equals("pdf") && !kind.equals("application/pdf")) {
      throw new UnreadableException(name, "is named .pdf but its content is " + kind);
    }
    return kind;
  }

  private static boolean isJson(String kind) {
    return kind.equals("application/json") || kind.equals("application/javascript");
  }

  /** The first sixteen hexadecimal digits of the SHA-256 of source and text. */
  static String id(String source, String text) {
    return Digests.sha256(source + "\u0000" + text).substring(0, 16);
  }
}
