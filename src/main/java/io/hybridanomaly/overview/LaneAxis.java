package io.hybridanomaly.overview;

import io.hybridanomaly.series.NumberText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The time axis that several rows share.
 *
 * @param kind what its times are
 * @param span from the first point of all to the end of the last
 * @param last the last point of all
 * @param cells number of cells
 * @param step how long the shortest points last
 * @param shift what the clock of the series adds to UTC; 0 if they do not agree
 * @param utc whether its dates are UTC, because the clocks of the series do not agree
 */
public record LaneAxis(
    AxisKind kind, Span span, double last, int cells, double step, double shift, boolean utc) {

  private static final double SECOND = 1000;
  private static final double MINUTE = 60 * SECOND;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  /** The axis of series of one kind, at least one. */
  static LaneAxis of(List<SeriesDigest> series, int mostCells) {
    double from = series.stream().mapToDouble(s -> s.span().from()).min().orElseThrow();
    double to = series.stream().mapToDouble(s -> s.span().to()).max().orElseThrow();
    double last = series.stream().mapToDouble(s -> s.span().to() - s.step()).max().orElseThrow();
    double step = series.stream().mapToDouble(SeriesDigest::step).min().orElseThrow();
    double shift = series.getFirst().shift();
    boolean agree = series.stream().allMatch(s -> s.shift() == shift);
    int cells = (int) Math.clamp(Math.floor((to - from) / step), 1, mostCells);
    return new LaneAxis(
        series.getFirst().kind(),
        new Span(from, to),
        Math.max(from, last),
        cells,
        step,
        agree ? shift : 0,
        !agree);
  }

  /** The place of a time on the axis, 0 at its start and 1 at its end. */
  public double share(double place) {
    return Math.clamp((place - span.from()) / (span.to() - span.from()), 0, 1);
  }

  /** The stretch of a cell. */
  Span span(int cell) {
    double length = (span.to() - span.from()) / cells;
    return new Span(span.from() + cell * length, span.from() + (cell + 1) * length);
  }

  /** The first cell that a stretch of time lies in. */
  int first(Span time) {
    return Math.min(cells - 1, (int) (share(time.from()) * cells));
  }

  /** The last cell that a stretch of time lies in. */
  int last(Span time) {
    int end = (int) Math.ceil(share(time.to()) * cells) - 1;
    return Math.clamp(end, first(time), cells - 1);
  }

  /** A time in words, as exact as the series are. */
  public String text(double place) {
    return switch (kind) {
      case ROWS -> "row " + NumberText.whole(place);
      case ELAPSED -> elapsed(place);
      case DATES -> DateTimeFormatter.ofPattern(pattern()).format(local(place));
    };
  }

  private LocalDateTime local(double place) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(place + shift)), ZoneOffset.UTC);
  }

  private String pattern() {
    return step >= DAY
        ? "uuuu-MM-dd"
        : step >= MINUTE
            ? "uuuu-MM-dd HH:mm"
            : step >= SECOND ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm:ss.SSS";
  }

  private String elapsed(double millis) {
    double whole = span.to() - span.from();
    return whole >= 2 * DAY
        ? NumberText.of(millis / DAY) + " d"
        : whole >= 2 * HOUR
            ? NumberText.of(millis / HOUR) + " h"
            : whole >= 2 * SECOND
                ? NumberText.of(millis / SECOND) + " s"
                : NumberText.of(millis) + " ms";
  }

  /** A stretch of time in words, from its first point to its last. */
  String text(double from, double lastPoint) {
    String first = text(from);
    String last = text(Math.max(from, lastPoint));
    return first.equals(last) ? first : first + " to " + last;
  }
}
