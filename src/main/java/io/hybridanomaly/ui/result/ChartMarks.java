package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page's script {@code charts/marks.js} draws over a chart, as that takes it. */
final class ChartMarks {

  /** Pixels above the lines for markers and strip. */
  static final int ROOM = 32;

  /** A point that stands out. */
  record Dot(int point, double value, Kind kind) {

    /** Why. */
    enum Kind {
      OUTLIER,
      DUPLICATE
    }
  }

  /** More would lie over each other. */
  private static final int MOST_ANOMALIES = 400;

  private final TimeAxis times;
  private final TimeText text;
  private boolean markers;
  private List<Dot> dots = List.of();

  ChartMarks(TimeAxis times) {
    this.times = times;
    this.text = Texts.times(times);
  }

  /** Whether anomalies have markers and a strip. */
  void showMarkers(boolean shown) {
    markers = shown;
  }

  void show(List<Dot> found) {
    dots = List.copyOf(found);
  }

  ObjectNode json(List<Anomaly> anomalies, @Nullable Anomaly selected) {
    ObjectNode marks = JsonMapper.shared().createObjectNode();
    marks.put("strip", markers);
    ArrayNode stretches = marks.putArray("anomalies");
    List<Anomaly> ranked = anomalies.stream().sorted(Anomaly.MOST_SEVERE_FIRST).toList();
    for (int i = 0; i < Math.min(MOST_ANOMALIES, ranked.size()); i++) {
      Anomaly anomaly = ranked.get(i);
      Segment segment = anomaly.segment();
      stretches
          .addObject()
          .put("from", ChartBands.left(times, segment))
          .put("to", ChartBands.right(times, segment))
          .put("severity", Severity.of(anomaly).text())
          .put("number", i + 1)
          .put("selected", anomaly.equals(selected))
          .put("title", "Anomaly %d: %s".formatted(i + 1, text.of(segment.from())));
    }
    ArrayNode found = marks.putArray("found");
    for (Dot dot : dots) {
      found
          .addObject()
          .put("x", times.position(dot.point()))
          .put("y", dot.value())
          .put("kind", dot.kind().name().toLowerCase(Locale.ROOT));
    }
    return marks;
  }
}
