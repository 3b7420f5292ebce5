package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;

/** Both calibrated scores become one. */
final class Fusion {

  /** On the labelled series digits gain nothing by more weight, and harm nothing with this. */
  private static final double DIGITS = 2;

  /** Peaks of the score are so many points apart, less in a short series, which has few. */
  private static final int PEAK_DISTANCE = 40;

  private static final int PEAKS = 8;

  /** Share of the peaks that must be without outliers, or all of them count. */
  private static final double LEAST_ORDINARY = 0.2;

  /** A reading is at most so much rarer than the windows on it, by what is expected of it. */
  private static final double BEYOND_WINDOWS = 2;

  /** And by a season that repeats almost exactly. */
  private static final double EXACTLY_BEYOND_WINDOWS = 3;

  /** In series of fewer points the windows are too few to tell. */
  private static final int WINDOWS_TELL = 100;

  /** What the peaks of clean series are like; half of the false alarms are theirs. */
  private static final OutlierTail.Prior PRIOR = new OutlierTail.Prior(0.2, 0.5, 10, 0.2);

  /**
   * A score of Benford's law that is as rare as the default threshold asks. Windows of digits are
   * so long that a few of them would fill a tenth of a series with their peaks; but the score is
   * calibrated on the series, and how often it rises by chance was measured: on ledgers, rivers and
   * waves of growth it exceeds 3.2 in less than half of 10,000 points.
   */
  private static final double DIGIT_LIMIT = 3.2;

  private static final double DIGIT_RARITY = 4;

  /** Among the points that reach it so, the fused score decides which is the more abnormal. */
  private static final double LIFTED = 0.25;

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
    double[] reconstruction = components.reconstruction();
    double[] benford = components.benford();
    double weight = benfordWeight(settings, components);
    double[] score = new double[reconstruction.length];
    for (int i = 0; i < score.length; i++) {
      score[i] =
          switch (mode) {
            case CALIBRATED, SUM -> reconstruction[i] + weight * digits(mode, benford[i]);
            case BOTH -> Math.min(reconstruction[i], benford[i]);
            case EITHER -> Math.max(reconstruction[i], benford[i]);
            case LSTM -> reconstruction[i];
            case BENFORD -> benford[i];
          };
    }
    return score;
  }

  /**
   * What the digits say in a mode, before their weight. In the default mode it is bounded by a
   * logarithm: they can lift a stretch above others, but where the other half has something to say
   * they do not drown it.
   */
  static double digits(FusionMode mode, double benford) {
    return mode == FusionMode.CALIBRATED ? DIGITS * Math.log1p(Math.max(0, benford)) : benford;
  }

  /**
   * The one score that is compared with the threshold: how rare each point is, log10 of the number
   * of ordinary points among which one such is expected. Of the fused score, by the tail of its own
   * peaks; and of each reading by itself where that is more. Digits that are rare enough by
   * themselves reach the default threshold.
   *
   * @return [points], finite
   */
  static double[] rarities(DetectionSettings settings, ComponentScores components) {
    double[] fused = fuse(settings, components);
    int n = fused.length;
    OutlierTail tail = tail(fused, components.outlying());
    double[] single = components.rarity();
    double[] benford = components.benford();
    FusionMode mode = settings.detector().fusion();
    double weight = mode == FusionMode.BOTH ? 0 : benfordWeight(settings, components);
    double[] rarities = new double[n];
    for (int i = 0; i < n; i++) {
      double rarity = tail.rarity(fused[i], PRIOR);
      if (readingsCount(mode)) {
        rarity = Math.max(rarity, single[i]);
      }
      if (weight * benford[i] >= DIGIT_LIMIT) {
        rarity = Math.max(rarity, DIGIT_RARITY + LIFTED * Math.max(0, rarity));
      }
      rarities[i] = bounded(rarity);
    }
    if (readingsCount(mode)) {
      raisePeaks(rarities, components.regime());
    }
    return rarities;
  }

  /**
   * A stretch in which the series behaves differently is as rare at its peak as it is as a whole.
   * All of its points would rank above short anomalies if they were raised.
   */
  private static void raisePeaks(double[] rarities, double[] regime) {
    for (Segment stretch : RegimeShift.stretches(regime)) {
      int peak = Thresholding.peak(stretch, rarities);
      rarities[peak] = Math.max(rarities[peak], regime[peak]);
    }
  }

  /**
   * Readings that are far from what other seasons have, or from what is expected, are rare, if
   * their windows are at least a little unusual too: where these see nothing, it is the season that
   * was taken wrongly, or a machine that switches a little sooner or later each time.
   *
   * @param rarities of readings; raised
   * @param context of the same readings beside other seasons and what is expected
   * @param exact of the same readings beside a season that repeats almost exactly
   * @param score of the windows, before the digits
   */
  static void raise(double[] rarities, double[] context, double[] exact, double[] score) {
    boolean windowsTell = score.length >= WINDOWS_TELL;
    OutlierTail tail = tail(score, new boolean[score.length]);
    for (int i = 0; i < rarities.length; i++) {
      double windows =
          windowsTell ? Math.max(0, tail.rarity(score[i], PRIOR)) : Double.POSITIVE_INFINITY;
      double most =
          Math.max(
              Math.min(context[i], windows + BEYOND_WINDOWS),
              Math.min(exact[i], windows + EXACTLY_BEYOND_WINDOWS));
      rarities[i] = Math.max(rarities[i], most);
    }
  }

  /**
   * The tail of the peaks of a score, of those with nothing outlying near them as long as enough
   * are left: dozens of anomalies would pass for an ordinary tail.
   */
  private static OutlierTail tail(double[] score, boolean[] outlying) {
    int n = score.length;
    int[] peaks = Peaks.of(score, Math.max(1, Math.min(PEAK_DISTANCE, n / PEAKS)));
    int[] ordinary =
        Arrays.stream(peaks)
            .filter(peak -> !SeasonalOutliers.near(outlying, peak, 2 * PEAK_DISTANCE))
            .toArray();
    boolean enough = ordinary.length >= Math.max(PEAKS, LEAST_ORDINARY * peaks.length);
    double[] heights =
        Arrays.stream(enough ? ordinary : peaks).mapToDouble(p -> score[p]).toArray();
    return OutlierTail.of(heights, n, PRIOR);
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

  /** How much the score of the reconstruction counts in a mode. */
  static double reconstructionWeight(FusionMode mode) {
    return mode == FusionMode.BENFORD ? 0 : 1;
  }
}
