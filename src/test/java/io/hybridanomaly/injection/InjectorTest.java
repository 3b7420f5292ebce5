package io.hybridanomaly.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.LeadingDigits;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectorTest {

  private static final int N = 4_000;
  private static final int WINDOW = 24;
  private static final List<InjectedKind> ALL = List.of(InjectedKind.values());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void onlyPlantedPlacesAreChanged(long seed) {
    double[] values = rhythm();
    InjectedSeries copy = new Injector(values, WINDOW, new boolean[N]).inject(ALL, seed);
    for (int i = 0; i < N; i++) {
      int point = i;
      boolean inside = copy.injected().stream().anyMatch(p -> p.segment().contains(point));
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
    InjectedSeries copy = new Injector(values, WINDOW, new boolean[10 * N]).inject(ALL, 5);
    for (InjectedKind kind : ALL) {
      assertThat(copy.injected().stream().filter(p -> p.kind() == kind).count())
          .isBetween(2L, (long) Injector.MOST_OF_A_KIND);
    }
  }

  @Test
  void theSurroundingsOfAllTakeAThirdOfTheSeriesAtMost() {
    for (long seed = 0; seed < 20; seed++) {
      InjectedSeries copy = new Injector(rhythm(), WINDOW, new boolean[N]).inject(ALL, seed);
      // 4,000 / 40 points and a window to each side.
      int taken = copy.injected().stream().mapToInt(one -> one.length() + 2 * (100 + WINDOW)).sum();
      assertThat(taken).isBetween(N / 6, N / 3);
    }
  }

  @Test
  void placesKeepAWindowApartAndAwayFromWhatWasFound() {
    boolean[] taken = new boolean[N];
    Arrays.fill(taken, 1_000, 1_100, true);
    InjectedSeries copy = new Injector(rhythm(), WINDOW, taken).inject(ALL, 9);
    List<InjectedAnomaly> injected = copy.injected();
    for (int i = 0; i < injected.size(); i++) {
      InjectedAnomaly one = injected.get(i);
      assertThat(one.segment().overlaps(new Segment(1_000 - WINDOW, 1_100 + WINDOW))).isFalse();
      assertThat(one.segment().from()).isGreaterThanOrEqualTo(WINDOW);
      assertThat(one.segment().to()).isLessThanOrEqualTo(N - WINDOW);
      if (i > 0) {
        assertThat(one.segment().from() - injected.get(i - 1).segment().to())
            .isGreaterThanOrEqualTo(WINDOW);
      }
    }
  }

  @Test
  void theSameSeedPlantsTheSameAndAnotherSomethingElse() {
    Injector injector = new Injector(rhythm(), WINDOW, new boolean[N]);
    assertThat(injector.inject(ALL, 3).injected()).isEqualTo(injector.inject(ALL, 3).injected());
    assertThat(injector.inject(ALL, 3).values()).isEqualTo(injector.inject(ALL, 3).values());
    assertThat(injector.inject(ALL, 3).injected()).isNotEqualTo(injector.inject(ALL, 4).injected());
  }

  @ParameterizedTest
  @EnumSource(InjectedKind.class)
  void aShortSeriesGetsAtLeastOneAnomaly(InjectedKind kind) {
    double[] values = Arrays.copyOf(rhythm(), 120);
    InjectedSeries copy = new Injector(values, 12, new boolean[120]).inject(List.of(kind), 1);
    assertThat(copy.injected()).hasSizeGreaterThanOrEqualTo(1);
    assertThat(copy.values()).isNotEqualTo(values);
  }

  @Test
  void spikesAndShiftsAreAsHighAsTheSpreadSays() {
    double[] values = rhythm();
    // p95 − p5 of 100 + 20·sin + noise of 1, computed with numpy 1.24 on the same formula: 39.6.
    double spread = 39.6;
    InjectedSeries spikes = copy(values, InjectedKind.SPIKE);
    for (InjectedAnomaly one : spikes.injected()) {
      assertThat(one.length()).isEqualTo(1);
      double height =
          Math.abs(spikes.values()[one.segment().from()] - values[one.segment().from()]);
      assertThat(height / spread).isBetween(0.74, 1.51);
    }
    InjectedSeries shifts = copy(values, InjectedKind.LEVEL_SHIFT);
    for (InjectedAnomaly one : shifts.injected()) {
      double height = shifts.values()[one.segment().from()] - values[one.segment().from()];
      assertThat(Math.abs(height) / spread).isBetween(0.39, 1.01);
      assertThat(one.length()).isBetween(36, 72);
      for (int i = one.segment().from(); i < one.segment().to(); i++) {
        assertThat(shifts.values()[i] - values[i]).isCloseTo(height, within(1e-9));
      }
    }
  }

  @Test
  void aSeriesThatIsNeverNegativeStaysSo() {
    double[] counts = new Random(3).doubles(N, 0, 10).map(Math::rint).toArray();
    for (long seed = 0; seed < 20; seed++) {
      InjectedSeries copy = new Injector(counts, WINDOW, new boolean[N]).inject(ALL, seed);
      assertThat(Arrays.stream(copy.values()).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void aFlatLineHoldsItsFirstValue() {
    double[] values = rhythm();
    InjectedSeries copy = copy(values, InjectedKind.FLAT_LINE);
    assertThat(copy.injected()).isNotEmpty();
    for (InjectedAnomaly one : copy.injected()) {
      for (int i = one.segment().from(); i < one.segment().to(); i++) {
        assertThat(copy.values()[i]).isEqualTo(values[one.segment().from()]);
      }
    }
  }

  @Test
  void aChangedRhythmReplaysTheSameStretchAtAnotherSpeed() {
    double[] values = rhythm();
    EnumSet<Speed> seen = EnumSet.noneOf(Speed.class);
    for (long seed = 0; seed < 8; seed++) {
      InjectedSeries copy =
          new Injector(values, WINDOW, new boolean[N])
              .inject(List.of(InjectedKind.CHANGED_RHYTHM), seed);
      for (InjectedAnomaly one : copy.injected()) {
        double third = copy.values()[one.segment().from() + 2];
        boolean slow = third == values[one.segment().from() + 1];
        boolean fast = third == values[one.segment().from() + 4];
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
      InjectedSeries copy =
          new Injector(ledger, WINDOW, new boolean[ledger.length])
              .inject(List.of(InjectedKind.INVENTED_DIGITS), seed);
      for (InjectedAnomaly one : copy.injected()) {
        for (int i = one.segment().from(); i < one.segment().to(); i++) {
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
    assertThat(copy(constant, InjectedKind.FLAT_LINE).injected()).isEmpty();
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatThrownBy(() -> new Injector(new double[10], 3, new boolean[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10 values, 9 flags");
  }

  private static InjectedSeries copy(double[] values, InjectedKind kind) {
    return new Injector(values, WINDOW, new boolean[values.length]).inject(List.of(kind), 11);
  }

  private static double[] rhythm() {
    Random random = new Random(1);
    double[] values = new double[N];
    Arrays.setAll(values, i -> 100 + 20 * Math.sin(2 * Math.PI * i / 24) + random.nextGaussian());
    return values;
  }
}
