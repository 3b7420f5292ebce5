package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecurringReadingsTest {

  private static final int DAYS = 500;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  /** Small payments a day, the rent on the first and the salary on the 27th of each month. */
  private static double[] account() {
    Random random = new Random(3);
    double[] amounts = new double[DAYS];
    Arrays.setAll(
        amounts,
        i ->
            switch (FIRST.plusDays(i).getDayOfMonth()) {
              case 1 -> -950;
              case 27 -> 3_100 + 20 * random.nextGaussian();
              default -> -3 - 30 * random.nextDouble();
            });
    return amounts;
  }

  private static int[] recurring(double[] values) {
    boolean[] found = RecurringReadings.in(values);
    return IntStream.range(0, values.length).filter(i -> found[i]).toArray();
  }

  private static int[] days(int... ofMonth) {
    return IntStream.range(0, DAYS)
        .filter(
            i -> Arrays.stream(ofMonth).anyMatch(day -> FIRST.plusDays(i).getDayOfMonth() == day))
        .toArray();
  }

  @Test
  void rentAndSalaryComeAgainAndAgain() {
    double[] account = account();
    account[310] = -1_900;
    assertThat(recurring(account)).containsExactly(days(1, 27));
  }

  @Test
  void oneMayBeMissing() {
    double[] without = account();
    without[239] = -5;
    assertThat(FIRST.plusDays(239)).isEqualTo(LocalDate.of(2024, 8, 27));
    assertThat(recurring(without)).hasSize(days(1, 27).length - 1).doesNotContain(239);
  }

  @Test
  void whatEndsOrIsScatteredIsNoHabit() {
    double[] account = account();
    for (int i = 250; i < DAYS; i++) {
      account[i] = FIRST.plusDays(i).getDayOfMonth() == 1 ? -12 : account[i];
    }
    // The rents are no habit then, and what is none would stand out beside the salaries.
    assertThat(recurring(account)).as("rents that end").isEmpty();
    Random random = new Random(4);
    double[] scattered = random.doubles(DAYS).toArray();
    random.ints(10, 0, DAYS).forEach(i -> scattered[i] = -40);
    assertThat(recurring(scattered)).isEmpty();
    double[] few = random.doubles(DAYS).toArray();
    IntStream.range(0, 5).forEach(k -> few[50 + 100 * k] = 40);
    assertThat(recurring(few)).as("five").isEmpty();
  }

  @Test
  void theLevelAroundStandsInForThem() {
    double[] account = account();
    double[] ordinary = RecurringReadings.without(RecurringReadings.in(account), account);
    assertThat(ordinary).hasSameSizeAs(account);
    assertThat(ordinary[0]).isBetween(-40.0, 0.0);
    assertThat(ordinary[26]).isBetween(-40.0, 0.0);
    assertThat(ordinary[5]).isEqualTo(account[5]);
  }

  @Test
  void aConstantAndNoiseHaveNone() {
    assertThat(recurring(new double[100])).isEmpty();
    assertThat(recurring(new Random(5).doubles(1_000).toArray())).isEmpty();
  }
}
