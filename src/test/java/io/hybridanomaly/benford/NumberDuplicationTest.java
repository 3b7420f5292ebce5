package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.NumberDuplication.Repeated;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NumberDuplicationTest {

  @Test
  void namesTheMostFrequentFirst() {
    NumberDuplication numbers =
        NumberDuplication.of(new double[] {5, 7, 5, -0.0, 0, 9, 7, 5, 1}, 2);
    assertThat(numbers.n()).isEqualTo(9);
    assertThat(numbers.distinct()).isEqualTo(5);
    assertThat(numbers.mostFrequent()).containsExactly(new Repeated(5, 3), new Repeated(7, 2));
    // (3² + 2² + 2²) / 9²
    assertThat(numbers.frequencyFactor()).isCloseTo(17 / 81.0, within(1e-12));
  }

  @Test
  void agreesWithCountingInAMap() {
    Random random = new Random(9);
    double[] values = random.ints(5000, 0, 900).asDoubleStream().toArray();
    TreeMap<Double, Integer> counts = new TreeMap<>();
    for (double value : values) {
      counts.merge(value, 1, Integer::sum);
    }
    NumberDuplication numbers = NumberDuplication.of(values, 1000);
    assertThat(numbers.distinct()).isEqualTo(counts.size());
    for (Repeated repeated : numbers.mostFrequent()) {
      assertThat(counts).containsEntry(repeated.value(), repeated.count());
    }
  }

  @Test
  void endsOfRepetition() {
    assertThat(NumberDuplication.of(new double[] {1, 2, 3}, 5).frequencyFactor()).isZero();
    assertThat(NumberDuplication.of(new double[] {4, 4, 4}, 5).frequencyFactor()).isEqualTo(1);
    assertThat(NumberDuplication.of(new double[0], 5).frequencyFactor()).isZero();
  }
}
