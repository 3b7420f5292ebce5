package io.hybridanomaly.benchmark;

import io.hybridanomaly.benford.LeadingDigits;
import java.util.SplittableRandom;
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

/** First digits of a million doubles over twelve orders of magnitude. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LeadingDigitsBenchmark {

  private final double[] values =
      new SplittableRandom(1).doubles(1_000_000, -6, 6).map(x -> Math.pow(10, x)).toArray();

  /** All first digits in one call. */
  @Benchmark
  public byte[] first() {
    return LeadingDigits.first(values);
  }
}
