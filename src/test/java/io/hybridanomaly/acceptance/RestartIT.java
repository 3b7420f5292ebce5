package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed and started again, before an open page. */
class RestartIT extends BrowserTest {

  @Test
  void anOpenPageComesBackToItsRunAndAResultToItsLink(@TempDir Path data) throws Exception {
    String store = "--data.directory=" + data.toAbsolutePath();
    Page visitor;
    int port;
    String link;
    try (PackagedJar.Server first = PackagedJar.serve(store)) {
      port = first.port();
      visitor = visit(first);
      visitor.locator(".sample-card").first().click();
      assertThat(visitor.locator("#file-summary")).isVisible();
      visitor.locator("#epochs input").focus();
      visitor.keyboard().press("End");
      visitor.locator("#detect").click();
      visitor.locator("#keep-running").click();
      link = visitor.locator("#run-link").textContent();
      first.process().destroyForcibly().waitFor();
    }
    visitor.evaluate("() => { window.before = true; }");
    try (PackagedJar.Server again = PackagedJar.serve(store, "--server.port=" + port)) {
      visitor.waitForFunction(
          "() => !window.before", null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
      assertThat(visitor.locator("#file-summary")).isVisible(within(PATIENCE));
      assertThat(runOrResult(visitor)).isVisible(within(PATIENCE));
      assertThat(visitor.locator("#file-summary")).containsText("nyc-taxi.csv");
      Page other = visit(again);
      other.navigate(link);
      assertThat(runOrResult(other)).isVisible(within(PATIENCE));
      other.close();
      visitor.close();
    }
  }

  /** On a busy machine the run may have ended before the page is back. */
  private static Locator runOrResult(Page at) {
    return at.locator("#progress:visible, #result-summary").first();
  }
}
