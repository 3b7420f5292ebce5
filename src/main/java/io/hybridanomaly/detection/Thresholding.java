package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.List;

/** From component scores to anomalies: fusion, threshold, floors. Takes milliseconds. */
final class Thresholding {

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

  private Thresholding() {}

  static DetectionResult judge(DetectionSettings settings, ComponentScores components) {
    double[] score = AnomalyDetector.of(settings.detector()).fusedScore(settings, components);
    return judge(settings, components, score, new ScoreLevels(score, components));
  }

  /** The same for components of which another score has been judged before. */
  static DetectionResult judgeAnew(
      DetectionSettings settings, ComponentScores components, ScoreLevels before) {
    double[] score = AnomalyDetector.of(settings.detector()).fusedScore(settings, components);
    return judge(settings, components, score, before.ofScore(score));
  }

  /** The same for a score that has been fused before. */
  static DetectionResult judge(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels) {
    return AnomalyDetector.of(settings.detector()).judge(settings, components, score, levels);
  }

  /**
   * A run of points above the lower bound that reaches the upper one becomes one anomaly. Of what
   * lies between the first and the last point at the upper bound it is the part that is abnormal
   * itself, unless Benford's law speaks there: digits are a matter of the whole stretch.
   */
  static DetectionResult judgeCalibrated(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels) {
    Threshold threshold = threshold(levels, settings.sensitivity());
    Threshold usual = threshold(levels, DetectionSettings.DEFAULT_SENSITIVITY);
    double minMagnitude = Math.max(MIN_MAGNITUDE, MIN_RATIO * levels.medianMagnitude());
    SegmentRefiner refiner =
        new SegmentRefiner(
            components, Math.max(levels.deviation(), LEAST_DEVIATION * levels.spread()));
    List<Anomaly> anomalies = new ArrayList<>();
    for (Segment run : Runs.of(score.length, i -> score[i] > threshold.lower()).segments()) {
      if (max(score, run) >= threshold.upper()
          && isReal(run, minMagnitude, threshold, settings, components)) {
        Segment reached = SegmentRefiner.hull(run, i -> score[i] >= threshold.upper());
        int peak = peak(reached, score);
        Segment segment =
            isUnnatural(reached, settings, components) ? reached : refiner.refine(reached, peak);
        if (isRare(reached, threshold, settings, components)) {
          double[] rarity = components.rarity();
          segment =
              segment.union(SegmentRefiner.hull(reached, i -> rarity[i] >= threshold.upper()));
        }
        anomalies.add(anomaly(segment, peak, score, usual, settings, components));
      }
    }
    return new DetectionResult(settings, components, score, levels, threshold.upper(), anomalies);
  }

  /** Whether one of the halves sees something that is not only relatively but really large. */
  private static boolean isReal(
      Segment run,
      double minMagnitude,
      Threshold threshold,
      DetectionSettings settings,
      ComponentScores components) {
    boolean lstm =
        Fusion.lstmWeight(settings.detector().fusion()) > 0
            && max(components.magnitude(), run) >= minMagnitude;
    return lstm
        || isUnnatural(run, settings, components)
        || isRare(run, threshold, settings, components);
  }

  /** Whether readings are rare enough by themselves. */
  private static boolean isRare(
      Segment segment,
      Threshold threshold,
      DetectionSettings settings,
      ComponentScores components) {
    return Fusion.readingsCount(settings.detector().fusion())
        && max(components.rarity(), segment) >= threshold.upper();
  }

  private static Threshold threshold(ScoreLevels levels, double sensitivity) {
    return Threshold.of(levels.median(), 10_000 / FalseAlarms.per10000(sensitivity));
  }

  /** Whether the digits alone are abnormal. */
  private static boolean isUnnatural(
      Segment segment, DetectionSettings settings, ComponentScores components) {
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

  static int peak(Segment segment, double[] score) {
    int peak = segment.from();
    for (int i = segment.from(); i < segment.to(); i++) {
      peak = score[i] > score[peak] ? i : peak;
    }
    return peak;
  }

  /**
   * An anomaly with its measures.
   *
   * @param usual the threshold at the default sensitivity: a severity must not change with the
   *     sensitivity
   */
  static Anomaly anomaly(
      Segment segment,
      int peak,
      double[] score,
      Threshold usual,
      DetectionSettings settings,
      ComponentScores components) {
    double lstm =
        Math.max(
            0, Fusion.lstmWeight(settings.detector().fusion()) * components.reconstruction()[peak]);
    double digits = Fusion.digits(settings.detector().fusion(), components.benford()[peak]);
    double benford = Math.max(0, Fusion.benfordWeight(settings, components) * digits);
    double sum = lstm + benford;
    double share = sum > 0 ? lstm / sum : Fusion.lstmWeight(settings.detector().fusion());
    return new Anomaly(
        segment,
        peak,
        severity(score[peak], usual),
        share,
        1 - share,
        components.values()[peak],
        components.expected()[peak]);
  }

  /**
   * The part of the peak's height over the median score that lies above the usual threshold, in
   * percent: 0 at that threshold and below, 50 at double its height.
   */
  private static double severity(double peak, Threshold usual) {
    double height = peak - usual.median();
    return height > 0 ? 100 * Math.max(0, (peak - usual.upper()) / height) : 0;
  }
}
