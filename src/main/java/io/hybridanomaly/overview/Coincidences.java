package io.hybridanomaly.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds the times at which several series are abnormal, in one sweep over all anomalies. */
final class Coincidences {

  /** An anomaly of a series begins, or ends. */
  private record Edge(double place, boolean begins, int series) {}

  private final List<SeriesDigest> series;
  private final LaneAxis axis;
  private final int[] open;
  private final BitSet abnormal = new BitSet();
  private final BitSet taking = new BitSet();
  private final List<Coincidence> found = new ArrayList<>();
  private double from;
  private int most;

  private Coincidences(List<SeriesDigest> series, LaneAxis axis) {
    this.series = series;
    this.axis = axis;
    this.open = new int[series.size()];
  }

  /**
   * The coincidences of series on one axis.
   *
   * @return those of most series first, then in order of time
   */
  static List<Coincidence> of(List<SeriesDigest> series, LaneAxis axis) {
    Coincidences sweep = new Coincidences(series, axis);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      for (AbnormalTime anomaly : series.get(i).anomalies()) {
        edges.add(new Edge(anomaly.time().from(), true, i));
        edges.add(new Edge(anomaly.time().to(), false, i));
      }
    }
    // What ends when another begins is not abnormal at the same time.
    edges.sort(Comparator.comparingDouble(Edge::place).thenComparing(Edge::begins));
    edges.forEach(sweep::pass);
    sweep.found.sort(
        Comparator.comparingInt(Coincidence::most)
            .reversed()
            .thenComparingDouble(coincidence -> coincidence.time().from()));
    return sweep.found;
  }

  private void pass(Edge edge) {
    int before = abnormal.cardinality();
    open[edge.series()] += edge.begins() ? 1 : -1;
    abnormal.set(edge.series(), open[edge.series()] > 0);
    int now = abnormal.cardinality();
    if (now >= 2) {
      if (before < 2) {
        from = edge.place();
        most = 0;
        taking.clear();
      }
      taking.or(abnormal);
      most = Math.max(most, now);
    } else if (before >= 2) {
      Span time = new Span(from, edge.place());
      found.add(
          new Coincidence(
              time,
              most,
              taking.stream().mapToObj(i -> series.get(i).name()).toList(),
              // Of series with different steps only the one that ends knows its last point.
              axis.text(from, edge.place() - series.get(edge.series()).step())));
    }
  }
}
