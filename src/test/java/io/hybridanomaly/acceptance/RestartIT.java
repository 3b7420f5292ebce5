package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
    try (PackagedJar.Server again = PackagedJar.serve(store, "--server.port=" + port)) {
      assertThat(visitor.locator("#progress")).isVisible(within(PATIENCE));
      assertThat(visitor.locator("#file-summary")).containsText("nyc-taxi.csv");
      Page other = visit(again);
      other.navigate(link);
      assertThat(other.locator("#progress")).isVisible(within(PATIENCE));
      other.locator("#cancel").click();
      assertThat(visitor.locator("#error-message")).isVisible(within(PATIENCE));
      assertThat(visitor.locator("#error-message")).containsText("has stopped this detection");
      other.close();
      visitor.close();
    }
  }
}
