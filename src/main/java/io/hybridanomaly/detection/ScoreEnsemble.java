package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.TailSurprise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One score from all views on a series. Each view is first made comparable by {@link TailSurprise}:
 * how surprising it is under its own tail. Then three of them are added:
 *
 * <ul>
 *   <li>pointwise, sharp in time: the largest of what the residuals of both autoencoders, raw
 *       windows and stretches of 10, 20, 40 and 80 points say. Each sees what escapes the others:
 *       anomalies have no natural length, the autoencoder has learned what hides a small distortion
 *       in a raw window, and it also reconstructs some shapes that occur only once;
 *   <li>shape: the mean of what z-normalised stretches of 20 to 160 points say. They see an odd day
 *       where the level wanders so that a hot day is further from all others than an odd one. A
 *       mean, because flat stretches make one of them speak by chance;
 *   <li>smoothed: the product of the distances of raw windows, codes and residuals, averaged over a
 *       stretch. It finds long anomalies whose windows are each only a little unusual.
 * </ul>
 *
 * <p>A code less unusual than the median counts as the median: on a spike the autoencoder
 * saturates, its code looks normal and must not outvote the other parts.
 *
 * @param autoencoders whether the autoencoders have a say: not in a preliminary result, and the
 *     benchmark asks what they add
 * @param smoothedWeight weight of the smoothed score
 * @param shapeWeight weight of the shape score
 */
record ScoreEnsemble(boolean autoencoders, double smoothedWeight, double shapeWeight) {

  static final ScoreEnsemble DEFAULT = new ScoreEnsemble(true, 0.8, 1);

  /** The same as long as none is trained. */
  static final ScoreEnsemble WITHOUT_AUTOENCODERS =
      new ScoreEnsemble(false, DEFAULT.smoothedWeight(), DEFAULT.shapeWeight());

  /** The smoothed score's stretch: a twentieth of the series within these limits, in steps. */
  private static final int STRETCHES = 20;

  private static final int SHORTEST_STRETCH = 64;
  private static final int LONGEST_STRETCH = 512;

  /**
   * A stretch is at most this part of the series: a single anomaly must not lift the smoothed score
   * of a quarter of all points, from which the scale is taken.
   */
  private static final int LARGEST_PART = 16;

  /**
   * Scores of each step, all finite, 0 at the median.
   *
   * @param score [steps] all together
   * @param pointwise [steps] the pointwise score alone
   */
  record Combined(double[] score, double[] pointwise) {}

  /**
   * The score of each step.
   *
   * @param parts what each view says
   */
  Combined combine(DetectorScores parts) {
    double[] pointwise = largest(sharp(parts));
    double[] shape = mean(parts.sweep().normalised(), pointwise.length);
    double[] smoothed = smoothed(parts);
    double[] score = new double[pointwise.length];
    Arrays.setAll(score, i -> pointwise[i] + smoothedWeight * smoothed[i] + shapeWeight * shape[i]);
    return new Combined(fromMedian(score), fromMedian(pointwise));
  }

  private List<double[]> sharp(DetectorScores parts) {
    NeighbourSweep.Distances sweep = parts.sweep();
    List<double[]> views = new ArrayList<>(sweep.plain());
    views.add(geometricMean(sweep.core(), sweep.plain().get(0)));
    views.add(parts.raw());
    if (autoencoders) {
      views.add(parts.residual());
      views.add(parts.fine());
    }
    return views;
  }

  private double[] smoothed(DetectorScores parts) {
    double[] product = overMedian(parts.raw());
    if (autoencoders) {
      double[] residual = geometricMean(overMedian(parts.residual()), overMedian(parts.fine()));
      double[] code = overMedian(parts.code());
      Arrays.setAll(product, i -> product[i] * Math.max(1, code[i]) * residual[i]);
    } else {
      double[] longest = overMedian(parts.sweep().plain().getLast());
      Arrays.setAll(product, i -> product[i] * product[i] * longest[i]);
    }
    return TailSurprise.logOf(MovingAverage.of(product, stretch(product.length)));
  }

  /** Points that the smoothed score averages over. */
  static int stretch(int n) {
    int stretch = Math.clamp(n / STRETCHES, SHORTEST_STRETCH, LONGEST_STRETCH);
    return Math.max(1, Math.min(stretch, n / LARGEST_PART));
  }

  private static double[] largest(List<double[]> views) {
    double[] largest = new double[views.get(0).length];
    for (double[] view : views) {
      double[] surprise = TailSurprise.logOf(view);
      Arrays.setAll(largest, i -> Math.max(largest[i], surprise[i]));
    }
    return largest;
  }

  private static double[] mean(List<double[]> views, int points) {
    double[] mean = new double[points];
    for (double[] view : views) {
      double[] surprise = TailSurprise.logOf(view);
      Arrays.setAll(mean, i -> mean[i] + surprise[i] / views.size());
    }
    return mean;
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

  private static double[] fromMedian(double[] score) {
    double median = Quantiles.median(score);
    double[] result = new double[score.length];
    Arrays.setAll(result, i -> score[i] - median);
    return result;
  }
}
