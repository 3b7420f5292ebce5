package io.hybridanomaly.windowing;

import java.util.Arrays;

/**
 * The length of the strongest season, found robustly: values beyond the 5 % and 95 % quantiles are
 * clipped to them, so that spikes count as little as any other high value.
 */
public final class Season {

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Longest season looked for, in points, and as a part of the series. */
  private static final int LONGEST = 3000;

  private static final int PART = 3;

  private static final int SHORTEST = 2;

  /** A correlation below this is no season that values could be compared by. */
  private static final double WEAK = 0.3;

  /** Points looked at, from the middle of a longer series. */
  private static final int ENOUGH = 1 << 17;

  private static final double ROUNDING = 1e-12;

  private Season() {}

  /**
   * The length of the strongest season in points, 2 to a third of the series; 0 if there is none.
   *
   * @param values scaled values, finite; not changed
   */
  public static int of(double[] values) {
    int n = Math.min(values.length, ENOUGH);
    int lags = Math.min(LONGEST, n / PART);
    if (lags <= SHORTEST) {
      return 0;
    }
    int from = (values.length - n) / 2;
    double[] signal = clipped(Arrays.copyOfRange(values, from, from + n));
    LinearTrend.of(signal, n).removeFrom(signal, n);
    double[] correlation = Autocorrelation.of(signal, n, lags + 2, n * ROUNDING);
    // Without the factor a long season would look weak for no other reason than its length.
    for (int lag = 0; lag < correlation.length; lag++) {
      correlation[lag] *= (double) n / (n - lag);
    }
    return WindowLength.firstPeak(correlation, SHORTEST, WEAK);
  }

  /**
   * The values with those beyond the outer quantiles set to them; as they are where the quantiles
   * are equal, since then the exceptions are all there is.
   */
  static double[] clipped(double[] values) {
    double low = Quantiles.quantile(values, LOW);
    double high = Quantiles.quantile(values, HIGH);
    if (low == high) {
      return values.clone();
    }
    double[] result = new double[values.length];
    Arrays.setAll(result, i -> Math.clamp(values[i], low, high));
    return result;
  }
}
