package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, that writes down what it asks for and what goes wrong in it. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  private static final Path DRIVER =
      Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));
  private static final String AXE =
      resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

  /** Held, so that its level stays: it warns of each Chromium that is newer than itself. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private final String address;
  final Path downloads;

  /** One with an empty profile in a folder; the test is skipped if there is none on the machine. */
  Browser(String address, Path folder) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        () ->
            "skipped: no "
                + CHROMIUM
                + " or "
                + DRIVER
                + "; install the packages chromium and chromium-driver");
    this.address = address;
    this.downloads = folder.resolve("downloads");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(90));
    size(1280, 860);
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Opens a view by its address, in a page loaded anew, and waits until it is there. */
  void open(String hash) {
    driver.get("about:blank");
    driver.get(address + "/" + hash);
    settled();
  }

  /** Waits until nothing is being asked for. */
  void settled() {
    until(
        () ->
            Boolean.TRUE.equals(
                js(
                    "return document.querySelector('main h1') !== null &&"
                        + " !document.querySelector('[aria-busy]')")),
        "the view to be there");
  }

  WebElement one(String css) {
    until(() -> !driver.findElements(By.cssSelector(css)).isEmpty(), css);
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** A button or link by what it says. */
  WebElement named(String within, String text) {
    By by =
        By.xpath(
            "("
                + within
                + ")/descendant::*[self::button or self::a or self::summary]"
                + "[starts-with(normalize-space(.), \""
                + text
                + "\")]");
    until(() -> driver.findElements(by).stream().anyMatch(WebElement::isDisplayed), text);
    return driver.findElements(by).stream().filter(WebElement::isDisplayed).findFirst().get();
  }

  void click(WebElement element) {
    js("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  String text(String css) {
    return one(css).getText();
  }

  Object js(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  ChromeDriver driver() {
    return driver;
  }

  String hash() {
    return String.valueOf(js("return location.hash"));
  }

  void until(Supplier<Boolean> condition, String what) {
    new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(100))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> what + " at " + driver.getCurrentUrl())
        .until(d -> condition.get());
  }

  /** A file that the page hands to the browser. */
  String downloaded(String name) throws IOException {
    Path file = downloads.resolve(name);
    until(() -> Files.exists(file), name);
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** What axe finds in the page that it calls serious or critical. */
  List<String> barriers() throws IOException {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r =>"
                + " done(JSON.stringify(r.violations.filter(v => ['serious', 'critical']"
                + ".includes(v.impact)).map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                + ".map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))),"
                + " e => done(JSON.stringify([String(e)])))");
    List<String> barriers = new ArrayList<>();
    JSON.readTree(String.valueOf(found)).forEach(b -> barriers.add(b.asText()));
    return barriers;
  }

  /** Fails if the page said something went wrong, or asked another host, since the last call. */
  void quiet() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        wrong.add(entry.getMessage());
      }
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        String url = message.at("/params/request/url").asText();
        if (!url.startsWith(address + "/") && !url.matches("(data|blob|about|chrome):.*")) {
          wrong.add("asked elsewhere: " + url);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Forgets what was written down. */
  void forget() {
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  void shot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
