package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job in a real browser against the packaged application. */
class MainJobIT extends BrowserTest {

  @Test
  void aVisitorUploadsAFileAndSeesItsAnomalies() throws Exception {
    assertThat(page.locator("#result-summary")).hasCount(0);
    assertThat(page.locator("#detect")).isDisabled();
    uploadAndDetect();

    assertThat(page.locator("#result-summary")).containsText("anomaly");
    assertThat(page.locator("#series-chart .highcharts-graph").first()).isVisible();
    assertThat(page.locator("#score-chart .highcharts-graph").first()).isVisible();
    assertThat(page.locator("#score-chart .level")).hasCount(1);
    assertThat(bandsOf("series-chart").first()).isAttached();
    assertThat(page.locator("#anomaly-grid")).containsText("2024-04-0");
    assertThat(page.locator("#cancel")).isHidden();
    assertThat(page.locator("#detect")).isEnabled();
    assertThat(page.locator("#error-message")).hasCount(0);
  }

  @Test
  void clickingAAnomalyZoomsBothChartsAndTheWholeSeriesComesBack() throws Exception {
    openResult();
    double wholeSeries = shownFrom("series-chart");
    page.locator("#anomaly-grid vaadin-grid-cell-content", withText("2024-04-0")).first().click();
    page.waitForCondition(() -> shownFrom("series-chart") > wholeSeries);
    page.waitForCondition(() -> shownFrom("score-chart") == shownFrom("series-chart"));
    page.locator(".show-all").click();
    page.waitForCondition(() -> shownFrom("series-chart") == wholeSeries);
    page.waitForCondition(() -> shownFrom("score-chart") == wholeSeries);
  }

  @Test
  void cancelStopsARunAndKeepsTheResultBefore() throws Exception {
    openResult();
    page.locator("#epochs input").focus();
    page.keyboard().press("End");
    page.locator("#detect").click();
    assertThat(page.locator("#cancel")).isVisible();
    assertThat(page.locator("#detect")).isDisabled();
    assertThat(page.locator("#progress")).containsText(Pattern.compile("epoch \\d+ of 60, loss"));
    page.locator("#cancel").click();
    assertThat(page.locator("#detect"))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(1_000));
    assertThat(page.locator("#cancel")).isHidden();
    assertThat(page.locator("#progress")).isHidden();
    assertThat(page.locator("#result-summary")).isVisible();
  }

  @Test
  void aBadFileIsNamedAndTheResultBeforeStays() throws Exception {
    openResult();
    upload(file("words.csv", "a,b\nno,number\nhere,either\n".repeat(40)));
    Locator error = page.locator("#error-message");
    assertThat(error).containsText("words.csv");
    assertThat(error).hasAttribute("role", "alert");
    assertThat(page.locator("#result-summary")).isVisible();

    upload(file("empty.csv", ""));
    assertThat(error).containsText("empty.csv");
    upload(file("short.csv", "t,v\n2024-01-01,1\n2024-01-02,2\n"));
    assertThat(error).containsText("32");
    upload(file("large.csv", "x\n" + "1\n".repeat(SharedServer.UPLOAD_LIMIT)));
    assertThat(error).containsText("larger than the 2.9 MB");
    assertThat(page.locator("#result-summary")).isVisible();

    upload(file("load.csv", TestSeries.csv()));
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    assertThat(error).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Taxi", "Office", "Server", "COVID"})
  void everySampleGivesAResult(String sample) {
    choose("sample-data", sample);
    assertThat(page.locator("#file-summary")).containsText("rows");
    detectQuickly();
    assertThat(bandsOf("series-chart").first()).isAttached();
  }

  @Test
  void otherColumnsCanBeChosen() throws Exception {
    StringBuilder text = new StringBuilder("day;one;two\n");
    for (int i = 0; i < 60; i++) {
      text.append("2024-01-01;").append(i % 7).append(",5;").append(100 + i % 5).append('\n');
    }
    upload(file("two.csv", text.toString()));
    assertThat(page.locator("#file-summary")).containsText("60 rows");
    choose("value-column", "two");
    assertThat(page.locator("#file-summary")).containsText("100 to 104");
    choose("date-column", "number the rows");
    assertThat(page.locator("#file-summary")).containsText("row 1 to row 60");
  }

  @Test
  void twoVisitorsDetectAtOnceAndBothGoOn() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    page.locator("#detect").click();
    Page other = newVisitor();
    other.locator(".sample-card").first().click();
    assertThat(other.locator("#file-summary")).containsText("10,320 rows");
    trainShortly(other);
    other.locator("#detect").click();
    assertThat(other.locator("#cancel")).isVisible();
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
    assertThat(other.locator("#result-summary")).isVisible(within(PATIENCE));
    other.close();
  }

  @Test
  void aReloadKeepsTheResult() throws Exception {
    openResult();
    page.reload();
    assertThat(page.locator("#result-summary")).isVisible();
    assertThat(bandsOf("series-chart").first()).isAttached();
    assertThat(page.locator("#detect")).isEnabled();
  }

  @Test
  void theAnnotatedCsvCanBeTakenAway() throws Exception {
    openResult();
    Download download = page.waitForDownload(() -> page.locator("#export-csv").click());
    assertThat(download.suggestedFilename()).isEqualTo("load-anomalies.csv");
    assertThat(Files.readString(download.path()).lines()).hasSize(TestSeries.ROWS + 1);
  }

  @Test
  void readingTheExplanationLosesNothing() throws Exception {
    openResult();
    page.locator("#how-it-works").click();
    assertThat(page.locator("h1")).hasText("How it works");
    // Address and server follow the text: earlier, going back would be taken for nothing.
    page.waitForURL("**/how-it-works");
    page.waitForFunction(
        "() => Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");
    page.goBack();
    assertThat(page.locator("#result-summary")).isVisible();
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    assertThat(bandsOf("series-chart").first()).isAttached();
  }

  @Test
  void aReloadDoesNotLoseARunningDetection() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    page.locator("#detect").click();
    assertThat(page.locator("#cancel")).isVisible();
    page.reload();
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Light", "Dark"})
  void nothingKeepsPeopleWithDisabilitiesOut(String scheme) throws Exception {
    choose("color-scheme", scheme);
    openResult();
    requireAccessible();
  }
}
