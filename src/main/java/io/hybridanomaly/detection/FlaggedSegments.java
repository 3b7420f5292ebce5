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

  /** A run's magnitude must exceed its median by this factor, unless its score is beyond doubt. */
  static final double MIN_RATIO = 1.25;

  /** And be this share of the spread of the values (p95 − p5), or it is rounding noise. */
  static final double MIN_MAGNITUDE = 0.01;

  /** In log10, as the score: what is a hundred times rarer than asked for need not be large. */
  private static final double BEYOND_DOUBT = 2;

  /** A gap up to this part of the longer of two segments does not part them. */
  private static final int GAP_PART = 10;

  /** What holds this part of a long stretch is known better than it. */
  private static final double MOST_OF_STRETCH = 0.5;

  /** Benford's score alone carries a run from here on: 1 % of a normal distribution. */
  private static final double MIN_BENFORD = 2.33;

  private final DetectionSettings settings;
  private final ComponentScores components;
  private final double[] score;
  private final Threshold threshold;
  private final double minMagnitude;
  private final SegmentRefiner refiner;
  private final List<Segment> stretches;

  /** A segment and the point that stands for it. */
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
    this.refiner = new SegmentRefiner(components, levels.deviationByLevel()::at);
  }

  /** In order; no two share a point or are parts of one. */
  List<Flagged> all() {
    List<Segment> all = new ArrayList<>();
    for (Segment run : Runs.of(score.length, i -> score[i] > threshold.lower()).segments()) {
      if (max(score, run) >= threshold.upper() && isReal(run)) {
        for (Segment part : parts(run)) {
          Segment whole = part;
          while (!all.isEmpty() && areOne(all.getLast(), whole)) {
            whole = whole.union(all.removeLast());
          }
          all.add(whole);
        }
      }
    }
    return all.stream().map(segment -> new Flagged(segment, peak(segment))).toList();
  }

  /**
   * The point that stands for a segment: that with the highest score, of those that are far from
   * what is expected or rare by themselves if there are any: windows score highest around them. Of
   * a long stretch it is the highest. Of several as high, such as those of a value that stands
   * still, it is the farthest from what is expected.
   */
  private int peak(Segment segment) {
    boolean whole = reaches(components.regime(), segment);
    int peak = -1;
    for (int i = segment.from(); i < segment.to(); i++) {
      boolean counts = !whole && (refiner.isFar(i) || isRare(i));
      peak = counts && (peak < 0 || isHigher(i, peak)) ? i : peak;
    }
    return peak < 0 ? Thresholding.peak(segment, score) : peak;
  }

  private boolean isHigher(int point, int other) {
    return score[point] > score[other]
        || (score[point] == score[other] && fromExpected(point) > fromExpected(other));
  }

  private double fromExpected(int point) {
    return Math.abs(components.values()[point] - components.expected()[point]);
  }

  /**
   * Whether two segments are parts of one: what begins slowly is flagged in pieces, whose gaps are
   * short beside them.
   */
  private static boolean areOne(Segment before, Segment after) {
    int gap = after.from() - before.to();
    int shorter = Math.min(before.length(), after.length());
    int longer = Math.max(before.length(), after.length());
    return gap <= 0 || (longer > 1 && gap <= Math.max(shorter, longer / GAP_PART));
  }

  /** Whether one of the halves sees something that is not only relatively but really large. */
  private boolean isReal(Segment run) {
    boolean windows = windowsCount() && max(components.magnitude(), run) >= minMagnitude;
    return windows
        || isRareBeyondDoubt(run)
        || isFarAtPeak(run)
        || isUnnatural(run)
        || reaches(components.rarity(), run)
        || reaches(components.regime(), run);
  }

  private boolean windowsCount() {
    return Fusion.reconstructionWeight(settings.detector().fusion()) > 0;
  }

  /**
   * Whether the score is so far above the threshold that what it sees is real, if it is more than
   * rounding: a stretch may be as large as others and only change from point to point.
   */
  private boolean isRareBeyondDoubt(Segment run) {
    return windowsCount()
        && max(score, run) >= threshold.upper() + BEYOND_DOUBT
        && max(components.magnitude(), run) >= MIN_MAGNITUDE;
  }

  /**
   * Whether the highest point is far from what is expected: in a series with large usual peaks the
   * autoencoder's magnitude is no larger there than at those.
   */
  private boolean isFarAtPeak(Segment run) {
    return windowsCount() && refiner.isFar(Thresholding.peak(run, score));
  }

  /** The abnormal part of a run, or several far from each other. */
  private List<Segment> parts(Segment run) {
    Segment flagged = flagged(run);
    return reaches(components.regime(), flagged) || isUnnatural(flagged)
        ? List.of(flagged)
        : refiner.split(
            flagged, components.window(), this::isRare, Thresholding.peak(flagged, score));
  }

  private Segment flagged(Segment run) {
    Segment reached = SegmentRefiner.hull(run, i -> score[i] >= threshold.upper());
    int peak = Thresholding.peak(reached, score);
    Segment segment = isUnnatural(reached) ? reached : refiner.refine(reached, peak);
    if (reaches(components.rarity(), reached)) {
      segment = segment.union(hull(components.rarity(), reached));
    }
    if (reaches(components.regime(), reached)) {
      Segment part = hull(components.regime(), reached);
      segment = withStretch(segment, RegimeShift.stretchAt(stretches, part.from()));
      segment = withStretch(segment, RegimeShift.stretchAt(stretches, part.last()));
    }
    return segment;
  }

  /**
   * With a stretch in which the series behaves differently, unless most of it is in the segment
   * already: where it begins and ends is known to a block only.
   */
  private static Segment withStretch(Segment segment, Segment stretch) {
    int common = Math.min(segment.to(), stretch.to()) - Math.max(segment.from(), stretch.from());
    return common >= MOST_OF_STRETCH * stretch.length() ? segment : segment.union(stretch);
  }

  private Segment hull(double[] rarity, Segment reached) {
    return SegmentRefiner.hull(reached, i -> rarity[i] >= threshold.upper());
  }

  /** Whether readings, or the stretch they are in, are rare enough by themselves. */
  private boolean reaches(double[] rarity, Segment segment) {
    return Fusion.readingsCount(settings.detector().fusion())
        && max(rarity, segment) >= threshold.upper();
  }

  private boolean isRare(int point) {
    return Fusion.readingsCount(settings.detector().fusion())
        && components.rarity()[point] >= threshold.upper();
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
