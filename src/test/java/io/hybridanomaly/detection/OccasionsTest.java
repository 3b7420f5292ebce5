package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccasionsTest {

  private static final int N = 24 * 7 * 6;

  /** From Monday, 1 January 2024, on. */
  private static TimeAxis hours() {
    long[] micros = new long[N];
    long start = LocalDateTime.of(2024, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    Arrays.setAll(micros, i -> (start + 3600L * i) * 1_000_000);
    return new Timestamps(micros, null, null, false);
  }

  /** Of a detector that takes the points in their order. */
  private static Occasions occasions(TimeAxis times, double[] values) {
    return Occasions.of(times, Samples.even(values));
  }

  private static double[] values(boolean week) {
    double[] values = new double[N];
    Arrays.setAll(
        values,
        i -> (week && i / 24 % 7 >= 5 ? 1 : 2) * Math.pow(Math.sin(Math.PI * (i % 24) / 24), 2));
    return values;
  }

  @Test
  void namesDayAndTimeWhereTheSeasonIsAWeek() {
    Occasions occasions = occasions(hours(), values(true));
    assertThat(occasions.after(new Segment(37, 41))).isEqualTo(" for a Tuesday afternoon");
    assertThat(occasions.after(new Segment(24 * 5 + 3, 24 * 5 + 4)))
        .isEqualTo(" for a Saturday night");
    assertThat(occasions.after(new Segment(24, 48))).isEqualTo(" for a Tuesday");
    assertThat(occasions.after(new Segment(24, 96))).isEmpty();
  }

  @Test
  void namesTheTimeAloneWhereTheSeasonIsADay() {
    Occasions occasions = occasions(hours(), values(false));
    assertThat(occasions.after(new Segment(37, 41))).isEqualTo(" for an afternoon");
    assertThat(occasions.after(new Segment(31, 33))).isEqualTo(" for a morning");
    assertThat(occasions.after(new Segment(24, 48))).isEmpty();
  }

  @Test
  void aWeekKnowsNoWeekend() {
    Segment saturday = new Segment(24 * 5 + 8, 24 * 5 + 17);
    TimeAxis week = first(hours(), 24 * 7);
    Occasions short7 = occasions(week, Arrays.copyOf(values(true), 24 * 7));
    assertThat(short7.weekend(saturday))
        .contains(
            "It is a Saturday, and the series is too short to tell whether each Saturday is like"
                + " this.");
    assertThat(short7.weekend(new Segment(24 * 4 + 8, 24 * 4 + 17))).as("a Friday").isEmpty();
    assertThat(occasions(hours(), values(false)).weekend(saturday)).as("six weeks").isEmpty();
  }

  private static TimeAxis first(TimeAxis all, int points) {
    return new Timestamps(
        IntStream.range(0, points).mapToLong(i -> Math.round(all.position(i)) * 1_000).toArray(),
        null,
        null,
        false);
  }

  /** Five hours are missing after the hundredth point. */
  @Test
  void knowsWhereTimeIsMissing() {
    long[] micros = new long[N];
    long start = LocalDateTime.of(2024, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    Arrays.setAll(micros, i -> (start + 3600L * (i < 100 ? i : i + 5)) * 1_000_000);
    TimeAxis times = new Timestamps(micros, null, null, false);
    Occasions occasions = occasions(times, new double[N]);
    assertThat(occasions.gap(new Segment(90, 110))).hasValue(99);
    assertThat(occasions.gap(new Segment(90, 100))).as("right before it").hasValue(99);
    assertThat(occasions.gap(new Segment(100, 110))).as("right after it").hasValue(99);
    assertThat(occasions.gap(new Segment(90, 99))).isEmpty();
    assertThat(occasions.gap(new Segment(101, 110))).isEmpty();
    Samples samples = new TimeSeries("v", times, new double[N]).samples();
    assertThat(Occasions.of(times, samples).gap(new Segment(90, 110)))
        .as("what the detector has filled")
        .isEmpty();
    assertThat(occasions(hours(), new double[N]).gap(new Segment(90, 110))).isEmpty();
  }

  @Test
  void saysNothingWithoutDatesOrWithoutASeason() {
    TimeAxis rows = new RowNumbers(IntStream.rangeClosed(1, N).toArray());
    assertThat(occasions(rows, values(true)).after(new Segment(37, 41))).isEmpty();
    assertThat(occasions(hours(), new double[N]).after(new Segment(37, 41))).isEmpty();
  }
}
