package io.hybridanomaly.benford;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Window updates a second of the statistics that move along a million values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SlidingStatisticsBenchmark {

  private static final int POINTS = 1_000_000;

  private final double[] values =
      new SplittableRandom(1).doubles(POINTS, -6, 6).map(x -> Math.pow(10, x)).toArray();

  /** Which digits are counted. */
  @Param({"FIRST", "FIRST_TWO"})
  public String digits = "FIRST";

  /** Points in a window. */
  @Param({"60", "240", "30000"})
  public int window;

  private byte[] categories = new byte[0];
  private double[] expected = new double[0];

  /** Digits and their law, once. */
  @Setup
  public void prepare() {
    categories = Digits.valueOf(digits).categoriesOfPositive(values);
    expected = Digits.valueOf(digits).expected();
  }

  /** χ² of every window. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public double[] chiSquare() {
    return SlidingChiSquare.scores(categories, expected, window, (chiSquare, size) -> chiSquare);
  }
}
