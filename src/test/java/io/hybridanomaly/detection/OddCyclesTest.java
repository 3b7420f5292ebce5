package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.windowing.RobustScaler;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hours of days of weeks. */
class OddCyclesTest {

  private static final int DAY = 24;
  private static final int SUNDAY = 6;

  /** What happens in an hour of a working day, and of a day of a weekend. */
  private enum Kind {
    OFFICE {
      @Override
      double at(int hour, boolean working) {
        return working && hour >= 8 && hour < 18 ? 1 : 0;
      }
    },
    /** Nearly as much on both, but at other hours. */
    TRAFFIC {
      @Override
      double at(int hour, boolean working) {
        if (working) {
          return hour == 8 || hour == 17 ? 1 : 0.1;
        }
        return hour >= 12 && hour < 17 ? 0.7 : 0.05;
      }
    };

    abstract double at(int hour, boolean working);

    /** Days scatter by a twentieth in height, and their hours too. */
    double[] of(int days, long seed, Set<Integer> exceptions) {
      Random random = new Random(seed);
      double[] values = new double[days * DAY];
      for (int day = 0; day < days; day++) {
        double height = 1 + 0.05 * random.nextGaussian();
        boolean working = day % 7 < SUNDAY - 1 != exceptions.contains(day);
        for (int hour = 0; hour < DAY; hour++) {
          values[day * DAY + hour] =
              (0.2 + height * at(hour, working)) * (1 + 0.05 * random.nextGaussian());
        }
      }
      return values;
    }
  }

  private static double[] rarities(double[] values) {
    double[] scaled = RobustScaler.of(values).linear(values);
    ContextDistance readings = new ContextDistance(scaled, PointDeviation.Season.of(scaled));
    double[] rarities = new double[values.length];
    OddCycles.raise(readings, readings.seasonal(), rarities);
    return rarities;
  }

  /** Points that are outliers. */
  private static int[] outliers(double[] values) {
    double[] rarities = rarities(values);
    return IntStream.range(0, values.length)
        .filter(i -> rarities[i] >= OutlierTail.OUTLYING)
        .toArray();
  }

  /** Days with such a point. */
  private static int[] odd(double[] values) {
    return Arrays.stream(outliers(values)).map(i -> i / DAY).distinct().toArray();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aWorkingDayLikeASundayIsOddAndASundayLikeAWorkingDay(Kind kind) {
    for (long seed = 1; seed <= 4; seed++) {
      assertThat(odd(kind.of(140, seed, Set.of(30, 58, 97, 111)))).containsExactly(30, 58, 97, 111);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void usualDaysAreNot(Kind kind) {
    for (long seed = 1; seed <= 8; seed++) {
      assertThat(odd(kind.of(84, seed, Set.of()))).isEmpty();
    }
  }

  /** Hours that are as on other days are not what is odd. */
  @Test
  void onlyTheHoursThatDifferAreRaised() {
    assertThat(outliers(Kind.OFFICE.of(140, 5, Set.of(30))))
        .containsExactly(IntStream.range(30 * DAY + 8, 30 * DAY + 18).toArray());
  }

  @Test
  void daysInARowDoNotHideEachOther() {
    assertThat(odd(Kind.OFFICE.of(140, 6, Set.of(30, 31, 100)))).containsExactly(30, 31, 100);
  }

  /** A sum that runs on would carry its rounding along. */
  @Test
  void aHugeReadingMakesNoOtherDayOdd() {
    double[] values = Kind.OFFICE.of(140, 10, Set.of());
    values[20 * DAY + 12] = 1e17;
    assertThat(odd(values)).containsExactly(20);
  }

  /** At the ends the same time in other weeks is on one side only. */
  @Test
  void growthMakesNoDayOdd() {
    double[] values = Kind.OFFICE.of(182, 7, Set.of());
    Arrays.setAll(values, i -> values[i] * (1 + 0.6 * i / values.length));
    assertThat(odd(values)).isEmpty();
  }

  /** The finer a day is sampled, the fewer of them are in 10,000 points. */
  @Test
  void usualDaysAreNotHoweverFinelyTheyAreSampled() {
    Random random = new Random(9);
    double[] hours = Kind.OFFICE.of(84, 8, Set.of());
    double[] minutes = new double[hours.length * 60];
    Arrays.setAll(minutes, i -> hours[i / 60] * (1 + 0.05 * random.nextGaussian()));
    assertThat(outliers(minutes)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFewWeeksAreEnough(Kind kind) {
    for (long seed = 1; seed <= 4; seed++) {
      assertThat(odd(kind.of(35, seed, Set.of(15)))).containsExactly(15);
      assertThat(odd(kind.of(35, seed, Set.of()))).isEmpty();
    }
  }

  @Test
  void ofThreeWeeksNothingIsSaid() {
    assertThat(odd(Kind.OFFICE.of(21, 1, Set.of(15)))).isEmpty();
  }

  /** A day alone is not made of cycles; windows see what is wrong there. */
  @Test
  void withoutWeeksThereAreNone() {
    Random random = new Random(1);
    double[] values = new double[100 * DAY];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / DAY) + 0.05 * random.nextGaussian());
    Arrays.fill(values, 50 * DAY, 51 * DAY, 0);
    assertThat(odd(values)).isEmpty();
  }

  @Test
  void aConstantHasNone() {
    assertThat(rarities(new double[1_000])).containsOnly(0);
  }
}
