package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Segments;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The charts over time: the series with what was expected, and the score with its threshold. */
final class ResultCharts extends Div {

  /** More stretches above the threshold would only slow the drawing. */
  private static final int FAINT_SHOWN = 200;

  private final LineChart values;
  private final LineChart scores;
  private final LinkedCharts linked;
  private DetectionResult result;
  private final Span addedKey = key("added", "added by you");
  private boolean components;

  /**
   * @param title above the series
   * @param band of the result
   * @param onPoint hears which point was clicked
   * @param onMarked hears which stretch was marked
   */
  ResultCharts(
      String title,
      TimeSeries series,
      DetectionResult result,
      ExpectedBand band,
      IntConsumer onPoint,
      Consumer<Segment> onMarked) {
    this.result = result;
    addClassName("result-charts");
    List<MissingStretch> missing = MissingStretch.in(series.times());
    double[] expected = result.components().expected();
    values =
        new LineChart(
            "series-chart",
            title,
            series.times(),
            missing,
            List.of(
                ChartLine.band("expected range", expected, band::low, band::high),
                ChartLine.line("expected", expected, ChartLine.Role.EXPECTED),
                ChartLine.line(series.name(), series.values(), ChartLine.Role.VALUE)));
    values.showNavigator();
    values.leaveRoomForMarkers();
    values.showMarkers(true);
    scores = new LineChart("score-chart", "Anomaly score", series.times(), missing, scoreLines());
    scores.addToHead(componentSwitch());
    linked =
        new LinkedCharts(
            series.times(),
            List.of(values, scores),
            onPoint,
            new PointTips(series, missing, () -> Optional.of(this.result)),
            onMarked);
    values.addToHead(legend(!missing.isEmpty()));
    judged();
    add(linked);
  }

  /** Shows the same scores as judged anew. */
  void show(DetectionResult judged) {
    boolean fusedAnew =
        !judged.settings().detector().equals(result.settings().detector())
            || judged.benfordWeight() != result.benfordWeight();
    result = judged;
    judged();
    if (fusedAnew) {
      scores.showLines(scoreLines());
    }
  }

  private void judged() {
    values.showAnomalies(result.anomalies());
    scores.showAnomalies(result.anomalies());
    scores.showLevel("threshold", result.threshold());
    scores.showFaint(above());
  }

  /** Where the score reaches the threshold without being flagged, the longest stretches. */
  private List<Segment> above() {
    double[] score = result.score();
    return Runs.of(score.length, i -> score[i] >= result.threshold() && !result.isAnomaly(i))
        .segments()
        .stream()
        .sorted(Comparator.comparingInt(Segment::length).reversed())
        .limit(FAINT_SHOWN)
        .toList();
  }

  /** Draws stretches that a person added as missed. */
  void showAdded(List<Segment> stretches) {
    values.showAdded(stretches);
    scores.showAdded(stretches);
    addedKey.setVisible(!stretches.isEmpty());
  }

  /** Draws an anomaly stronger than the others. */
  void mark(@Nullable Anomaly anomaly) {
    values.mark(anomaly);
    scores.mark(anomaly);
  }

  /** Shows a stretch in all charts. */
  void zoomTo(Segment range) {
    linked.zoomTo(range);
  }

  /**
   * Shows a stretch with its neighbourhood.
   *
   * @param window window length in points
   */
  void zoomAround(Segment segment, int window) {
    linked.zoomAround(segment, window);
  }

  /** Whether a drag marks a stretch instead of zooming. */
  void setMarking(boolean marking) {
    linked.setMarking(marking);
  }

  /** The stretch that is shown. */
  Segment visibleRange() {
    return linked.visibleRange();
  }

  private List<ChartLine> scoreLines() {
    ComponentScores parts = result.components();
    return List.of(
        ChartLine.line("LSTM", parts.reconstruction(), ChartLine.Role.LSTM).visible(components),
        ChartLine.line("Benford", parts.benford(), ChartLine.Role.BENFORD).visible(components),
        ChartLine.line("score", result.score(), ChartLine.Role.SCORE));
  }

  private Div componentSwitch() {
    Map<Boolean, String> choices = new LinkedHashMap<>();
    choices.put(false, "Score");
    choices.put(true, "Show components");
    Div keys = new Div(key("score", "score"), key("lstm", "LSTM"), key("benford", "digits"));
    keys.addClassNames("legend", "parts");
    keys.setVisible(false);
    Segments<Boolean> choice =
        new Segments<>(
            "Scores shown",
            choices,
            shown -> {
              components = shown;
              keys.setVisible(shown);
              scores.showLines(scoreLines());
            });
    choice.addClassName("score-parts");
    Span faint = key("faint", "above the threshold, not itself unusual");
    faint.setTitle(
        "The score of a point looks at the stretch around it. Of what lies above the threshold,"
            + " the part that is unusual itself is flagged.");
    Div box = new Div(faint, keys, choice);
    box.addClassName("head-end");
    return box;
  }

  private Div legend(boolean missing) {
    Div legend =
        new Div(
            key("value", "value"),
            key("expected", "expected"),
            key("range", "its 95 % band"),
            key("anomaly", "anomaly"),
            key("low", "low"),
            key("medium", "medium"),
            key("high", "high severity"));
    addedKey.setVisible(false);
    legend.add(addedKey);
    if (missing) {
      legend.add(key("missing", "missing"));
    }
    legend.addClassName("legend");
    return legend;
  }

  private static Span key(String role, String text) {
    Span mark = new Span();
    mark.addClassNames("key", "key-" + role);
    mark.getElement().setAttribute("aria-hidden", "true");
    Span key = new Span(mark, new Span(text));
    key.addClassName("legend-item");
    return key;
  }
}
