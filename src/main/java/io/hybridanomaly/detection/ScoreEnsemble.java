package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustLog;
import java.util.Arrays;

/**
 * One calibrated score from the parts: a pointwise and a smoothed one, weighted. The pointwise
 * score is the larger of two distances, of whitened residual windows and of raw windows: it is
 * sharp in time. Each sees what escapes the other: the network has learned what hides a small
 * distortion in a raw window, but it also reconstructs some shapes that occur only once. The
 * smoothed score is the product of the distances of raw windows, codes and residuals, averaged over
 * a stretch: it finds long anomalies whose windows are each only a little unusual. Logarithms turn
 * the products into sums.
 *
 * <p>The residual part is the geometric mean of what both autoencoders, the one on whole and the
 * one on half windows, say.
 *
 * <p>A code less unusual than the median counts as the median: on a spike the network saturates,
 * its code looks normal and must not outvote the other parts. That also halved the spread between
 * seeds.
 *
 * @param pointwise what the pointwise score is made of
 * @param smoothed what the smoothed score is made of
 * @param pointwiseWeight share of the pointwise score in the score, 0 to 1
 * @param pointwiseSpread least spread of the logarithms in the pointwise score. Very regular series
 *     have so little of it that any score above the others, such as one at the ends, would be many
 *     deviations high
 * @param smoothedSpread the same in the smoothed score
 */
record ScoreEnsemble(
    Pointwise pointwise,
    Smoothed smoothed,
    double pointwiseWeight,
    double pointwiseSpread,
    double smoothedSpread) {

  /** What the pointwise score is made of. */
  enum Pointwise {
    /** Whitened residuals of both autoencoders. */
    RESIDUAL,
    /** The larger of them and raw windows. */
    LARGER,
    /** Raw windows, without an autoencoder. */
    RAW
  }

  /** What the smoothed score is made of. */
  enum Smoothed {
    /** Raw windows, codes and residuals. */
    PRODUCT,
    /** Raw windows, to the third power so that the range is the same, without an autoencoder. */
    RAW
  }

  static final ScoreEnsemble DEFAULT =
      new ScoreEnsemble(Pointwise.LARGER, Smoothed.PRODUCT, 0.5, 0.3, 0.6);

  /** The smoothed score's stretch: a twentieth of the series within these limits, in points. */
  private static final int STRETCHES = 20;

  private static final int SHORTEST_STRETCH = 64;
  private static final int LONGEST_STRETCH = 512;

  /**
   * A stretch is at most this part of the series: a single anomaly must not lift the smoothed score
   * of a quarter of all points, from which the scale is taken.
   */
  private static final int LARGEST_PART = 16;

  /**
   * Scores of each point, all finite: about 0 at the median, 1 is about a robust standard deviation
   * above it.
   *
   * @param score [points]: both together
   * @param pointwise [points]: the pointwise score alone
   */
  record Combined(double[] score, double[] pointwise) {}

  /** The score of each point. */
  Combined combine(DetectorScores parts) {
    int n = parts.magnitude().length;
    double[] residual = geometricMean(overMedian(parts.residual()), overMedian(parts.fine()));
    double[] code = overMedian(parts.code());
    double[] raw = overMedian(parts.raw());
    double[] larger = new double[n];
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      larger[i] =
          switch (pointwise) {
            case RESIDUAL -> residual[i];
            case LARGER -> Math.max(residual[i], raw[i]);
            case RAW -> raw[i];
          };
      product[i] =
          switch (smoothed) {
            case PRODUCT -> raw[i] * Math.max(1, code[i]) * residual[i];
            case RAW -> raw[i] * raw[i] * raw[i];
          };
    }
    double[] near = RobustLog.of(larger, pointwiseSpread);
    double[] far = RobustLog.of(MovingAverage.of(product, stretch(n)), smoothedSpread);
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      score[i] = pointwiseWeight * near[i] + (1 - pointwiseWeight) * far[i];
    }
    return new Combined(score, near);
  }

  /** Points that the smoothed score averages over. */
  static int stretch(int n) {
    int stretch = Math.clamp(n / STRETCHES, SHORTEST_STRETCH, LONGEST_STRETCH);
    return Math.max(1, Math.min(stretch, n / LARGEST_PART));
  }

  private static double[] geometricMean(double[] a, double[] b) {
    double[] mean = new double[a.length];
    Arrays.setAll(mean, i -> Math.sqrt(a[i] * b[i]));
    return mean;
  }

  private static double[] overMedian(double[] part) {
    double median = Quantiles.median(part);
    double[] result = part.clone();
    for (int i = 0; i < part.length && median > 0; i++) {
      result[i] /= median;
    }
    return result;
  }
}
