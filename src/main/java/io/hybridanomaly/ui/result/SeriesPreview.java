package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.DataFindings;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A series before there is a result: as it is, with what the check of its data has found. */
public final class SeriesPreview extends Div {

  /** Stretches named in words; the chart shows all. */
  private static final int NAMED = 2;

  /**
   * @param loaded what a detection would look at
   */
  public SeriesPreview(LoadedSeries loaded) {
    addClassName("series-preview");
    TimeSeries series = loaded.series();
    DataFindings found = DataFindings.of(loaded);
    LineChart chart =
        new LineChart(
            "preview-chart",
            loaded.title(),
            series.times(),
            found.missing(),
            List.of(ChartLine.line(series.name(), series.values(), ChartLine.Role.VALUE)));
    chart.showFaint(found.constant());
    chart.showFound(
        Stream.concat(
                found.outliers().stream().map(i -> dot(series, i, ChartMarks.Dot.Kind.OUTLIER)),
                found.duplicates().stream().map(i -> dot(series, i, ChartMarks.Dot.Kind.DUPLICATE)))
            .toList());
    Paragraph words = new Paragraph(words(series, found));
    words.addClassName("note");
    add(chart, words);
  }

  private static ChartMarks.Dot dot(TimeSeries series, int point, ChartMarks.Dot.Kind kind) {
    return new ChartMarks.Dot(point, series.values()[point], kind);
  }

  private static String circles(String colour, int shown, int all) {
    return shown == all
        ? " (%s circles)".formatted(colour)
        : " (%s circles for %d of them)".formatted(colour, shown);
  }

  static String words(TimeSeries series, DataFindings found) {
    TimeText times = Texts.times(series.times());
    List<String> words = new ArrayList<>();
    found.constant().stream()
        .limit(NAMED)
        .forEach(stretch -> words.add(stuck(series, times, stretch)));
    if (!found.missing().isEmpty()) {
      words.add(Texts.count(found.missing().size(), "gap") + " (hatched)");
    }
    if (!found.duplicates().isEmpty()) {
      words.add(
          Texts.count(found.allDuplicates(), "repeated time")
              + circles("violet", found.duplicates().size(), found.allDuplicates()));
    }
    if (!found.outliers().isEmpty()) {
      words.add(
          Texts.count(found.allOutliers(), "value")
              + " far out"
              + circles("red", found.outliers().size(), found.allOutliers()));
    }
    return words.isEmpty()
        ? "The check of the data found no gaps, repeated times, stuck or far-out values."
        : "The check of the data found: " + String.join("; ", words) + ".";
  }

  private static String stuck(TimeSeries series, TimeText times, Segment stretch) {
    return "stuck at %s from %s to %s (grey)"
        .formatted(
            Texts.value(series.values()[stretch.from()]),
            times.of(stretch.from()),
            times.of(stretch.last()));
  }
}
