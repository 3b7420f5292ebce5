package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighbourDistanceTest {

  private static final DetectionMonitor WATCH =
      DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);

  @ParameterizedTest
  @CsvSource({"60, 8, 1", "61, 8, 3", "300, 16, 5", "333, 9, 5", "40, 20, 3"})
  void agreesWithItsSlowTwin(int n, int window, int neighbours) {
    float[] series = random(n, window);
    Windows windows = Windows.over(n, window, new SplittableRandom(1));
    double[] fast = NearestNeighbourDistance.ofSeries(series, windows).distances(neighbours, WATCH);
    assertThat(fast).containsExactly(slowTwin(series, windows, neighbours), within(1e-5));
  }

  @Test
  void vectorsGiveTheSameAsTheSeriesTheyAreCutFrom() {
    float[] series = random(200, 3);
    Windows windows = Windows.over(200, 12, new SplittableRandom(1));
    float[] vectors = new float[windows.starts().length * 12];
    for (int i = 0; i < windows.starts().length; i++) {
      System.arraycopy(series, windows.starts()[i], vectors, i * 12, 12);
    }
    assertThat(NearestNeighbourDistance.ofVectors(vectors, 12, windows).distances(3, WATCH))
        .isEqualTo(NearestNeighbourDistance.ofSeries(series, windows).distances(3, WATCH));
  }

  @Test
  void stopsWhenCancelled() {
    Windows windows = Windows.over(200, 12, new SplittableRandom(1));
    DetectionMonitor cancelled = DetectionMonitor.of(ProgressListener.NONE, () -> true);
    assertThatThrownBy(
            () ->
                NearestNeighbourDistance.ofSeries(random(200, 3), windows).distances(3, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void referencesAndStrideAreBoundedInLongSeries() {
    Windows windows = Windows.over(1_000_000, 300, new SplittableRandom(1));
    assertThat(windows.stride()).isEqualTo(20);
    assertThat(windows.references()).hasSize(5_000);
    Windows shorter = Windows.over(1_000_000, 16, new SplittableRandom(1));
    assertThat(shorter.stride()).isEqualTo(4);
    Windows all = Windows.over(2_000, 16, new SplittableRandom(1));
    assertThat(all.stride()).isEqualTo(1);
    assertThat(all.references()).hasSize(1_985);
    assertThat(Arrays.stream(shorter.references()).distinct().count())
        .isEqualTo(shorter.references().length);
  }

  private static float[] random(int n, int seed) {
    float[] series = new float[n];
    Random random = new Random(seed);
    for (int i = 0; i < n; i++) {
      series[i] = (float) random.nextGaussian();
    }
    return series;
  }

  private static double[] slowTwin(float[] series, Windows windows, int neighbours) {
    int[] starts = windows.starts();
    double[] result = new double[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int start = starts[i];
      double[] squares =
          Arrays.stream(windows.references())
              .map(j -> starts[j])
              .filter(other -> Math.abs(other - start) >= windows.exclusionZone())
              .mapToDouble(other -> squaredDistance(series, start, other, windows.length()))
              .sorted()
              .limit(neighbours)
              .toArray();
      result[i] = Math.sqrt(Arrays.stream(squares).average().orElse(0));
    }
    return result;
  }

  private static double squaredDistance(float[] series, int a, int b, int length) {
    double sum = 0;
    for (int d = 0; d < length; d++) {
      sum += Math.pow((double) series[a + d] - series[b + d], 2);
    }
    return sum;
  }
}
