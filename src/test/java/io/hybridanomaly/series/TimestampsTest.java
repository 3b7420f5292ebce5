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
  void refusesOffsetsThatDoNotMatch() {
    assertThatThrownBy(() -> new Timestamps(new long[2], new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
