package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor sees of a result without scrolling, and what the pointer and the keys tell. */
class FirstSightIT extends BrowserTest {

  private static final double LEAST_MARK = 10;

  private Locator marks() {
    return page.locator("#series-chart vaadin-chart .anomaly-mark");
  }

  private void inView(String selector, int height) {
    BoundingBox box = page.locator(selector).first().boundingBox();
    assertThat(box).as(selector).isNotNull();
    assertThat(box.y + box.height).as(selector).isLessThanOrEqualTo(height);
    assertThat(box.y).as(selector).isGreaterThanOrEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"1440, 900", "1024, 900"})
  void aResultFitsOneScreen(int width, int height) throws Exception {
    page.setViewportSize(width, height);
    openResult();
    for (String part :
        List.of("#result-summary", "#series-chart", "#anomaly-grid", "#chat-input")) {
      inView(part, height);
    }
    if (width == 1440) {
      inView("#score-chart", height);
    }
    assertThat(page.locator("#series-chart").boundingBox().width).isGreaterThanOrEqualTo(560);
    assertThat(page.locator("#chat-messages")).isVisible();
    Object clipped =
        page.locator("#anomaly-grid")
            .evaluate("grid => grid.$.table.scrollWidth > grid.$.table.clientWidth");
    assertThat(clipped).isEqualTo(false);
  }

  /** A low screen, with a notice below the page. */
  @Test
  void theListBelowTheChartDoesNotCutItOff() throws Exception {
    page.setViewportSize(1024, 824);
    openResult();
    BoundingBox chart = page.locator("#series-chart").boundingBox();
    BoundingBox pane = page.locator("#pane-result").boundingBox();
    assertThat(chart.y + chart.height).isLessThanOrEqualTo(pane.y + pane.height);
    inView("#chat-input", 824);
  }

  @Test
  void aGermanBrowserHasItsNumbersInTheVerdictAndInTheChat() throws Exception {
    page.close();
    page = newVisitor("de-DE");
    openResult();
    page.locator("#result-summary .link-button", withText("why")).first().click();
    assertThat(page.locator("vaadin-popover", withText("orders of magnitude")).first())
        .containsText(Pattern.compile("only \\d,\\d{3} orders of magnitude"));
    page.locator("#chat-input textarea").fill("How many values are below 1.000.000,5?");
    page.keyboard().press("Enter");
    assertThat(page.locator("#chat-messages")).containsText("1.500 of 1.500");
    assertThat(page.locator("#chat-messages")).containsText("below 1.000.000,5");
    page.locator("#chat-input textarea").fill("What is the maximum?");
    page.keyboard().press("Enter");
    assertThat(page.locator("#chat-messages"))
        .containsText(Pattern.compile(", at \\d\\d\\.\\d\\d\\.2024"));
  }

  @Test
  void anAnomalyIsSeenAtOnceHoweverShort() throws Exception {
    openResult();
    assertThat(marks().first()).isVisible();
    for (Locator mark : marks().all()) {
      assertThat(mark.boundingBox().width).isGreaterThanOrEqualTo(LEAST_MARK);
    }
    assertThat(page.locator("#series-chart vaadin-chart .anomaly-line")).hasCount(1);
    assertThat(page.locator("#series-chart vaadin-chart .severity-stretch").first()).isVisible();
    assertThat(page.locator("#series-chart vaadin-chart .in-overview").first()).isAttached();
    assertThat(page.locator("#series-chart .legend")).containsText("anomaly");
    page.reload();
    assertThat(marks().first()).isVisible();
  }

  @Test
  void aMarkerSelectsAndALaterClickOnTheRowZooms() throws Exception {
    openResult();
    double whole = shownFrom("series-chart");
    page.locator("#series-chart vaadin-chart .marker").first().click();
    assertThat(page.locator("#period-explanation")).isVisible();
    assertThat(shownFrom("series-chart")).isEqualTo(whole);
    page.locator("#anomaly-grid vaadin-grid-cell-content", withText("2024-04-0")).first().click();
    page.waitForCondition(() -> shownFrom("series-chart") > whole);
    assertThat(page.locator("#period-explanation")).isVisible();
  }

  @Test
  void theKeyboardGoesFromPointToPoint() throws Exception {
    openResult();
    page.locator(".linked-charts").focus();
    page.keyboard().press("ArrowRight");
    Locator tip = page.locator(".chart-tip");
    assertThat(tip).containsText("Expected");
    String first = tip.textContent();
    page.keyboard().press("ArrowRight");
    assertThat(tip).not().hasText(first);
    double start = shownFrom("series-chart");
    page.keyboard().press("+");
    page.waitForCondition(() -> shownFrom("series-chart") > start);
    page.keyboard().press("0");
    page.waitForCondition(() -> shownFrom("series-chart") == start);
    page.keyboard().press("Escape");
    assertThat(tip).isHidden();
  }

  @Test
  void theSeriesIsShownWhileANetworkTrains() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    assertThat(page.locator("#preview-chart .highcharts-graph").first()).isVisible();
    assertThat(page.locator(".ready .preview")).isVisible();
    // It takes longer than the look at the page.
    choose("fusion-mode", "Original");
    page.locator("#detect").click();
    assertThat(page.locator(".progress-over")).isVisible();
    assertThat(page.locator("#preview-chart .highcharts-graph").first()).isVisible();
    requireAccessible();
    page.locator("#cancel").click();
    assertThat(page.locator(".progress-over")).isHidden();
  }

  @Test
  void whatNeedsNoNetworkIsThereWhileItLearns() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    page.locator("#epochs input").focus();
    page.keyboard().press("End");
    page.locator("#detect").click();
    Locator preliminary = page.locator("#preliminary");
    assertThat(preliminary).containsText("which is still learning", soon());
    assertThat(bandsOf("preview-chart").first()).isAttached();
    assertThat(page.locator("#cancel")).isVisible();
    assertThat(page.locator("#progress")).isVisible();
    // Nothing of a result is there before it is complete.
    for (String id : List.of("result-summary", "series-chart", "anomaly-grid", "export-csv")) {
      assertThat(page.locator("#" + id)).hasCount(0);
    }
    requireAccessible();
    page.locator("#cancel").click();
    assertThat(preliminary).containsText("its part was cancelled");
    assertThat(page.locator("#cancel")).isHidden();
    assertThat(page.locator("#result-summary")).hasCount(0);

    page.locator("#detect").click();
    assertThat(preliminary).containsText("which is still learning", soon());
    double whole = shownFrom("preview-chart");
    page.locator("#preliminary-grid vaadin-grid-cell-content", withText("2024-04-0"))
        .first()
        .click();
    page.waitForCondition(() -> shownFrom("preview-chart") > whole);
    double zoomed = shownFrom("preview-chart");
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
    assertThat(preliminary).hasCount(0);
    assertThat(page.locator("#period-explanation")).isVisible();
    page.waitForCondition(() -> shownFrom("series-chart") == zoomed);
    page.waitForCondition(() -> shownFrom("score-chart") == zoomed);
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  @Test
  void aStuckStretchIsNamedBeforeTheRun() throws Exception {
    StringBuilder stuck = new StringBuilder();
    List<String> lines = TestSeries.csv().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      // Rows 301 to 312 repeat one value.
      String time = lines.get(i).substring(0, lines.get(i).indexOf(','));
      stuck.append(i > 300 && i <= 312 ? time + ",43.76" : lines.get(i)).append('\n');
    }
    upload(file("stuck.csv", stuck.toString()));
    assertThat(page.locator(".series-preview .note")).containsText("stuck at 43.76");
  }

  @Test
  void aSeverityDoesNotChangeWithTheSensitivity() throws Exception {
    openResult();
    String severity = page.locator("#anomaly-grid .badge").first().textContent();
    page.locator("#sensitivity input").focus();
    page.keyboard().press("End");
    assertThat(page.locator("#result-summary")).containsText("sensitivity 10");
    assertThat(page.locator("#anomaly-grid .badge").first()).hasText(severity);
  }
}
