package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.injection.InjectedAnomaly;
import io.hybridanomaly.injection.InjectedKind;
import io.hybridanomaly.injection.InjectedSeries;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelfTestTest {

  private static final int WINDOW = 24;

  @Test
  void whatBenfordsLawCannotSeeIsNotPlanted() {
    SelfTestPlan plan =
        SelfTestPlan.of(Judged.withAnomalies(Judged.rhythm(2_000), WINDOW, List.of()), 1);
    assertThat(plan.notInjected())
        .hasEntrySatisfying(
            InjectedKind.INVENTED_DIGITS,
            verdict -> assertThat(verdict.summary()).contains("Benford's law does not apply"));
    assertThat(plan.copies()).hasSize(3);
    assertThat(plan.copies().stream().flatMap(copy -> copy.injected().stream()))
        .extracting(InjectedAnomaly::kind)
        .containsOnly(
            InjectedKind.SPIKE,
            InjectedKind.LEVEL_SHIFT,
            InjectedKind.FLAT_LINE,
            InjectedKind.CHANGED_RHYTHM);
  }

  @Test
  void inALedgerDigitsAreInventedToo() {
    Random random = new Random(3);
    double[] ledger = new double[5_000];
    Arrays.setAll(ledger, i -> Math.exp(5 + 2 * random.nextGaussian()));
    SelfTestPlan plan = SelfTestPlan.of(Judged.withAnomalies(ledger, WINDOW, List.of()), 1);
    assertThat(plan.notInjected()).isEmpty();
    assertThat(plan.copies().stream().flatMap(copy -> copy.injected().stream()))
        .extracting(InjectedAnomaly::kind)
        .contains(InjectedKind.INVENTED_DIGITS);
  }

  @Test
  void copiesAreJudgedWithTheWindowAndEpochsOfTheResult() {
    SelfTestPlan plan =
        SelfTestPlan.of(Judged.withAnomalies(Judged.rhythm(2_000), WINDOW, List.of()), 1);
    assertThat(plan.settings().window()).hasValue(WINDOW);
    assertThat(plan.settings().epochs()).hasValue(1);
  }

  @Test
  void longSeriesAreCopiedOnceAndConstantOnesNotAtAll() {
    assertThat(
            SelfTestPlan.of(Judged.withAnomalies(Judged.rhythm(20_000), WINDOW, List.of()), 1)
                .copies())
        .hasSize(1);
    assertThat(
            SelfTestPlan.of(Judged.withAnomalies(new double[500], WINDOW, List.of()), 1).copies())
        .isEmpty();
  }

  @Test
  void shortSeriesGetSpikesAndFlatLinesInOneOfTheCopies() {
    SelfTestPlan plan = SelfTestPlan.of(Judged.withAnomalies(Judged.rhythm(200), 12, List.of()), 1);
    assertThat(plan.copies().stream().flatMap(copy -> copy.injected().stream()))
        .extracting(InjectedAnomaly::kind)
        .contains(InjectedKind.SPIKE, InjectedKind.FLAT_LINE);
  }

  @Test
  void countsFoundAndFalseAlarmsAsOneWouldByHand() {
    double[] values = Judged.rhythm(1_000);
    DetectionResult original =
        Judged.withAnomalies(values, WINDOW, List.of(Judged.anomaly(700, 720)));
    SelfTestPlan plan =
        new SelfTestPlan(
            List.of(
                new InjectedSeries(
                    values,
                    List.of(
                        new InjectedAnomaly(InjectedKind.SPIKE, new Segment(100, 101)),
                        new InjectedAnomaly(InjectedKind.SPIKE, new Segment(200, 201)),
                        new InjectedAnomaly(InjectedKind.FLAT_LINE, new Segment(300, 340))))),
            Spacing.EVEN,
            DetectionSettings.defaults(),
            Map.of());
    DetectionResult found =
        Judged.withAnomalies(
            values,
            WINDOW,
            List.of(
                Judged.anomaly(95, 105), // the first spike
                Judged.anomaly(202, 210), // near the second spike but not on it: neither
                Judged.anomaly(330, 380), // the flat line
                Judged.anomaly(500, 510), // a false alarm
                Judged.anomaly(735, 745), // near what was found before: no false alarm
                Judged.anomaly(900, 901))); // a false alarm
    SelfTest test = SelfTest.of(plan, original, List.of(found));
    assertThat(test.injected())
        .containsEntry(InjectedKind.SPIKE, 2)
        .containsEntry(InjectedKind.FLAT_LINE, 1);
    assertThat(test.found())
        .containsEntry(InjectedKind.SPIKE, 1)
        .containsEntry(InjectedKind.FLAT_LINE, 1);
    assertThat(test.falseAlarms()).isEqualTo(2);
    // A window around 100, 200, 300 to 340 and 700 to 720: 49 + 49 + 88 + 68 points do not count.
    assertThat(test.points()).isEqualTo(746);
    assertThat(test.injectedInAll()).isEqualTo(3);
    assertThat(test.foundInAll()).isEqualTo(2);
    assertThatThrownBy(() -> SelfTest.of(plan, original, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLikelyShareIsWilsonsInterval() {
    // Computed with numpy 1.24 from Wilson's formula, z = 1.959964.
    assertThat(SelfTest.likelyShare(2, 3).low()).isCloseTo(0.207660, within(1e-6));
    assertThat(SelfTest.likelyShare(2, 3).high()).isCloseTo(0.938508, within(1e-6));
    assertThat(SelfTest.likelyShare(0, 4).low()).isZero();
    assertThat(SelfTest.likelyShare(0, 4).high()).isCloseTo(0.489891, within(1e-6));
    assertThat(SelfTest.likelyShare(12, 12).high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aRealDetectorFindsMostOfWhatIsPlanted() throws Exception {
    double[] values = Judged.rhythm(1_500);
    DetectionSettings settings = DetectionSettings.defaults().withEpochs(3);
    DetectionResult original = detect(values, settings);
    SelfTestPlan plan = SelfTestPlan.of(original, 42);
    List<DetectionResult> results = new ArrayList<>();
    for (InjectedSeries copy : plan.copies()) {
      results.add(detect(copy.values(), plan.settings()));
    }
    SelfTest test = SelfTest.of(plan, original, results);
    assertThat(test.injectedInAll()).isGreaterThanOrEqualTo(6);
    assertThat(test.foundInAll()).isGreaterThanOrEqualTo(test.injectedInAll() / 2);
    List<DetectionResult> strict = results.stream().map(r -> r.withSensitivity(0)).toList();
    assertThat(SelfTest.of(plan, original.withSensitivity(0), strict).foundInAll())
        .isLessThanOrEqualTo(test.foundInAll());
    assertThat(plan.copies().getFirst().injected()).isNotEmpty();
    assertThat(original.anomalies().stream().mapToInt(Anomaly::length).sum()).isLessThan(300);
  }

  private static DetectionResult detect(double[] values, DetectionSettings settings)
      throws Exception {
    return Detectors.detect(
        Samples.even(values), settings, ProgressListener.NONE, Cancellation.NEVER);
  }
}
