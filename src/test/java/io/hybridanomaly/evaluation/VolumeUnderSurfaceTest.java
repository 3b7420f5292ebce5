package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected numbers: an independent Python implementation (numpy 1.24.2) of the same definitions.
 */
class VolumeUnderSurfaceTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.345006602737037, 0.33010203856360176",
    "3, 0.3676136984009718, 0.341143970154585",
    "50, 0.5586640243240518, 0.46971995514633813",
    "199, 0.6206899581360029, 0.5281282127671035"
  })
  void agreesWithTheReference(int buffer, double smooth, double tied) {
    double[] scores = DetectionMetricsTest.scores();
    byte[] labels = DetectionMetricsTest.labels();
    assertThat(VolumeUnderSurface.precisionRecall(scores, labels, buffer))
        .isCloseTo(smooth, within(1e-9));
    double[] rounded = Arrays.stream(scores).map(s -> Math.floor(8 * s) / 8).toArray();
    assertThat(VolumeUnderSurface.precisionRecall(rounded, labels, buffer))
        .isCloseTo(tied, within(1e-9));
  }

  @Test
  void agreesWithTheReferenceOnFourPoints() {
    double[] scores = {0.1, 0.4, 0.35, 0.8};
    byte[] labels = {0, 0, 1, 1};
    assertThat(PrecisionRecall.averagePrecision(scores, labels)).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(PrecisionRecall.bestF1(scores, labels)).isCloseTo(0.8, within(1e-12));
    assertThat(VolumeUnderSurface.precisionRecall(scores, labels, 2))
        .isCloseTo(0.8525036850803722, within(1e-12));
    double[] equal = {1, 1, 1, 1};
    assertThat(PrecisionRecall.averagePrecision(equal, labels)).isEqualTo(0.5);
    assertThat(VolumeUnderSurface.precisionRecall(equal, labels, 2))
        .isCloseTo(0.5353553390593274, within(1e-12));
  }

  @Test
  void isDefinedForOnePointAndWithoutLabels() {
    assertThat(VolumeUnderSurface.precisionRecall(new double[] {3}, new byte[] {1}, 100))
        .isEqualTo(1);
    assertThat(VolumeUnderSurface.precisionRecall(new double[] {3}, new byte[] {0}, 100)).isZero();
    assertThat(PrecisionRecall.averagePrecision(new double[] {3}, new byte[] {0})).isZero();
    assertThat(PrecisionRecall.bestF1(new double[] {3}, new byte[] {0})).isZero();
  }

  @Test
  void bufferIsThePeriodWithinLimits() {
    // The dominant periods of the reference: 12; none of a line; none of a slow wave.
    assertThat(VolumeUnderSurface.bufferLength(wave(100, 12))).isEqualTo(12);
    assertThat(VolumeUnderSurface.bufferLength(wave(3000, 500))).isEqualTo(200);
    double[] line = new double[N];
    Arrays.setAll(line, i -> i);
    assertThat(VolumeUnderSurface.bufferLength(line)).isEqualTo(100);
    assertThat(VolumeUnderSurface.bufferLength(new double[5])).isEqualTo(100);
    assertThat(VolumeUnderSurface.bufferLength(new double[500])).isEqualTo(100);
  }

  @Test
  void autocorrelationAgreesWithItsDefinition() {
    double[] values = DetectionMetricsTest.values();
    assertThat(SeasonLength.of(values)).isEqualTo(slowPeriod(values)).isEqualTo(49);
  }

  private static final int N = 1200;

  private static double[] wave(int n, int period) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / period));
    return values;
  }

  /**
   * The definition with all loops. The trend is taken out with the sums of i and i² written out.
   */
  private static int slowPeriod(double[] x) {
    int n = x.length;
    double sumX = Arrays.stream(x).sum();
    double sumI = n * (n - 1) / 2.0;
    double sumIi = (n - 1.0) * n * (2 * n - 1) / 6;
    double sumIx = 0;
    for (int i = 0; i < n; i++) {
      sumIx += i * x[i];
    }
    double slope = (n * sumIx - sumI * sumX) / (n * sumIi - sumI * sumI);
    double start = (sumX - slope * sumI) / n;
    double[] acf = new double[n / 4 + 2];
    for (int lag = 0; lag < acf.length; lag++) {
      for (int i = 0; i + lag < n; i++) {
        acf[lag] += (x[i] - start - slope * i) * (x[i + lag] - start - slope * (i + lag));
      }
    }
    double best = 0;
    int period = 0;
    for (int lag = n / 4 - 1; lag >= 3; lag--) {
      if (acf[lag] > acf[lag - 1] && acf[lag] >= acf[lag + 1] && acf[lag] > 0.1 * acf[0]) {
        best = Math.max(best, acf[lag]);
      }
    }
    for (int lag = n / 4 - 1; lag >= 3; lag--) {
      if (acf[lag] > acf[lag - 1] && acf[lag] >= acf[lag + 1] && acf[lag] >= 0.9 * best) {
        period = lag;
      }
    }
    return period;
  }
}
