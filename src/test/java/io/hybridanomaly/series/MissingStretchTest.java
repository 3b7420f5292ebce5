package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissingStretchTest {

  private static TimeAxis rows(IntStream numbers) {
    return new RowNumbers(numbers.toArray());
  }

  @Test
  void anEvenSeriesMissesNothing() {
    assertThat(MissingStretch.in(rows(IntStream.range(0, 500)))).isEmpty();
    assertThat(MissingStretch.in(rows(IntStream.of(7, 900)))).isEmpty();
  }

  @Test
  void everyRareLongDistanceIsOne() {
    TimeAxis times = rows(IntStream.range(0, 500).filter(i -> i != 77 && (i < 300 || i > 340)));
    assertThat(MissingStretch.in(times))
        .containsExactly(new MissingStretch(76, 76, 78), new MissingStretch(298, 299, 341));
  }

  @Test
  void aClockThatGoesForwardLeavesNothingOut() {
    long hour = 3_600_000_000L;
    long[] local = new long[100];
    int[] offsets = new int[100];
    for (int i = 0; i < 100; i++) {
      local[i] = (i < 50 ? i : i + 1) * hour;
      offsets[i] = i < 50 ? 3600 : 7200;
    }
    assertThat(MissingStretch.in(new Timestamps(local, offsets))).isEmpty();
    assertThat(MissingStretch.in(new Timestamps(local, null))).hasSize(1);
  }

  @Test
  void weekendsAreTheRhythmOfASeriesAndNotMissing() {
    // Five days of seven, and one week that is missing altogether.
    TimeAxis times = rows(IntStream.range(0, 700).filter(i -> i % 7 < 5 && (i < 350 || i >= 357)));
    assertThat(MissingStretch.in(times)).containsExactly(new MissingStretch(249, 347, 357));
  }

  @Test
  void weekendsOfALedgerWithManyRowsADayAreNotMissing() {
    IntStream rows =
        IntStream.range(0, 364)
            .filter(i -> i % 7 < 5 && (i < 140 || i >= 147))
            .flatMap(i -> IntStream.generate(() -> i).limit(8));
    // The last row before the week without one is the 800th.
    assertThat(MissingStretch.in(rows(rows))).containsExactly(new MissingStretch(799, 137, 147));
  }

  /** Without a rhythm only what chance never gives is a hole. */
  @Test
  void timesWithoutARhythmHaveFewHoles() {
    Random random = new Random(2);
    double[] at = new double[2_000];
    for (int i = 1; i < at.length; i++) {
      at[i] = at[i - 1] + 1 - 100 * Math.log(1 - random.nextDouble()) + (i == 900 ? 3_000 : 0);
    }
    assertThat(MissingStretch.in(rows(Arrays.stream(at).mapToInt(place -> (int) place))))
        .extracting(MissingStretch::after)
        .containsExactly(899);
  }

  @Test
  void rowsAtOneTimeMissNothing() {
    assertThat(MissingStretch.in(rows(IntStream.of(5, 5, 5, 5)))).isEmpty();
  }
}
