package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.windowing.OverlapAverage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mostly series in which all stretches are compared with all others. */
class NeighbourSweepTest {

  private static final int[] PLAIN = {10, 20, 40, 80};
  private static final int[] NORMALISED = {20, 40, 80, 160};

  /** More than there are stretches. */
  private static final int ALL = 10_000;

  /** Numbers of stretches that are no multiple of 4, and series too short for some lengths. */
  @ParameterizedTest
  @CsvSource({"40, 1", "83, 1", "161, 1", "330, 1", "701, 1", "600, 2", "655, 3"})
  void agreesWithItsSlowTwin(int n, int stride) {
    float[] series = series(n);
    List<double[]> found = sweep(series, stride);
    int at = 0;
    for (int length : PLAIN) {
      if (length <= n / 4) {
        check(found.get(at++), plain(series, length, stride), length, stride);
      }
    }
    for (int length : NORMALISED) {
      if (length <= n / 4) {
        check(found.get(at++), normalised(series, length, stride), length, stride);
      }
    }
    assertThat(found).hasSize(at);
  }

  /** Of references half of which are outlying none is a neighbour, of others one by its rank. */
  @ParameterizedTest
  @CsvSource({"330, 1", "701, 1", "655, 3"})
  void agreesWithItsSlowTwinByAFarNeighbourAndWithoutOutlyingStretches(int n, int stride) {
    float[] series = series(n);
    boolean[] outlying = new boolean[n];
    Arrays.fill(outlying, n / 3, n / 3 + n / 8, true);
    Arrays.fill(outlying, n - 12, n, true);
    ToDoubleFunction<double[]> ninth = squares -> Math.sqrt(squares[8]);
    SweepLengths lengths = SweepLengths.of(n);
    List<double[]> found =
        sweep(series, new SweepPlan(lengths, stride, ALL, Neighbourhood.ofRank(9)), outlying);
    int at = 0;
    for (int length : lengths.plain()) {
      check(found.get(at++), plain(series, length, stride, ninth, outlying), length, stride);
    }
    for (int length : lengths.normalised()) {
      check(found.get(at++), normalised(series, length, stride, ninth, outlying), length, stride);
    }
    assertThat(found).hasSize(at);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 40, 330})
  void theCoreAgreesWithItsSlowTwin(int n) {
    assertThat(whole(series(n)).core())
        .containsExactly(core(series(n), n < 40 ? 8 : 10), within(1e-4));
  }

  @Test
  void theShortestSeriesHasStretchesOf8() {
    float[] series = series(32);
    List<double[]> found = sweep(series, 1);
    assertThat(found).hasSize(1);
    check(found.get(0), plain(series, 8, 1), 8, 1);
  }

  @Test
  void manyPointsAreComparedWithSomeOfTheOthersOnly() {
    float[] series = series(1_203);
    SweepLengths lengths = SweepLengths.of(series.length);
    List<double[]> found =
        sweep(
            series,
            new SweepPlan(lengths, 1, 400, Neighbourhood.NEAREST),
            new boolean[series.length]);
    double[] all = plain(series, 10, 1);
    double[] points = OverlapAverage.of(all, 10, 1, series.length);
    // Fewer references are never nearer.
    for (int i = 0; i < points.length; i++) {
      assertThat(found.get(0)[i]).isGreaterThan(points[i] - 1e-4);
    }
    assertThat(mean(found.get(0))).isGreaterThan(1.01 * mean(points));
    assertThat(found).hasSize(PLAIN.length + NORMALISED.length);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Long ones begin further apart there than short ones: each has a sweep of its own. */
  @Test
  void inAVeryLongSeriesEachLengthStillSeesAWrongShape() {
    float[] series = new float[100_100];
    for (int i = 0; i < series.length; i++) {
      series[i] = (float) Math.sin(i / 3.0);
    }
    int at = 70_007;
    for (int i = at; i < at + 20; i++) {
      series[i] = (float) Math.sin(i / 2.0);
    }
    NeighbourSweep.Distances found = whole(series);
    assertThat(found.plain()).hasSize(PLAIN.length);
    assertThat(found.normalised()).hasSize(NORMALISED.length);
    assertThat(found.core()).hasSize(series.length);
    for (int level = 0; level < NORMALISED.length; level++) {
      assertThat(highest(found.normalised().get(level)))
          .isBetween(at - NORMALISED[level], at + 20 + NORMALISED[level]);
      assertThat(highest(found.plain().get(level)))
          .isBetween(at - PLAIN[level], at + 20 + PLAIN[level]);
    }
  }

  private static int highest(double[] points) {
    int highest = 0;
    for (int i = 1; i < points.length; i++) {
      highest = points[i] > points[highest] ? i : highest;
    }
    return highest;
  }

  @Test
  void aConstantHasNoDistances() {
    NeighbourSweep.Distances found = whole(new float[400]);
    found.plain().forEach(level -> assertThat(level).containsOnly(0));
    found.normalised().forEach(level -> assertThat(level).containsOnly(0));
    assertThat(found.core()).containsOnly(0);
  }

  @Test
  void canBeCancelled() {
    DetectionMonitor cancelled = DetectionMonitor.of(ProgressListener.NONE, () -> true);
    assertThatThrownBy(
            () ->
                NeighbourSweep.of(
                    series(100), new boolean[100], new SplittableRandom(1), cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private static NeighbourSweep.Distances whole(float[] series) {
    return NeighbourSweep.of(
        series,
        new boolean[series.length],
        new SplittableRandom(5),
        DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER));
  }

  private static List<double[]> sweep(float[] series, int stride) {
    SweepLengths lengths = SweepLengths.of(series.length);
    return sweep(
        series,
        new SweepPlan(lengths, stride, ALL, Neighbourhood.NEAREST),
        new boolean[series.length]);
  }

  private static List<double[]> sweep(float[] series, SweepPlan plan, boolean[] outlying) {
    return NeighbourSweep.views(
        series,
        plan,
        outlying,
        new SplittableRandom(5),
        DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER));
  }

  private static void check(double[] found, double[] distances, int length, int stride) {
    double[] points = OverlapAverage.of(distances, length, stride, found.length);
    assertThat(found).containsExactly(points, within(2e-3));
  }

  /** A season, noise, a level shift, a flat piece and two spikes. */
  private static float[] series(int n) {
    Random random = new Random(n);
    float[] series = new float[n];
    for (int i = 0; i < n; i++) {
      series[i] = (float) (Math.sin(i / 3.0) + 0.2 * random.nextGaussian() + (2 * i > n ? 2 : 0));
    }
    Arrays.fill(series, n / 3, n / 3 + n / 8, 0.5f);
    series[n / 5] = 9;
    series[n - 2] = -9;
    return series;
  }

  private static double[] core(float[] series, int length) {
    double[] distances = plain(series, length, 1);
    double[] core = new double[series.length];
    for (int t = 0; t < core.length; t++) {
      core[t] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < distances.length; i++) {
        if (i <= t && t < i + length) {
          core[t] = Math.min(core[t], distances[i]);
        }
      }
      if (core[t] == Double.POSITIVE_INFINITY) {
        core[t] = distances[distances.length - 1];
      }
    }
    return core;
  }

  /** Root of the mean of the three least. */
  private static double nearest(double[] squares) {
    return Math.sqrt(Arrays.stream(squares).limit(3).average().orElse(0));
  }

  private static double[] plain(float[] series, int length, int stride) {
    return plain(series, length, stride, NeighbourSweepTest::nearest, new boolean[series.length]);
  }

  private static double[] plain(
      float[] series,
      int length,
      int stride,
      ToDoubleFunction<double[]> distance,
      boolean[] outlying) {
    return nearest(stretches(series, length, stride), length, stride, distance, outlying);
  }

  /** Each stretch minus its mean, over √(deviation² + (a quarter of the median deviation)²). */
  private static double[] normalised(float[] series, int length, int stride) {
    return normalised(
        series, length, stride, NeighbourSweepTest::nearest, new boolean[series.length]);
  }

  private static double[] normalised(
      float[] series,
      int length,
      int stride,
      ToDoubleFunction<double[]> distance,
      boolean[] outlying) {
    double[][] stretches = stretches(series, length, stride);
    double[] deviations = new double[stretches.length];
    for (int i = 0; i < stretches.length; i++) {
      double mean = Arrays.stream(stretches[i]).average().orElseThrow();
      stretches[i] = Arrays.stream(stretches[i]).map(x -> x - mean).toArray();
      deviations[i] = Math.sqrt(Arrays.stream(stretches[i]).map(x -> x * x).sum() / length);
    }
    double[] sorted = deviations.clone();
    Arrays.sort(sorted);
    int m = sorted.length;
    double floor = (sorted[(m - 1) / 2] + sorted[m / 2]) / 8 + 1e-6;
    for (int i = 0; i < m; i++) {
      double amplitude = Math.sqrt(deviations[i] * deviations[i] + floor * floor);
      stretches[i] = Arrays.stream(stretches[i]).map(x -> x / amplitude).toArray();
    }
    return nearest(stretches, length, stride, distance, outlying);
  }

  private static double[][] stretches(float[] series, int length, int stride) {
    double[][] stretches = new double[(series.length - length) / stride + 1][length];
    for (int i = 0; i < stretches.length; i++) {
      for (int d = 0; d < length; d++) {
        stretches[i][d] = series[i * stride + d];
      }
    }
    return stretches;
  }

  /**
   * Distance to those that are a length, or a quarter of all, away and not half outlying.
   *
   * @param distance of the ascending squared distances to these
   */
  private static double[] nearest(
      double[][] stretches,
      int length,
      int stride,
      ToDoubleFunction<double[]> distance,
      boolean[] outlying) {
    int m = stretches.length;
    int zone = Math.min(length, Math.max(1, (m - 1) * stride / 4));
    boolean[] ignored = new boolean[m];
    for (int j = 0; j < m; j++) {
      int from = j * stride;
      ignored[j] =
          2 * IntStream.range(from, from + length).filter(t -> outlying[t]).count() >= length;
    }
    double[] distances = new double[m];
    for (int i = 0; i < m; i++) {
      double[] squares = new double[m];
      for (int j = 0; j < m; j++) {
        for (int d = 0; d < length; d++) {
          double difference = stretches[i][d] - stretches[j][d];
          squares[j] += difference * difference;
        }
        if (Math.abs(i - j) * stride < zone || ignored[j]) {
          squares[j] = Double.POSITIVE_INFINITY;
        }
      }
      distances[i] =
          distance.applyAsDouble(
              Arrays.stream(squares).filter(Double::isFinite).sorted().toArray());
    }
    return distances;
  }
}
