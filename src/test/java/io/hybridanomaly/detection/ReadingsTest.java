package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people see at a glance, and what they do not, without any training. */
class ReadingsTest {

  /** Seeds: what holds for one noise must hold for others. */
  private static final int SEEDS = 8;

  /** A spike must not make another reading look far from what is expected of it. */
  @Test
  void aSpikeInAMonthOfDaysIsTheOnlyAlarm() {
    int found = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      double[] values = values(32, i -> 50 + 4 * random.nextGaussian());
      values[20] = 95;
      int[] flagged = flagged(values);
      assertThat(Arrays.stream(flagged).filter(point -> point != 20)).as("seed %s", seed).isEmpty();
      found += flagged.length;
    }
    assertThat(found).isGreaterThanOrEqualTo(SEEDS - 2);
  }

  /** Ties of rounded values are no anomalies: at a fine rhythm one of twelve was flagged. */
  @Test
  void aRhythmThatIsRoundedToWholeNumbersIsSilent() {
    for (double noise : new double[] {0.05, 0.1, 0.15, 0.2}) {
      Random random = new Random(3);
      double[] values =
          values(
              1_000,
              i ->
                  Math.rint(
                      20.5 + 3 * Math.sin(2 * Math.PI * i / 24) + noise * random.nextGaussian()));
      assertThat(flagged(values)).as("noise %s", noise).isEmpty();
    }
  }

  /** A machine that is on half of the time, at periods of all kinds, with edges of one step. */
  @Test
  void theEdgesOfAStrictCycleAreSilent() {
    for (int period : new int[] {40, 43, 46, 49, 50, 52, 55}) {
      Random random = new Random(period);
      double[] values =
          values(4_000, i -> (i % period < period / 2 ? 8 : 0.25) + 0.1 * random.nextGaussian());
      assertThat(flagged(values)).as("period %s", period).isEmpty();
    }
  }

  /** A day off looks like a Sunday; a person knows that it is a Wednesday. */
  @Test
  void aDayOffIsFlagged() {
    Random random = new Random(8);
    double[] height = random.doubles(20 * 7, 0.9, 1.1).toArray();
    Arrays.setAll(height, day -> day % 7 < 5 && day != 72 ? height[day] : 0);
    double[] values =
        values(
            height.length * 24,
            i ->
                (i % 24 >= 8 && i % 24 < 18 ? 80 * height[i / 24] : 0)
                    + 20
                    + 2 * random.nextGaussian());
    int[] flagged = flagged(values);
    assertThat(flagged).contains(72 * 24 + 9, 72 * 24 + 16);
    assertThat(Arrays.stream(flagged).map(i -> i / 24).distinct()).containsExactly(72);
  }

  /** The last reading of a cycle is the first of a level that is known. */
  @Test
  void theFirstReadingOfAKnownLevelIsSilentAtTheEnd() {
    Random random = new Random(4);
    double[] values = values(4_001, i -> (i % 50 < 25 ? 8 : 0.25) + 0.1 * random.nextGaussian());
    assertThat(flagged(values)).isEmpty();
  }

  private static double[] values(int n, IntToDoubleFunction value) {
    double[] values = new double[n];
    Arrays.setAll(values, value);
    return values;
  }

  /** The points that are flagged by what needs no training. */
  private static int[] flagged(double[] values) {
    DetectionSettings settings = DetectionSettings.defaults();
    DetectionMonitor monitor = DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);
    PreparedSeries series = PreparedSeries.of(Samples.even(values), settings, monitor);
    SplittableRandom random = new SplittableRandom(42);
    float[] scaled = HybridDetector.scaled(series.values(), series.scaling(), random);
    Untrained untrained = Untrained.of(scaled, series.window(), 10, random, monitor);
    ComponentScores components =
        HybridDetector.components(
            series,
            0,
            untrained.scores(),
            HybridDetector.DigitScores.of(values, monitor),
            ScoreEnsemble.WITHOUT_AUTOENCODERS,
            monitor);
    List<Segment> segments =
        Thresholding.judge(settings, components).anomalies().stream()
            .map(Anomaly::segment)
            .toList();
    return segments.stream()
        .flatMapToInt(segment -> IntStream.range(segment.from(), segment.to()))
        .toArray();
  }
}
