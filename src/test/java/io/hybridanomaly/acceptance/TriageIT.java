package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts, the self-test, the comparison of runs and the report, in a real browser. */
class TriageIT extends BrowserTest {

  private static final String HOSTILE = "<img src=x onerror=window.evil=1><script>window.evil=1";

  private void selectAnomaly() {
    page.locator("#anomaly-grid vaadin-grid-cell-content", withText("2024-04-0")).first().click();
    assertThat(page.locator("#verdict-true")).isVisible();
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private Path save(Download download, String name) throws Exception {
    return Files.copy(download.path(), file(name, "").resolveSibling("saved-" + name));
  }

  private void markFalseAlarm(String note) {
    selectAnomaly();
    page.locator("#verdict-note input").fill(note);
    page.locator("#verdict-false-alarm").click();
    assertThat(page.locator("#what-if")).containsText("threshold");
    assertThat(page.locator("#anomaly-grid .verdict-false-alarm")).hasText("false alarm");
    assertThat(page.locator("#verdict-note input")).hasValue(note);
  }

  @Test
  void aVerdictIsShownInTheListAndGoesIntoTheDownloads() throws Exception {
    openResult();
    markFalseAlarm("=maintenance, \"planned\"");
    Download csv = page.waitForDownload(() -> page.locator("#export-csv").click());
    String text = Files.readString(csv.path());
    assertThat(text.lines().findFirst().orElseThrow()).endsWith(",expected_high,anomaly,mark,note");
    assertThat(text).contains(",false_alarm,\"'=maintenance, \"\"planned\"\"\"");
    page.locator("#export-more").click();
    Download json = page.waitForDownload(() -> page.locator("#export-json").click());
    assertThat(Files.readString(json.path())).contains("\"verdict\" : \"false_alarm\"");
  }

  @Test
  void aMissedOneIsDraggedOnTheChart() throws Exception {
    openResult();
    double wholeSeries = shownFrom("series-chart");
    page.locator("#drag-missed").click();
    page.locator("#series-chart vaadin-chart").scrollIntoViewIfNeeded();
    BoundingBox plot =
        page.locator("#series-chart vaadin-chart .highcharts-plot-background").boundingBox();
    double y = plot.y + plot.height / 2;
    page.mouse().move(plot.x + plot.width * 0.2, y);
    page.mouse().down();
    page.mouse().move(plot.x + plot.width * 0.25, y, new Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
    assertThat(page.locator("#triage")).containsText("1 missed");
    assertThat(page.locator("#triage .missed-row")).containsText("2024-03-");
    assertThat(page.locator("#drag-missed")).hasAttribute("aria-pressed", "false");
    assertThat(shownFrom("series-chart")).isEqualTo(wholeSeries);
  }

  @Test
  void theDetectorIsTestedOnTheVisitorsData() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    detectQuickly();
    page.locator("#self-test-start").click();
    assertThat(page.locator("#self-test-cancel")).isVisible();
    assertThat(page.locator("#self-test .plain-table")).containsText("Spike", patiently());
    assertThat(page.locator("#self-test")).containsText("injected anomalies found");
    assertThat(page.locator("#self-test")).containsText("Not applicable");
    assertThat(page.locator("#self-test-start")).isEnabled();
  }

  @Test
  void twoRunsAreComparedSideBySide() throws Exception {
    openResult();
    page.locator("#sensitivity input").focus();
    page.keyboard().press("Home");
    assertThat(page.locator("#result-summary")).containsText("sensitivity 0");
    trainShortly(page);
    page.locator("#detect").click();
    assertThat(page.locator("#run-history")).isVisible(within(PATIENCE));
    assertThat(page.locator("#detect")).isEnabled();
    page.locator("#sensitivity input").focus();
    page.keyboard().press("End");
    choose("compare-with", "Run 1");
    assertThat(page.locator("#run-comparison")).containsText("appeared");
    assertThat(page.locator("#run-comparison .differs").first()).isVisible();
  }

  @Test
  void aReportIsOneSafeFileThatBringsTheSessionBack() throws Exception {
    upload(file("load.csv", TestSeries.csv().replaceFirst("load", HOSTILE)));
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    detectQuickly();
    markFalseAlarm(HOSTILE);
    String summary = page.locator("#result-summary h2").innerText();
    Download download = page.waitForDownload(() -> page.locator("#export-report").click());
    assertThat(download.suggestedFilename()).isEqualTo("load-report.html");
    Path report = save(download, "report.html");

    requireSafe(report);

    Page later = newVisitor();
    FileChooser chooser =
        later.waitForFileChooser(() -> later.locator("#upload vaadin-button").click());
    chooser.setFiles(report);
    assertThat(later.locator("#result-summary h2")).hasText(summary);
    assertThat(later.locator("#file-summary")).containsText("load.csv");
    assertThat(later.locator("#anomaly-grid .verdict-false-alarm")).hasText("false alarm");
    assertThat(later.locator("#triage")).containsText("1 false alarm");
    assertThat(later.locator("#detect")).isEnabled();
    assertThat(later.locator("#error-message")).hasCount(0);
    assertThat(later.evaluate("() => window.evil === undefined")).isEqualTo(true);
    later.close();
  }

  /** Opened from the disk it shows everything, asks for nothing and runs nothing. */
  private void requireSafe(Path report) {
    List<String> requests = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    Page reader = page.context().browser().newPage();
    reader.onRequest(request -> requests.add(request.url()));
    reader.onConsoleMessage(message -> messages.add(message.text()));
    reader.navigate(report.toUri().toString());
    assertThat(reader.locator("svg")).hasCount(2);
    assertThat(reader.locator("rect.band").first()).isVisible();
    assertThat(reader.locator("h1")).hasText("load.csv");
    assertThat(reader.locator("body")).containsText("SHA-256");
    assertThat(reader.locator("body")).containsText(HOSTILE);
    assertThat(reader.locator("img")).hasCount(0);
    assertThat(requests).containsExactly(report.toUri().toString());
    assertThat(messages).isEmpty();
    assertThat(reader.evaluate("() => window.evil === undefined")).isEqualTo(true);
    reader.close();
  }

  @Test
  void chartsAreSavedAsPictures() throws Exception {
    openResult();
    page.locator("#export-more").click();
    Download svg = page.waitForDownload(() -> page.locator("#export-series-svg").click());
    assertThat(Files.readString(svg.path()))
        .contains("<svg width=\"960\"")
        .contains("class=\"value\"");
    Download png = page.waitForDownload(() -> page.locator("#export-score-png").click());
    assertThat(png.suggestedFilename()).isEqualTo("score.png");
    assertThat(Files.readAllBytes(png.path())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void labelsOfTheFileMeasureTheResult() throws Exception {
    String[] lines = TestSeries.csv().split("\n", -1);
    StringBuilder text = new StringBuilder(lines[0] + ",label\n");
    for (int i = 0; i < TestSeries.ROWS; i++) {
      boolean broken = i >= TestSeries.BROKEN_FROM && i < TestSeries.BROKEN_TO;
      text.append(lines[i + 1]).append(broken ? ",1\n" : ",0\n");
    }
    upload(file("labelled.csv", text.toString()));
    assertThat(page.locator("#label-column")).containsText("label");
    detectQuickly();
    assertThat(page.locator("#quality")).containsText("VUS-PR", patiently());
    assertThat(page.locator("#quality")).containsText("1 labelled event in the file, 1 found");
  }

  @Test
  void nothingInItKeepsPeopleWithDisabilitiesOut() throws Exception {
    openResult();
    markFalseAlarm("holiday");
    requireAccessible();
  }
}
