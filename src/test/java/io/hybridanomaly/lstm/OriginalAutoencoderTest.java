package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OriginalAutoencoderTest {

  private static final int WINDOW = 12;

  @Test
  void addingUpGradientsOverChunksIsTheFullBatchStep() {
    float[] series = LstmAutoencoderTest.sine(90);
    int windows = series.length - WINDOW + 1;
    OriginalAutoencoder.Result whole = run(series, windows);
    for (int chunk : new int[] {1, 16, 78}) {
      OriginalAutoencoder.Result parts = run(series, chunk);
      assertThat(parts.losses()).containsExactly(whole.losses(), within(1e-5));
      assertThat(parts.errors()).containsExactly(whole.errors(), within(1e-4));
    }
  }

  @Test
  void learnsALittleWithEveryEpoch() {
    double[] losses =
        OriginalAutoencoder.run(
                LstmAutoencoderTest.sine(90), WINDOW, 8, 1, new LstmAutoencoderTest.Observer())
            .losses();
    assertThat(losses).hasSize(8);
    assertThat(losses[7]).isLessThan(losses[0]);
  }

  @Test
  void reconstructsEveryPoint() {
    float[] series = LstmAutoencoderTest.sine(40);
    OriginalAutoencoder.Result result = run(series, 64);
    assertThat(result.errors()).hasSize(40 - WINDOW + 1);
    assertThat(result.reconstructed()).hasSize(40).doesNotContain(0.0);
  }

  private static OriginalAutoencoder.Result run(float[] series, int chunk) {
    return OriginalAutoencoder.run(series, WINDOW, 3, 1, chunk, new LstmAutoencoderTest.Observer());
  }
}
