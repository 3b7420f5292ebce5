package io.hybridanomaly.evaluation;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;

/**
 * VUS-PR: the area under the precision-recall curve when labels get soft edges, averaged over
 * several widths of these edges, so that a score need not hit the first and last labelled point
 * exactly.
 *
 * <p>Source: Paparrizos, Boniol, Palpanas, Tsay, Elmore, Franklin, "Volume under the surface: a new
 * accuracy evaluation measure for time-series anomaly detection", PVLDB 15 (2022),
 * doi:10.14778/3551793.3551830. Here with 5 widths from 0 to the buffer length and at most 200
 * thresholds at quantiles of the scores.
 */
public final class VolumeUnderSurface {

  private static final int WIDTHS = 5;
  private static final int THRESHOLDS = 200;
  private static final int LONGEST_BUFFER = 200;
  private static final int BUFFER_WITHOUT_PERIOD = 100;

  private VolumeUnderSurface() {}

  /**
   * The buffer length for a series: its dominant period, at most 200; 100 without a period.
   *
   * @param values [points], finite
   */
  public static int bufferLength(double[] values) {
    int period = SeasonLength.of(values);
    return period == 0 ? BUFFER_WITHOUT_PERIOD : Math.min(period, LONGEST_BUFFER);
  }

  /**
   * The volume under the precision-recall surface.
   *
   * @param scores [points], higher is more abnormal; not finite counts as the lowest
   * @param labels [points], above 0 is abnormal
   * @param buffer the widest soft edges: half of it on each side of an event
   * @return 0 to 1; 0 without any labelled point
   */
  public static double precisionRecall(double[] scores, byte[] labels, int buffer) {
    return precisionRecall(new Ranking(scores), labels, buffer);
  }

  static double precisionRecall(Ranking ranking, byte[] labels, int buffer) {
    Runs events = Runs.of(labels.length, i -> labels[i] > 0);
    if (events.count() == 0) {
      return 0;
    }
    int[] predicted = thresholds(ranking);
    int[] ranks = ranking.ranks();
    double sum = 0;
    for (int i = 0; i < WIDTHS; i++) {
      int width = i == WIDTHS - 1 ? buffer : (int) (i * ((double) buffer / (WIDTHS - 1)));
      sum += area(ranking, ranks, softLabels(labels, events, width), labels, predicted);
    }
    return sum / WIDTHS;
  }

  /** The numbers of points that reach each threshold, ascending, each once. */
  private static int[] thresholds(Ranking ranking) {
    int n = ranking.size();
    double step = (n - 1) / (double) (THRESHOLDS - 1);
    int[] predicted = new int[THRESHOLDS];
    for (int i = 0; i < THRESHOLDS; i++) {
      int place = i == THRESHOLDS - 1 ? n - 1 : (int) (i * step);
      predicted[i] = ranking.reaching(place);
    }
    return Arrays.stream(predicted).distinct().toArray();
  }

  /** Labels that fall off as √(1 − d/width) up to the distance d = width/2 from an event. */
  private static double[] softLabels(byte[] labels, Runs events, int width) {
    int n = labels.length;
    double[] soft = new double[n];
    Arrays.setAll(soft, i -> labels[i] > 0 ? 1 : 0);
    for (Segment event : events.segments()) {
      for (int d = 1; d <= width / 2; d++) {
        double label = Math.sqrt(1 - (double) d / width);
        int before = event.from() - d;
        int after = event.last() + d;
        if (before >= 0) {
          soft[before] = Math.max(soft[before], label);
        }
        if (after < n) {
          soft[after] = Math.max(soft[after], label);
        }
      }
    }
    return soft;
  }

  /**
   * Area under one curve. Recall is Σ soft labels found / mean of hard and soft label sums, at most
   * 1, times the share of events of which at least one point is found; precision is Σ soft labels
   * found / points predicted.
   */
  private static double area(
      Ranking ranking, int[] ranks, double[] soft, byte[] labels, int[] predicted) {
    double total = (PrecisionRecall.positives(labels) + Arrays.stream(soft).sum()) / 2;
    int[] bestRanks = bestRanks(Runs.of(soft.length, i -> soft[i] > 0), ranks);
    double area = 0;
    double found = 0;
    double recallBefore = 0;
    int r = 0;
    int events = 0;
    for (int k : predicted) {
      while (r < k) {
        found += soft[ranking.point(r++)];
      }
      while (events < bestRanks.length && bestRanks[events] < k) {
        events++;
      }
      double recall = Math.min(1, found / total) * events / bestRanks.length;
      area += (recall - recallBefore) * found / k;
      recallBefore = recall;
    }
    return area;
  }

  /** The best rank inside each event, ascending. */
  private static int[] bestRanks(Runs events, int[] ranks) {
    return events.segments().stream()
        .mapToInt(event -> Arrays.stream(ranks, event.from(), event.to()).min().orElseThrow())
        .sorted()
        .toArray();
  }
}
