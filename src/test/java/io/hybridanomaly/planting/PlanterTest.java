package io.hybridanomaly.planting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.LeadingDigits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanterTest {

  private static final int N = 4_000;
  private static final int WINDOW = 24;
  private static final List<PlantedKind> ALL = List.of(PlantedKind.values());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void onlyPlantedPlacesAreChanged(long seed) {
    double[] values = rhythm();
    PlantedSeries copy = new Planter(values, WINDOW, new boolean[N]).plant(ALL, seed);
    byte[] labels = copy.labels();
    for (int i = 0; i < N; i++) {
      int point = i;
      boolean inside = copy.planted().stream().anyMatch(p -> p.start() <= point && point < p.end());
      assertThat(labels[i]).isEqualTo((byte) (inside ? 1 : 0));
      if (!inside) {
        assertThat(copy.values()[i]).isEqualTo(values[i]);
      }
    }
    assertThat(values).isEqualTo(rhythm());
  }

  @Test
  void everyKindIsPlantedSeveralTimesIntoALongSeries() {
    double[] values = new double[10 * N];
    double[] once = rhythm();
    Arrays.setAll(values, i -> once[i % N]);
    PlantedSeries copy = new Planter(values, WINDOW, new boolean[10 * N]).plant(ALL, 5);
    for (PlantedKind kind : ALL) {
      assertThat(copy.planted().stream().filter(p -> p.kind() == kind).count())
          .isBetween(2L, (long) Planter.MOST_OF_A_KIND);
    }
  }

  @Test
  void theSurroundingsOfAllTakeAThirdOfTheSeriesAtMost() {
    for (long seed = 0; seed < 20; seed++) {
      PlantedSeries copy = new Planter(rhythm(), WINDOW, new boolean[N]).plant(ALL, seed);
      // 4,000 / 40 points and a window to each side.
      int taken = copy.planted().stream().mapToInt(one -> one.length() + 2 * (100 + WINDOW)).sum();
      assertThat(taken).isBetween(N / 6, N / 3);
    }
  }

  @Test
  void placesKeepAWindowApartAndAwayFromWhatWasFound() {
    boolean[] taken = new boolean[N];
    Arrays.fill(taken, 1_000, 1_100, true);
    PlantedSeries copy = new Planter(rhythm(), WINDOW, taken).plant(ALL, 9);
    List<Planted> planted = copy.planted();
    for (int i = 0; i < planted.size(); i++) {
      Planted one = planted.get(i);
      assertThat(one.touches(1_000 - WINDOW, 1_100 + WINDOW)).isFalse();
      assertThat(one.start()).isGreaterThanOrEqualTo(WINDOW);
      assertThat(one.end()).isLessThanOrEqualTo(N - WINDOW);
      if (i > 0) {
        assertThat(one.start() - planted.get(i - 1).end()).isGreaterThanOrEqualTo(WINDOW);
      }
    }
  }

  @Test
  void theSameSeedPlantsTheSameAndAnotherSomethingElse() {
    Planter planter = new Planter(rhythm(), WINDOW, new boolean[N]);
    assertThat(planter.plant(ALL, 3).planted()).isEqualTo(planter.plant(ALL, 3).planted());
    assertThat(planter.plant(ALL, 3).values()).isEqualTo(planter.plant(ALL, 3).values());
    assertThat(planter.plant(ALL, 3).planted()).isNotEqualTo(planter.plant(ALL, 4).planted());
  }

  @ParameterizedTest
  @EnumSource(PlantedKind.class)
  void aShortSeriesGetsAtLeastOneAnomaly(PlantedKind kind) {
    double[] values = Arrays.copyOf(rhythm(), 120);
    PlantedSeries copy = new Planter(values, 12, new boolean[120]).plant(List.of(kind), 1);
    assertThat(copy.planted()).hasSizeGreaterThanOrEqualTo(1);
    assertThat(copy.values()).isNotEqualTo(values);
  }

  @Test
  void spikesAndShiftsAreAsHighAsTheSpreadSays() {
    double[] values = rhythm();
    // p95 − p5 of 100 + 20·sin + noise of 1, computed with numpy 1.24 on the same formula: 39.6.
    double spread = 39.6;
    PlantedSeries spikes = copy(values, PlantedKind.SPIKE);
    for (Planted one : spikes.planted()) {
      assertThat(one.length()).isEqualTo(1);
      double height = Math.abs(spikes.values()[one.start()] - values[one.start()]);
      assertThat(height / spread).isBetween(0.74, 1.51);
    }
    PlantedSeries shifts = copy(values, PlantedKind.LEVEL_SHIFT);
    for (Planted one : shifts.planted()) {
      double height = shifts.values()[one.start()] - values[one.start()];
      assertThat(Math.abs(height) / spread).isBetween(0.39, 1.01);
      assertThat(one.length()).isBetween(36, 72);
      for (int i = one.start(); i < one.end(); i++) {
        assertThat(shifts.values()[i] - values[i]).isCloseTo(height, within(1e-9));
      }
    }
  }

  @Test
  void aSeriesThatIsNeverNegativeStaysSo() {
    double[] counts = new Random(3).doubles(N, 0, 10).map(Math::rint).toArray();
    for (long seed = 0; seed < 20; seed++) {
      PlantedSeries copy = new Planter(counts, WINDOW, new boolean[N]).plant(ALL, seed);
      assertThat(Arrays.stream(copy.values()).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void aFlatLineHoldsItsFirstValue() {
    double[] values = rhythm();
    PlantedSeries copy = copy(values, PlantedKind.FLAT_LINE);
    assertThat(copy.planted()).isNotEmpty();
    for (Planted one : copy.planted()) {
      for (int i = one.start(); i < one.end(); i++) {
        assertThat(copy.values()[i]).isEqualTo(values[one.start()]);
      }
    }
  }

  @Test
  void aChangedRhythmReplaysTheSameStretchAtAnotherSpeed() {
    double[] values = rhythm();
    EnumSet<Speed> seen = EnumSet.noneOf(Speed.class);
    for (long seed = 0; seed < 8; seed++) {
      PlantedSeries copy =
          new Planter(values, WINDOW, new boolean[N])
              .plant(List.of(PlantedKind.CHANGED_RHYTHM), seed);
      for (Planted one : copy.planted()) {
        double third = copy.values()[one.start() + 2];
        boolean slow = third == values[one.start() + 1];
        boolean fast = third == values[one.start() + 4];
        assertThat(slow || fast).isTrue();
        seen.add(slow ? Speed.SLOW : Speed.FAST);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Speed.SLOW, Speed.FAST);
  }

  private enum Speed {
    SLOW,
    FAST
  }

  @Test
  void inventedDigitsKeepTheMagnitudeAndAreEvenlyDistributed() {
    Random random = new Random(4);
    double[] ledger = new double[60_000];
    Arrays.setAll(ledger, i -> Math.exp(5 + 2 * random.nextGaussian()));
    int[] first = new int[10];
    int count = 0;
    for (long seed = 0; seed < 10; seed++) {
      PlantedSeries copy =
          new Planter(ledger, WINDOW, new boolean[ledger.length])
              .plant(List.of(PlantedKind.INVENTED_DIGITS), seed);
      for (Planted one : copy.planted()) {
        for (int i = one.start(); i < one.end(); i++) {
          assertThat(Math.floor(Math.log10(copy.values()[i])))
              .isEqualTo(Math.floor(Math.log10(ledger[i])));
          first[LeadingDigits.first(copy.values()[i])]++;
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(3_000);
    for (int digit = 1; digit <= 9; digit++) {
      // A share of 1/9; five standard deviations of a binomial share of 3,000 numbers are 0.029.
      assertThat((double) first[digit] / count).isCloseTo(1 / 9.0, within(0.03));
    }
  }

  @Test
  void aFlatLineInAConstantSeriesIsNotPlanted() {
    double[] constant = new double[200];
    Arrays.fill(constant, 7);
    assertThat(copy(constant, PlantedKind.FLAT_LINE).planted()).isEmpty();
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatThrownBy(() -> new Planter(new double[10], 3, new boolean[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10 values, 9 flags");
  }

  private static PlantedSeries copy(double[] values, PlantedKind kind) {
    return new Planter(values, WINDOW, new boolean[values.length]).plant(List.of(kind), 11);
  }

  private static double[] rhythm() {
    Random random = new Random(1);
    double[] values = new double[N];
    Arrays.setAll(values, i -> 100 + 20 * Math.sin(2 * Math.PI * i / 24) + random.nextGaussian());
    return values;
  }
}
