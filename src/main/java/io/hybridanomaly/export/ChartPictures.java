package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;

/** Charts as files: SVG that any program can show, in the colours of the page. */
public final class ChartPictures {

  private ChartPictures() {}

  /**
   * How a picture looks.
   *
   * @param visible the stretch shown
   */
  public record Look(Segment visible, PictureTheme theme, PictureSize size) {}

  /** The series with what was expected, the band around it, and the numbered anomalies. */
  public static String series(Analysis analysis, Look look) {
    DetectionResult result = analysis.result();
    ExpectedBand band = ExpectedBand.of(result.components());
    double[] expected = result.components().expected();
    return file(
        chart(analysis, look, analysis.series().name())
            .around(expected, band::low, band::high)
            .line(expected, "expected")
            .line(analysis.series().values(), "value"),
        look);
  }

  /** The score with the threshold. */
  public static String score(Analysis analysis, Look look) {
    DetectionResult result = analysis.result();
    return file(
        chart(analysis, look, "Anomaly score of " + analysis.series().name())
            .line(result.score(), "score")
            .level(result.threshold()),
        look);
  }

  private static SvgChart chart(Analysis analysis, Look look, String what) {
    Segment visible = look.visible();
    TimeText times = new TimeText(analysis.series().times());
    String title =
        "%s \u00b7 %s, %s to %s"
            .formatted(
                what, analysis.file().name(), times.of(visible.from()), times.of(visible.last()));
    return new SvgChart(analysis.series().times(), title, look.size().height())
        .width(look.size().width())
        .range(visible.from(), visible.to())
        .titled(title)
        .numbered()
        .bands(analysis.result().anomalies());
  }

  private static String file(SvgChart chart, Look look) {
    String svg = chart.svg();
    int inside = svg.indexOf('>') + 1;
    // Without a size of its own a picture viewer would not know how large to draw it.
    String sized =
        svg.substring(0, inside)
            .replace(
                "<svg ",
                "<svg width=\"%d\" height=\"%d\" ".formatted(chart.width(), chart.height()));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + sized
        + "\n"
        + look.theme().style()
        + svg.substring(inside);
  }
}
