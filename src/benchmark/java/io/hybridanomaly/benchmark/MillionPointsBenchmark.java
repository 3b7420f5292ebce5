package io.hybridanomaly.benchmark;

import io.hybridanomaly.series.PointReduction;
import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustLog;
import io.hybridanomaly.windowing.SeriesScaler;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done once with every point of a series of a million points. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MillionPointsBenchmark {

  private static final int POINTS = 1_000_000;
  private static final int BUCKETS = 1_000;
  private static final int STRETCH = 512;

  private final double[] values = series();

  private static double[] series() {
    Random random = new Random(1);
    double[] values = new double[POINTS];
    Arrays.setAll(values, i -> 10 + 3 * Math.sin(i / 8.0) + Math.exp(random.nextGaussian()));
    return values;
  }

  /** The median by selection. */
  @Benchmark
  public double median() {
    return Quantiles.median(values);
  }

  /** Scaling, the choice of the scale included. */
  @Benchmark
  public float[] scaling() {
    return SeriesScaler.of(values).apply(values);
  }

  /** The robust logarithm that calibrates a score. */
  @Benchmark
  public double[] robustLog() {
    return RobustLog.of(values);
  }

  /** The moving average of the smoothed score. */
  @Benchmark
  public double[] movingAverage() {
    return MovingAverage.of(values, STRETCH);
  }

  /** The points that are sent to a chart for the whole series. */
  @Benchmark
  public int[] reductionForCharts() {
    return PointReduction.choose(values, 0, POINTS, BUCKETS, 0, new int[0]);
  }
}
