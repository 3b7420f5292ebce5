package io.hybridanomaly.export;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line chart over time as a picture in SVG, without a script and without a browser. Each column
 * of pixels shows the range of its points, so that a spike of a single point stays visible.
 */
final class SvgChart {

  static final int WIDTH = 960;
  private static final int LEFT = 70;
  private static final int RIGHT = 12;
  private static final int BOTTOM = 26;
  private static final int TIME_LABELS = 6;

  /** Above the lines: nothing, numbers of anomalies, a title and a legend. */
  private static final int TOP = 10;

  private static final int ROOM_FOR_NUMBERS = 16;
  private static final int ROOM_FOR_TITLE = 50;
  private static final int KEY_WIDTH = 120;

  private record Line(double[] values, String style) {}

  /** A band around a line. */
  private record Range(double[] values, ExpectedBand.Edge low, ExpectedBand.Edge high) {}

  private final TimeAxis times;

  /** The points after which some are missing: nothing is drawn from there to the next. */
  private final BitSet broken = new BitSet();

  private final String description;
  private final int height;
  private int width = WIDTH;
  private int top = TOP;
  private String title = "";
  private boolean numbered;
  private @Nullable Range range;
  private int from;
  private int to;
  private final List<Line> lines = new ArrayList<>();
  private List<Anomaly> bands = List.of();
  private @Nullable Double level;

  /**
   * @param description what the picture shows, for those who do not see it
   * @param height in pixels
   */
  SvgChart(TimeAxis times, String description, int height) {
    this.times = times;
    MissingStretch.in(times).forEach(stretch -> broken.set(stretch.after()));
    this.description = description;
    this.height = height;
    this.to = times.size();
  }

  /**
   * Shows a stretch instead of the whole series.
   *
   * @param first its first point
   * @param end the point after its last
   */
  SvgChart range(int first, int end) {
    from = first;
    to = end;
    return this;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** Another width than that of a report. */
  SvgChart width(int pixels) {
    width = pixels;
    return this;
  }

  /** Writes a title and a legend above: a picture may stand alone. */
  SvgChart titled(String text) {
    title = text;
    top += ROOM_FOR_TITLE;
    return this;
  }

  /** Numbers the anomalies as the page does, and draws the last line thick inside of them. */
  SvgChart numbered() {
    numbered = true;
    top += ROOM_FOR_NUMBERS;
    return this;
  }

  /** Draws a band around values. */
  SvgChart around(double[] values, ExpectedBand.Edge low, ExpectedBand.Edge high) {
    range = new Range(values, low, high);
    return this;
  }

  /** Adds a line with one value for each point; its colour is that of a CSS class. */
  SvgChart line(double[] values, String style) {
    lines.add(new Line(values, style));
    return this;
  }

  /** Draws anomalies as bands behind the lines. */
  SvgChart bands(List<Anomaly> anomalies) {
    bands = anomalies;
    return this;
  }

  /** Draws a horizontal line. */
  SvgChart level(double value) {
    level = value;
    return this;
  }

  /** The picture as an {@code svg} element; every text in it is escaped. */
  String svg() {
    Scale scale = scale();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"%s\">\n",
            width,
            height,
            Markup.escape(description)));
    head(out);
    valueAxis(scale, out);
    timeAxis(out);
    bands(out);
    if (range != null) {
      out.append("<path class=\"range\" d=\"");
      band(range, scale, out);
      out.append("\"/>\n");
    }
    for (Line line : lines) {
      out.append("<path class=\"").append(line.style()).append("\" d=\"");
      path(line.values(), from, to, scale, out);
      out.append("\"/>\n");
    }
    if (numbered) {
      lines.stream().reduce((a, b) -> b).ifPresent(line -> inside(line, scale, out));
    }
    if (level != null) {
      double y = y(scale, level);
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"level\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
              LEFT,
              width - RIGHT,
              y,
              y));
    }
    return out.append("</svg>\n").toString();
  }

  private void head(StringBuilder out) {
    if (title.isEmpty()) {
      return;
    }
    out.append(
        "<text class=\"title\" x=\"%d\" y=\"26\">%s</text>\n"
            .formatted(LEFT, Markup.escape(title)));
    List<String> keys = new ArrayList<>(lines.stream().map(Line::style).toList().reversed());
    if (range != null) {
      keys.add("range");
    }
    keys.add("band");
    for (int i = 0; i < keys.size(); i++) {
      int x = LEFT + i * KEY_WIDTH;
      String key = keys.get(i);
      boolean isArea = key.equals("range") || key.equals("band");
      out.append(
          isArea
              ? "<rect class=\"%s\" x=\"%d\" y=\"38\" width=\"16\" height=\"10\"/>"
                  .formatted(key, x)
              : "<path class=\"%s\" d=\"M%d 43H%d\"/>".formatted(key, x, x + 16));
      String text = key.equals("band") ? "anomaly" : key.equals("range") ? "95 % band" : key;
      out.append("<text x=\"%d\" y=\"47\">%s</text>\n".formatted(x + 22, text));
    }
  }

  private void bands(StringBuilder out) {
    List<Anomaly> ranked = bands.stream().sorted(Anomaly.MOST_SEVERE_FIRST).toList();
    for (int i = 0; i < ranked.size(); i++) {
      Segment segment = ranked.get(i).segment();
      if (segment.to() <= from || to <= segment.from()) {
        continue;
      }
      double left = Math.max(LEFT, x(segment.from()) - halfStep(segment.from()));
      double right = Math.min(width - RIGHT, x(segment.last()) + halfStep(segment.last()));
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
              left,
              top,
              Math.max(1.5, right - left),
              height - top - BOTTOM));
      if (numbered) {
        out.append(
            String.format(
                Locale.ROOT,
                "<text class=\"number\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n",
                (left + right) / 2,
                top - 4,
                i + 1));
      }
    }
  }

  /** The line inside the anomalies once more, with a point to both sides so that one is seen. */
  private void inside(Line line, Scale scale, StringBuilder out) {
    for (Anomaly anomaly : bands) {
      int first = Math.max(from, anomaly.segment().from() - 1);
      int end = Math.min(to, anomaly.segment().to() + 1);
      if (end - first > 1) {
        out.append("<path class=\"inside\" d=\"");
        path(line.values(), first, end, scale, out);
        out.append("\"/>\n");
      }
    }
  }

  /** A closed shape for each stretch between gaps. */
  private void band(Range around, Scale scale, StringBuilder out) {
    for (int first = from; first < to; ) {
      int next = broken.nextSetBit(first);
      int end = next < 0 || next >= to ? to : next + 1;
      band(around, first, end, scale, out);
      out.append('Z');
      first = end;
    }
  }

  /** Along the upper edge and back along the lower one, a corner for each pixel at most. */
  private void band(Range around, int first, int end, Scale scale, StringBuilder out) {
    int step = Math.max(1, (to - from) / plot());
    int last = first + (end - 1 - first) / step * step;
    for (int i = first; i <= last; i += step) {
      double high = around.high().at(i, around.values()[i]);
      point(out, i == first, x(i), within(scale, high));
    }
    for (int i = last; i >= first; i -= step) {
      double low = around.low().at(i, around.values()[i]);
      point(out, false, x(i), within(scale, low));
    }
  }

  private double within(Scale scale, double value) {
    return Math.clamp(y(scale, value), top, height - BOTTOM);
  }

  private int plot() {
    return width - LEFT - RIGHT;
  }

  private Scale scale() {
    double low = level == null ? Double.POSITIVE_INFINITY : level;
    double high = level == null ? Double.NEGATIVE_INFINITY : level;
    for (Line line : lines) {
      for (int i = from; i < to; i++) {
        low = Math.min(low, line.values()[i]);
        high = Math.max(high, line.values()[i]);
      }
    }
    return Scale.over(low, high);
  }

  private void valueAxis(Scale scale, StringBuilder out) {
    for (double tick : scale.ticks()) {
      double y = y(scale, tick);
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
              LEFT,
              width - RIGHT,
              y,
              y,
              LEFT - 8,
              y + 4,
              Scale.text(tick)));
    }
  }

  private void timeAxis(StringBuilder out) {
    double first = times.position(from);
    double span = times.position(to - 1) - first;
    boolean plain = !(times instanceof Timestamps);
    boolean days = plain || span > 4 * 86_400_000.0;
    for (int i = 0; i < TIME_LABELS; i++) {
      int point =
          Math.clamp(times.firstAtOrAfter(first + span * i / (TIME_LABELS - 1)), from, to - 1);
      String text = times.text(point);
      int end = plain ? text.length() : days ? 10 : 16;
      String anchor = i == 0 ? "start" : i == TIME_LABELS - 1 ? "end" : "middle";
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
              x(point),
              height - 8,
              anchor,
              Markup.escape(text.substring(0, Math.min(end, text.length())).replace('T', ' '))));
    }
  }

  /**
   * A move to the first point and to each behind a gap; lines through all points, or the range of
   * each column of pixels.
   */
  private void path(double[] values, int first, int end, Scale scale, StringBuilder out) {
    boolean single = end - first <= 2 * plot();
    boolean begins = true;
    int start = first;
    while (start < end) {
      int column = (int) x(start);
      int low = start;
      int high = start;
      int next = start + 1;
      for (; !single && next < end && !broken.get(next - 1) && (int) x(next) == column; next++) {
        low = values[next] < values[low] ? next : low;
        high = values[next] > values[high] ? next : high;
      }
      double place = single ? x(start) : column;
      point(out, begins, place, y(scale, values[Math.min(low, high)]));
      if (!single || broken.get(next - 1)) {
        // A point between two gaps is seen as well.
        point(out, false, place, y(scale, values[Math.max(low, high)]));
      }
      begins = broken.get(next - 1);
      start = next;
    }
  }

  private static void point(StringBuilder out, boolean begins, double x, double y) {
    // Formatting is too slow for thousands of points.
    out.append(begins ? 'M' : 'L')
        .append(Math.round(x * 10) / 10.0)
        .append(' ')
        .append(Math.round(y * 10) / 10.0);
  }

  private double x(int point) {
    double first = times.position(from);
    double span = times.position(to - 1) - first;
    double share =
        span > 0 ? (times.position(point) - first) / span : (double) (point - from) / (to - from);
    return LEFT + plot() * share;
  }

  /** Half the distance to a neighbour: a band over a single point would have no width. */
  private double halfStep(int point) {
    int other = point > 0 ? point - 1 : Math.min(1, times.size() - 1);
    return Math.min(3, Math.abs(x(point) - x(other)) / 2);
  }

  private double y(Scale scale, double value) {
    return height - BOTTOM - scale.share(value) * (height - top - BOTTOM);
  }
}
