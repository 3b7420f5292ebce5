package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbench around a result: layout, charts, what is live, and an anomaly explained. */
class WorkbenchIT extends BrowserTest {

  private static final int PHONE = 390;

  private double widthOf(String pane) {
    BoundingBox box = page.locator("#pane-" + pane).boundingBox();
    return box == null ? 0 : box.width;
  }

  private Locator inChart(String chart, String css) {
    return page.locator("#" + chart + " vaadin-chart " + css);
  }

  private int pointsOf(String chart, int series) {
    Object count =
        page.locator("#" + chart + " vaadin-chart")
            .evaluate("(chart, i) => chart.configuration.series[i].options.data.length", series);
    return ((Number) count).intValue();
  }

  private void selectFirstAnomaly() {
    page.locator("#anomaly-grid vaadin-grid-cell-content", withText("2024-04-0")).first().click();
    assertThat(page.locator("#period-explanation")).isVisible();
  }

  /** The view lives as long as the tab, whatever is typed into the address bar. */
  @Test
  void anotherAddressInTheSameTabFindsThePageAgain() {
    String start = page.url();
    page.locator(".sample-card").first().click();
    assertThat(page.locator("#file-summary")).isVisible();
    page.navigate(start + "r/mistyped");
    assertThat(page.locator("#error-message")).containsText("its link has expired");
    assertThat(page.locator("#file-summary")).isVisible();
    page.navigate(start + "how-it-works");
    assertThat(page.locator("main")).containsText("Two witnesses");
    page.navigate(start);
    assertThat(page.locator("#file-summary")).isVisible();
    assertThat(page.locator("#error-message")).isHidden();
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1024})
  void threePanesStandSideBySide(int width) {
    page.setViewportSize(width, 900);
    assertThat(page.locator("#pane-data")).isVisible();
    assertThat(page.locator("#pane-result")).isVisible();
    assertThat(page.locator("#pane-chat")).isVisible();
    assertThat(page.locator(".pane-tabs")).isHidden();
    assertThat(widthOf("result")).isGreaterThan(300);
    Object overflow =
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(overflow).isEqualTo(false);
  }

  @Test
  void inANarrowWindowAnAnswerDoesNotWidenThePage() throws Exception {
    openResult();
    page.setViewportSize(400, 800);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Anomalies & chat")).click();
    Locator question = page.locator(".chat-ask textarea, .chat-ask input").first();
    question.fill("What is the mean?");
    question.press("Enter");
    assertThat(page.locator("#chat-messages")).containsText("The mean of the whole series");
    Object overflow =
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(overflow).isEqualTo(false);
  }

  @Test
  void panesAreResizedAndFoldedWithTheKeyboardAndTheTabRemembersIt() {
    Locator line = page.locator(".divider-chat .splitter");
    double before = widthOf("chat");
    line.focus();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowLeft");
    page.waitForCondition(() -> widthOf("chat") > before + 40);
    page.locator(".divider-data .fold").press("Enter");
    assertThat(page.locator("#pane-data")).isHidden();
    assertThat(page.locator(".divider-data .fold")).hasAttribute("aria-expanded", "false");
    page.reload();
    assertThat(page.locator("#pane-data")).isHidden();
    assertThat(page.locator("#pane-chat")).isVisible();
    page.waitForCondition(() -> widthOf("chat") > before + 40);
    page.locator(".divider-data .fold").click();
    assertThat(page.locator("#upload")).isVisible();
  }

  @Test
  void aDragMakesAPaneWider() {
    BoundingBox line = page.locator(".divider-data .splitter").boundingBox();
    double before = widthOf("data");
    double x = line.x + line.width / 2;
    double y = line.y + line.height / 2;
    page.mouse().move(x, y);
    page.mouse().down();
    page.mouse().move(x + 60, y);
    page.mouse().up();
    assertThat(widthOf("data")).isBetween(before + 50, before + 70);
  }

  @Test
  void onAPhonePanesAreTabsAndAResultComesToTheFront() throws Exception {
    page.setViewportSize(PHONE, 844);
    assertThat(page.locator(".pane-tabs")).isVisible();
    assertThat(page.locator("#upload")).isVisible();
    assertThat(page.locator("#pane-chat")).isHidden();
    uploadAndDetect();
    assertThat(page.locator("#upload")).isHidden();
    assertThat(inChart("series-chart", ".highcharts-graph").first()).isVisible();
    page.locator("vaadin-tab", withText("Chat")).click();
    assertThat(page.locator("#pane-chat")).isVisible();
    assertThat(page.locator("#result-summary")).isHidden();
    page.locator("vaadin-tab", withText("Data")).click();
    assertThat(page.locator("#upload")).isVisible();
  }

  @Test
  void twoClicksGiveANewcomerAResult() {
    page.locator(".sample-card", withText("COVID")).click();
    page.locator(".detect-now").click();
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  @Test
  void theSeriesHasItsExpectationAndTheScoreItsParts() throws Exception {
    openResult();
    assertThat(inChart("series-chart", ".line-expected .highcharts-graph")).isAttached();
    assertThat(inChart("series-chart", ".line-range .highcharts-area")).isAttached();
    assertThat(inChart("series-chart", ".highcharts-navigator-series").first()).isAttached();
    assertThat(pointsOf("series-chart", 2)).isBetween(TestSeries.ROWS, 4_000);
    assertThat(pointsOf("score-chart", 0)).isZero();
    page.locator(".score-parts button", withText("Show components")).click();
    page.waitForCondition(() -> pointsOf("score-chart", 0) >= TestSeries.ROWS);
    assertThat(inChart("score-chart", ".line-benford .highcharts-graph")).isVisible();

    assertThat(inChart("training-chart", ".highcharts-point").first()).isAttached();
    // A training ends when it has learned, after cycles of five epochs.
    assertThat(inChart("training-chart", ".points-loss .highcharts-point").nth(4)).isAttached();
    assertThat(inChart("digit-chart", ".columns-observed .highcharts-point")).hasCount(9);
  }

  @Test
  void missingStretchesAreMarkedAndNotBridged() throws Exception {
    String csv = TestSeries.csv();
    List<String> lines = csv.lines().toList();
    StringBuilder gappy = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i < 300 || i > 400) {
        gappy.append(lines.get(i)).append('\n');
      }
    }
    upload(file("gappy.csv", gappy.toString()));
    assertThat(page.locator("#file-summary")).containsText("1,399 rows");
    detectQuickly();
    assertThat(inChart("series-chart", ".missing")).hasCount(1);
    Object broken =
        page.locator("#series-chart vaadin-chart")
            .evaluate(
                "chart => chart.configuration.series[2].points.filter(p => p.y === null).length");
    assertThat(((Number) broken).intValue()).isEqualTo(1);
  }

  @Test
  void sensitivityAndFusionAreLive() throws Exception {
    openResult();
    assertThat(page.locator("#sensitivity-curve svg")).isVisible();
    int before = bandsOf("series-chart").count();
    page.locator("#sensitivity input").focus();
    page.keyboard().press("End");
    assertThat(page.locator("#sensitivity-curve"))
        .containsText(Pattern.compile("[Ff]lags \\d+ anomal(?:y|ies), [0-9.]+ % of all points"));
    assertThat(page.locator("#result-summary")).containsText("sensitivity 10");
    String headline = page.locator("#result-summary h2").textContent();
    // Digits that are no evidence add others.
    choose("fusion-mode", "Either");
    assertThat(page.locator("#result-summary h2")).not().hasText(headline);
    assertThat(page.locator("#progress")).isHidden();
    choose("fusion-mode", "Calibrated");
    assertThat(page.locator("#result-summary h2")).hasText(headline);
    page.locator("#sensitivity input").focus();
    page.keyboard().press("Home");
    page.waitForCondition(() -> bandsOf("series-chart").count() <= before);
    assertThat(page.locator("#result-summary")).containsText("sensitivity 0");
    assertThat(page.locator("#progress")).isHidden();
    choose("fusion-mode", "Original");
    assertThat(page.locator(".pending")).containsText("Press Detect to apply the new fusion mode");
    choose("fusion-mode", "Calibrated");
    assertThat(page.locator(".pending")).isHidden();
    page.locator("#epochs input").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".pending")).containsText("number of epochs");
  }

  @Test
  void aSelectedAnomalyIsExplained() throws Exception {
    openResult();
    assertThat(page.locator("#digit-chart")).containsText("the whole series");
    assertThat(page.locator("#explain-anomaly")).hasCount(0);
    selectFirstAnomaly();
    assertThat(page.locator("#period-explanation"))
        .containsText(Pattern.compile("largest difference is at 2024-04-0.*threshold is"));
    assertThat(inChart("period-chart", ".line-value .highcharts-graph")).isVisible();
    assertThat(page.locator(".contributions").first()).containsText("2024-04-0");
    assertThat(page.locator("#digit-chart")).containsText("the selected anomaly");
    assertThat(inChart("series-chart", ".anomaly.selected")).hasCount(1);
    page.locator("#explain-anomaly").click();
    assertThat(page.locator("#pane-chat")).isVisible();
    page.locator("#digit-audit summary, #digit-audit vaadin-details-summary").first().click();
    assertThat(page.locator("#digit-audit")).containsText("First two digits");
  }

  @Test
  void aClickOnABandSelectsItsAnomaly() throws Exception {
    openResult();
    BoundingBox band = bandsOf("score-chart").first().boundingBox();
    page.mouse().click(band.x + band.width / 2, band.y + 10);
    assertThat(page.locator("#period-explanation")).isVisible();
    assertThat(inChart("series-chart", ".anomaly.selected")).hasCount(1);
  }

  @Test
  void theKeyboardZoomsAndPansBothCharts() throws Exception {
    openResult();
    double start = shownFrom("series-chart");
    page.locator(".chart-tools button[aria-label='Zoom in']").press("Enter");
    page.waitForCondition(() -> shownFrom("series-chart") > start);
    double zoomed = shownFrom("series-chart");
    page.locator(".chart-tools button[aria-label='Later']").press("Enter");
    page.waitForCondition(() -> shownFrom("series-chart") > zoomed);
    page.waitForCondition(() -> shownFrom("score-chart") == shownFrom("series-chart"));
  }

  @Test
  void theStabilityOfTheAnomaliesCanBeChecked() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    detectQuickly();
    page.locator("#check-stability").click();
    assertThat(page.locator("#anomaly-grid"))
        .containsText(
            Pattern.compile("\\d of 5"),
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  @Test
  void anUnknownAddressAnswers404InPlainWords() {
    APIResponse answer = page.request().get(page.url() + "no/such/page");
    assertThat(answer.status()).isEqualTo(404);
    page.navigate(page.url() + "no/such/page");
    assertThat(page.locator("h1")).hasText("There is nothing here");
    page.locator(".not-found a").click();
    assertThat(page.locator("#upload")).isVisible();
  }

  @Test
  void theExplanationCanBePlayedWith() {
    page.locator("#how-it-works").click();
    assertThat(page.locator(".layer")).hasCount(9);
    assertThat(page.locator(".benford-figure .note")).containsText("law applies");
    page.locator(".benford-figure button", withText("Heights")).click();
    assertThat(page.locator(".benford-figure .note")).containsText("does not apply");
    requireAccessible();
  }

  @Test
  void aVisitThatHasEndedSaysSoAndGoesOnWithOneKey() {
    // The browser still has its ticket, but the server does not know it any more.
    page.context().addCookies(List.of(new Cookie("JSESSIONID", "gone").setUrl(page.url())));
    page.locator(".sample-card").first().click();
    Locator notice = page.locator(".v-system-error");
    assertThat(notice).containsText("This visit has ended");
    // A key does what a click does.
    assertThat(notice).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#upload")).isVisible();
    assertThat(notice).hasCount(0);
  }

  @Test
  void aLostConnectionIsToldAndComesBackByItself() {
    page.context().setOffline(true);
    page.locator(".sample-card").first().click();
    Locator indicator = page.locator("vaadin-connection-indicator");
    assertThat(indicator).containsText("The connection to the server is lost");
    page.context().setOffline(false);
    assertThat(page.locator("#file-summary")).isVisible(within(PATIENCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Light", "Dark"})
  void anExplainedAnomalyKeepsNobodyOut(String scheme) throws Exception {
    choose("color-scheme", scheme);
    openResult();
    selectFirstAnomaly();
    page.locator(".score-parts button", withText("Show components")).click();
    requireAccessible();
  }
}
