package io.hybridanomaly.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.series.Timestamps;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hours from a Monday on. */
class WeekRestsTest {

  private static final long HOUR = 3_600_000_000L;
  private static final int WEEK = 7 * 24;

  /** Monday, 2024-01-01. */
  private static final long MONDAY = 1_704_067_200_000_000L;

  /** A shop that is open from 8 to 18 h but for Sundays. */
  private static boolean isOpen(int hour) {
    return hour % 24 >= 8 && hour % 24 < 18 && hour % WEEK < 6 * 24;
  }

  private static Optional<WeekRests> rests(int hours, IntPredicate there) {
    long[] local =
        IntStream.range(0, hours).filter(there).mapToLong(i -> MONDAY + i * HOUR).toArray();
    SamplingStep step = new SamplingStep(HOUR, 0, 0, "1 hour", true, true, 0, 0);
    return WeekRests.of(new Timestamps(local, null), step);
  }

  /** Point 9 is the last hour of Monday, and 59 that of Saturday. */
  @Test
  void nightsAndSundaysOfAShopAreNotMissing() {
    WeekRests rests = rests(4 * WEEK + 24, WeekRestsTest::isOpen).orElseThrow();
    assertThat(rests.missingAfter(9)).isZero();
    assertThat(rests.missingAfter(59)).isZero();
  }

  /** Tuesday the ninth is hours 192 to 215; Monday the eighth ends with point 69. */
  @Test
  void aDayOnWhichItWasClosedIsMissingHourByHour() {
    WeekRests rests =
        rests(5 * WEEK, hour -> isOpen(hour) && (hour < 192 || hour >= 216)).orElseThrow();
    assertThat(rests.missingAfter(69)).isEqualTo(10);
    assertThat(rests.missingAfter(68)).isZero();
  }

  @Test
  void weeksThatAreMissingAreCountedToo() {
    WeekRests rests =
        rests(8 * WEEK, hour -> isOpen(hour) && (hour < WEEK || hour >= 3 * WEEK)).orElseThrow();
    assertThat(rests.missingAfter(59)).isEqualTo(2 * 60);
  }

  @Test
  void whatNeverRestsAndWhatIsShortHasNone() {
    assertThat(rests(6 * WEEK, hour -> true)).isEmpty();
    assertThat(rests(4 * WEEK - 24, WeekRestsTest::isOpen)).isEmpty();
  }
}
