package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.ingest.SampleStore;
import org.entente.rdf.Iris;
import org.entente.store.KnowledgeStore;
import org.entente.store.NamedQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.xml.sax.InputSource;

/** The explorer over the sample store, used in a browser as a person would use it. */
class ExplorerIT {

  /** Each view once, with something in it. */
  private static final List<String> VIEWS =
      List.of(
          "#/",
          "#/search?q=syria",
          "#/graph?sel=iran",
          "#/entity/hezbollah",
          "#/map?place=aleppo",
          "#/documents",
          "#/contested",
          "#/query/relations",
          "#/nowhere");

  @TempDir static Path folder;

  private static KnowledgeStore store;
  private static SparqlServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    store = SampleStore.open();
    server = SparqlServer.start(store, 0);
    browser = new Browser(server.address(), folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    server.close();
    store.close();
  }

  @AfterEach
  void saysNothingWrongAndAsksNobodyElse() throws IOException {
    browser.quiet();
    browser.dark(false);
    browser.size(1280, 860);
  }

  // ---- search, graph, evidence

  @Test
  void findsAnActorByAnAliasAsOneTypes() {
    browser.open("");
    WebElement box = browser.one("#search-text");
    box.sendKeys("hizbull");
    browser.until(() -> browser.text("#search-list").contains("Hezbollah"), "a suggestion");
    assertTrue(browser.text("#search-list").contains("statements"));
    box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.until(() -> browser.text("h1").equals("Hezbollah"), "its page");
    assertEquals("#/entity/hezbollah", browser.hash());
  }

  @Test
  void saysThatNoNameContainsTheText() {
    browser.open("#/search?q=zzzqqq");
    assertTrue(browser.text(".notice").contains("No name in the graph contains this text"));
  }

  @Test
  void showsTheSentencesBehindALineOfTheGraph() {
    browser.open("#/graph");
    @SuppressWarnings("unchecked")
    Map<String, Object> line =
        (Map<String, Object>)
            browser.js(
                "const cy = document.querySelector('.canvas').cy;"
                    // the line with most room around its middle, so that no actor is hit
                    + " const room = e => { const m = e.midpoint(); return Math.min(...cy.nodes().map("
                    + "   n => Math.hypot(n.position('x') - m.x, n.position('y') - m.y))); };"
                    + " const e = cy.edges().toArray().sort((a, b) => room(b) - room(a))[0];"
                    + " cy.fit(e, 150); const m = e.renderedMidpoint();"
                    + " const r = document.querySelector('.canvas').getBoundingClientRect();"
                    + " return {name: e.source().data('label'), x: Math.round(m.x - r.width / 2), y: Math.round(m.y - r.height / 2)}");
    new Actions(browser.driver())
        .moveToElement(
            browser.one(".canvas"),
            ((Number) line.get("x")).intValue(),
            ((Number) line.get("y")).intValue())
        .click()
        .perform();
    browser.until(() -> !browser.all(".panel .statement").isEmpty(), "statements");
    String actor = String.valueOf(line.get("name")).replace("…", "").strip();
    assertTrue(browser.text(".panel").contains(actor), actor);
    assertFalse(browser.text(".panel blockquote").isBlank());
    assertTrue(browser.hash().contains("sel="), browser.hash());
    browser.click(browser.one(".panel .statement .source a"));
    browser.until(() -> !browser.all(".evidence.lit").isEmpty(), "the sentence in its document");
    assertTrue(browser.hash().matches("#/document/[0-9a-f]+\\?s=s\\d+"), browser.hash());
  }

  @Test
  void drawsTheSameGraphFromTheSameAddress() {
    String positions =
        "return JSON.stringify(document.querySelector('.canvas').cy.nodes()"
            + ".map(n => [n.id(), Math.round(n.position('x')), Math.round(n.position('y'))]))";
    browser.open("#/graph?least=2&size=40");
    Object first = browser.js(positions);
    browser.open("#/graph?least=2&size=40");
    assertEquals(first, browser.js(positions));
  }

  @Test
  void tellsSupportFromOppositionByColourAndByLine() {
    browser.open("#/graph");
    Object styles =
        browser.js(
            "const cy = document.querySelector('.canvas').cy; return ['support', 'oppose']"
                + ".map(s => cy.edges(`[side = \"${s}\"]`)[0])"
                + ".map(e => e.style('line-style') + ' ' + e.style('line-color'))");
    List<?> both = (List<?>) styles;
    assertTrue(both.get(0).toString().startsWith("solid "), both.toString());
    assertTrue(both.get(1).toString().startsWith("dashed "), both.toString());
    assertNotEquals(
        both.get(0).toString().split(" ", 2)[1], both.get(1).toString().split(" ", 2)[1]);
  }

  @Test
  void keepsWhatItsFiltersSayInTheAddress() {
    browser.open("#/graph");
    long all = lines();
    browser.click(browser.one(".controls fieldset input[type=checkbox]"));
    browser.js(
        "const y = document.querySelector('.sliders input'); y.value = 2024;"
            + " y.dispatchEvent(new Event('input', {bubbles: true}))");
    long some = lines();
    assertTrue(some > 0 && some < all, some + " of " + all);
    String address = browser.hash();
    assertTrue(address.contains("from=2024"), address);
    browser.open(address);
    assertEquals(some, lines());
  }

  @Test
  void expandsPinsAndHidesAnActor() {
    browser.open("#/graph?sel=hezbollah");
    long before = actors();
    browser.click(browser.named("//aside", "Expand"));
    browser.until(() -> actors() > before, "more actors");
    browser.click(browser.named("//aside", "Pin"));
    browser.named("//aside", "Unpin");
    assertTrue(browser.hash().contains("pin=hezbollah"), browser.hash());
    browser.click(browser.named("//aside", "Hide"));
    browser.until(() -> browser.hash().contains("hide=hezbollah"), "hidden");
    assertEquals(
        0L,
        browser.js(
            "return document.querySelector('.canvas').cy.nodes().filter("
                + "n => n.id().endsWith('/hezbollah')).length"));
  }

  @Test
  void playsTheYears() {
    browser.open("#/graph");
    browser.click(browser.named("//main", "▶ Play"));
    browser.until(() -> browser.hash().contains("to=2012"), "the second year");
    browser.click(browser.named("//main", "❚❚ Pause"));
    assertTrue(lines() > 0);
  }

  @Test
  void givesTheGraphAsFiles() throws Exception {
    browser.open("#/graph");
    browser.click(browser.named("//main", "GraphML"));
    String graph = browser.downloaded("alliances.graphml");
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(graph)));
    assertEquals(lines(), parsed.getElementsByTagName("edge").getLength());
    browser.click(browser.named("//main", "CSV"));
    assertTrue(browser.downloaded("alliances.csv").startsWith("a,side,b,statements"));
    browser.click(browser.named("//main", "PNG"));
    assertTrue(browser.downloaded("alliances.png").contains("PNG"));
  }

  private static long lines() {
    return (Long) browser.js("return document.querySelector('.canvas').cy.edges().length");
  }

  private static long actors() {
    return (Long) browser.js("return document.querySelector('.canvas').cy.nodes().length");
  }

  // ---- the other views

  @Test
  void showsAnActorWithNamesIdentifiersAlliesAndEvidence() {
    browser.open("#/entity/hezbollah");
    browser.until(() -> !browser.all("table.years").isEmpty(), "allies by year");
    String card = browser.text(".card");
    assertTrue(card.contains("Hizbullah") && card.contains("Lebanon"), card);
    assertEquals(
        "https://www.wikidata.org/wiki/Q41053",
        browser.one(".card a[href*=wikidata]").getDomAttribute("href"));
    browser.click(browser.one("table.years .cell"));
    browser.until(() -> !browser.all("section .cards .statement").isEmpty(), "evidence");
    browser.click(browser.one(".facts.plain details summary"));
    browser.until(() -> !browser.all(".facts.plain blockquote").isEmpty(), "its sentence");
  }

  @Test
  void showsOnTheMapWhoTookAndLostAPlace() throws IOException {
    browser.open("#/map");
    browser.until(() -> browser.all(".spot").size() > 20, "places");
    browser.js("document.querySelector('.spot[aria-label^=\"Aleppo,\"]').focus()");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    browser.until(() -> browser.all(".chronicle li").size() > 3, "what happened");
    assertTrue(browser.text(".chronicle").contains("captures"));
    assertTrue(browser.hash().contains("place=aleppo"), browser.hash());
    browser.click(browser.named("//main", "GeoJSON"));
    assertTrue(browser.downloaded("places.geojson").contains("\"FeatureCollection\""));
  }

  @Test
  void marksNamesAndStatementsInADocument() {
    browser.open("#/documents");
    browser.click(browser.one(".docs a"));
    browser.until(() -> browser.all(".text .mention").size() > 10, "names");
    browser.click(browser.named("//*[contains(@class, 'beside')]", "Show in the text"));
    browser.until(() -> !browser.all(".evidence.lit").isEmpty(), "the sentence");
    assertTrue(browser.text(".source").contains("Whole text:"));
  }

  @Test
  void setsBothSidesNextToEachOther() {
    browser.open("#/contested");
    browser.until(() -> !browser.all(".versus").isEmpty(), "pairs");
    assertEquals(2, browser.all(".versus:first-of-type .one blockquote").size());
    browser.click(browser.one(".versus .source a"));
    browser.until(() -> !browser.all(".chip.contested").isEmpty(), "its flag in the document");
  }

  @Test
  void answersAShippedQuestionAsTableChartAndGraph() {
    browser.open("#/query/relations?p.actor=turkey");
    browser.until(() -> browser.all(".answer tbody tr").size() > 5, "rows");
    assertTrue(browser.text(".answer tbody").contains("Turkey"));
    browser.click(browser.named("//main", "Chart"));
    browser.until(() -> !browser.all(".barchart rect").isEmpty(), "bars");
    browser.click(browser.named("//main", "Graph"));
    browser.until(
        () ->
            Boolean.TRUE.equals(
                browser.js(
                    "const c = document.querySelector('.answer .canvas');"
                        + " return Boolean(c && c.cy && c.cy.nodes().length > 3)")),
        "a graph");
  }

  @Test
  void takesANameForTheEntityThatHasIt() {
    browser.open("#/query/bases");
    browser.one("#p-0").sendKeys("Russian Federation", Keys.ENTER);
    browser.until(() -> browser.hash().contains("p.actor=russia"), "the entity");
    browser.until(() -> browser.text(".answer").contains("Khmeimim"), "its bases");
  }

  @Test
  void completesOurTermsInTheEditor() {
    browser.open("#/query");
    browser.until(() -> !browser.all(".CodeMirror").isEmpty(), "the editor");
    WebElement editor = browser.one(".CodeMirror textarea");
    editor.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
    editor.sendKeys("ent:supp");
    browser.until(
        () ->
            browser.all(".CodeMirror-hint").stream()
                .anyMatch(h -> h.getText().contains("ent:supports")),
        "completions");
    editor.sendKeys(Keys.ESCAPE);
  }

  @Test
  void showsTheQueryBehindAPicture() {
    browser.open("#/entity/iran");
    browser.click(browser.named("//main", "Show the quer"));
    String query = browser.text("dialog pre");
    assertTrue(query.contains("title: An entity with its names and identifiers"), query);
    browser.click(browser.named("//dialog", "Open in the editor"));
    browser.until(() -> browser.all(".answer tbody tr").size() > 5, "its answer");
  }

  // ---- what may go wrong

  @Test
  void saysWhatTheAddressLacks() {
    browser.open("#/nowhere");
    assertTrue(browser.text("h1").contains("no such view"));
    browser.open("#/entity/no-such-thing");
    browser.until(() -> browser.text("h1").equals("Not in the graph"), "a word on it");
    browser.open("#/document/no-such-thing");
    browser.until(() -> browser.text("h1").equals("No such document"), "a word on it");
  }

  @Test
  void saysWhyAQueryIsNotAnswered() {
    browser.open("#/query?q=SELECT%20*%20WHERE%20%7B");
    browser.until(() -> !browser.all(".failure").isEmpty(), "a word on it");
    assertTrue(browser.text(".failure").contains("cannot answer this query"));
    browser.forget(); // the browser notes the status 400
  }

  @Test
  void saysThatTheServerIsGone() throws Exception {
    try (KnowledgeStore empty = KnowledgeStore.open(folder.resolve("gone"), Iris.DEFAULT)) {
      SparqlServer gone = SparqlServer.start(empty, 0);
      try (Browser other = new Browser(gone.address(), folder.resolve("gone-browser"))) {
        other.open("");
        gone.close();
        other.js("location.hash = '#/search?q=iran'");
        other.until(() -> !other.all(".failure").isEmpty(), "a word on it");
        assertTrue(other.text(".failure").contains("cannot be reached"));
      } finally {
        gone.close();
      }
    }
  }

  @Test
  void saysThatTheStoreIsEmpty() throws Exception {
    try (KnowledgeStore empty = KnowledgeStore.open(folder.resolve("empty"), Iris.DEFAULT);
        SparqlServer other = SparqlServer.start(empty, 0);
        Browser there = new Browser(other.address(), folder.resolve("empty-browser"))) {
      for (String view : List.of("", "#/graph", "#/map", "#/contested", "#/documents")) {
        there.open(view);
        assertFalse(there.text("main").isBlank());
        assertTrue(there.all(".failure").isEmpty(), view);
      }
      there.open("");
      assertTrue(there.text("main").contains("The store is empty"));
      there.quiet();
    }
  }

  @Test
  void showsHostileTextAsText() throws Exception {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(Path.of("src/test/resources/hostile/labels.ttl"))
        .lang(Lang.TURTLE)
        .parse(graph);
    try (KnowledgeStore hostile = KnowledgeStore.open(folder.resolve("hostile"), Iris.DEFAULT)) {
      hostile.write(Map.of(Iris.DEFAULT.document("hostile"), graph));
      try (SparqlServer other = SparqlServer.start(hostile, 0);
          Browser there = new Browser(other.address(), folder.resolve("hostile-browser"))) {
        for (String view :
            List.of(
                "#/",
                "#/search?q=script",
                "#/graph",
                "#/graph?sel=markup",
                "#/graph?sel=markup~long~support",
                "#/entity/markup",
                "#/entity/long",
                "#/entity/turned",
                "#/map?place=place",
                "#/documents",
                "#/document/hostile",
                "#/contested",
                "#/query/backers",
                "#/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                "#/entity/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "#/entity/a%22%3E%7D%20%3B%20SELECT",
                "#/%3Cimg%20src%3Dx%3E")) {
          there.open(view);
          assertEquals(
              List.of(0L, 0L, false, false),
              there.js(
                  "return [document.querySelectorAll('main img, main iframe, main b.hostile').length,"
                      + " document.querySelectorAll('body script').length,"
                      + " Boolean(window.hostile),"
                      + " /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)]"),
              view);
          assertTrue(
              (Long) there.js("return document.documentElement.scrollWidth - innerWidth") <= 0,
              view + " is wider than the window");
          there.quiet();
        }
        there.open("#/entity/markup");
        assertTrue(there.text("h1").startsWith("<img src=x onerror="), there.text("h1"));
        there.open("#/entity/long");
        String name = there.text("h1");
        assertTrue(name.endsWith("…") && name.codePointCount(0, name.length()) <= 100, name);
      }
    }
  }

  // ---- for everybody

  @Test
  void hasNoSeriousBarrierInAnyView() throws IOException {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      for (String view : VIEWS) {
        browser.open(view);
        assertEquals(List.of(), browser.barriers(), view + (dark ? " dark" : " light"));
      }
    }
  }

  @Test
  void fitsAPhone() {
    browser.size(390, 844);
    for (String view : VIEWS) {
      browser.open(view);
      assertEquals(
          0L,
          browser.js("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
          view);
    }
  }

  @Test
  void isReachedByKeysAlone() {
    browser.open("#/graph");
    WebElement body = browser.one("body");
    body.sendKeys(Keys.TAB);
    assertEquals("Skip to content", browser.driver().switchTo().activeElement().getText());
    body.sendKeys("/");
    assertEquals("search-text", browser.driver().switchTo().activeElement().getDomAttribute("id"));
    browser.js("document.querySelector('.astable summary').focus()");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    WebElement button = browser.named("//*[contains(@class, 'tablebox')]", "Sentences");
    button.sendKeys(Keys.ENTER);
    browser.until(() -> !browser.all(".panel .statement").isEmpty(), "statements");
  }

  // ---- the files

  @Test
  void servesFilesToBeKeptAndThePageToBeAskedAnew() throws Exception {
    HttpResponse<String> page = get("/");
    assertEquals("no-cache", page.headers().firstValue("Cache-Control").orElse(""));
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe") || policy.contains("http"), policy);
    Matcher main = Pattern.compile("explorer/[0-9a-f]+/main\\.js").matcher(page.body());
    assertTrue(main.find(), page.body());
    HttpResponse<String> script = get("/" + main.group());
    assertEquals(200, script.statusCode());
    assertTrue(script.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    assertTrue(
        script.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
    assertEquals(304, getIf("/", page.headers().firstValue("ETag").orElse("")).statusCode());
    assertEquals(404, get("/" + main.group().replaceAll("[0-9a-f]{8}/", "00000000/")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/explorer/../queries/backers.rq",
        "/explorer/%2e%2e/simplelogger.properties",
        "/explorer/",
        "/queries/../simplelogger.properties",
        "/queries/backers",
        "/META-INF/MANIFEST.MF"
      })
  void servesNothingElse(String path) throws Exception {
    int status = get(path).statusCode();
    assertTrue(status == 404 || status == 400 || path.endsWith("backers.rq") && status == 200);
  }

  @Test
  void servesTheShippedQuestionsAsTheyAre() throws Exception {
    for (NamedQuery query : NamedQuery.shipped().values()) {
      assertEquals(query.text(), get("/queries/" + query.name() + ".rq").body());
      assertTrue(get("/queries/").body().contains('"' + query.name() + '"'));
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return getIf(path, "\"none\"");
  }

  private static HttpResponse<String> getIf(String path, String tag) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("If-None-Match", tag)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  // ---- pictures for the pages: -Dentente.screenshots=src/site/resources/images

  @Test
  void takesPicturesWhenToldTo() throws IOException {
    String target = System.getProperty("entente.screenshots", "");
    Map<String, String> pictures =
        Map.of(
            "explorer-graph", "#/graph?sel=russia~turkey~oppose",
            "explorer-entity", "#/entity/hezbollah",
            "explorer-map", "#/map?place=aleppo",
            "explorer-contested", "#/contested",
            "explorer-questions", "#/query/relations?p.actor=turkey");
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      browser.open(picture.getValue());
      assertTrue(browser.all(".failure").isEmpty(), picture.getKey());
      if (!target.isEmpty()) {
        browser.shot(Path.of(target, picture.getKey() + ".png"));
      }
    }
    browser.open("#/graph?sel=iran");
    browser.dark(true);
    if (!target.isEmpty()) {
      browser.shot(Path.of(target, "explorer-graph-dark.png"));
    }
  }
}
