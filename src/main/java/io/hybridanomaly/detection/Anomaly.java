package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.Comparator;

/**
 * A stretch of consecutive flagged points.
 *
 * @param segment the points it covers
 * @param peak the point that stands for it: that with the highest score, of those whose values are
 *     far from what is expected if there are any
 * @param severity 0 to 100: how far its highest score is above the threshold of the default
 *     sensitivity, saturating; the same at every sensitivity
 * @param reconstructionShare how much of the score came from the reconstruction, 0 to 1
 * @param benfordShare how much came from Benford's law; both shares add up to 1
 * @param value the value at the peak
 * @param expected what was expected there
 */
public record Anomaly(
    Segment segment,
    int peak,
    double severity,
    double reconstructionShare,
    double benfordShare,
    double value,
    double expected) {

  /** The order in which anomalies are listed and numbered: the most severe first, then by time. */
  public static final Comparator<Anomaly> MOST_SEVERE_FIRST =
      Comparator.comparingDouble(Anomaly::severity)
          .reversed()
          .thenComparingInt(anomaly -> anomaly.segment().from());

  /** Number of points. */
  public int length() {
    return segment.length();
  }

  /**
   * Whether two anomalies are about the same thing: they have at least half of the shorter one in
   * common.
   */
  public boolean matches(Anomaly other) {
    return 2 * segment.overlap(other.segment) >= Math.min(length(), other.length());
  }
}
