package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepEvidenceTest {

  private static final int FROM = 900;
  private static final int TO = 1100;

  @Test
  void findsInventedDigitsInASmoothCurve() {
    double[] natural = river(2000, 1);
    double[] invented = natural.clone();
    for (int i = FROM; i < TO; i++) {
      invented[i] = evened(natural[i]);
    }
    StepEvidence evidence = StepEvidence.of(invented);
    assertThat(evidence.of(FROM, TO)).isGreaterThan(5);
    double[] points = evidence.pointScores(120);
    int peak = 0;
    for (int i = 0; i < points.length; i++) {
      peak = points[i] > points[peak] ? i : peak;
    }
    assertThat(peak).isBetween(FROM, TO);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsLittleInNaturalDigits(long seed) {
    StepEvidence evidence = StepEvidence.of(river(2000, seed));
    assertThat(Arrays.stream(evidence.pointScores(120)).max().orElseThrow()).isLessThan(4);
  }

  @Test
  void doesNotDependOnTheUnitOfTenths() {
    double[] values = river(800, 6);
    double[] thousandths = Arrays.stream(values).map(value -> value / 1000).toArray();
    assertThat(StepEvidence.of(thousandths).pointScores(60))
        .containsExactly(StepEvidence.of(values).pointScores(60), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 599})
  void equalsItsSlowTwin(int window) {
    Random random = new Random(9);
    double[] values = river(600, 7);
    for (int i = 0; i < values.length; i++) {
      int fate = random.nextInt(20);
      values[i] =
          fate == 0 ? 0 : fate == 1 ? -values[i] : fate == 2 && i > 0 ? values[i - 1] : values[i];
    }
    double[] gains = slowGains(values);
    double[] expected = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int step = Math.min(i, gains.length - 1);
      double sum = 0;
      int windows = 0;
      for (int start = 0; start + window <= gains.length; start++) {
        if (start <= step && step < start + window) {
          sum += Arrays.stream(gains, start, start + window).sum();
          windows++;
        }
      }
      expected[i] = Math.sqrt(Math.max(0, sum / windows));
    }
    StepEvidence evidence = StepEvidence.of(values);
    // The root of a rounding error of 1e-15.
    assertThat(evidence.pointScores(window)).containsExactly(expected, within(1e-7));
    assertThat(evidence.of(100, 200))
        .isCloseTo(Math.sqrt(Math.max(0, Arrays.stream(gains, 100, 199).sum())), within(1e-9));
  }

  /** The formula of the class comment, step by step. */
  private static double[] slowGains(double[] values) {
    List<Integer> usable = new ArrayList<>();
    for (int i = 0; i + 1 < values.length; i++) {
      if (values[i] > 0 && values[i + 1] > 0 && values[i] != values[i + 1]) {
        usable.add(i);
      }
    }
    int m = usable.size();
    double[] size = new double[m];
    double[] effect = new double[m];
    double[] level = new double[m];
    for (int k = 0; k < m; k++) {
      double a = values[usable.get(k)];
      double b = values[usable.get(k) + 1];
      size[k] = Math.log10(Math.abs(Math.log10(b) - Math.log10(a)));
      effect[k] = Math.log10(Math.abs(even(b) - even(a))) - size[k];
      level[k] = (Math.log10(a) + Math.log10(b)) / 2;
    }
    double meanSize = Arrays.stream(size).average().orElseThrow();
    double meanLevel = Arrays.stream(level).average().orElseThrow();
    double moment = 0;
    double squares = 0;
    for (int k = 0; k < m; k++) {
      moment += (level[k] - meanLevel) * (size[k] - meanSize);
      squares += (level[k] - meanLevel) * (level[k] - meanLevel);
    }
    double[] rest = new double[m];
    for (int k = 0; k < m; k++) {
      rest[k] = size[k] - meanSize - moment / squares * (level[k] - meanLevel);
    }
    double limit = Quantiles.quantile(Arrays.stream(rest).map(Math::abs).toArray(), 0.95);
    double[] r = new double[m];
    double[] h = new double[m];
    for (int k = 0; k < m; k++) {
      double near = 0;
      double nearEffect = 0;
      int count = 0;
      for (int j = 0; j < m; j++) {
        if (Math.abs(usable.get(j) - usable.get(k)) <= 30) {
          near += Math.clamp(rest[j], -limit, limit);
          nearEffect += effect[j];
          count++;
        }
      }
      r[k] = Math.clamp(rest[k], -limit, limit) - near / count;
      h[k] = effect[k] - nearEffect / count;
    }
    double variance = Arrays.stream(r).map(x -> x * x).sum() / m;
    double[] gains = new double[values.length - 1];
    for (int k = 0; k < m; k++) {
      gains[usable.get(k)] = 2 * (-r[k] * h[k] / 2 - h[k] * h[k] / 8) / variance;
    }
    return gains;
  }

  @Test
  void hasNothingToSayWithoutSteps() {
    assertThat(StepEvidence.of(new double[0]).pointScores(60)).containsExactly(0);
    assertThat(StepEvidence.of(new double[] {1}).of(0, 1)).isZero();
    double[] constant = new double[500];
    Arrays.fill(constant, 7);
    assertThat(StepEvidence.of(constant).pointScores(60)).containsOnly(0);
    double[] growth = new double[500];
    Arrays.setAll(growth, i -> Math.pow(1.05, i));
    assertThat(StepEvidence.of(growth).pointScores(60)).containsOnly(0);
    double[] extremes = new double[500];
    Arrays.setAll(extremes, i -> i % 2 == 0 ? Double.MIN_VALUE : Double.MAX_VALUE);
    assertThat(Arrays.stream(StepEvidence.of(extremes).pointScores(60)).allMatch(Double::isFinite))
        .isTrue();
  }

  @Test
  void refusesAStretchOutsideTheSeries() {
    StepEvidence evidence = StepEvidence.of(river(300, 8));
    assertThatThrownBy(() -> evidence.of(200, 301)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** The significand is spread evenly, the order of magnitude stays. */
  private static double evened(double value) {
    double logarithm = Math.log10(value);
    double magnitude = Math.floor(logarithm);
    return Math.pow(10, magnitude) * (1 + 9 * (logarithm - magnitude));
  }

  private static double even(double value) {
    double logarithm = Math.log10(value);
    double magnitude = Math.floor(logarithm);
    return magnitude + (value / Math.pow(10, magnitude) - 1) / 9;
  }

  /** Floods that drain away, as a river after rain. */
  private static double[] river(int n, long seed) {
    Random random = new Random(seed);
    double[] values = new double[n];
    double level = 50;
    for (int i = 0; i < n; i++) {
      level *= 1 - 0.04 * (1 + 0.5 * random.nextGaussian());
      if (random.nextDouble() < 0.03) {
        level += 200 * -Math.log(1 - random.nextDouble());
      }
      values[i] = level + 1;
    }
    return values;
  }
}
