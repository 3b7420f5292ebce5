package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.detection.RemainingTime;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.JobEvent;
import io.hybridanomaly.jobs.TestJobs;
import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What visitors of a warm server feel: detections side by side, how soon a cancel frees its slot,
 * how soon a moved slider is answered, and how far off the promised remaining time is. Arguments:
 * the parts to measure (together, cancelling, judging, remaining); without any, all.
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec \
 *   -Dmain=io.hybridanomaly.benchmark.ServerBenchmark
 * </pre>
 */
public final class ServerBenchmark {

  private static final int SEASON = 48;
  private static final int MIDDLE = 10_000;
  private static final int LONG = 1_000_000;
  private static final int REPETITIONS = 3;
  private static final int CANCELS = 16;
  private static final double[] QUARTERS = {0.25, 0.5, 0.75};

  private ServerBenchmark() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    Detectors.detect(
        Detectors.warmUpSamples(),
        Detectors.warmUpSettings(),
        ProgressListener.NONE,
        Cancellation.NEVER);
    List<String> parts =
        arguments.length > 0
            ? List.of(arguments)
            : List.of("together", "cancelling", "judging", "remaining");
    for (String part : parts) {
      switch (part) {
        case "together" -> twoAtOnce();
        case "cancelling" -> cancelling();
        case "judging" -> judging();
        case "remaining" -> remaining();
        default -> throw new IllegalArgumentException("no such part: " + part);
      }
    }
  }

  private static void twoAtOnce() throws Exception {
    double[] values = series(MIDDLE, 1);
    double alone = Double.POSITIVE_INFINITY;
    double together = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPETITIONS; i++) {
      alone = Math.min(alone, atOnce(values, DetectionSettings.defaults(), 1));
      together = Math.min(together, atOnce(values, DetectionSettings.defaults(), 2));
    }
    System.out.printf(
        Locale.ENGLISH,
        "%,d points: one alone %.2f s, two at once %.2f s, %.2f times%n",
        MIDDLE,
        alone,
        together,
        together / alone);
  }

  /** Seconds until the last of some detections ends. */
  private static double atOnce(double[] values, DetectionSettings settings, int count)
      throws Exception {
    try (TestJobs jobs = new TestJobs(Detectors::detect, count, 0)) {
      CountDownLatch ends = new CountDownLatch(count);
      long began = System.nanoTime();
      for (int i = 0; i < count; i++) {
        jobs.submit(
            Samples.even(values),
            settings,
            event -> {
              if (event instanceof JobEvent.Done) {
                ends.countDown();
              }
            });
      }
      if (!ends.await(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a detection did not end");
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /** The longest series, where the steps between two looks at the cancellation are longest. */
  private static void cancelling() throws Exception {
    DetectionSettings defaults = DetectionSettings.defaults();
    cancelling("points", series(MIDDLE, 2), defaults);
    cancelling("points", series(LONG, 2), defaults);
    cancelling("points of a random walk", walk(LONG, 2), defaults);
    cancelling(
        "points, the original formula's first epoch",
        series(MIDDLE, 2),
        defaults.withDetector(new DetectorKind.Original()).withEpochs(1));
  }

  private static void cancelling(String what, double[] values, DetectionSettings settings)
      throws Exception {
    Random random = new Random(2);
    long whole = (long) (1e9 * atOnce(values, settings, 1));
    List<Double> delays = new ArrayList<>();
    for (int i = 0; i < CANCELS; i++) {
      delays.add(cancelAfter(values, settings, (long) (random.nextDouble() * whole)));
    }
    Collections.sort(delays);
    System.out.printf(
        Locale.ENGLISH,
        "%,d %s: cancelled at %d random moments, the slot was free after %.0f ms in the"
            + " median, %.0f ms at most%n",
        values.length,
        what,
        CANCELS,
        1e3 * delays.get(CANCELS / 2),
        1e3 * delays.getLast());
  }

  private static double cancelAfter(double[] values, DetectionSettings settings, long nanos)
      throws Exception {
    try (TestJobs jobs = new TestJobs(Detectors::detect, 1, 0)) {
      CountDownLatch end = new CountDownLatch(1);
      DetectionJob job =
          jobs.submit(
              Samples.even(values),
              settings,
              event -> {
                if (event instanceof JobEvent.Cancelled || event instanceof JobEvent.Done) {
                  end.countDown();
                }
              });
      TimeUnit.NANOSECONDS.sleep(nanos);
      long began = System.nanoTime();
      job.cancel();
      end.await();
      return (System.nanoTime() - began) / 1e9;
    }
  }

  private static void judging() throws Exception {
    DetectionResult result =
        Detectors.detect(
            Samples.even(series(LONG, 3)),
            DetectionSettings.defaults(),
            ProgressListener.NONE,
            Cancellation.NEVER);
    double[] sensitivity = new double[50];
    double[] fusion = new double[50];
    FusionMode[] modes = {FusionMode.BOTH, FusionMode.SUM, FusionMode.LSTM, FusionMode.CALIBRATED};
    for (int i = 0; i < sensitivity.length; i++) {
      long began = System.nanoTime();
      result = result.withSensitivity(i % 11);
      sensitivity[i] = (System.nanoTime() - began) / 1e6;
      began = System.nanoTime();
      result = result.withDetector(new DetectorKind.Hybrid(modes[i % modes.length]));
      fusion[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(sensitivity);
    Arrays.sort(fusion);
    System.out.printf(
        Locale.ENGLISH,
        "%,d points judged again: other sensitivity %.1f ms in the median, other fusion %.1f ms%n",
        LONG,
        sensitivity[25],
        fusion[25]);
  }

  /** The promise at a quarter, half and three quarters of the real time against the truth. */
  private static void remaining() throws Exception {
    System.out.println("| points | window | epochs | seconds | at 25 % | at 50 % | at 75 % |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int[] each :
        new int[][] {
          {1_000, 48, 20},
          {10_000, 12, 20},
          {10_000, 48, 20},
          {10_000, 192, 20},
          {10_000, 48, 80},
          {100_000, 48, 20},
          {100_000, 300, 20},
          {LONG, 48, 20}
        }) {
      remaining(each[0], each[1], each[2]);
    }
  }

  private static void remaining(int points, int window, int epochs) throws Exception {
    DetectionSettings settings = DetectionSettings.defaults().withWindow(window).withEpochs(epochs);
    List<double[]> promises = new ArrayList<>();
    RemainingTime remaining = new RemainingTime(System::nanoTime);
    long began = System.nanoTime();
    Detectors.detect(
        Samples.even(series(points, 4)),
        settings,
        progress -> {
          remaining.update(progress.done());
          double now = (System.nanoTime() - began) / 1e9;
          remaining.seconds().ifPresent(left -> promises.add(new double[] {now, now + left}));
        },
        Cancellation.NEVER);
    double total = (System.nanoTime() - began) / 1e9;
    StringBuilder row = new StringBuilder();
    for (double quarter : QUARTERS) {
      double[] promise =
          promises.stream()
              .filter(p -> p[0] >= quarter * total)
              .findFirst()
              .orElse(promises.getLast());
      double left = total - promise[0];
      row.append(
          String.format(
              Locale.ENGLISH, " %+.0f %% |", 100 * (promise[1] - promise[0] - left) / left));
    }
    System.out.printf(
        Locale.ENGLISH, "| %,d | %d | %d | %.1f |%s%n", points, window, epochs, total, row);
  }

  private static double[] series(int points, int seed) {
    Random random = new Random(seed);
    double[] values = new double[points];
    Arrays.setAll(
        values, i -> 10 + 3 * Math.sin(2 * Math.PI * i / SEASON) + 0.4 * random.nextGaussian());
    return values;
  }

  private static double[] walk(int points, int seed) {
    Random random = new Random(seed);
    double[] values = new double[points];
    Arrays.setAll(values, i -> random.nextGaussian());
    Arrays.parallelPrefix(values, Double::sum);
    return values;
  }
}
