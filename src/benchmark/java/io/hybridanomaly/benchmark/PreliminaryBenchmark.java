package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.PreliminaryListener;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.series.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How soon a warm detection has a preliminary result, what that costs, and what the final one
 * changes. The median of some repetitions counts.
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.benchmark.PreliminaryBenchmark
 * </pre>
 */
public final class PreliminaryBenchmark {

  private static final int[] LENGTHS = {1_000, 10_000, 100_000};
  private static final int REPETITIONS = 7;
  private static final int WARM_UP = 3;
  private static final int SEASON = 48;
  private static final int STRANGE = 5;

  private PreliminaryBenchmark() {}

  /** Notes when the preliminary result came. */
  private static final class Early implements ProgressListener, PreliminaryListener {

    private final long began = System.nanoTime();
    private double seconds = Double.NaN;
    private double expected = Double.NaN;
    private List<Anomaly> found = List.of();

    @Override
    public void onProgress(Progress progress) {
      // Of no interest here.
    }

    @Override
    public PreliminaryListener preliminary() {
      return this;
    }

    @Override
    public boolean wants(double secondsLeft) {
      expected = secondsLeft;
      return true;
    }

    @Override
    public void onPreliminary(DetectionResult result) {
      seconds = since(began);
      found = result.anomalies();
    }
  }

  /** See the class. */
  public static void main(String[] arguments) throws DetectionException {
    System.out.println(
        "| points | preliminary, s | final, s | final without a listener, s | expected rest, s |"
            + " anomalies before | after | in both |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int length : LENGTHS) {
      row(length);
    }
  }

  private static void row(int length) throws DetectionException {
    double[] values = series(length);
    double[] early = new double[REPETITIONS];
    double[] last = new double[REPETITIONS];
    double[] alone = new double[REPETITIONS];
    double[] expected = new double[REPETITIONS];
    List<Anomaly> before = List.of();
    List<Anomaly> after = List.of();
    for (int i = -WARM_UP; i < REPETITIONS; i++) {
      Early heard = new Early();
      after = detect(values, heard);
      double all = since(heard.began);
      before = heard.found;
      long began = System.nanoTime();
      List<Anomaly> ignored = detect(values, ProgressListener.NONE);
      if (i >= 0) {
        early[i] = heard.seconds;
        last[i] = all;
        alone[i] = since(began);
        expected[i] = heard.expected;
      }
    }
    List<Anomaly> found = after;
    long both =
        before.stream()
            .filter(a -> found.stream().anyMatch(b -> a.segment().overlap(b.segment()) > 0))
            .count();
    System.out.printf(
        Locale.ROOT,
        "| %,d | %.2f | %.2f | %.2f | %.2f | %d | %d | %d |%n",
        length,
        median(early),
        median(last),
        median(alone),
        median(expected),
        before.size(),
        after.size(),
        both);
  }

  private static List<Anomaly> detect(double[] values, ProgressListener listener)
      throws DetectionException {
    return Detectors.detect(
            Samples.even(values), DetectionSettings.defaults(), listener, Cancellation.NEVER)
        .anomalies();
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** A season with noise that stops a few times. */
  private static double[] series(int length) {
    Random random = new Random(1);
    double[] values = new double[length];
    Arrays.setAll(
        values, i -> 100 + 10 * Math.sin(2 * Math.PI * i / SEASON) + 0.5 * random.nextGaussian());
    for (int k = 1; k <= STRANGE; k++) {
      int from = k * length / (STRANGE + 1);
      Arrays.fill(values, from, from + SEASON / 2, 100);
    }
    return values;
  }
}
