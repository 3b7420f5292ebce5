package io.hybridanomaly.windowing;

/**
 * Brings a series to a common scale and takes the height from its spikes: z = (x − median) / (p95 −
 * p5), the spread being at most {@value #LARGEST_RATIO} times p90 − p10, and beyond |z| = 3 only
 * the logarithm grows, sign·(3 + ln(|z| / 3)), up to {@value #LIMIT}. One reading of 1e300 thus
 * stays visible without hiding everything else.
 *
 * <p>If p95 = p5 the standard deviation takes its place; a constant series becomes all zeros.
 */
public final class RobustScaler {

  /** Where the logarithm begins. */
  private static final double KNEE = 3;

  /** No value comes out beyond this: |z| of 24,000. */
  static final double LIMIT = 12;

  private static final double LINEAR_LIMIT = 1e12;

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /**
   * Where more than a twentieth of the values are outliers, p95 or p5 is one of them. The spread is
   * therefore at most so many times p90 − p10; for a normal distribution it is 1.28 times, for a
   * Student distribution with 3 degrees of freedom 1.44 times.
   */
  private static final double LARGEST_RATIO = 1.93;

  private static final double INNER_LOW = 0.1;
  private static final double MEDIAN = 0.5;
  private static final double INNER_HIGH = 0.9;

  private final double median;

  /** Half of the spread: the whole may be above the largest number. */
  private final double halfSpread;

  /** Whether p95 = p5. */
  private final boolean mostlyConstant;

  private RobustScaler(double median, double halfSpread, boolean mostlyConstant) {
    this.median = median;
    this.halfSpread = halfSpread;
    this.mostlyConstant = mostlyConstant;
  }

  /**
   * The scale of a series.
   *
   * @param values at least one, finite; not changed
   */
  public static RobustScaler of(double[] values) {
    double[] quantiles = Quantiles.of(values, LOW, INNER_LOW, MEDIAN, INNER_HIGH, HIGH);
    double median = quantiles[2];
    double half = quantiles[4] / 2 - quantiles[0] / 2;
    double inner = quantiles[3] / 2 - quantiles[1] / 2;
    if (inner > 0) {
      half = Math.min(half, LARGEST_RATIO * inner);
    }
    return half > 0
        ? new RobustScaler(median, half, false)
        : new RobustScaler(median, Statistics.deviation(values, 0, values.length) / 2, true);
  }

  /** Whether all values are equal, so that there is nothing to scale. */
  public boolean isConstant() {
    return halfSpread == 0;
  }

  /** Whether at least nine of ten values are equal. */
  boolean isMostlyConstant() {
    return mostlyConstant;
  }

  /** The values on the common scale, within ±{@value #LIMIT}. */
  public float[] apply(double[] values) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) apply(values[i]);
    }
    return scaled;
  }

  /** The same scale, but with p95 − p5 taken as at least so much. */
  RobustScaler notBelow(double spread) {
    return new RobustScaler(median, Math.max(halfSpread, spread / 2), mostlyConstant);
  }

  /** One value on the common scale. */
  double apply(double value) {
    if (halfSpread == 0) {
      return 0;
    }
    double z = (value / 2 - median / 2) / halfSpread;
    double size = Math.abs(z);
    if (size <= KNEE) {
      return z;
    }
    return Math.copySign(Math.min(LIMIT, KNEE + Math.log(size / KNEE)), z);
  }

  /**
   * The values in units of the spread, without the logarithm: for distances between them.
   *
   * @return [values], within ±1e12; all 0 for a constant series
   */
  public double[] linear(double[] values) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length && halfSpread > 0; i++) {
      scaled[i] =
          Math.clamp((values[i] / 2 - median / 2) / halfSpread, -LINEAR_LIMIT, LINEAR_LIMIT);
    }
    return scaled;
  }

  /** Back to the units of the series; finite for every finite input. */
  public double invert(double scaled) {
    double size = Math.min(LIMIT, Math.abs(scaled));
    double z = Math.copySign(size <= KNEE ? size : KNEE * Math.exp(size - KNEE), scaled);
    double value = 2 * (z * halfSpread + median / 2);
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }
}
