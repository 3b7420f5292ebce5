package io.hybridanomaly.detection;

import java.util.Arrays;

/** Both calibrated scores become one. */
final class Fusion {

  /** On the labelled series digits gain nothing by more weight, and harm nothing with this. */
  private static final double DIGITS = 2;

  /** Peaks of the score are so many points apart, less in a short series, which has few. */
  private static final int PEAK_DISTANCE = 40;

  private static final int PEAKS = 8;

  /** What the peaks of clean series are like; half of the false alarms are theirs. */
  private static final OutlierTail.Prior PRIOR = new OutlierTail.Prior(0.2, 0.5, 10, 0.2);

  /** Rarity beyond which only the logarithm grows. */
  private static final double VERY_RARE = 10;

  private Fusion() {}

  /**
   * The fused score of each point.
   *
   * @return [points]
   */
  static double[] fuse(DetectionSettings settings, ComponentScores components) {
    FusionMode mode = settings.detector().fusion();
    double[] lstm = components.reconstruction();
    double[] benford = components.benford();
    double weight = benfordWeight(settings, components);
    double[] score = new double[lstm.length];
    for (int i = 0; i < score.length; i++) {
      score[i] =
          switch (mode) {
            case CALIBRATED -> lstm[i] + weight * digits(benford[i]);
            case BOTH -> Math.min(lstm[i], benford[i]);
            case EITHER -> Math.max(lstm[i], benford[i]);
            case SUM -> lstm[i] + benford[i];
            case LSTM -> lstm[i];
            case BENFORD -> benford[i];
          };
    }
    return score;
  }

  /**
   * What the digits add: on the scale of the other half, and bounded by a logarithm. Digits alone
   * can lift a stretch above the threshold, but where the other half has something to say they do
   * not drown it.
   */
  static double digits(double benford) {
    return DIGITS * Math.log1p(Math.max(0, benford));
  }

  /**
   * The one score that is compared with the threshold: how rare each point is, log10 of the number
   * of ordinary points among which one such is expected. Of the fused score, by the tail of its own
   * peaks; and of each reading by itself where that is more.
   *
   * @return [points], finite
   */
  static double[] rarities(DetectionSettings settings, ComponentScores components) {
    double[] fused = fuse(settings, components);
    int n = fused.length;
    int distance = Math.max(1, Math.min(PEAK_DISTANCE, n / PEAKS));
    int[] peaks = Peaks.of(fused, distance);
    double[] heights = new double[peaks.length];
    Arrays.setAll(heights, i -> fused[peaks[i]]);
    OutlierTail tail = OutlierTail.of(heights, n, PRIOR);
    double[] single = components.rarity();
    boolean alone = readingsCount(settings.detector().fusion());
    double[] rarities = new double[n];
    for (int i = 0; i < n; i++) {
      double rarity = tail.rarity(fused[i], PRIOR);
      rarities[i] = bounded(alone ? Math.max(rarity, single[i]) : rarity);
    }
    return rarities;
  }

  /** Nobody can tell once in a million million points from once in more. */
  private static double bounded(double rarity) {
    return rarity <= VERY_RARE ? rarity : VERY_RARE * (1 + Math.log(rarity / VERY_RARE));
  }

  /** Whether readings that are rare by themselves count in a mode. */
  static boolean readingsCount(FusionMode mode) {
    return switch (mode) {
      case CALIBRATED, EITHER, SUM, LSTM -> true;
      case BOTH, BENFORD -> false;
    };
  }

  /**
   * How much Benford's score counts: in the default mode the verdict decides, unless the user does.
   */
  static double benfordWeight(DetectionSettings settings, ComponentScores components) {
    return switch (settings.detector().fusion()) {
      case CALIBRATED -> settings.benfordWeight().orElse(components.applicability().weight());
      case LSTM -> 0;
      case BOTH, EITHER, SUM, BENFORD -> 1;
    };
  }

  /** How much the autoencoder's score counts in a mode. */
  static double lstmWeight(FusionMode mode) {
    return mode == FusionMode.BENFORD ? 0 : 1;
  }
}
