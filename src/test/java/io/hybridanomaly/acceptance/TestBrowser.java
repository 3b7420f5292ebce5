package io.hybridanomaly.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
record TestBrowser(Playwright playwright, Browser browser, BrowserContext context)
    implements AutoCloseable {

  static TestBrowser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1440, 1000).setLocale("en-US"));
    return new TestBrowser(playwright, browser, context);
  }

  private static Path program() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("install Chromium, or point CHROMIUM to its program"));
  }

  /** A page with cookies of its own. */
  Page newPage() {
    return newPage("en-US");
  }

  /** The same of a visitor with another language. */
  Page newPage(String language) {
    return browser.newPage(
        new Browser.NewPageOptions().setViewportSize(1440, 1000).setLocale(language));
  }

  /**
   * A page of the next visitor to come: cookies are gone, so that the one before has left, but the
   * scripts of the page are in the browser already, which is most of the time of opening it.
   */
  Page nextPage() {
    context.setOffline(false);
    context.clearCookies();
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
