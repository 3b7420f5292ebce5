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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Days with a reading that is an outlier. */
  private static int[] odd(double[] values) {
    double[] scaled = RobustScaler.of(values).linear(values);
    double[] rarities = new double[values.length];
    OddCycles.raise(new ContextDistance(scaled, PointDeviation.Season.of(scaled)), rarities);
    return IntStream.range(0, values.length)
        .filter(i -> rarities[i] >= OutlierTail.OUTLYING)
        .map(i -> i / DAY)
        .distinct()
        .toArray();
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
    double[] values = Kind.OFFICE.of(140, 5, Set.of(30));
    double[] scaled = RobustScaler.of(values).linear(values);
    double[] rarities = new double[values.length];
    OddCycles.raise(new ContextDistance(scaled, PointDeviation.Season.of(scaled)), rarities);
    assertThat(
            IntStream.range(0, values.length)
                .filter(i -> rarities[i] >= OutlierTail.OUTLYING)
                .toArray())
        .containsExactly(IntStream.range(30 * DAY + 8, 30 * DAY + 18).toArray());
  }

  /** Eight weeks must have come for a week to be known, forty days for their noise. */
  @ParameterizedTest
  @ValueSource(ints = {28, 49})
  void ofAFewWeeksNothingIsSaid(int days) {
    assertThat(odd(Kind.OFFICE.of(days, 1, Set.of(15)))).isEmpty();
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
    double[] rarities = new double[1_000];
    double[] values = new double[1_000];
    OddCycles.raise(new ContextDistance(values, PointDeviation.Season.of(values)), rarities);
    assertThat(rarities).containsOnly(0);
  }
}
