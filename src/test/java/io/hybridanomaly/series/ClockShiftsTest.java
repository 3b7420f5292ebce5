package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight weeks of values every half hour; the clock is set by an hour behind four of them. */
class ClockShiftsTest {

  private static final int STEP = 1_800;
  private static final int POINTS = 56 * 48;
  private static final int CHANGE = POINTS / 2 + 6;

  @ParameterizedTest
  @CsvSource({"3600, 7200", "7200, 3600", "-18000, -14400", "37800, 39600"})
  void whatFollowsTheClockOnTheWallIsTakenByIt(int before, int behind) {
    Timestamps times = times(before, behind);
    double[] wall = values(i -> times.position(i), .3);
    assertThat(ClockShifts.followed(times, wall)).containsExactly(CHANGE);
    Spacing spacing = Spacing.of(times, wall);
    int steps = (behind - before) / STEP;
    int[] places = spacing.places(POINTS);
    assertThat(places[CHANGE] - places[CHANGE - 1]).isEqualTo(1 + steps);
    double[] ofReport = Arrays.stream(places).asDoubleStream().toArray();
    assertThat(Spacing.ofPlaces(ofReport)).isEqualTo(spacing);
    assertThat(new Samples(wall, spacing).steps()).isEqualTo(POINTS + steps);
    SampleGrid grid = new Samples(wall, spacing).grid();
    assertThat(IntStream.range(0, grid.size()).filter(i -> grid.missing()[i]).count())
        .isEqualTo(Math.max(0, steps));
    // The point behind the change shares its step with one of the hour before it.
    double twin = steps < 0 ? wall[CHANGE + steps] : wall[CHANGE];
    assertThat(grid.values()[places[CHANGE]]).isEqualTo((wall[CHANGE] + twin) / 2);
  }

  @ParameterizedTest
  @CsvSource({"3600, 7200", "7200, 3600"})
  void whatDoesNotFollowItGoesOn(int before, int behind) {
    Timestamps times = times(before, behind);
    double[] sun = values(i -> times.instant(i), .3);
    assertThat(ClockShifts.followed(times, sun)).isEmpty();
    assertThat(Spacing.of(times, sun).isEven()).isTrue();
    double[] steady = new double[POINTS];
    assertThat(ClockShifts.followed(times, steady)).isEmpty();
    double[] rising = IntStream.range(0, POINTS).asDoubleStream().toArray();
    assertThat(ClockShifts.followed(times, rising)).isEmpty();
    double[] falling = Arrays.stream(rising).map(value -> -value).toArray();
    assertThat(ClockShifts.followed(times, falling)).isEmpty();
  }

  /**
   * The days behind a change are compared with the same days of the week, however few there are.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 8})
  void weekendsBeforeAChangeDoNotMatter(int days) {
    int[] offsets =
        IntStream.range(0, CHANGE + 48 * days + 1).map(i -> i < CHANGE ? 7_200 : 3_600).toArray();
    Timestamps times = times(offsets);
    Random random = new Random(days);
    double[] values =
        IntStream.range(0, offsets.length)
            .mapToDouble(
                i -> {
                  double hours = times.position(i) / 3_600_000;
                  double hour = hours % 24;
                  boolean weekend = Math.floor(hours / 24) % 7 >= 5;
                  return (hour >= 8 && hour < 18 && !weekend ? 5 : 1) + .3 * random.nextGaussian();
                })
            .toArray();
    assertThat(ClockShifts.followed(times, values)).containsExactly(CHANGE);
  }

  @Test
  void noiseFollowsNoClock() {
    int followed = 0;
    for (int seed = 0; seed < 100; seed++) {
      Timestamps times = times(7_200, 3_600);
      double[] noise = new Random(seed).doubles(POINTS).toArray();
      followed += ClockShifts.followed(times, noise).length;
    }
    // Oracle: two standard errors, one side.
    assertThat(followed).isLessThan(10);
  }

  /** Without a day of points on both sides nothing can be compared. */
  @ParameterizedTest
  @CsvSource({"0, 10", "2650, 2688", "1350, 1360"})
  void aChangeAtTheEndIsNone(int from, int to) {
    Timestamps all = times(7_200, 3_600);
    double[] wall = values(i -> all.position(i), 0);
    int[] offsets =
        Arrays.copyOfRange(
            all.offsetSeconds() == null ? new int[0] : all.offsetSeconds(), from, to);
    Timestamps part = new Timestamps(Arrays.copyOfRange(all.localMicros(), from, to), offsets);
    assertThat(ClockShifts.followed(part, Arrays.copyOfRange(wall, from, to))).isEmpty();
  }

  @Test
  void offsetsOfManyPlacesAreNoClock() {
    int[] offsets = IntStream.range(0, POINTS).map(i -> i % 7 < 3 ? 0 : 3_600).toArray();
    Timestamps times = times(offsets);
    assertThat(ClockShifts.followed(times, values(times::position, 0))).isEmpty();
  }

  @Test
  void pointsWithoutAZoneAndTimesWithoutZonesAreNoChange() {
    int[] offsets =
        IntStream.range(0, POINTS).map(i -> i < CHANGE ? 3_600 : Timestamps.NO_OFFSET).toArray();
    long[] micros =
        IntStream.range(0, POINTS).mapToLong(i -> (long) i * STEP * 1_000_000).toArray();
    double[] values = new double[POINTS];
    assertThat(ClockShifts.followed(new Timestamps(micros, offsets), values)).isEmpty();
    assertThat(ClockShifts.followed(new Timestamps(micros, null), values)).isEmpty();
    assertThat(ClockShifts.followed(new RowNumbers(new int[] {1, 2}), new double[2])).isEmpty();
    Timestamps none = new Timestamps(new long[0], new int[0]);
    assertThat(ClockShifts.followed(none, new double[0])).isEmpty();
  }

  /** A day of people: busy from 8 to 18 o'clock, with noise. */
  private static double[] values(IntToDoubleFunction millis, double noise) {
    Random random = new Random(5);
    return IntStream.range(0, POINTS)
        .mapToDouble(
            i -> {
              double hour = millis.applyAsDouble(i) / 3_600_000 % 24;
              return (hour >= 8 && hour < 18 ? 5 : 1) + noise * random.nextGaussian();
            })
        .toArray();
  }

  private static Timestamps times(int before, int behind) {
    return times(IntStream.range(0, POINTS).map(i -> i < CHANGE ? before : behind).toArray());
  }

  private static Timestamps times(int[] offsets) {
    long[] micros =
        IntStream.range(0, offsets.length)
            .mapToLong(i -> (1_700_000_000L + (long) i * STEP + offsets[i]) * 1_000_000)
            .toArray();
    return new Timestamps(micros, offsets);
  }
}
