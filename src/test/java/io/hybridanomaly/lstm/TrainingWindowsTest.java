package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingWindowsTest {

  /** An eighth, at least one and at most 128. */
  @ParameterizedTest
  @CsvSource({"2,1", "9,1", "16,2", "400,50", "1024,128", "100000,128"})
  void everyWindowIsTrainedOnOrHeldBack(int count, int heldBack) {
    TrainingWindows windows = TrainingWindows.of(count, new SplittableRandom(1));
    assertThat(windows.heldBack()).hasSize(heldBack).isSorted();
    int[] all =
        IntStream.concat(Arrays.stream(windows.trained()), Arrays.stream(windows.heldBack()))
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(IntStream.range(0, count).toArray());
  }

  @Test
  void batchesAreDrawnFromThoseTrainedOn() {
    TrainingWindows windows = TrainingWindows.of(40, new SplittableRandom(1));
    int[] batch = windows.batch(new SplittableRandom(2));
    assertThat(batch).hasSize(TrainingPlan.BATCH);
    assertThat(batch).doesNotContain(windows.heldBack());
    // 128 draws from 35 windows miss one only in 35·(34/35)^128 = .86 of all cases, many hardly.
    assertThat(Arrays.stream(batch).distinct().count()).isGreaterThan(25);
  }

  @Test
  void aSingleWindowIsBoth() {
    TrainingWindows windows = TrainingWindows.of(1, new SplittableRandom(1));
    assertThat(windows.trained()).containsExactly(0);
    assertThat(windows.heldBack()).containsExactly(0);
  }

  @Test
  void windowsThatLieOneBehindTheOtherAreTheSameFurtherApart() {
    TrainingWindows windows = TrainingWindows.of(40, new SplittableRandom(1));
    TrainingWindows apart = windows.apart(24);
    assertThat(apart.trained())
        .containsExactly(Arrays.stream(windows.trained()).map(i -> 24 * i).toArray());
    assertThat(apart.heldBack())
        .containsExactly(Arrays.stream(windows.heldBack()).map(i -> 24 * i).toArray());
  }

  @Test
  void shortSeriesHaveSmallEpochs() {
    assertThat(TrainingPlan.of(60, 15, 20, 1).batches()).isEqualTo(4);
    // 753 windows: six mini-batches of 128.
    assertThat(TrainingPlan.of(800, 48, 20, 1).batches()).isEqualTo(6);
    assertThat(TrainingPlan.of(1_000_000, 48, 20, 1).batches())
        .isEqualTo(TrainingPlan.STEPS_PER_EPOCH);
    assertThat(TrainingPlan.ofWindows(753, 48, 20, 1).batches()).isEqualTo(6);
    assertThat(TrainingPlan.ofWindows(8_192, 48, 20, 1).batches()).isEqualTo(30);
  }
}
