package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StartWeightsTest {

  private static final int LARGEST = 1_000_000;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    try (NDManager memory = TorchEngine.newManager()) {
      PatchNetwork network = network(memory, StartWeights.PATCH, 1);
      StartWeights written = StartWeights.of(network);
      StartWeights read = StartWeights.from(new ByteArrayInputStream(bytes(written)));
      assertThat(read.weights()).usingRecursiveComparison().isEqualTo(written.weights());

      PatchNetwork other = network(memory, StartWeights.PATCH, 2);
      assertThat(StartWeights.of(other).weights().getFirst())
          .isNotEqualTo(written.weights().getFirst());
      read.giveTo(other, StartWeights.PATCH);
      assertThat(StartWeights.of(other).weights())
          .usingRecursiveComparison()
          .isEqualTo(written.weights());
    }
  }

  @Test
  void theShippedOnesFitEveryPatch() throws IOException {
    assertThat(bytes(StartWeights.shipped())).hasSizeLessThan(LARGEST);
    try (NDManager memory = TorchEngine.newManager()) {
      for (int patch : new int[] {2, 7, 16, 75}) {
        PatchNetwork network = network(memory, patch, 1);
        StartWeights.shipped().giveTo(network, patch);
        for (float[] numbers : StartWeights.of(network).weights()) {
          for (float number : numbers) {
            assertThat(number).isFinite();
          }
        }
      }
    }
  }

  @Test
  void thoseOfAnotherVersionAreRefused() throws IOException {
    byte[] file = bytes(StartWeights.shipped());
    file[3]++;
    assertThatThrownBy(() -> StartWeights.from(new ByteArrayInputStream(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version");
  }

  private static byte[] bytes(StartWeights weights) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    weights.write(file);
    return file.toByteArray();
  }

  private static PatchNetwork network(NDManager memory, int patch, long seed) {
    PatchNetwork network =
        new PatchNetwork(
            patch,
            TrainingPlan.HIDDEN,
            TrainingPlan.LATENT,
            TrainingPlan.LAYERS,
            new SplittableRandom(seed));
    network.initialize(memory, DataType.FLOAT32, new Shape(1, 4, patch));
    return network;
  }
}
