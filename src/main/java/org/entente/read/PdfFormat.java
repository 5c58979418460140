package org.entente.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.entente.text.Document;
import org.entente.text.DocumentInfo;
import org.xml.sax.SAXException;

/** PDF files: the text of their pages, without embedded files and without optical recognition. */
final class PdfFormat {

  private static final int MAX_CHARACTERS = 20_000_000;

  /** A line break inside a paragraph, as PDFs have at the end of every printed line. */
  private static final Pattern SOFT_BREAK = Pattern.compile("(?<=\\S)[ \\t]*\\n(?=\\S)");

  private static final Pattern BLANK = Pattern.compile("[ \\t]*\\n\\s*\\n");

  Document read(CorpusFile file, byte[] bytes) throws UnreadableException {
    String name = file.toString();
    PDFParserConfig config = new PDFParserConfig();
    config.setExtractInlineImages(false);
    config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    config.setExtractAnnotationText(false);
    PDFParser parser = new PDFParser();
    parser.setPDFParserConfig(config);
    Metadata metadata = new Metadata();
    BodyContentHandler handler = new BodyContentHandler(MAX_CHARACTERS);
    try {
      parser.parse(new ByteArrayInputStream(bytes), handler, metadata, new ParseContext());
    } catch (IOException | TikaException | SAXException e) {
      throw new UnreadableException(name, "is a PDF that cannot be read (cut off?): " + cause(e));
    }
    String text = tidy(handler.toString());
    if (text.isBlank()) {
      throw new UnreadableException(name, "is a PDF without text (scanned pages?)");
    }
    String source = file.source();
    String title = metadata.get(TikaCoreProperties.TITLE);
    DocumentInfo info =
        new DocumentInfo(
            title == null || title.isBlank() ? null : title.strip(),
            Dates.parse(metadata.get(TikaCoreProperties.CREATED)),
            null,
            metadata.get(TikaCoreProperties.CREATOR),
            source,
            "en");
    return new Document(
        DocumentReader.id(source, text),
        file.stem(),
        text,
        info,
        Passages.of(text, 0, new Furniture(List.of("\\d+", "page \\d+( of \\d+)?"))),
        true);
  }

  /** One line a paragraph. */
  private static String tidy(String raw) {
    String unix = raw.replace("\r\n", "\n").replace('\u00A0', ' ').strip();
    String paragraphs = BLANK.matcher(unix).replaceAll("\u0001");
    return SOFT_BREAK.matcher(paragraphs).replaceAll(" ").replace("\u0001", "\n\n") + "\n";
  }

  private static String cause(Exception e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }
}
