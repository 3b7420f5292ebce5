package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The segments that a threshold flags in a calibrated score. A run of points above the lower bound
 * that reaches the upper one becomes one anomaly. Of what lies between the first and the last point
 * at the upper bound it is the part that is abnormal itself, unless Benford's law speaks there:
 * digits are a matter of the whole stretch. Where the peak is that of a long stretch in which the
 * series behaves differently, the stretch is flagged.
 */
final class FlaggedSegments {

  /** A run's magnitude from what is usual must exceed its median in the series by this factor. */
  static final double MIN_RATIO = 1.25;

  /** And be this share of the spread of the values (p95 − p5), or it is rounding noise. */
  static final double MIN_MAGNITUDE = 0.01;

  /**
   * Standard deviation from the expected values, as a share of their spread, below which nothing
   * counts as far off: on a straight line the expected values are exact.
   */
  private static final double LEAST_DEVIATION = 0.005;

  /** Benford's score alone carries a run from here on: 1 % of a normal distribution. */
  private static final double MIN_BENFORD = 2.33;

  private final DetectionSettings settings;
  private final ComponentScores components;
  private final double[] score;
  private final Threshold threshold;
  private final double minMagnitude;
  private final SegmentRefiner refiner;
  private final List<Segment> stretches;

  /** A segment and the point of its highest score. */
  record Flagged(Segment segment, int peak) {}

  FlaggedSegments(
      DetectionSettings settings,
      ComponentScores components,
      double[] score,
      ScoreLevels levels,
      Threshold threshold) {
    this.settings = settings;
    this.components = components;
    this.score = score;
    this.threshold = threshold;
    this.minMagnitude = Math.max(MIN_MAGNITUDE, MIN_RATIO * levels.medianMagnitude());
    this.stretches = RegimeShift.stretches(components.regime());
    this.refiner =
        new SegmentRefiner(
            components, Math.max(levels.deviation(), LEAST_DEVIATION * levels.spread()));
  }

  /** In order; no two share a point. */
  List<Flagged> all() {
    List<Flagged> all = new ArrayList<>();
    for (Segment run : Runs.of(score.length, i -> score[i] > threshold.lower()).segments()) {
      if (max(score, run) >= threshold.upper() && isReal(run)) {
        Flagged flagged = flagged(run);
        while (!all.isEmpty() && all.getLast().segment().overlaps(flagged.segment())) {
          flagged = union(all.removeLast(), flagged);
        }
        all.add(flagged);
      }
    }
    return all;
  }

  private Flagged union(Flagged one, Flagged other) {
    return new Flagged(
        one.segment().union(other.segment()),
        score[other.peak()] > score[one.peak()] ? other.peak() : one.peak());
  }

  /** Whether one of the halves sees something that is not only relatively but really large. */
  private boolean isReal(Segment run) {
    boolean windows =
        Fusion.lstmWeight(settings.detector().fusion()) > 0
            && max(components.magnitude(), run) >= minMagnitude;
    return windows
        || isUnnatural(run)
        || reaches(components.rarity(), run)
        || reaches(components.regime(), run);
  }

  private Flagged flagged(Segment run) {
    Segment reached = SegmentRefiner.hull(run, i -> score[i] >= threshold.upper());
    int peak = Thresholding.peak(reached, score);
    Segment segment = isUnnatural(reached) ? reached : refiner.refine(reached, peak);
    if (reaches(components.rarity(), reached)) {
      segment = segment.union(hull(components.rarity(), reached));
    }
    if (reaches(components.regime(), reached)) {
      Segment part = hull(components.regime(), reached);
      segment =
          segment
              .union(RegimeShift.stretchAt(stretches, part.from()))
              .union(RegimeShift.stretchAt(stretches, part.last()));
    }
    return new Flagged(segment, peak);
  }

  private Segment hull(double[] rarity, Segment reached) {
    return SegmentRefiner.hull(reached, i -> rarity[i] >= threshold.upper());
  }

  /** Whether readings, or the stretch they are in, are rare enough by themselves. */
  private boolean reaches(double[] rarity, Segment segment) {
    return Fusion.readingsCount(settings.detector().fusion())
        && max(rarity, segment) >= threshold.upper();
  }

  /** Whether the digits alone are abnormal. */
  private boolean isUnnatural(Segment segment) {
    return Fusion.benfordWeight(settings, components) > 0
        && max(components.benford(), segment) > MIN_BENFORD;
  }

  private static double max(double[] values, Segment segment) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = segment.from(); i < segment.to(); i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }
}
