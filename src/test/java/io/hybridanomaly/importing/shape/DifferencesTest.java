package io.hybridanomaly.importing.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.text.ImportException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static final long HOUR = 3_600_000_000L;

  @Test
  void aMeterBeginsAtZeroWhereItFalls() throws ImportException {
    double[] readings = IntStream.range(0, 60).mapToDouble(i -> 2.0 * i).toArray();
    for (int i = 30; i < 60; i++) {
      readings[i] = 1 + 3.0 * (i - 30);
    }
    Gaps.Treated treated = Differences.treat(hourly(readings), Differencing.COUNTER);
    double[] added = treated.points().values();
    assertThat(added).hasSize(59);
    assertThat(Arrays.copyOf(added, 29)).containsOnly(2);
    assertThat(added[29]).isEqualTo(1);
    assertThat(Arrays.copyOfRange(added, 30, 59)).containsOnly(3);
    assertThat(treated.note().orElseThrow())
        .isEqualTo(
            "Each value is what was added since the one before. The reading fell at"
                + " 1970-01-02T06:00:00: it was taken to begin at 0 again there.");
    assertThat(Differences.treat(hourly(readings), Differencing.CHANGE).points().values()[29])
        .isEqualTo(-57);
  }

  /** What was used in the hours that are missing was not used in the one that ends them. */
  @Test
  void overAGapItIsTheMeanOfAStep() throws ImportException {
    long[] times = IntStream.range(0, 60).mapToLong(i -> HOUR * (i < 20 ? i : i + 9)).toArray();
    double[] readings = Arrays.stream(times).mapToDouble(time -> 4.0 * time / HOUR).toArray();
    RawPoints points = new RawPoints(null, times, null, null, readings, null);
    assertThat(Differences.treat(points, Differencing.COUNTER).points().values()).containsOnly(4);
  }

  @Test
  void labelsAndTimesAreThoseOfTheLaterPoint() throws ImportException {
    int[] rows = IntStream.rangeClosed(1, 40).toArray();
    double[] values = Arrays.copyOf(new double[] {1, 2, 4, 8}, 40);
    byte[] labels = Arrays.copyOf(new byte[] {1, 0, 1, 0}, 40);
    RawPoints later =
        Differences.treat(
                new RawPoints(rows, null, null, null, values, labels), Differencing.CHANGE)
            .points();
    assertThat(later.rows()).startsWith(2, 3, 4).hasSize(39);
    assertThat(later.labels()).startsWith(0, 1, 0);
    assertThat(later.values()).startsWith(1, 2, 4, -8, 0);
  }

  @Test
  void whatCannotBeTakenIsToldInAPlainSentence() {
    double[] huge = new double[40];
    huge[3] = Double.MAX_VALUE;
    huge[4] = -Double.MAX_VALUE;
    assertThatThrownBy(() -> Differences.treat(hourly(huge), Differencing.CHANGE))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> Differences.treat(hourly(new double[1]), Differencing.COUNTER))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("after taking differences");
  }

  /** A reading that is a little less is a correction, and not a new meter. */
  @Test
  void aSmallFallIsAChange() throws ImportException {
    double[] readings = IntStream.range(0, 60).mapToDouble(i -> 50_000 + 2.0 * i).toArray();
    readings[30] = readings[29] - 0.25;
    Gaps.Treated treated = Differences.treat(hourly(readings), Differencing.COUNTER);
    assertThat(treated.points().values()[29]).isEqualTo(-0.25);
    assertThat(treated.note()).contains("Each value is what was added since the one before.");
  }

  private static RawPoints hourly(double[] values) {
    long[] times = IntStream.range(0, values.length).mapToLong(i -> HOUR * i).toArray();
    return new RawPoints(null, times, null, null, values, null);
  }
}
