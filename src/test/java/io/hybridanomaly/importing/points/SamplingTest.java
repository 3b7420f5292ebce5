package io.hybridanomaly.importing.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 microsecond",
    "250000, 250 milliseconds",
    "1000000, 1 second",
    "90000000, 90 seconds",
    "244000000, 4.1 minutes",
    "300000000, 5 minutes",
    "3600000000, 1 hour",
    "86400000000, 1 day",
    "604800000000, 1 week",
    "1209600000000, 14 days"
  })
  void namesDistances(long micros, String text) {
    assertThat(Sampling.text(micros, 0)).isEqualTo(text);
  }

  @Test
  void countsGapsOfARegularSeries() {
    long[] times = LongStream.of(0, 10, 20, 50, 60, 60, 100).toArray();
    SamplingStep step = Sampling.of(new TimeKeys(times, 1)).orElseThrow();
    assertThat(step.micros()).isEqualTo(10);
    assertThat(step.regular()).isTrue();
    assertThat(step.gaps()).isEqualTo(2);
    assertThat(step.missingSteps()).isEqualTo(2 + 3);
  }

  @Test
  void equalTimesHaveNoStep() {
    assertThat(Sampling.of(new TimeKeys(new long[] {5, 5, 5}, 1))).isEmpty();
    assertThat(Sampling.of(new TimeKeys(new long[0], 1))).isEmpty();
  }

  @Test
  void monthsQuartersAndYearsAreRegular() {
    LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
    for (int months : new int[] {1, 3, 12}) {
      long[] times =
          LongStream.range(0, 40).map(i -> micros(start.plusMonths(i * months))).toArray();
      SamplingStep step = Sampling.of(new TimeKeys(times, 1)).orElseThrow();
      assertThat(step.regular()).isTrue();
      assertThat(step.gaps()).isZero();
      assertThat(step.text())
          .isEqualTo(months == 1 ? "1 month" : months == 3 ? "1 quarter" : "1 year");
    }
  }

  @Test
  void aMissingMonthIsAGap() {
    LocalDateTime start = LocalDateTime.of(2020, 1, 31, 0, 0);
    long[] times =
        LongStream.range(0, 40)
            .filter(i -> i != 7 && i != 8)
            .map(i -> micros(start.plusMonths(i).withDayOfMonth(1)))
            .toArray();
    SamplingStep step = Sampling.of(new TimeKeys(times, 1)).orElseThrow();
    assertThat(step.text()).isEqualTo("1 month");
    assertThat(step.gaps()).isEqualTo(1);
    assertThat(step.missingSteps()).isEqualTo(2);
  }

  @Test
  void namesDistancesOfNanoseconds() {
    assertThat(Sampling.text(0, 250)).isEqualTo("250 nanoseconds");
    assertThat(Sampling.text(1, 500)).isEqualTo("1.5 microseconds");
    long[] ticks = LongStream.range(0, 40).map(i -> i * 250).toArray();
    SamplingStep step = Sampling.of(new TimeKeys(ticks, 1000)).orElseThrow();
    assertThat(step.micros()).isZero();
    assertThat(step.nanos()).isEqualTo(250);
    assertThat(step.regular()).isTrue();
  }
}
