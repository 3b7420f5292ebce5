package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left on a server when a visitor or its operator wants an end. */
class OperatedServerIT extends BrowserTest {

  @TempDir private Path data;

  private long files() throws Exception {
    try (Stream<Path> all = Files.walk(data.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private String jobs() throws Exception {
    try (Connection store =
            DriverManager.getConnection("jdbc:h2:file:" + data.resolve("jobs"), "sa", "");
        ResultSet job =
            store
                .createStatement()
                .executeQuery("select state || ' ' || attempts || ' ' || cancelled from job")) {
      StringBuilder all = new StringBuilder();
      while (job.next()) {
        all.append(job.getString(1)).append(';');
      }
      return all.toString();
    }
  }

  @Test
  void aVisitorDeletesEverythingAndASignalPutsTheNextDetectionBack() throws Exception {
    try (PackagedJar.Server server = PackagedJar.serve("--data.directory=" + data)) {
      Page visitor = visit(server);
      visitor
          .waitForFileChooser(() -> visitor.locator("#upload vaadin-button").click())
          .setFiles(file("load.csv", TestSeries.csv()));
      assertThat(visitor.locator("#file-summary")).isVisible();
      assertThat(files()).isEqualTo(1);
      visitor.locator("#stored-data > vaadin-details-summary").click();
      visitor.locator("#delete-my-data").click();
      assertThat(visitor.locator("#delete-my-data")).containsText("Press again");
      visitor.locator("#delete-my-data").click();
      assertThat(visitor.locator("#file-summary")).hasCount(0);
      assertThat(visitor.locator("#upload")).isVisible();
      visitor.waitForCondition(
          () -> {
            try {
              return files() == 0;
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          });
      visitor.locator(".sample-card").first().click();
      assertThat(visitor.locator("#file-summary")).isVisible();
      visitor.locator("#epochs input").focus();
      visitor.keyboard().press("End");
      visitor.locator("#detect").click();
      assertThat(visitor.locator("#progress"))
          .containsText(Pattern.compile("Preparing|Scoring|Training"));
      server.process().destroy();
      assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      visitor.close();
      assertThat(jobs()).isEqualTo("queued 0 FALSE;");
      assertThat(server.log()).doesNotContain(" WARN ", " ERROR ");
    }
  }
}
