package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchScaleTest {

  private static final double ROUNDING = 1e-5;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void fewerPointsAreMeansAndMoreLieOnLines() {
    // By hand.
    assertThat(PatchScale.matrix(4, 2))
        .isDeepEqualTo(new double[][] {{.5, .5, 0, 0}, {0, 0, .5, .5}});
    assertThat(PatchScale.matrix(2, 4))
        .isDeepEqualTo(new double[][] {{1, 0}, {.75, .25}, {.25, .75}, {0, 1}});
    assertThat(PatchScale.matrix(3, 3))
        .isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    double[] shared = PatchScale.matrix(3, 2)[0];
    assertThat(shared).containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0}, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"16,1", "16,2", "16,3", "16,12", "16,16", "16,17", "16,75"})
  void aFlatPatchStaysFlat(int from, int to) {
    for (double[][] map :
        new double[][][] {PatchScale.matrix(from, to), PatchScale.matrix(to, from)}) {
      for (double[] row : map) {
        double sum = 0;
        for (double weight : row) {
          assertThat(weight).isBetween(0.0, 1.0);
          sum += weight;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  /** The slow way: the patch is resized, then read or written with the weights as they were. */
  @ParameterizedTest
  @CsvSource({"16,2", "16,5", "16,16", "16,40"})
  void scaledWeightsDoWhatScaledPatchesWould(int from, int to) {
    int units = 3;
    float[] weights = numbers(units * from);
    float[] patch = numbers(to);
    float[] state = numbers(units);
    float[] reading = PatchScale.reading(weights, from, to);
    float[] writing = PatchScale.writing(weights, from, to);
    double[][] in = PatchScale.matrix(to, from);
    double[][] out = PatchScale.matrix(from, to);
    for (int u = 0; u < units; u++) {
      double slow = 0;
      for (int i = 0; i < from; i++) {
        double resized = 0;
        for (int d = 0; d < to; d++) {
          resized += in[i][d] * patch[d];
        }
        slow += weights[u * from + i] * resized;
      }
      double fast = 0;
      for (int d = 0; d < to; d++) {
        fast += reading[u * to + d] * patch[d];
      }
      assertThat(fast).isCloseTo(slow, within(ROUNDING));
    }
    for (int d = 0; d < to; d++) {
      double slow = 0;
      double fast = 0;
      for (int u = 0; u < units; u++) {
        for (int i = 0; i < from; i++) {
          slow += out[d][i] * weights[i * units + u] * state[u];
        }
        fast += writing[d * units + u] * state[u];
      }
      assertThat(fast).isCloseTo(slow, within(ROUNDING));
    }
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }
}
