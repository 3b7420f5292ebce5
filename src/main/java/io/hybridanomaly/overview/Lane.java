package io.hybridanomaly.overview;

import java.util.Arrays;
import java.util.List;

/**
 * A row of an overview.
 *
 * @param series what it is about
 * @param cells from the start of the axis to its end, all of one length
 */
public record Lane(SeriesDigest series, List<Cell> cells) {

  public Lane {
    cells = List.copyOf(cells);
  }

  static Lane of(SeriesDigest series, LaneAxis axis) {
    int n = axis.cells();
    boolean[] hasPoints = new boolean[n];
    Arrays.fill(hasPoints, axis.first(series.span()), axis.last(series.span()) + 1, true);
    for (Span gap : series.missing()) {
      // A cell counts as empty only if it lies in a gap as a whole.
      for (int cell = axis.first(gap); cell <= axis.last(gap); cell++) {
        Span stretch = axis.span(cell);
        hasPoints[cell] &= stretch.from() < gap.from() || gap.to() < stretch.to();
      }
    }
    double[] severity = new double[n];
    Arrays.fill(severity, -1);
    for (AbnormalTime anomaly : series.anomalies()) {
      for (int cell = axis.first(anomaly.time()); cell <= axis.last(anomaly.time()); cell++) {
        severity[cell] = Math.max(severity[cell], anomaly.severity());
      }
    }
    Cell[] cells = new Cell[n];
    Arrays.setAll(
        cells,
        i ->
            severity[i] >= 0
                ? new Cell(Cell.Content.ABNORMAL, severity[i])
                : new Cell(hasPoints[i] ? Cell.Content.NORMAL : Cell.Content.NO_DATA, 0));
    return new Lane(series, List.of(cells));
  }
}
