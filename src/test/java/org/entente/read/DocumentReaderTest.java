package org.entente.read;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.text.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files written by hand into a temporary folder, well formed and not.
 *
 * <p>A file without read permission is no case here: tests often run as root, whom permissions do
 * not stop, so that the case could not fail. A folder in place of a file, which nobody can read as
 * a file, stands for it.
 */
class DocumentReaderTest {

  @TempDir Path folder;

  private final List<Document> documents = new ArrayList<>();
  private final List<UnreadableException> failures = new ArrayList<>();

  // ---- plain text and Markdown

  @Nested
  class PlainText {

    @Test
    void takesMetadataFromFrontMatterAndPassagesFromTheBody() throws IOException {
      String text =
          "---\n"
              + "title: Truce in the north\n"
              + "date: 2020-03-05\n"
              + "publisher: Levant Wire\n"
              + "author: R. Haddad\n"
              + "url: https://example.org/truce\n"
              + "---\n"
              + "Russia and Turkey agreed on a truce.\n";
      Document document = read("a.md", text);

      assertAll(
          () -> assertEquals("Truce in the north", document.info().title()),
          () -> assertEquals(LocalDate.of(2020, 3, 5), document.info().issued()),
          () -> assertEquals("Levant Wire", document.info().publisher()),
          () -> assertEquals("R. Haddad", document.info().author()),
          () -> assertEquals("https://example.org/truce", document.info().source()),
          () -> assertEquals("a", document.name()),
          () -> assertEquals(text, document.text()),
          () -> assertFalse(document.derived()),
          () -> assertEquals(List.of("Russia and Turkey agreed on a truce."), passages(document)));
    }

    @Test
    void readsFrontMatterWithAnUnquotedColonInTheTitle() throws IOException {
      Document document =
          read("a.md", "---\ntitle: Aleppo: the fall\ndate: 2016-12-22\n---\nThe east fell.\n");

      assertEquals("Aleppo: the fall", document.info().title());
      assertEquals(LocalDate.of(2016, 12, 22), document.info().issued());
      assertEquals(List.of("The east fell."), passages(document));
    }

    @Test
    void readsFrontMatterAfterAByteOrderMarkAndWithWindowsLineEnds() throws IOException {
      Document document = read("a.md", "\uFEFF---\r\ntitle: Truce\r\n---\r\nGuns fell silent.\r\n");

      assertEquals("Truce", document.info().title());
      assertEquals(List.of("Guns fell silent."), passages(document));
    }

    @Test
    void namesTheSourceByFileWithoutFrontMatter() throws IOException {
      Document document = read("note.txt", "Rebels left Homs.\n");

      assertEquals("note.txt", document.info().source());
      assertNull(document.info().title());
      assertNull(document.info().issued());
    }

    @Test
    void takesARuleInTheTextForNoFrontMatter() throws IOException {
      Document document = read("a.md", "First part.\n\n---\n\nSecond part.\n");

      assertEquals(List.of("First part.", "Second part."), passages(document));
    }

    @Test
    void leavesAByteOrderMarkOutOfTheFirstPassage() throws IOException {
      Document document = read("a.txt", "\uFEFFIran backed Syria.\n");

      assertEquals(List.of("Iran backed Syria."), passages(document));
      assertEquals(1, document.passages().get(0).start());
    }

    @Test
    void skipsFurnitureWhileOffsetsRemainThoseOfTheFile() throws IOException {
      String text =
          "Skip to main content\n"
              + "5 min read\n"
              + "\n"
              + "Russian jets struck Idlib.\n"
              + "\n"
              + "Most viewed\n"
              + "Turkey sent troops.\n";
      Document document = read("page.txt", text);

      assertEquals(text, document.text());
      assertEquals(
          List.of("Russian jets struck Idlib.", "Turkey sent troops."), passages(document));
      assertEquals(
          text.indexOf("Russian jets"),
          document.passages().get(0).start(),
          "offsets count the furniture before");
      assertEquals(text.indexOf("Turkey sent"), document.passages().get(1).start());
    }

    @Test
    void keepsBothOccurrencesOfARepeatedCaption() throws IOException {
      Document document =
          read(
              "a.txt",
              "A convoy leaves Homs. (Agency)\n\nRebels left the city.\n\n"
                  + "A convoy leaves Homs. (Agency)\n");

      assertEquals(
          List.of(
              "A convoy leaves Homs. (Agency)",
              "Rebels left the city.",
              "A convoy leaves Homs. (Agency)"),
          passages(document));
    }

    @Test
    void joinsHardWrappedLinesIntoOnePassage() throws IOException {
      String paragraph =
          "The army entered the town after three days of shelling that left\n"
              + "most of its houses in ruins, and the last fighters withdrew to the\n"
              + "hills west of the river, from where they went on firing at the main\n"
              + "road until the evening.";
      Document document = read("wrapped.txt", paragraph + "\n\nA second paragraph stands alone.\n");

      assertEquals(List.of(paragraph, "A second paragraph stands alone."), passages(document));
    }

    @Test
    void keepsOneLineParagraphsApart() throws IOException {
      Document document = read("a.txt", "Russia withdrew.\nIran stayed.\n");

      assertEquals(List.of("Russia withdrew.", "Iran stayed."), passages(document));
    }

    @Test
    void leavesMarkersOfMarkdownOutOfPassages() throws IOException {
      Document document =
          read("a.md", "# The siege\n\n> A quotation.\n\n- first item\n- second item\n");

      assertEquals(
          List.of("The siege", "A quotation.", "first item", "second item"), passages(document));
    }

    @Test
    void givesTheSameIdentifierToTheSameTextAndAnotherToAnother() throws IOException {
      Document first = read("a.txt", "Rebels left Homs.\n");
      Document again = read("a.txt", "Rebels left Homs.\n");
      Document changed = read("a.txt", "Rebels left Hama.\n");

      assertEquals(first.id(), again.id());
      assertNotEquals(first.id(), changed.id());
      assertTrue(first.id().matches("[0-9a-f]{16}"), first.id());
    }
  }

  // ---- encodings

  @Nested
  class Encodings {

    @Test
    void namesByteAndOffsetOfWrongEncoding() throws IOException {
      // "Café" in ISO 8859-1: é is 0xE9, the fourth byte.
      UnreadableException failure =
          fail("latin.txt", "Café in Idlib is open.\n".getBytes(StandardCharsets.ISO_8859_1));

      assertTrue(failure.name().endsWith("latin.txt"), failure.name());
      assertTrue(failure.reason().contains("UTF-8"), failure.reason());
      assertTrue(failure.reason().contains("0xE9"), failure.reason());
      assertTrue(failure.reason().contains("offset 3"), failure.reason());
    }

    @Test
    void readsAnotherEncodingWhenTold() throws IOException {
      Document document =
          read(
              options(10L << 20, StandardCharsets.ISO_8859_1),
              "latin.txt",
              "Café in Idlib is open.\n".getBytes(StandardCharsets.ISO_8859_1));

      assertEquals(List.of("Café in Idlib is open."), passages(document));
    }

    @Test
    void readsUtf16WithByteOrderMark() throws IOException {
      byte[] littleEndian = "\uFEFFRussia struck Idlib.\n".getBytes(StandardCharsets.UTF_16LE);
      byte[] bigEndian = "\uFEFFRussia struck Idlib.\n".getBytes(StandardCharsets.UTF_16BE);

      assertEquals(List.of("Russia struck Idlib."), passages(read("le.txt", littleEndian)));
      assertEquals(List.of("Russia struck Idlib."), passages(read("be.txt", bigEndian)));
    }

    @Test
    void refusesUtf16WithoutByteOrderMark() throws IOException {
      fail("le.txt", "Russia struck Idlib.\n".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() throws IOException {
      byte[] whole = "The talks took place in a café".getBytes(StandardCharsets.UTF_8);

      fail("cut.txt", java.util.Arrays.copyOf(whole, whole.length - 1));
    }
  }

  // ---- HTML

  @Nested
  class Html {

    private static final String PAGE =
        "<!DOCTYPE html><html><head><title>Truce | Levant Wire</title>"
            + "<meta property='og:title' content='A truce in the north'>"
            + "<meta property='article:published_time' content='2020-03-05T18:00:00Z'>"
            + "<meta property='og:site_name' content='Levant Wire'>"
            + "<meta name='author' content='R. Haddad'>"
            + "<link rel='canonical' href='https://example.org/truce'></head><body>"
            + "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
            + "<article><h1>A truce in the north</h1>"
            + "<p>Russia and Turkey agreed on a truce in the province after a month of fighting,"
            + " both presidents announced in the evening.</p>"
            + "<figure><img src='a.jpg'><figcaption>Lorries wait at the crossing.</figcaption>"
            + "</figure>"
            + "<p>Patrols of both armies will watch the main road between the two cities, and the"
            + " guns fell silent at midnight, residents reported from several towns.</p>"
            + "<script>var tracking = 'on';</script></article>"
            + "<footer><p>Imprint of the Levant Wire company.</p></footer></body></html>";

    @Test
    void takesMetadataFromTheHead() throws IOException {
      Document document = read("truce.html", PAGE);

      assertAll(
          () -> assertEquals("A truce in the north", document.info().title()),
          () -> assertEquals(LocalDate.of(2020, 3, 5), document.info().issued()),
          () -> assertEquals("Levant Wire", document.info().publisher()),
          () -> assertEquals("R. Haddad", document.info().author()),
          () -> assertEquals("https://example.org/truce", document.info().source()),
          () -> assertTrue(document.derived()));
    }

    @Test
    void keepsTheArticleAndItsCaptionsAndNoneOfTheSite() throws IOException {
      Document document = read("truce.html", PAGE);
      String body = String.join("\n", passages(document));

      assertAll(
          () -> assertTrue(body.startsWith("A truce in the north\n"), body),
          () -> assertTrue(body.contains("Russia and Turkey agreed"), body),
          () -> assertTrue(body.contains("the guns fell silent at midnight"), body),
          () -> assertTrue(body.contains("Lorries wait at the crossing."), body),
          () -> assertFalse(body.contains("Weather"), body),
          () -> assertFalse(body.contains("Imprint"), body),
          () -> assertFalse(body.contains("tracking"), body),
          () -> assertFalse(body.contains("<p>"), body));
    }

    @Test
    void writesTheHeadlineOnce() throws IOException {
      List<String> passages = passages(read("truce.html", PAGE));

      assertEquals(1, passages.stream().filter("A truce in the north"::equals).count());
    }

    @Test
    void recognisesHtmlByContentWhateverItsName() throws IOException {
      Document document = read("truce.txt", PAGE);

      assertTrue(document.derived());
      assertEquals("Levant Wire", document.info().publisher());
    }

    @Test
    void readsTheEncodingThatThePageNames() throws IOException {
      String page =
          "<html><head><meta charset='windows-1252'><title>Café</title></head><body><p>The café"
              + " in the old town was open again after the siege.</p></body></html>";
      Document document = read("cafe.html", page.getBytes(Charset.forName("windows-1252")));

      assertEquals("Café", document.info().title());
    }

    @Test
    void refusesATagBombQuickly() throws IOException {
      byte[] bomb = ("<html><body>" + "<div>".repeat(500_000)).getBytes(StandardCharsets.US_ASCII);

      UnreadableException failure =
          assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fail("bomb.html", bomb));

      assertTrue(failure.reason().contains("nested"), failure.reason());
    }

    @Test
    void refusesAPageWithoutText() throws IOException {
      UnreadableException failure =
          fail("void.html", "<html><body><img src='a.png'></body></html>".getBytes("UTF-8"));

      assertTrue(failure.reason().contains("without an article"), failure.reason());
    }
  }

  // ---- files that are none

  @Nested
  class Unreadable {

    @Test
    void refusesAnEmptyFile() throws IOException {
      assertEquals("empty file", fail("empty.txt", new byte[0]).reason());
    }

    @Test
    void refusesAFileOfWhiteSpace() throws IOException {
      UnreadableException failure = fail("blank.txt", " \n\t\n".getBytes("UTF-8"));

      assertTrue(failure.reason().contains("white space"), failure.reason());
    }

    @Test
    void refusesBinaryNamedAsText() throws IOException {
      byte[] png = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
      };
      UnreadableException failure = fail("picture.txt", png);

      assertTrue(failure.reason().contains("image/png"), failure.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.txt", "zeros.md", "zeros.jsonl", "zeros.html"})
    void refusesNullBytesWhateverTheEnding(String name) throws IOException {
      assertTrue(fail(name, new byte[512]).name().endsWith(name));
    }

    @Test
    void refusesATextNamedPdf() throws IOException {
      UnreadableException failure = fail("a.pdf", "Russia struck Idlib.\n".getBytes("UTF-8"));

      assertTrue(failure.reason().contains("named .pdf"), failure.reason());
    }

    @Test
    void refusesATruncatedPdf() throws IOException {
      byte[] cut =
          ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa")
              .getBytes(StandardCharsets.US_ASCII);
      UnreadableException failure = fail("cut.pdf", cut);

      assertTrue(failure.reason().contains("PDF"), failure.reason());
    }

    @Test
    void namesSizeAndLimitOfAFileThatIsTooLarge() throws IOException {
      Files.writeString(folder.resolve("large.txt"), "Rebels left Homs. ".repeat(10));
      new DocumentReader(options(100, StandardCharsets.UTF_8))
          .read(folder.resolve("large.txt"), documents::add, failures::add);

      assertTrue(documents.isEmpty());
      assertTrue(failures.get(0).reason().contains("180 bytes"), failures.get(0).reason());
      assertTrue(failures.get(0).reason().contains("100"), failures.get(0).reason());
    }

    @Test
    void reportsAMissingFile() {
      readFile("missing.txt");

      assertTrue(documents.isEmpty());
      assertEquals(1, failures.size());
      assertTrue(failures.get(0).name().endsWith("missing.txt"));
    }

    @Test
    void reportsAFolderInPlaceOfAFile() throws IOException {
      Files.createDirectory(folder.resolve("folder.txt"));
      readFile("folder.txt");

      assertTrue(documents.isEmpty());
      assertEquals(1, failures.size());
      assertTrue(failures.get(0).name().endsWith("folder.txt"));
    }
  }

  // ---- JSON lines

  @Nested
  class JsonLines {

    @Test
    void readsOneDocumentALine() throws IOException {
      write(
          "feed.jsonl",
          "{\"title\":\"Truce\",\"date\":\"2020-03-05\",\"text\":\"Guns fell silent.\","
              + "\"publisher\":\"Levant Wire\",\"author\":\"R. Haddad\","
              + "\"url\":\"https://example.org/1\"}\n"
              + "\n"
              + "{\"text\":\"Rebels left Homs.\"}\n");
      readFile("feed.jsonl");

      assertEquals(List.of(), failures);
      Document first = documents.get(0);
      Document second = documents.get(1);
      assertAll(
          () -> assertEquals(2, documents.size()),
          () -> assertEquals("Truce", first.info().title()),
          () -> assertEquals(LocalDate.of(2020, 3, 5), first.info().issued()),
          () -> assertEquals("Levant Wire", first.info().publisher()),
          () -> assertEquals("https://example.org/1", first.info().source()),
          () -> assertEquals(List.of("Truce", "Guns fell silent."), passages(first)),
          () -> assertEquals("feed-1", first.name()),
          () -> assertEquals("feed.jsonl:3", second.info().source()),
          () -> assertEquals("feed-3", second.name()));
    }

    @Test
    void losesABadLineOnlyAndNamesItsNumber() throws IOException {
      write(
          "feed.jsonl",
          "{\"text\":\"One.\"}\n{\"text\": oops\n[1, 2]\n{\"title\":\"no body\"}\n"
              + "{\"text\":\"Two.\"}");
      readFile("feed.jsonl");

      assertEquals(List.of("feed-1", "feed-5"), documents.stream().map(Document::name).toList());
      assertEquals(3, failures.size());
      for (int i = 0; i < 3; i++) {
        assertTrue(failures.get(i).name().endsWith("feed.jsonl:" + (i + 2)));
      }
      assertTrue(failures.get(0).reason().contains("not JSON"), failures.get(0).reason());
      assertTrue(failures.get(1).reason().contains("not a JSON object"));
      assertTrue(failures.get(2).reason().contains("no text"), failures.get(2).reason());
    }

    @Test
    void readsTheFieldsThatTheUserMaps() throws IOException {
      write("feed.jsonl", "{\"haber\":\"Rebels left Homs.\",\"baslik\":\"Homs\"}\n");
      ReadOptions mapped =
          new ReadOptions(
              1000,
              StandardCharsets.UTF_8,
              Map.of("text", List.of("haber"), "title", List.of("baslik")));
      new DocumentReader(mapped).read(folder.resolve("feed.jsonl"), documents::add, failures::add);

      assertEquals(List.of(), failures);
      assertEquals("Homs", documents.get(0).info().title());
      assertEquals(List.of("Homs", "Rebels left Homs."), passages(documents.get(0)));
    }

    @Test
    void skipsALineLongerThanTheLimitAndReadsOn() throws IOException {
      write(
          "feed.jsonl",
          "{\"text\":\"" + "x".repeat(500) + "\"}\n{\"text\":\"Rebels left Homs.\"}\n");
      new DocumentReader(options(100, StandardCharsets.UTF_8))
          .read(folder.resolve("feed.jsonl"), documents::add, failures::add);

      assertEquals(1, failures.size());
      assertTrue(failures.get(0).reason().contains("511"), failures.get(0).reason());
      assertEquals(List.of("feed-2"), documents.stream().map(Document::name).toList());
    }

    @Test
    void readsAFeedLargerThanTheLimitOfOneDocument() throws IOException {
      write("feed.jsonl", "{\"text\":\"Rebels left Homs.\"}\n".repeat(50));
      new DocumentReader(options(100, StandardCharsets.UTF_8))
          .read(folder.resolve("feed.jsonl"), documents::add, failures::add);

      assertEquals(List.of(), failures);
      assertEquals(50, documents.size());
    }
  }

  // ---- folders

  @Test
  void walksFoldersInOrderAndLeavesOtherFilesOut() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    for (String name : List.of("b.txt", "a.MD", "sub/c.html", ".hidden.txt", "table.csv")) {
      write(name, "x");
    }
    List<CorpusFile> files =
        new Corpus(List.of(folder, folder.resolve("nowhere"), folder.resolve("sub")))
            .files(failures::add)
            .toList();

    assertEquals(
        List.of("a.MD", "b.txt", "sub/c.html"), files.stream().map(CorpusFile::source).toList());
    assertEquals(1, failures.size());
    assertTrue(failures.get(0).name().endsWith("nowhere"));
  }

  @Test
  void takesAFileOfAnyEndingThatIsNamedOutrightAndOnlyOnce() throws IOException {
    write("report", "Rebels left Homs.\n");
    Path report = folder.resolve("report");

    assertEquals(
        List.of(new CorpusFile(report, "report")),
        new Corpus(List.of(report, report)).files(failures::add).toList());
  }

  // ---- how the cases are put

  private static List<String> passages(Document document) {
    return document.passages().stream().map(p -> p.of(document.text())).toList();
  }

  private static ReadOptions options(long maxBytes, Charset charset) {
    return new ReadOptions(maxBytes, charset, ReadOptions.DEFAULT.jsonFields());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void readFile(String name) {
    new DocumentReader(ReadOptions.DEFAULT)
        .read(folder.resolve(name), documents::add, failures::add);
  }

  private Document read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Document read(String name, byte[] bytes) throws IOException {
    return read(ReadOptions.DEFAULT, name, bytes);
  }

  private Document read(ReadOptions options, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    documents.clear();
    failures.clear();
    new DocumentReader(options).read(folder.resolve(name), documents::add, failures::add);
    assertEquals(List.of(), failures.stream().map(UnreadableException::reason).toList());
    assertEquals(1, documents.size());
    return documents.get(0);
  }

  private UnreadableException fail(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    readFile(name);
    assertEquals(List.of(), documents);
    assertEquals(1, failures.size());
    return failures.get(0);
  }
}
