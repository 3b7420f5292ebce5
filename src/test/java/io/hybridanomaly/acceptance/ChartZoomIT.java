package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The axes of a series with missing stretches stay within its data, however one zooms. */
class ChartZoomIT extends BrowserTest {

  private static final double FIRST = millis(LocalDateTime.of(2013, 7, 4, 0, 0));
  private static final double LAST = millis(LocalDateTime.of(2014, 5, 28, 15, 0));

  /** Ten times the highest temperature of the sample. */
  private static final double HIGH = 862;

  /** Counts the times the server has sent points, by which a test knows that they are drawn. */
  private static final String COUNT_SENT =
      """
      () => {
        const scripts = window.hybridCharts;
        const send = scripts.setData;
        window.sentSeries = 0;
        scripts.setData = (...given) => {
          send(...given);
          window.sentSeries++;
        };
      }""";

  private static final String RANGE =
      """
      (chart, axis) => {
        const { min, max } = chart.configuration[axis][0].getExtremes();
        return [min, max];
      }""";

  private static double millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  @Test
  void theWholeSeriesIsShownAfterEveryZoom() {
    page.locator(".sample-card", withText("Office temperature")).click();
    assertThat(page.locator("#file-summary")).containsText("rows");
    detectQuickly();
    theWholeSeriesIsShown();
    page.evaluate(COUNT_SENT);

    afterPointsCame(() -> row(0).click());
    assertThat(page.locator("#period-explanation")).isVisible();
    theDataBoundTheAxes();
    afterPointsCame(this::showAll);
    theWholeSeriesIsShown();

    afterPointsCame(() -> row(1).click());
    theDataBoundTheAxes();
    afterPointsCame(this::showAll);
    theWholeSeriesIsShown();

    afterPointsCame(this::zoomAsByADrag);
    theDataBoundTheAxes();
    afterPointsCame(this::showAll);
    theWholeSeriesIsShown();

    afterPointsCame(() -> turnTheWheel(-400));
    theDataBoundTheAxes();
    assertThat(range("series-chart", "xAxis").getFirst()).isGreaterThan(FIRST);
    afterPointsCame(() -> turnTheWheel(4_000));
    theWholeSeriesIsShown();

    afterPointsCame(() -> turnTheWheel(-400));
    afterPointsCame(() -> page.mouse().dblclick(middle().x, middle().y));
    theWholeSeriesIsShown();

    afterPointsCame(this::zoomBeyondTheData);
    theWholeSeriesIsShown();
  }

  @Test
  void aGapHasNoExpectedValue() {
    page.locator(".sample-card", withText("Office temperature")).click();
    assertThat(page.locator("#file-summary")).containsText("rows");
    detectQuickly();
    Locator gap = page.locator("#series-chart vaadin-chart .highcharts-plot-band.missing");
    BoundingBox widest =
        gap.all().stream()
            .map(Locator::boundingBox)
            .max(Comparator.comparingDouble(box -> box.width))
            .orElseThrow();
    page.mouse().move(widest.x + widest.width / 2, middle().y);
    Locator tip = page.locator(".chart-tip");
    assertThat(tip).containsText("Missing");
    assertThat(tip).not().containsText("Expected");
    page.mouse().move(widest.x + widest.width + 40, middle().y);
    assertThat(tip).containsText("Expected");
    assertThat(tip).containsText("Difference");
    assertThat(tip).containsText("Flagged");
    assertThat(page.locator("#score-chart vaadin-chart .cross")).hasCount(1);
  }

  private Point middle() {
    BoundingBox plot =
        page.locator("#series-chart vaadin-chart .highcharts-plot-background").boundingBox();
    return new Point(plot.x + plot.width / 2, plot.y + plot.height / 2);
  }

  private record Point(double x, double y) {}

  private void turnTheWheel(double pixels) {
    page.mouse().move(middle().x, middle().y);
    page.mouse().wheel(0, pixels);
  }

  private void zoomBeyondTheData() {
    page.locator("#series-chart vaadin-chart")
        .evaluate(
            """
            (chart, [from, to]) =>
              chart.configuration.xAxis[0].setExtremes(from, to, true, false, { trigger: 'zoom' })""",
            List.of(FIRST - (LAST - FIRST), LAST + (LAST - FIRST)));
  }

  /** A row has one cell with its times. */
  private Locator row(int index) {
    return page.locator(
            "#anomaly-grid vaadin-grid-cell-content",
            new Page.LocatorOptions().setHasText(Pattern.compile("201[34]-\\d\\d-\\d\\d")))
        .nth(index);
  }

  private void showAll() {
    page.locator(".show-all").click();
  }

  private void zoomAsByADrag() {
    page.locator("#series-chart vaadin-chart")
        .evaluate(
            """
            (chart, [from, to]) =>
              chart.configuration.xAxis[0].setExtremes(from, to, true, false, { trigger: 'zoom' })""",
            List.of(FIRST + (LAST - FIRST) / 4, FIRST + (LAST - FIRST) / 2));
  }

  /** Both charts have three series, each of which is sent anew after a zoom. */
  private void afterPointsCame(Runnable zoom) {
    int before = sent();
    zoom.run();
    page.waitForCondition(() -> sent() >= before + 6);
  }

  private int sent() {
    return ((Number) page.evaluate("() => window.sentSeries")).intValue();
  }

  private void theWholeSeriesIsShown() {
    theDataBoundTheAxes();
    for (String chart : List.of("series-chart", "score-chart")) {
      List<Double> times = range(chart, "xAxis");
      assertThat(times.getFirst()).isLessThanOrEqualTo(FIRST);
      assertThat(times.getLast()).isGreaterThanOrEqualTo(LAST);
    }
  }

  private void theDataBoundTheAxes() {
    for (String chart : List.of("series-chart", "score-chart")) {
      assertThat(range(chart, "xAxis")).allSatisfy(x -> assertThat(x).isBetween(FIRST, LAST));
      assertThat(range(chart, "yAxis")).allSatisfy(y -> assertThat(y).isBetween(-HIGH, HIGH));
    }
    theLineIsDrawn("series-chart", "value");
    theLineIsDrawn("score-chart", "score");
  }

  private void theLineIsDrawn(String chart, String role) {
    Locator line =
        page.locator("#" + chart + " vaadin-chart .highcharts-series.line-" + role)
            .locator(".highcharts-graph")
            .first();
    assertThat(line).isVisible();
    // A line squeezed into one pixel's width is as good as gone.
    assertThat(line.boundingBox().width).isGreaterThan(100);
  }

  private List<Double> range(String chart, String axis) {
    Object range = page.locator("#" + chart + " vaadin-chart").evaluate(RANGE, axis);
    return ((List<?>) range).stream().map(end -> ((Number) end).doubleValue()).toList();
  }
}
