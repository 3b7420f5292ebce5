package io.hybridanomaly.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedValuesTest {

  private static final int N = 2_000;
  private static final int FROM = 1_000;
  private static final int TO = 1_048;

  /** Mean distance between two series inside the stretch. */
  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = FROM; i < TO; i++) {
      sum += Math.abs(a[i] - b[i]) / (TO - FROM);
    }
    return sum;
  }

  private static void assertIsNotFollowed(double[] abnormal) {
    double[] truth = SeasonsTest.dayAndWeek(N, 0, 0);
    double[] expected = ExpectedValues.of(abnormal, new boolean[N], () -> {});
    // The noise has a deviation of 5, the mean distance of the anomalies is above 20.
    assertThat(distance(abnormal, truth)).isGreaterThan(20);
    assertThat(distance(expected, truth)).isLessThan(8);
  }

  /** Counts that rest at night: what is smoothed at dawn must not fall below nothing. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e200, 1e-200})
  void whereNothingIsNegativeNothingNegativeIsExpected(double unit) {
    Random random = new Random(3);
    double[] values = new double[N];
    Arrays.setAll(
        values,
        i -> unit * Math.max(0, Math.sin(2 * Math.PI * i / 48) + 0.2 * random.nextGaussian()));
    assertThat(Arrays.stream(ExpectedValues.of(values, new boolean[N], () -> {})))
        .allMatch(value -> value >= 0);
  }

  @Test
  void anAnomalyOfTwoDaysDoesNotChangeWhatIsExpectedThere() {
    double[] dip = SeasonsTest.dayAndWeek(N, 5, 1);
    double[] flat = SeasonsTest.dayAndWeek(N, 5, 1);
    double[] shift = SeasonsTest.dayAndWeek(N, 5, 1);
    double[] rhythm = SeasonsTest.dayAndWeek(N, 5, 1);
    for (int i = FROM; i < TO; i++) {
      dip[i] *= 0.3;
      flat[i] = flat[FROM];
      shift[i] += 60;
    }
    IntUnaryOperator twiceAsFast = i -> FROM + 2 * (i - FROM) % (TO - FROM);
    double[] before = rhythm.clone();
    for (int i = FROM; i < TO; i++) {
      rhythm[i] = before[twiceAsFast.applyAsInt(i)];
    }
    assertIsNotFollowed(dip);
    assertIsNotFollowed(flat);
    assertIsNotFollowed(shift);
    assertIsNotFollowed(rhythm);
  }

  /** The middle, in which the ways to expect are compared in a long series, is all missing. */
  @Test
  void aLongGapInTheMiddleDoesNotDecideWhatIsExpected() {
    int n = 60_000;
    Random random = new Random(3);
    double[] truth = new double[n];
    double[] values = new double[n];
    boolean[] missing = new boolean[n];
    for (int i = 0; i < n; i++) {
      truth[i] = 20 * Math.sin(2 * Math.PI * i / 144);
      values[i] = truth[i] + random.nextGaussian();
    }
    Arrays.fill(missing, 22_500, 37_500, true);
    Arrays.fill(values, 22_500, 37_500, 0);
    double[] expected = ExpectedValues.of(values, missing, () -> {});
    for (int i = 0; i < n; i++) {
      expected[i] = Math.abs(expected[i] - truth[i]);
    }
    assertThat(Arrays.stream(expected).average().orElseThrow()).isLessThan(1.5);
  }

  @Test
  void followsTrendAndSeason() {
    Random random = new Random(2);
    double[] truth = new double[N];
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      truth[i] = 0.05 * i + 20 * Math.sin(2 * Math.PI * i / 48);
      values[i] = truth[i] + random.nextGaussian() + (i >= FROM && i < TO ? 30 : 0);
    }
    double[] expected = ExpectedValues.of(values, new boolean[N], () -> {});
    assertThat(distance(expected, truth)).isLessThan(2);
  }

  @Test
  void whatIsFlaggedHasNoSay() {
    Random random = new Random(3);
    double[] values = new double[N];
    boolean[] flagged = new boolean[N];
    for (int i = 0; i < N; i++) {
      flagged[i] = i >= FROM && i < TO;
      values[i] = flagged[i] ? 7 : 100 + random.nextGaussian();
    }
    double[] expected = ExpectedValues.of(values, flagged, () -> {});
    for (int i = FROM; i < TO; i++) {
      assertThat(expected[i]).isCloseTo(100, within(1.0));
    }
  }

  @Test
  void analoguesRepeatWhatCameAfterTheSameSurroundings() {
    // A rhythm whose length changes from cycle to cycle, so that no season fits.
    Random random = new Random(4);
    double[] truth = new double[N];
    double phase = 0;
    double speed = 0;
    for (int i = 0; i < N; i++) {
      if ((int) phase != (int) (phase + speed) || i == 0) {
        speed = 1 / (25.0 + random.nextInt(10));
      }
      phase += speed;
      truth[i] = Math.sin(2 * Math.PI * phase);
    }
    boolean[] hidden = new boolean[N];
    Arrays.fill(hidden, FROM, FROM + 12, true);
    double[] values = truth.clone();
    Arrays.fill(values, FROM, FROM + 12, 50);
    double[] said = new Analogues(new Visible(values, hidden), 24, new double[N]).everywhere(0);
    for (int i = FROM; i < FROM + 12; i++) {
      assertThat(said[i]).isCloseTo(truth[i], within(0.3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 15, 16, 17, 32, 60, 333})
  void anyNumberOfPointsWillDo(int n) {
    Random random = new Random(n);
    double[] noise = random.doubles(n).toArray();
    double[] walk = new double[n];
    double[] huge = new double[n];
    for (int i = 0; i < n; i++) {
      walk[i] = (i == 0 ? 0 : walk[i - 1]) + random.nextGaussian();
      huge[i] = (i % 2 == 0 ? 1 : -1) * Double.MAX_VALUE;
    }
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    for (double[] values : new double[][] {noise, walk, huge}) {
      for (boolean[] flags : new boolean[][] {new boolean[n], all}) {
        for (double expected : ExpectedValues.of(values, flags, () -> {})) {
          assertThat(expected).isFinite();
        }
      }
    }
    double[] constant = new double[n];
    Arrays.fill(constant, 3.25);
    assertThat(ExpectedValues.of(constant, new boolean[n], () -> {})).containsOnly(3.25);
  }

  /** Squares of such values are 0. */
  @Test
  void theUnitDoesNotMatter() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> Math.sin(i / 4.0) + (i == 70 ? 5 : 0));
    double[] tiny = new double[N];
    Arrays.setAll(tiny, i -> values[i] * 0x1p-700);
    double[] expected = ExpectedValues.of(values, new boolean[N], () -> {});
    double[] expectedOfTiny = ExpectedValues.of(tiny, new boolean[N], () -> {});
    for (int i = 0; i < N; i++) {
      assertThat(expectedOfTiny[i] * 0x1p700).isCloseTo(expected[i], within(1e-9));
    }
  }

  /** At the first step and at a later one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void endsWhenAStepThrows(int last) {
    double[] values = new double[N];
    Arrays.setAll(values, i -> Math.sin(i / 4.0));
    AtomicInteger steps = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ExpectedValues.of(
                    values,
                    new boolean[N],
                    () -> {
                      if (steps.incrementAndGet() == last) {
                        throw new CancellationException("enough");
                      }
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");
    assertThat(steps).hasValue(last);
  }

  @Test
  void theSameInputGivesTheSameNumbers() {
    double[] values = SeasonsTest.dayAndWeek(N, 5, 5);
    double[] copy = values.clone();
    assertThat(ExpectedValues.of(values, new boolean[N], () -> {}))
        .containsExactly(ExpectedValues.of(copy, new boolean[N], () -> {}));
    assertThat(values).containsExactly(copy);
  }

  @Test
  void suspectsAreTheStretchesThatDiffer() {
    Random random = new Random(6);
    double[] errors = random.doubles(N).map(x -> x - 0.5).toArray();
    errors[300] = 20;
    for (int i = FROM; i < TO; i++) {
      errors[i] += 1;
    }
    boolean[] suspects = Suspects.of(errors, List.of(), 24);
    assertThat(suspects[300]).isTrue();
    assertThat(suspects[FROM + 24]).isTrue();
    int elsewhere = 0;
    for (int i = 0; i < N; i++) {
      elsewhere += suspects[i] && i != 300 && (i < FROM - 12 || i > TO + 12) ? 1 : 0;
    }
    assertThat(elsewhere).isZero();
  }
}
