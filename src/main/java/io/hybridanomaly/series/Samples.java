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

  /** Number of points. */
  public int size() {
    return values.length;
  }

  /** Number of steps from the first point to the last. */
  public int steps() {
    return (int) spacing.size(values.length);
  }

  /** The same points on the grid. */
  public SampleGrid grid() {
    return SampleGrid.of(this);
  }
}
