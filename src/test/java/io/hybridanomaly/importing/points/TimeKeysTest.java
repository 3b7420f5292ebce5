package io.hybridanomaly.importing.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeKeysTest {

  @Test
  void sortsLikeTheStableSortOfJava() {
    Random random = new Random(3);
    for (int n = 0; n < 300; n++) {
      long[] keys = random.longs(n, -5, 20).toArray();
      int[] expected =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingLong(i -> keys[i]))
              .mapToInt(i -> i)
              .toArray();
      assertThat(TimeKeys.sortedPlaces(keys)).isEqualTo(expected);
    }
  }

  @Test
  void knowsWhatIsSorted() {
    assertThat(TimeKeys.isSorted(new long[0])).isTrue();
    assertThat(TimeKeys.isSorted(new long[] {1, 1, 2})).isTrue();
    assertThat(TimeKeys.isSorted(new long[] {1, 2, 1})).isFalse();
  }
}
