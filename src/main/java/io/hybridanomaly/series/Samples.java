package io.hybridanomaly.series;

/**
 * The values of a series and where they stand on the grid of its sampling step.
 *
 * @param values [points] finite; not copied, must not be changed afterwards
 * @param spacing of the points
 */
public record Samples(double[] values, Spacing spacing) {

  /** Values that are one step apart. */
  public static Samples even(double[] values) {
    return new Samples(values, Spacing.EVEN);
  }

  /** Other values at the same places. */
  public Samples withValues(double[] others) {
    return new Samples(others, spacing);
  }

  /** Number of points. */
  public int size() {
    return values.length;
  }

  /** The same points on the grid. */
  public SampleGrid grid() {
    return SampleGrid.of(this);
  }
}
