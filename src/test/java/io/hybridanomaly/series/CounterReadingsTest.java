package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterReadingsTest {

  @Test
  void metersAreKnownByWhatTheyHardlyEverDo() {
    Random random = new Random(1);
    double[] meter = new double[400];
    double[] walk = new double[400];
    for (int i = 1; i < 400; i++) {
      // A night of still hours, and a new meter.
      meter[i] = i == 250 ? 0 : meter[i - 1] + (i % 24 < 8 ? 0 : random.nextInt(10));
      walk[i] = walk[i - 1] + random.nextGaussian();
    }
    assertThat(CounterReadings.isCounter(meter)).isTrue();
    assertThat(CounterReadings.isCounter(walk)).isFalse();
    assertThat(CounterReadings.isCounter(Arrays.copyOf(meter, 29))).isFalse();
    assertThat(CounterReadings.isCounter(IntStream.range(0, 90).asDoubleStream().toArray()))
        .isFalse();
    assertThat(CounterReadings.isCounter(new double[90])).isFalse();
    assertThat(CounterReadings.isCounter(new double[0])).isFalse();
  }
}
