package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhiteningTest {

  private static final DetectionMonitor WATCH =
      DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);

  @Test
  void whitenedVectorsHaveUnitCovariance() {
    int count = 4_000;
    float[] vectors = new float[count * 3];
    Random random = new Random(4);
    for (int i = 0; i < count; i++) {
      double common = random.nextGaussian();
      vectors[3 * i] = (float) (5 + common + 0.5 * random.nextGaussian());
      vectors[3 * i + 1] = (float) (-common + 0.7 * random.nextGaussian());
      vectors[3 * i + 2] = (float) (2 * random.nextGaussian());
    }
    int[] all = IntStream.range(0, count).toArray();
    Whitening.apply(vectors, 3, all, 1e-6, WATCH);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double product = 0;
        for (int i = 0; i < count; i++) {
          product += (double) vectors[3 * i + a] * vectors[3 * i + b] / count;
        }
        assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-4));
      }
    }
  }

  @Test
  void theFloorHoldsBackSmallComponents() {
    // Variances 4 and 0.0001; with a floor of 0.01·4 the second is divided by 0.2 only.
    float[] vectors = {2, 0.01f, -2, 0.01f, 2, -0.01f, -2, -0.01f};
    Whitening.apply(vectors, 2, new int[] {0, 1, 2, 3}, 1e-2, WATCH);
    assertThat(Math.abs(vectors[0]) + Math.abs(vectors[1])).isCloseTo(1.05f, within(1e-5f));
  }

  @Test
  void equalVectorsBecomeZero() {
    float[] vectors = {3, 4, 3, 4, 3, 4};
    Whitening.apply(vectors, 2, new int[] {0, 1, 2}, 1e-2, WATCH);
    assertThat(vectors).containsOnly(0f);
  }
}
