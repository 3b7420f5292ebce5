package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * Season and trend by Loess with robustness weights, as a rival: the season is periodic, the trend
 * local and linear, and both are fitted again with less weight on what is far from them.
 *
 * <p>Source: Cleveland, Cleveland, McRae, Terpenning, "STL: A seasonal-trend decomposition
 * procedure based on Loess", Journal of Official Statistics 6 (1990).
 */
final class RobustStl {

  private static final int OUTER = 6;
  private static final int INNER = 2;

  /** Points of the trend's window for each of the season's, as the source recommends. */
  private static final double SPAN = 1.5;

  private RobustStl() {}

  /**
   * Season plus trend.
   *
   * @param values [points]
   * @param period in points
   * @param seasonal false: the trend alone
   */
  static double[] of(double[] values, double period, boolean seasonal) {
    int n = values.length;
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    double[] season = new double[n];
    double[] trend = new double[n];
    for (int outer = 0; outer < OUTER; outer++) {
      for (int inner = 0; inner < INNER; inner++) {
        if (seasonal) {
          season = season(minus(values, trend), weights, period);
        }
        trend = loess(minus(values, season), weights, (int) (SPAN * period) | 1);
      }
      weights = weights(minus(minus(values, trend), season));
    }
    double[] fitted = new double[n];
    for (int i = 0; i < n; i++) {
      fitted[i] = season[i] + trend[i];
    }
    return fitted;
  }

  /** The weighted mean of each phase, their mean taken off. */
  private static double[] season(double[] rest, double[] weights, double period) {
    int phases = (int) Math.ceil(period);
    double[] sums = new double[phases];
    double[] totals = new double[phases];
    for (int i = 0; i < rest.length; i++) {
      int phase = (int) (i % period);
      sums[phase] += weights[i] * rest[i];
      totals[phase] += weights[i];
    }
    double mean = 0;
    for (int p = 0; p < phases; p++) {
      sums[p] = totals[p] > 0 ? sums[p] / totals[p] : 0;
      mean += sums[p] / phases;
    }
    double[] season = new double[rest.length];
    for (int i = 0; i < rest.length; i++) {
      season[i] = sums[(int) (i % period)] - mean;
    }
    return season;
  }

  /** Local straight lines with tricube weights. */
  private static double[] loess(double[] y, double[] weights, int span) {
    int n = y.length;
    double[] smooth = new double[n];
    double reach = Math.floorDiv(span, 2) + 1.0;
    for (int i = 0; i < n; i++) {
      double w = 0;
      double wx = 0;
      double wy = 0;
      double wxx = 0;
      double wxy = 0;
      for (int j = Math.max(0, i - span / 2); j <= Math.min(n - 1, i + span / 2); j++) {
        double u = Math.abs(j - i) / reach;
        double tricube = (1 - u * u * u) * (1 - u * u * u) * (1 - u * u * u) * weights[j];
        double x = j - i;
        w += tricube;
        wx += tricube * x;
        wy += tricube * y[j];
        wxx += tricube * x * x;
        wxy += tricube * x * y[j];
      }
      double determinant = w * wxx - wx * wx;
      smooth[i] =
          determinant > 1e-9 * w * wxx
              ? (wxx * wy - wx * wxy) / determinant
              : w > 0 ? wy / w : i > 0 ? smooth[i - 1] : y[i];
    }
    return smooth;
  }

  /** Bisquare weights at six median absolute residuals. */
  private static double[] weights(double[] residuals) {
    double[] sizes = new double[residuals.length];
    Arrays.setAll(sizes, i -> Math.abs(residuals[i]));
    double limit = 6 * Quantiles.median(sizes);
    double[] weights = new double[sizes.length];
    Arrays.setAll(
        weights,
        i -> {
          double u = limit > 0 ? Math.min(1, sizes[i] / limit) : 0;
          return (1 - u * u) * (1 - u * u);
        });
    return weights;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
