package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.List;

/** From component scores to anomalies: fusion, threshold, floors. Takes milliseconds. */
final class Thresholding {

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

  /** The judgement of the default detector: {@link FlaggedSegments} with their measures. */
  static DetectionResult judgeCalibrated(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels) {
    Threshold threshold = threshold(levels, settings.sensitivity());
    Threshold usual = threshold(levels, DetectionSettings.DEFAULT_SENSITIVITY);
    List<Anomaly> anomalies =
        new FlaggedSegments(settings, components, score, levels, threshold)
            .all().stream()
                .map(at -> anomaly(at.segment(), at.peak(), score, usual, settings, components))
                .toList();
    return new DetectionResult(settings, components, score, levels, threshold.upper(), anomalies);
  }

  private static Threshold threshold(ScoreLevels levels, double sensitivity) {
    return Threshold.of(levels.median(), 10_000 / FalseAlarms.per10000(sensitivity));
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
    double reconstruction =
        Math.max(
            0,
            Fusion.reconstructionWeight(settings.detector().fusion())
                * components.reconstruction()[peak]);
    double digits = Fusion.digits(settings.detector().fusion(), components.benford()[peak]);
    double benford = Math.max(0, Fusion.benfordWeight(settings, components) * digits);
    double sum = reconstruction + benford;
    double share =
        sum > 0 ? reconstruction / sum : Fusion.reconstructionWeight(settings.detector().fusion());
    return new Anomaly(
        segment,
        peak,
        severity(score[peak(segment, score)], usual),
        share,
        1 - share,
        components.values()[peak],
        components.expected()[peak]);
  }

  /**
   * The part of the peak's height over the median score that lies above the usual threshold, in
   * percent: 0 at that threshold and below, 50 at double its height. The median may lie above that
   * threshold: half of the points of a step may be one long stretch.
   */
  private static double severity(double peak, Threshold usual) {
    double height = peak - usual.median();
    return height > 0 ? 100 * Math.clamp((peak - usual.upper()) / height, 0.0, 1.0) : 0;
  }
}
