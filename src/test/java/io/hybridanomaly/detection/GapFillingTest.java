package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.SampleGrid;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of days of 48 steps with noise, in which steps are missing. */
class GapFillingTest {

  private static final int DAY = 48;
  private static final int STEPS = 30 * DAY;
  private static final DetectionSettings QUICK = DetectionSettings.defaults().withEpochs(3);

  /** In their order, points behind a gap are at another time of day: all raised alarms once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 13, 24, 3 * DAY + 11})
  void aGapRaisesNoAlarm(int missing) throws Exception {
    Samples samples = samples(rhythm(0), step -> step < 600 || step >= 600 + missing);
    DetectionResult result = detect(samples);
    assertThat(result.anomalies()).isEmpty();
    assertThat(result.score()).hasSize(samples.size());
    assertThat(result.components().window()).isEqualTo(DAY);
  }

  @Test
  void anAnomalyRightBehindAGapIsFoundWhereItIs() throws Exception {
    double[] steps = rhythm(0);
    Arrays.fill(steps, 620, 640, steps[620]);
    Samples samples = samples(steps, step -> step < 600 || step >= 613);
    List<Anomaly> anomalies = detect(samples).anomalies();
    assertThat(anomalies).hasSize(1);
    assertThat(anomalies.getFirst().segment().from()).isCloseTo(620 - 13, within(6));
    assertThat(anomalies.getFirst().segment().to()).isCloseTo(640 - 13, within(6));
  }

  @Test
  void expectedValuesBehindAGapAreThoseOfTheirTime() throws Exception {
    Samples samples = samples(rhythm(0), step -> step < 600 || step >= 613);
    double[] expected = detect(samples).components().expected();
    for (int i = 550; i < 650; i++) {
      int step = i < 600 ? i : i + 13;
      assertThat(expected[i]).isCloseTo(usual(step), within(1.0));
    }
  }

  @Test
  void whatStandsInForMissingPointsIsLikeTheOthers() {
    Samples samples = samples(rhythm(0), step -> step < 600 || step >= 600 + DAY);
    SampleGrid grid = samples.grid();
    double[] filled = GapFilling.of(grid, () -> {});
    double[] deviations = new double[DAY];
    for (int i = 0; i < DAY; i++) {
      deviations[i] = filled[600 + i] - usual(600 + i);
    }
    Statistics.Moments moments = Statistics.moments(deviations, 0, DAY);
    assertThat(moments.mean()).isCloseTo(0, within(0.2));
    // The noise has a deviation of 0.5.
    assertThat(moments.deviation()).isBetween(0.3, 0.7);
    for (int i = 0; i < STEPS; i++) {
      if (!grid.missing()[i]) {
        assertThat(filled[i]).isEqualTo(grid.values()[i]);
      }
    }
  }

  /** An outlier before a gap is not repeated in it. */
  @Test
  void whatStandsInForMissingPointsIsNoOutlier() {
    double[] steps = rhythm(0);
    steps[598] = 500;
    double[] filled =
        GapFilling.of(samples(steps, step -> step < 600 || step >= 610).grid(), () -> {});
    for (int i = 600; i < 610; i++) {
      assertThat(filled[i]).isCloseTo(usual(i), within(2.0));
    }
  }

  @Test
  void theOriginalFormulaTakesPointsInTheirOrder() throws Exception {
    DetectionSettings original =
        QUICK.withDetector(new DetectorKind.Original()).withEpochs(1).withWindow(8);
    double[] some = Arrays.copyOf(rhythm(0), 200);
    Samples gap = samples(some, step -> step < 100 || step >= 104);
    DetectionResult result = detect(gap, original);
    assertThat(result.components().samples().spacing()).isEqualTo(Spacing.EVEN);
    double[] withGap = result.score();
    double[] inOrder = detect(Samples.even(gap.values()), original).score();
    assertThat(withGap).isEqualTo(inOrder);
  }

  /** The grid is shorter than the series then. */
  @Test
  void theShortestSeriesMayHaveATimeTwice() throws Exception {
    double[] values = Arrays.copyOf(rhythm(0), Detectors.MIN_POINTS);
    Samples samples = new Samples(values, Spacing.ofNumbers(new double[] {10, 0}));
    assertThat(samples.grid().size()).isEqualTo(Detectors.MIN_POINTS - 1);
    DetectionResult result = detect(samples, QUICK.withWindow(Detectors.MIN_POINTS / 2));
    assertThat(result.score()).hasSize(Detectors.MIN_POINTS);
  }

  @Test
  void ofAConstantSeriesEveryStepIsTheConstant() throws Exception {
    double[] steps = new double[200];
    Arrays.fill(steps, 7);
    Samples samples = samples(steps, step -> step < 100 || step >= 120);
    assertThat(GapFilling.of(samples.grid(), () -> {})).containsOnly(7);
    assertThat(detect(samples).anomalies()).isEmpty();
  }

  private static DetectionResult detect(Samples samples) throws DetectionException {
    return detect(samples, QUICK);
  }

  private static DetectionResult detect(Samples samples, DetectionSettings settings)
      throws DetectionException {
    return Detectors.detect(samples, settings, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static double usual(int step) {
    return 20 + 8 * Math.sin(2 * Math.PI * step / DAY);
  }

  private static double[] rhythm(int seed) {
    Random random = new Random(seed);
    double[] steps = new double[STEPS];
    Arrays.setAll(steps, step -> usual(step) + 0.5 * random.nextGaussian());
    return steps;
  }

  private static Samples samples(double[] steps, IntPredicate there) {
    int[] kept = IntStream.range(0, steps.length).filter(there).toArray();
    double[] numbers =
        IntStream.range(0, kept.length - 1)
            .filter(i -> kept[i + 1] > kept[i] + 1)
            .flatMap(i -> IntStream.of(i, kept[i + 1] - kept[i]))
            .asDoubleStream()
            .toArray();
    return new Samples(
        Arrays.stream(kept).mapToDouble(step -> steps[step]).toArray(), Spacing.ofNumbers(numbers));
  }
}
