package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class TimestampsTest {

  private static long micros(LocalDateTime time) {
    return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
  }

  @Test
  void writesSecondsAlwaysAndAFractionOnlyIfThereIsOne() {
    Timestamps times =
        new Timestamps(
            new long[] {
              micros(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 500_000_000)),
              micros(LocalDateTime.of(2024, 1, 5, 0, 0)),
              micros(LocalDateTime.of(2024, 1, 5, 7, 8, 9, 123_456_000))
            },
            null);
    assertThat(times.text(0)).isEqualTo("1969-12-31T23:59:59.5");
    assertThat(times.text(1)).isEqualTo("2024-01-05T00:00:00");
    assertThat(times.text(2)).isEqualTo("2024-01-05T07:08:09.123456");
    assertThat(times.position(1)).isEqualTo(1704412800000.0); // date -d 2024-01-05Z +%s, times 1000
  }

  @Test
  void writesTheZoneOnlyWhereThePointHasOne() {
    long noon = micros(LocalDateTime.of(2024, 1, 5, 12, 0));
    Timestamps times =
        new Timestamps(
            new long[] {noon, noon, noon}, new int[] {0, 5 * 3600 + 1800, Timestamps.NO_OFFSET});
    assertThat(times.text(0)).isEqualTo("2024-01-05T12:00:00Z");
    assertThat(times.text(1)).isEqualTo("2024-01-05T12:00:00+05:30");
    assertThat(times.text(2)).isEqualTo("2024-01-05T12:00:00");
    assertThat(times.instantMicros(1)).isEqualTo(noon - 19_800_000_000L);
    assertThat(times.instantMicros(2)).isEqualTo(noon);
  }

  @Test
  void theUsualStepIsTheMedianDistance() {
    long minute = 60_000_000L;
    assertThat(new Timestamps(new long[] {0, minute, 2 * minute, 9 * minute}, null).usualStep())
        .isEqualTo(60_000);
    assertThat(new Timestamps(new long[] {0, minute, 3 * minute}, null).usualStep())
        .isEqualTo(90_000);
    Timestamps one = new Timestamps(new long[] {0}, null);
    assertThatThrownBy(one::usualStep).isInstanceOf(IllegalStateException.class);
  }

  /** Berlin, 27 October 2024: the hour from 2:00 comes twice. Compared with a search one by one. */
  @Test
  void findsTheFirstPointAlsoInTheHourThatAClockRepeats() {
    LocalDateTime midnight = LocalDateTime.of(2024, 10, 27, 0, 0);
    int n = 6 * 12;
    long[] local = new long[n];
    int[] offsets = new int[n];
    for (int i = 0; i < n; i++) {
      boolean summer = i < 3 * 12;
      local[i] = micros(midnight.plusMinutes(5L * i).minusHours(summer ? 0 : 1));
      offsets[i] = summer ? 7200 : 3600;
    }
    Timestamps times = new Timestamps(local, offsets);
    for (int minute = -5; minute <= 6 * 60; minute++) {
      double place = micros(midnight.plusMinutes(minute)) / 1000.0;
      int expected = 0;
      while (expected < n && times.position(expected) < place) {
        expected++;
      }
      assertThat(times.firstAtOrAfter(place)).as("minute %d", minute).isEqualTo(expected);
    }
    assertThat(times.text(times.firstAtOrAfter(micros(midnight.plusMinutes(150)) / 1000.0)))
        .isEqualTo("2024-10-27T02:30:00+02:00");
    for (int i = 1; i < n; i++) {
      assertThat(times.instant(i) - times.instant(i - 1)).isEqualTo(5 * 60_000);
    }
    assertThat(new Timestamps(local, null).instant(1)).isEqualTo(local[1] / 1000.0);
  }

  @Test
  void refusesOffsetsThatDoNotMatch() {
    assertThatThrownBy(() -> new Timestamps(new long[2], new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
