package io.hybridanomaly.series;

import java.util.stream.IntStream;

/** Readings of a meter, or a running total: values that hardly ever fall, and rise unevenly. */
public final class CounterReadings {

  /** Of a series of fewer points nothing tells it. */
  private static final int FEWEST = 30;

  /** They rise at so many points, as a part of all; the night may be still. */
  private static final double FEWEST_RISES = 0.25;

  /** And they fall at so few. */
  private static final double MOST_FALLS = 0.01;

  /** Rises differ by more than that, as a part of them. */
  private static final double ALIKE = 1e-6;

  private CounterReadings() {}

  /** Whether values look like readings of a meter. */
  public static boolean isCounter(double[] values) {
    int n = values.length;
    double[] rises =
        IntStream.range(1, n)
            .mapToDouble(i -> values[i] - values[i - 1])
            .filter(change -> change > 0)
            .sorted()
            .toArray();
    long falls = IntStream.range(1, n).filter(i -> values[i] < values[i - 1]).count();
    return n >= FEWEST
        && rises.length >= FEWEST_RISES * n
        && falls <= MOST_FALLS * n
        // Numbers that count the rows rise by the same each time.
        && rises[rises.length / 4] < (1 - ALIKE) * rises[3 * rises.length / 4];
  }
}
