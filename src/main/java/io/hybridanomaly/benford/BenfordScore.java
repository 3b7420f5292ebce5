package io.hybridanomaly.benford;

import io.hybridanomaly.windowing.OverlapAverage;
import io.hybridanomaly.windowing.RobustLog;
import java.util.Arrays;

/**
 * How unusual the leading digits around each point are, for this series: windows of several lengths
 * are compared with the series' own digit shares, because real series that follow Benford's law
 * follow it only roughly. In a smooth series the digits of neighbouring values are nearly the same;
 * there the steps between them are judged too, see {@link StepEvidence}.
 */
public final class BenfordScore {

  private static final int[] WINDOWS = {60, 120, 240};

  /** A window is at most this part of the series, or there would be no other stretches around. */
  private static final int LONGEST_PART = 4;

  private static final int SHORTEST_WINDOW = 8;

  /**
   * Evidence of steps that natural series often reach: the steps of a stretch are not independent,
   * which doubles a deviation.
   */
  private static final double BY_CHANCE = 2;

  private BenfordScore() {}

  /**
   * The Benford score of each point: what the digits around it say. Where the verdict lets the
   * steps between neighbouring values count, their evidence is added, as far as it is more than
   * chance brings; digits to which the law does not apply then count as nothing.
   *
   * @param values [points], finite
   * @param verdict on these values
   * @param between called several times meanwhile; may throw to end the work
   * @return [points], finite; all 0 where digits never differ
   */
  public static double[] pointScores(double[] values, Applicability verdict, Runnable between) {
    double[] counted = verdict.signs().counted(values);
    if (!verdict.stepsApply()) {
      return digitScores(counted, between);
    }
    boolean digitsApply = verdict.level() == Applicability.Level.APPLIES;
    double[] scores = digitsApply ? digitScores(counted, between) : new double[values.length];
    StepEvidence steps = StepEvidence.of(counted);
    double[] evidence = new double[values.length];
    int[] windows = windows(values.length);
    for (int window : windows) {
      between.run();
      double[] points = steps.pointScores(window);
      for (int i = 0; i < points.length; i++) {
        evidence[i] += points[i] / windows.length;
      }
    }
    Arrays.setAll(scores, i -> scores[i] + Math.max(0, evidence[i] - BY_CHANCE));
    return scores;
  }

  /**
   * What the digits say, in robust standard deviations above the median: the mean over first digits
   * and first two digits and over the windows 60, 120 and 240 (shorter for fewer than 960 values)
   * of {@link RobustLog} of the mean χ² of all windows that cover the point.
   */
  private static double[] digitScores(double[] values, Runnable between) {
    int n = values.length;
    double[] scores = new double[n];
    if (n == 0) {
      return scores;
    }
    int[] windows = windows(n);
    for (Digits digits : new Digits[] {Digits.FIRST, Digits.FIRST_TWO}) {
      byte[] categories = digits.categoriesOfPositive(values);
      double[] reference = reference(categories, digits);
      for (int window : windows) {
        between.run();
        double[] points =
            OverlapAverage.of(windowScores(categories, reference, window), window, 1, n);
        between.run();
        double[] calibrated = RobustLog.of(points);
        for (int i = 0; i < n; i++) {
          scores[i] += calibrated[i] / (2 * windows.length);
        }
      }
    }
    return scores;
  }

  /** The window lengths for n values, each once, none longer than the series. */
  static int[] windows(int n) {
    int longest = Math.min(n, Math.max(SHORTEST_WINDOW, n / LONGEST_PART));
    return Arrays.stream(WINDOWS).map(window -> Math.min(window, longest)).distinct().toArray();
  }

  /**
   * The series' own digit shares, smoothed towards Benford's law as if half a digit of each
   * category had been seen that follows it: (count + K·π/2) / (N + K/2).
   */
  static double[] reference(byte[] categories, Digits digits) {
    double[] shares = digits.expected();
    int k = shares.length;
    int n = 0;
    int[] counts = new int[k];
    for (byte category : categories) {
      if (category != Digits.NONE) {
        counts[category]++;
        n++;
      }
    }
    for (int i = 0; i < k; i++) {
      shares[i] = (counts[i] + k * shares[i] / 2) / (n + k / 2.0);
    }
    return shares;
  }

  /**
   * χ² of each window at stride 1. Whatever the number m of digits in a window, its expectation is
   * K − 1, but its variance 2(K − 1) + (Σ 1/p − K² − 2K + 2)/m grows when digits are few (Haldane,
   * "The mean and variance of χ²", Biometrika 31 (1940), doi:10.1093/biomet/31.3-4.346): then the
   * deviation from the expectation is shrunk to the spread of a full window, so that a window does
   * not look abnormal merely because many of its values have no digit.
   */
  private static double[] windowScores(byte[] categories, double[] reference, int window) {
    int k = reference.length;
    double excess = -((double) k * k) - 2 * k + 2;
    for (double p : reference) {
      excess += 1 / p;
    }
    double limit = 2.0 * (k - 1);
    double[] shrink = new double[window + 1];
    for (int m = 1; m <= window; m++) {
      shrink[m] = Math.sqrt((limit + excess / window) / (limit + excess / m));
    }
    return SlidingChiSquare.scores(
        categories,
        reference,
        window,
        (chiSquare, m) -> m == window ? chiSquare : k - 1 + (chiSquare - (k - 1)) * shrink[m]);
  }
}
