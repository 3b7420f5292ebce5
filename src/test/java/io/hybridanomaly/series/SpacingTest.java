package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  @Test
  void stepsThatAreMissingAreCounted() {
    SampleGrid grid = grid(hours(100, hour -> hour < 40 || hour >= 45), 95);
    assertThat(grid.size()).isEqualTo(100);
    assertThat(grid.places()[39]).isEqualTo(39);
    assertThat(grid.places()[40]).isEqualTo(45);
    assertThat(missing(grid)).containsExactly(40, 41, 42, 43, 44);
    // On the line between the values at 39 and 45, which are 39 and 40.
    assertThat(grid.values()[42]).isEqualTo(39.5);
    assertThat(grid.values()[45]).isEqualTo(40);
  }

  @Test
  void withoutGapsTheSeriesIsItsOwnGrid() {
    double[] values = {1, 2, 3};
    TimeSeries series = new TimeSeries("v", hours(3, hour -> true), values);
    assertThat(series.samples().spacing().isEven()).isTrue();
    assertThat(series.samples().grid().values()).isSameAs(values);
    double[] steps = {7, 8, 9};
    assertThat(series.samples().grid().atPoints(steps)).isSameAs(steps);
  }

  @Test
  void monthsAreOneStepEach() {
    TimeAxis all = times(IntStream.range(0, 60).mapToObj(START::plusMonths));
    assertThat(spacing(all).isEven()).isTrue();
    TimeAxis without =
        times(IntStream.range(0, 60).filter(m -> m < 13 || m > 16).mapToObj(START::plusMonths));
    Spacing spacing = spacing(without);
    assertThat(missing(without)).isEqualTo(4);
    assertThat(spacing.isMissingAfter(12)).isTrue();
    assertThat(spacing.isMissingAfter(13)).isFalse();
  }

  @Test
  void ofALongGapOnlyWhatIsLeftAfterWholeWeeksCounts() {
    // Ten weeks and five hours: the week after them begins five hours later.
    TimeAxis times = hours(4_000, hour -> hour < 1_000 || hour >= 1_000 + 1_680 + 5);
    assertThat(missing(times)).isEqualTo(168 + 5);
  }

  @Test
  void pointsAtOneTimeShareAStep() {
    // The hours 48 and 49 stand twice.
    TimeAxis times =
        times(
            IntStream.range(0, 102)
                .map(i -> i < 48 ? i : i < 52 ? 48 + (i - 48) / 2 : i - 2)
                .mapToObj(START::plusHours));
    SampleGrid grid = grid(times, 102);
    assertThat(grid.size()).isEqualTo(100);
    assertThat(missing(grid)).isEmpty();
    // The mean of the values 48 and 49, which stand at one time.
    assertThat(grid.values()[48]).isEqualTo(48.5);
    double[] back = grid.atPoints(grid.values());
    assertThat(back[48]).isEqualTo(48.5);
    assertThat(back[49]).isEqualTo(48.5);
    assertThat(back[101]).isEqualTo(101);
  }

  @Test
  void aClockThatIsSetIsNoGap() {
    int[] offsets = IntStream.range(0, 200).map(i -> i < 90 ? 7_200 : 3_600).toArray();
    long[] micros =
        IntStream.range(0, 200).mapToLong(i -> (900L * i + offsets[i]) * 1_000_000).toArray();
    assertThat(spacing(new Timestamps(micros, offsets)).isEven()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Weekends of an exchange, hour by hour: two days of seven.
    "weekends",
    // Nights of a shop that is open from 9 to 17.
    "nights",
    // Three rows at each time.
    "ledger"
  })
  void whatIsTheRhythmOfASeriesIsNoGap(String kind) {
    TimeAxis times =
        switch (kind) {
          case "weekends" -> hours(2_000, hour -> hour / 24 % 7 < 5);
          case "nights" -> hours(2_000, hour -> hour % 24 >= 9 && hour % 24 < 17);
          default -> times(IntStream.range(0, 300).mapToObj(i -> START.plusHours(i / 3)));
        };
    assertThat(spacing(times).isEven()).isTrue();
  }

  @Test
  void jitteringClocksHaveAStepAndRandomTimesHaveNone() {
    // 600 seconds, more or less by a tenth, with an hour missing.
    TimeAxis jitter =
        times(
            IntStream.range(0, 400)
                .filter(i -> i < 200 || i >= 206)
                .mapToObj(i -> START.plusSeconds(i * 600L + (i * 37L) % 60)));
    assertThat(missing(jitter)).isEqualTo(6);
    TimeAxis random =
        times(
            IntStream.range(0, 400)
                .mapToObj(i -> START.plusSeconds((long) i * i * 17 % 9_973 + i * 9_973L)));
    assertThat(spacing(random).isEven()).isTrue();
  }

  @Test
  void rowsWithoutAValueAreMissingRows() {
    int[] rows = IntStream.rangeClosed(1, 100).filter(row -> row < 50 || row > 52).toArray();
    assertThat(missing(new RowNumbers(rows))).isEqualTo(3);
    assertThat(spacing(new RowNumbers(new int[] {5})).isEven()).isTrue();
    assertThat(spacing(new RowNumbers(new int[0])).isEven()).isTrue();
  }

  @Test
  void ofAGapThatFitsEveryStepCounts() {
    TimeAxis days =
        times(IntStream.range(0, 1_500).filter(d -> d < 700 || d >= 800).mapToObj(START::plusDays));
    assertThat(missing(days)).isEqualTo(100);
  }

  @Test
  void whatIsLeftOfALongGapIsWholeWeeksOfTime() {
    // Steps of 5 hours do not divide a week: ten weeks are 336 steps, and one week 33.6.
    TimeAxis times =
        times(
            IntStream.range(0, 600)
                .mapToObj(i -> START.plusHours(5L * i + (i < 300 ? 0 : 10 * 168 - 5))));
    assertThat(missing(times)).isEqualTo(34 - 1);
  }

  /** 16, 17 and 17 milliseconds are 60 in a second. */
  @Test
  void theStepOfRoundedTimesIsTheirMean() {
    long[] micros =
        IntStream.range(0, 4_000)
            .filter(i -> i < 1_000 || i >= 1_599)
            .mapToLong(i -> Math.round(i * 1_000 / 60.0) * 1_000)
            .toArray();
    assertThat(missing(new Timestamps(micros, null))).isEqualTo(599);
  }

  @Test
  void fourWeeksAreNoMonth() {
    TimeAxis times =
        times(
            IntStream.range(0, 60)
                .filter(i -> i < 20 || i >= 26)
                .mapToObj(i -> START.plusWeeks(4L * i)));
    assertThat(missing(times)).isEqualTo(6);
  }

  @Test
  void stepsOfAnybodyAreTakenIfTheyCanBeAGrid() {
    double[] places = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? i : i + 4).toArray();
    assertThat(Spacing.ofPlaces(places).places(100))
        .isEqualTo(Arrays.stream(places).mapToInt(place -> (int) place).toArray());
    for (double odd : new double[] {Double.NaN, 1e300, Double.NEGATIVE_INFINITY, -1e18, 40}) {
      double[] wrong = places.clone();
      wrong[60] = odd;
      assertThat(Spacing.ofPlaces(wrong).isEven()).as("%s", odd).isTrue();
    }
    assertThat(Spacing.ofPlaces(new double[0]).isEven()).isTrue();
  }

  @Test
  void numbersGiveTheSpacingBack() {
    Spacing spacing = spacing(hours(100, hour -> hour != 40 && (hour < 60 || hour > 65)));
    Spacing back = Spacing.ofNumbers(spacing.toNumbers());
    assertThat(back).isEqualTo(spacing).hasSameHashCodeAs(spacing).isNotEqualTo(Spacing.EVEN);
    assertThat(Spacing.ofNumbers(new double[0])).isSameAs(Spacing.EVEN);
  }

  private static int missing(TimeAxis times) {
    return missing(grid(times, times.size())).length;
  }

  private static int[] missing(SampleGrid grid) {
    return IntStream.range(0, grid.size()).filter(i -> grid.missing()[i]).toArray();
  }

  private static SampleGrid grid(TimeAxis times, int points) {
    double[] values = IntStream.range(0, points).asDoubleStream().toArray();
    return new TimeSeries("v", times, values).samples().grid();
  }

  private static TimeAxis hours(int hours, IntPredicate there) {
    return times(IntStream.range(0, hours).filter(there).mapToObj(START::plusHours));
  }

  private static TimeAxis times(Stream<LocalDateTime> times) {
    return new Timestamps(
        times.mapToLong(time -> time.toEpochSecond(ZoneOffset.UTC) * 1_000_000).toArray(), null);
  }

  private static Spacing spacing(TimeAxis times) {
    return Spacing.of(times, new double[times.size()]);
  }
}
