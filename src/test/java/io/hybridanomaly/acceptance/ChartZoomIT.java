package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The axes of a series with missing stretches stay within its data, however one zooms. */
class ChartZoomIT extends BrowserTest {

  private static final double FIRST = millis(LocalDateTime.of(2013, 7, 4, 0, 0));
  private static final double LAST = millis(LocalDateTime.of(2014, 5, 28, 15, 0));

  /** A chart leaves a hundredth of the time free on both sides of the whole series. */
  private static final double MARGIN = (LAST - FIRST) / 50;

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
  }

  /** Every row has two cells with a time: start and end. */
  private Locator row(int index) {
    return page.locator(
            "#anomaly-grid vaadin-grid-cell-content",
            new Page.LocatorOptions().setHasText(Pattern.compile("201[34]-\\d\\d-\\d\\d")))
        .nth(2 * index);
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
      assertThat(range(chart, "xAxis"))
          .allSatisfy(x -> assertThat(x).isBetween(FIRST - MARGIN, LAST + MARGIN));
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
