package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;

/** Charts as files: SVG that any program can show, in the colours of the page. */
public final class ChartPictures {

  private static final int SERIES_HEIGHT = 300;
  private static final int SCORE_HEIGHT = 200;

  private ChartPictures() {}

  /**
   * The series with what was expected and the anomalies.
   *
   * @param from first point shown
   * @param to the point after the last
   */
  public static String series(
      TimeSeries series, DetectionResult result, int from, int to, PictureTheme theme) {
    return file(
        theme,
        new SvgChart(series.times(), series.name(), SERIES_HEIGHT)
            .range(from, to)
            .bands(result.anomalies())
            .line(result.components().expected(), "expected")
            .line(series.values(), "value"));
  }

  /**
   * The score with the threshold.
   *
   * @param from first point shown
   * @param to the point after the last
   */
  public static String score(
      TimeSeries series, DetectionResult result, int from, int to, PictureTheme theme) {
    return file(
        theme,
        new SvgChart(series.times(), "Anomaly score", SCORE_HEIGHT)
            .range(from, to)
            .bands(result.anomalies())
            .line(result.score(), "score")
            .level(result.threshold()));
  }

  private static String file(PictureTheme theme, SvgChart chart) {
    String svg = chart.svg();
    int inside = svg.indexOf('>') + 1;
    // Without a size of its own a picture viewer would not know how large to draw it.
    String sized =
        svg.substring(0, inside)
            .replace(
                "<svg ",
                "<svg width=\"%d\" height=\"%d\" ".formatted(SvgChart.WIDTH, chart.height()));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + sized
        + "\n"
        + theme.style()
        + svg.substring(inside);
  }
}
