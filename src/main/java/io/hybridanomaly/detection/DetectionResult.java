package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A judged series.
 *
 * @param settings what was chosen
 * @param components the stored scores of both halves
 * @param score the score of each point that the threshold is compared with: how rare it is, log10
 *     of the number of ordinary points among which one such is expected; with the original formula
 *     its own sum
 * @param levels what a threshold needs to know of the score
 * @param threshold every anomaly reaches this score
 * @param anomalies what is abnormal, in order of time, never overlapping
 */
public record DetectionResult(
    DetectionSettings settings,
    ComponentScores components,
    double[] score,
    ScoreLevels levels,
    double threshold,
    List<Anomaly> anomalies) {

  public DetectionResult {
    anomalies = List.copyOf(anomalies);
  }

  /** A result whose score has not been looked at yet. */
  public DetectionResult(
      DetectionSettings settings,
      ComponentScores components,
      double[] score,
      double threshold,
      List<Anomaly> anomalies) {
    this(settings, components, score, new ScoreLevels(score, components), threshold, anomalies);
  }

  /** Whether a point lies in one of the anomalies. */
  public boolean isAnomaly(int point) {
    return anomalyAt(point).isPresent();
  }

  /** The anomaly in which a point lies. */
  public Optional<Anomaly> anomalyAt(int point) {
    int low = 0;
    int high = anomalies.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Segment segment = anomalies.get(middle).segment();
      if (point < segment.from()) {
        high = middle - 1;
      } else if (point >= segment.to()) {
        low = middle + 1;
      } else {
        return Optional.of(anomalies.get(middle));
      }
    }
    return Optional.empty();
  }

  /**
   * The most unusual stretches below the threshold, the most unusual first: at most {@value
   * Candidates#MOST}, none of them in an anomaly. Takes time proportional to the length of the
   * series.
   */
  public List<Candidate> candidates() {
    return Candidates.of(this);
  }

  /** The share of points that lie in one of the anomalies, 0 to 1. */
  public double flaggedShare() {
    return anomalies.stream().mapToInt(Anomaly::length).sum() / (double) score.length;
  }

  /** The anomalies as they are numbered, from 1: the most severe first. */
  public List<Anomaly> ranked() {
    return anomalies.stream().sorted(Anomaly.MOST_SEVERE_FIRST).toList();
  }

  /** One flag per point: whether it lies in one of the anomalies. */
  public boolean[] flags() {
    boolean[] flags = new boolean[score.length];
    for (Anomaly anomaly : anomalies) {
      Arrays.fill(flags, anomaly.segment().from(), anomaly.segment().to(), true);
    }
    return flags;
  }

  /** The number of the anomaly that each point lies in, as in {@link #ranked}; 0 for the others. */
  public int[] numbers() {
    int[] numbers = new int[score.length];
    List<Anomaly> ranked = ranked();
    for (int i = 0; i < ranked.size(); i++) {
      Arrays.fill(numbers, ranked.get(i).segment().from(), ranked.get(i).segment().to(), i + 1);
    }
    return numbers;
  }

  /** The same scores judged with another sensitivity, without training. */
  public DetectionResult withSensitivity(double sensitivity) {
    return Thresholding.judge(settings.withSensitivity(sensitivity), components, score, levels);
  }

  /**
   * The same component scores judged by another detector, without training.
   *
   * @throws IllegalArgumentException unless {@link #canBeJudgedBy}
   */
  public DetectionResult withDetector(DetectorKind kind) {
    requireJudgeable(kind);
    return Thresholding.judgeAnew(settings.withDetector(kind), components, levels);
  }

  /** Whether the stored scores are of the kind that this detector judges. */
  public boolean canBeJudgedBy(DetectorKind kind) {
    return kind.getClass().equals(settings.detector().getClass());
  }

  /**
   * The same component scores fused and judged as other settings say, without training: their
   * sensitivity, fusion and weight count, the rest stays what it was in the detection.
   *
   * @throws IllegalArgumentException unless {@link #canBeJudgedBy} their detector
   */
  public DetectionResult judgedAs(DetectionSettings wanted) {
    requireJudgeable(wanted.detector());
    DetectionSettings judged =
        settings
            .withSensitivity(wanted.sensitivity())
            .withDetector(wanted.detector())
            .withBenfordWeight(wanted.benfordWeight());
    boolean sameScore =
        judged.detector().equals(settings.detector())
            && Fusion.benfordWeight(judged, components) == benfordWeight();
    return sameScore
        ? Thresholding.judge(judged, components, score, levels)
        : Thresholding.judgeAnew(judged, components, levels);
  }

  /** How much Benford's score counts in the fused one. */
  public double benfordWeight() {
    return Fusion.benfordWeight(settings, components);
  }

  private void requireJudgeable(DetectorKind kind) {
    if (!canBeJudgedBy(kind)) {
      throw new IllegalArgumentException(
          "The original formula trains a network of its own: switching to or from it needs a new"
              + " detection.");
    }
  }
}
