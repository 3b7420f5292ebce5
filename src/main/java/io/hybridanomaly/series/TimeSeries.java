package io.hybridanomaly.series;

/**
 * One value for each time, in time order; equal times keep the order of the file.
 *
 * @param name what the values are, usually the column's header
 * @param times the time of each value
 * @param values finite numbers; not copied, must not be changed afterwards
 */
public record TimeSeries(String name, TimeAxis times, double[] values) {

  public TimeSeries {
    if (times.size() != values.length) {
      throw new IllegalArgumentException(
          "%d times for %d values".formatted(times.size(), values.length));
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value is not finite");
      }
    }
  }

  /** The values on the grid of their sampling step. Looks at all times. */
  public Samples samples() {
    return new Samples(values, Spacing.of(times, values));
  }

  /** Number of points. */
  public int size() {
    return values.length;
  }
}
