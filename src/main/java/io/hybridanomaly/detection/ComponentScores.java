package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.series.Samples;
import java.util.Arrays;

/**
 * All that fusion, threshold and anomalies need; they are recomputed from this in milliseconds. All
 * arrays have one entry per point of the series, but for {@code lossPerEpoch}; do not change them.
 *
 * @param samples the series, in its own units, with the steps between its points as far as the
 *     detector took account of them
 * @param reconstruction score of the windows, with the autoencoders: 0 at the median, one more for
 *     e times the surprise
 * @param pointwise the part of it that is not smoothed in time, same scale; all 0 if there is none
 * @param benford calibrated score of Benford's law: about 0 at the median, 1 is as far above the
 *     median as 1.4826 times the quartile distance
 * @param expected what a person would expect in the series' own units, see {@link
 *     io.hybridanomaly.expectation.ExpectedValues}; with the original formula its autoencoder's
 *     reconstruction
 * @param magnitude how far from usual the windows on a point are, in scaled units: their mean
 *     absolute reconstruction error or, where that says more, their distance from the windows most
 *     like them on the same scale
 * @param rarity how rare each reading is by itself: log10 of the number of ordinary points among
 *     which one such is expected; 0 where nothing is known
 * @param outlying whether windows near a point do not tell how high ordinary ones are: a reading
 *     too far from the same time in other seasons, see {@link SeasonalOutliers}, or stretches that
 *     only few others resemble, if there are many, see {@link OutlyingStretches}
 * @param regime how rare, on the scale of {@code rarity}, the long stretch is in which a point lies
 *     and the series behaves differently, see {@link RegimeShift}; 0 elsewhere
 * @param lossPerEpoch mean training loss of each epoch
 * @param window window length in points
 * @param epochs training epochs
 * @param applicability whether Benford's law applies to the series, and why
 */
public record ComponentScores(
    Samples samples,
    double[] reconstruction,
    double[] pointwise,
    double[] benford,
    double[] expected,
    double[] magnitude,
    double[] rarity,
    boolean[] outlying,
    double[] regime,
    double[] lossPerEpoch,
    int window,
    int epochs,
    Applicability applicability) {

  /**
   * Scores without a pointwise part, in which no reading is rare by itself, of values that are one
   * step apart.
   */
  public ComponentScores(
      double[] values,
      double[] reconstruction,
      double[] benford,
      double[] expected,
      double[] magnitude,
      double[] lossPerEpoch,
      int window,
      int epochs,
      Applicability applicability) {
    this(
        Samples.even(values),
        reconstruction,
        new double[values.length],
        benford,
        expected,
        magnitude,
        new double[values.length],
        new boolean[values.length],
        new double[values.length],
        lossPerEpoch,
        window,
        epochs,
        applicability);
  }

  /** {@link #outlying} as columns of numbers keep it: 1 or 0. */
  public double[] outlyingNumbers() {
    double[] numbers = new double[outlying.length];
    Arrays.setAll(numbers, i -> outlying[i] ? 1 : 0);
    return numbers;
  }

  /** Reads {@link #outlyingNumbers}. */
  public static boolean[] outlying(double[] numbers) {
    boolean[] outlying = new boolean[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      outlying[i] = numbers[i] > 0;
    }
    return outlying;
  }

  /** [points] The series, in its own units. */
  public double[] values() {
    return samples.values();
  }

  /** Number of points. */
  public int length() {
    return samples.size();
  }
}
