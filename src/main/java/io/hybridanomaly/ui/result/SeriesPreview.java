package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.DataFindings;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A series before there is a result: as it is, with what the check of its data has found, and with
 * what a detection has found before its networks have learned.
 */
public final class SeriesPreview extends Div {

  /** Stretches named in words; the chart shows all. */
  private static final int NAMED = 2;

  private final TimeSeries series;
  private final LineChart chart;
  private final LinkedCharts linked;
  private final Consumer<Anomaly> onSelect;
  private @Nullable DetectionResult found;
  private @Nullable Anomaly marked;

  /**
   * @param loaded what a detection would look at
   * @param onSelect hears which anomaly was clicked
   */
  public SeriesPreview(LoadedSeries loaded, Consumer<Anomaly> onSelect) {
    this.onSelect = onSelect;
    addClassName("series-preview");
    series = loaded.series();
    DataFindings check = DataFindings.of(loaded);
    chart =
        new LineChart(
            "preview-chart",
            loaded.title(),
            series.times(),
            check.missing(),
            List.of(ChartLine.line(series.name(), series.values(), ChartLine.Role.VALUE)));
    chart.leaveRoomForMarkers();
    chart.showFaint(check.constant());
    chart.showFound(
        Stream.concat(
                check.outliers().stream().map(i -> dot(series, i, ChartMarks.Dot.Kind.OUTLIER)),
                check.duplicates().stream().map(i -> dot(series, i, ChartMarks.Dot.Kind.DUPLICATE)))
            .toList());
    linked =
        new LinkedCharts(
            series.times(),
            List.of(chart),
            this::selectAt,
            new PointTips(series, check.missing(), () -> Optional.ofNullable(found)),
            ignored -> {});
    Paragraph words = new Paragraph(words(series, check));
    words.addClassName("note");
    add(linked, words);
  }

  private void selectAt(int point) {
    Optional.ofNullable(found).flatMap(result -> result.anomalyAt(point)).ifPresent(onSelect);
  }

  /**
   * Shows what was found so far.
   *
   * @param result empty: nothing yet
   * @param selected one of its anomalies
   */
  public void show(Optional<DetectionResult> result, Optional<Anomaly> selected) {
    DetectionResult now = result.orElse(null);
    if (!Objects.equals(now, found)) {
      found = now;
      chart.showMarkers(now != null);
      chart.showAnomalies(now == null ? List.of() : now.anomalies());
    }
    if (!Objects.equals(marked, selected.orElse(null))) {
      marked = selected.orElse(null);
      chart.mark(marked);
    }
  }

  /**
   * Shows an anomaly with its neighbourhood.
   *
   * @param window window length in points
   */
  public void zoomAround(Anomaly anomaly, int window) {
    linked.zoomAround(anomaly.segment(), window);
  }

  /** The stretch that is shown, unless that is the whole series. */
  public Optional<Segment> zoomed() {
    return Optional.of(linked.visibleRange()).filter(range -> range.length() < series.size());
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
