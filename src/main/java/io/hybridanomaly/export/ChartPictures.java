package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;

/** Charts as files: SVG that any program can show, in colours for white paper. */
public final class ChartPictures {

  private static final int SERIES_HEIGHT = 300;
  private static final int SCORE_HEIGHT = 200;

  private static final String STYLE =
      """
      <style>
        svg { background: #ffffff; font: 12px sans-serif; }
        text { fill: #5a6472; }
        path { fill: none; stroke-width: 1.3; }
        .value { stroke: #1f6feb; }
        .expected { stroke: #0f8a5f; }
        .score { stroke: #6b3fd4; }
        .grid { stroke: #dfe3e9; }
        .level { stroke: #d92d20; stroke-width: 1.5; stroke-dasharray: 6 4; }
        .band { fill: #d92d20; fill-opacity: 0.2; }
      </style>
      """;

  private ChartPictures() {}

  /**
   * The series with what was expected and the abnormal periods.
   *
   * @param from first point shown
   * @param to the point after the last
   */
  public static String series(TimeSeries series, DetectionResult result, int from, int to) {
    return file(
        new SvgChart(series.times(), series.name(), SERIES_HEIGHT)
            .range(from, to)
            .bands(result.periods())
            .line(result.components().expected(), "expected")
            .line(series.values(), "value"));
  }

  /**
   * The score with the threshold.
   *
   * @param from first point shown
   * @param to the point after the last
   */
  public static String score(TimeSeries series, DetectionResult result, int from, int to) {
    return file(
        new SvgChart(series.times(), "Anomaly score", SCORE_HEIGHT)
            .range(from, to)
            .bands(result.periods())
            .line(result.score(), "score")
            .level(result.threshold()));
  }

  private static String file(SvgChart chart) {
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
        + STYLE
        + svg.substring(inside);
  }
}
