package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the tooltip says of a point, or of a place where points are missing. */
final class PointFacts {

  private final TimeSeries series;
  private final TimeText times;
  private final List<MissingStretch> missing;

  PointFacts(TimeSeries series, List<MissingStretch> missing) {
    this.series = series;
    this.times = Texts.times(series.times());
    this.missing = List.copyOf(missing);
  }

  /**
   * The stretch without points around a place of the time axis.
   *
   * @param place as the axis counts
   */
  Optional<MissingStretch> gapAt(double place) {
    return missing.stream().filter(gap -> gap.from() < place && place < gap.to()).findFirst();
  }

  /** Nothing was measured, so nothing was expected. */
  ArrayNode of(MissingStretch gap) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    add(rows, "Missing", "no values");
    add(rows, "After", times.of(gap.after()));
    add(rows, "Until", times.of(gap.after() + 1));
    return rows;
  }

  /** What is known without a result. */
  ArrayNode of(int point) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    add(rows, "Time", times.of(point));
    add(rows, "Value", Texts.value(series.values()[point]));
    return rows;
  }

  /** Pairs of a name and a text, the way the page's script takes them. */
  ArrayNode of(int point, DetectionResult result) {
    ArrayNode rows = of(point);
    double value = series.values()[point];
    double expected = result.components().expected()[point];
    add(rows, "Expected", Texts.calculated(expected, series.values()));
    add(rows, "Difference", difference(value, expected));
    add(
        rows,
        "Score",
        "%s (threshold %s)"
            .formatted(Texts.score(result.score()[point]), Texts.score(result.threshold())));
    Optional<Anomaly> anomaly = result.anomalyAt(point);
    anomaly.ifPresent(
        flagged ->
            add(
                rows,
                "Severity",
                NumberText.whole(flagged.severity()) + ", " + Severity.of(flagged).text()));
    add(
        rows,
        "Flagged",
        anomaly
            .map(flagged -> "yes, anomaly " + (result.ranked().indexOf(flagged) + 1))
            .orElse("no"));
    return rows;
  }

  /** In the unit of the values, and in percent where that means something. */
  static String difference(double value, double expected) {
    double difference = value - expected;
    String sign = difference > 0 ? "+" : "";
    String units = sign + Texts.calculated(difference, value);
    double percent = 100 * difference / Math.abs(expected);
    return Double.isFinite(percent)
        ? "%s (%s%s %%)".formatted(units, sign, Texts.count(Math.round(percent)))
        : units;
  }

  private static void add(ArrayNode rows, String name, String text) {
    rows.addArray().add(name).add(text);
  }
}
