package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.series.Samples;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SharedModelTest {

  private static final int WINDOW = 24;
  private static final DetectionSettings QUICK = DetectionSettings.defaults().withEpochs(2);

  @Test
  void scoresASeriesThatItHasNotSeenAndTheRestIsTheSeriesOwn() throws Exception {
    SharedModel model = model(QUICK.withEpochs(10), Cancellation.NEVER);
    double[] values = wave(9, 50, 1_000);
    values[333] += 500;
    DetectionResult shared = detect(values, model);
    assertThat(shared.anomalies())
        .singleElement()
        .satisfies(anomaly -> assertThat(anomaly.peak()).isEqualTo(333));

    DetectionResult own =
        Detectors.detect(
            Samples.even(values),
            QUICK.withWindow(WINDOW),
            ProgressListener.NONE,
            Cancellation.NEVER);
    assertThat(shared.components().window()).isEqualTo(own.components().window());
    assertThat(shared.components().benford()).isEqualTo(own.components().benford());
    assertThat(shared.components().reconstruction())
        .isNotEqualTo(own.components().reconstruction());
  }

  @Test
  void theSameSamplesGiveTheSameModelAndItsBytesTheSameScores() throws Exception {
    SharedModel model = model(QUICK, Cancellation.NEVER);
    byte[] bytes = model.toBytes();
    assertThat(model(QUICK, Cancellation.NEVER).toBytes()).isEqualTo(bytes);
    assertThat(model(QUICK.withSeed(7), Cancellation.NEVER).toBytes()).isNotEqualTo(bytes);
    double[] values = wave(5, 0, 200);
    assertThat(detect(values, SharedModel.ofBytes(bytes)).score())
        .isEqualTo(detect(values, model).score());
    assertThatThrownBy(() -> SharedModel.ofBytes(Arrays.copyOf(bytes, 1_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The window and the numbers of losses and weights follow the version of the form. */
  @Test
  void bytesWithImpossibleLengthsAreNoModel() throws Exception {
    byte[] bytes = model(QUICK, Cancellation.NEVER).toBytes();
    for (int at = Integer.BYTES; at <= 3 * Integer.BYTES; at += Integer.BYTES) {
      byte[] damaged = bytes.clone();
      ByteBuffer.wrap(damaged).putInt(at, -1);
      assertThatThrownBy(() -> SharedModel.ofBytes(damaged))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no model: it has impossible lengths");
    }
  }

  @Test
  void thereMustBeSomethingToLearnFromAndASeriesMustHoldItsWindowTwice() throws Exception {
    TrainingSample constant =
        TrainingSample.of(Samples.even(new double[100]), QUICK, WINDOW, 50, 1, Cancellation.NEVER);
    assertThat(constant.windows()).isEmpty();
    assertThatThrownBy(
            () -> SharedModel.train(List.of(constant), WINDOW, QUICK, Cancellation.NEVER))
        .isInstanceOf(DetectionException.class)
        .hasMessage("All its series are constant: add one whose values change.")
        .hasNoCause();
    assertThatThrownBy(() -> model(QUICK, () -> true)).isInstanceOf(CancellationException.class);
    SharedModel model = model(QUICK, Cancellation.NEVER);
    assertThatThrownBy(() -> detect(wave(1, 0, 40), model))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining("A window of 24 points does not fit twice into 40 values");
  }

  @Test
  void windowsAreDrawnUpToANumberAndNoneTwice() {
    double[] values = wave(3, 0, 100);
    TrainingSample some =
        TrainingSample.of(Samples.even(values), QUICK, WINDOW, 10, 1, Cancellation.NEVER);
    assertThat(some.windows()).hasSize(10 * WINDOW);
    assertThat(some.halves()).hasSize(10 * WINDOW / 2);
    assertThat(
            TrainingSample.of(Samples.even(values), QUICK, WINDOW, 10, 2, Cancellation.NEVER)
                .windows())
        .isNotEqualTo(some.windows());
    // All windows, if no more are wanted than there are: those that begin at each of 77 points.
    float[] all =
        TrainingSample.of(Samples.even(values), QUICK, WINDOW, 1_000, 1, Cancellation.NEVER)
            .windows();
    assertThat(all).hasSize(77 * WINDOW);
    for (int i = 1; i < 77; i++) {
      assertThat(all[i * WINDOW]).isEqualTo(all[(i - 1) * WINDOW + 1]);
    }
  }

  @Test
  void theWindowOfAGroupIsTheMedianOfThoseOfItsSeriesTheLowerOfTwo() {
    assertThat(SharedModel.window(Map.of(20, 1L))).isEqualTo(20);
    assertThat(SharedModel.window(Map.of(300, 2L, 16, 1L))).isEqualTo(300);
    assertThat(SharedModel.window(Map.of(300, 2L, 16, 1L, 24, 1L))).isEqualTo(24);
  }

  private static DetectionResult detect(double[] values, SharedModel model)
      throws DetectionException {
    return Detectors.detect(
        Samples.even(values), QUICK, model, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static SharedModel model(DetectionSettings settings, Cancellation cancellation)
      throws DetectionException {
    List<TrainingSample> samples = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      samples.add(
          TrainingSample.of(
              Samples.even(wave(s, 10 * s, 300)), settings, WINDOW, 200, s, Cancellation.NEVER));
    }
    return SharedModel.train(samples, WINDOW, settings, cancellation);
  }

  /** A wave with noise, at any level and scale. */
  private static double[] wave(int seed, double level, int points) {
    Random random = new Random(seed);
    double[] values = new double[points];
    Arrays.setAll(
        values,
        i ->
            level + (1 + seed) * (10 * Math.sin(2 * Math.PI * i / WINDOW) + random.nextGaussian()));
    return values;
  }
}
