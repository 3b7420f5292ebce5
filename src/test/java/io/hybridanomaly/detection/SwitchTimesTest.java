package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine that runs for 25 of 80 points. */
class SwitchTimesTest {

  private static final int CYCLE = 80;
  private static final int N = 50 * CYCLE;

  /** It switches on up to so many points late in each cycle. */
  private static double[] machine(int late, long seed) {
    Random random = new Random(seed);
    double[] values = new double[N];
    for (int cycle = 0; cycle < N; cycle += CYCLE) {
      int from = cycle + 20 + random.nextInt(late + 1);
      Arrays.fill(values, from, from + 25, 1);
    }
    return values;
  }

  @Test
  void aPunctualMachineHasNoJitter() {
    assertThat(SwitchTimes.jitter(machine(0, 1), CYCLE)).hasValue(0);
  }

  /** Of two numbers of 0 to 3, each equally likely, one in eight pairs differs by 3. */
  @Test
  void whatIsUpToThreePointsLateJittersByThree() {
    assertThat(SwitchTimes.jitter(machine(3, 2), CYCLE)).hasValue(3);
  }

  /** A tenth of the switches may be wrong: here two of fifty cycles are missing. */
  @Test
  void aMissingCycleChangesNothing() {
    double[] values = machine(0, 3);
    Arrays.fill(values, 10 * CYCLE, 11 * CYCLE, 0);
    Arrays.fill(values, 30 * CYCLE, 31 * CYCLE, 0);
    assertThat(SwitchTimes.jitter(values, CYCLE)).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatSwitchesAtRandomDoesNotComeBack(long seed) {
    Random random = new Random(seed);
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      boolean changes = random.nextInt(20) == 0;
      values[i] = i > 0 && !changes ? values[i - 1] : random.nextInt(2);
    }
    assertThat(SwitchTimes.jitter(values, CYCLE)).isEmpty();
  }

  @Test
  void spikesAndWavesAreNoSwitches() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / CYCLE) / 2);
    for (int i = 7; i < N; i += 97) {
      values[i] = 9;
    }
    assertThat(SwitchTimes.jitter(values, CYCLE)).hasValue(0);
  }

  /** Of ten cycles one that is wrong would be more than a tenth. */
  @Test
  void ofAFewCyclesNothingIsKnown() {
    double[] values = Arrays.copyOf(machine(0, 4), 10 * CYCLE);
    Arrays.fill(values, 5 * CYCLE, 6 * CYCLE, 0);
    Arrays.fill(values, 5 * CYCLE + 25, 5 * CYCLE + 50, 1);
    assertThat(SwitchTimes.jitter(values, CYCLE)).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aFewValuesHaveNone(int points) {
    assertThat(SwitchTimes.jitter(new double[points], 1)).hasValue(0);
  }
}
