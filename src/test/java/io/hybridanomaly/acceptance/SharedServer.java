package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application with a browser before it, started once for all browser tests, and a
 * report of one finished run. Visitors have nothing in common, so that no test sees another one.
 */
final class SharedServer {

  static final int UPLOAD_LIMIT = 3_000_000;

  /** A busy machine is slow, not wrong. */
  private static final double USUAL_PATIENCE = 20_000;

  private static @Nullable SharedServer started;

  private final PackagedJar.Server server;
  private final TestBrowser browser;
  private byte @Nullable [] report;

  private SharedServer(PackagedJar.Server server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  /** Starts it with the first call; it ends with the Java machine. */
  static synchronized SharedServer get() throws Exception {
    SharedServer shared = started;
    if (shared == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(USUAL_PATIENCE);
      shared =
          new SharedServer(
              PackagedJar.serve("--limits.max-upload-bytes=" + UPLOAD_LIMIT), TestBrowser.start());
      started = shared;
    }
    return shared;
  }

  PackagedJar.Server server() {
    return server;
  }

  /** A page with cookies of its own. */
  Page newPage() {
    return browser.newPage();
  }

  /** The same of a visitor with another language. */
  Page newPage(String language) {
    return browser.newPage(language);
  }

  /** A page of the next visitor, when no other one is there any more. */
  Page nextPage() {
    return browser.nextPage();
  }

  /**
   * The report that the page offers after a detection with the usual settings on {@link
   * TestSeries}. Opened on the page, it is the result of that detection, without a training.
   */
  synchronized FilePayload report() throws Exception {
    byte[] content = report;
    if (content == null) {
      content = makeReport();
      report = content;
    }
    return new FilePayload("load-report.html", "text/html", content);
  }

  private byte[] makeReport() throws Exception {
    try (Page page = newPage()) {
      page.navigate(server.address());
      page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click())
          .setFiles(
              new FilePayload(
                  "load.csv", "text/csv", TestSeries.csv().getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator("#file-summary")).containsText("1,500 rows");
      page.locator("#detect").click();
      assertThat(page.locator("#result-summary"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BrowserTest.PATIENCE));
      Download download = page.waitForDownload(() -> page.locator("#export-report").click());
      return Files.readAllBytes(download.path());
    }
  }
}
