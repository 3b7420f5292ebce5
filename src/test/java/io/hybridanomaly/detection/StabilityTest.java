package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StabilityTest {

  private static final DetectionSettings DEFAULTS = DetectionSettings.defaults();

  @Test
  void allTrainingsAgreeOnWhatIsPlainAndNoneOnWhatIsNotThere() throws Exception {
    double[] values = sine();
    for (int i = 600; i < 640; i++) {
      values[i] = 10 + 0.2 * (values[i] - 10);
    }
    DetectionResult result = detect(values);
    assertThat(result.periods()).hasSize(1);
    Period found = result.periods().getFirst();
    Period invented = new Period(100, 130, 110, 50, 1, 0, 10, 10);
    DetectionResult both =
        new DetectionResult(
            DEFAULTS,
            result.components(),
            result.score(),
            result.threshold(),
            List.of(invented, found));
    List<Double> heard = new ArrayList<>();
    Stability stability =
        Stability.of(
            values,
            DEFAULTS,
            both,
            2,
            step -> heard.add(((Progress.Scoring) step).done()),
            Cancellation.NEVER);
    assertThat(stability.trainings()).isEqualTo(2);
    assertThat(stability.agreeing()).containsExactly(0, 2);
    assertThat(stability.share(1)).isEqualTo(1);
    assertThat(heard).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void withoutPeriodsNothingIsTrained() throws Exception {
    double[] values = sine();
    DetectionResult clean = detect(values);
    assertThat(clean.periods()).isEmpty();
    Stability stability =
        Stability.of(values, DEFAULTS, clean, 50, ProgressListener.NONE, () -> true);
    assertThat(stability.agreeing()).isEmpty();
  }

  @Test
  void canBeCancelledAndRefusesWhatDoesNotFit() throws Exception {
    double[] values = sine();
    values[500] = 40;
    DetectionResult result = detect(values);
    assertThat(result.periods()).isNotEmpty();
    assertThatThrownBy(
            () -> Stability.of(values, DEFAULTS, result, 3, ProgressListener.NONE, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(
            () ->
                Stability.of(
                    values, DEFAULTS, result, 0, ProgressListener.NONE, Cancellation.NEVER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Stability.of(
                    new double[100],
                    DEFAULTS,
                    result,
                    1,
                    ProgressListener.NONE,
                    Cancellation.NEVER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static DetectionResult detect(double[] values) throws DetectionException {
    return new Detector().detect(values, DEFAULTS, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static double[] sine() {
    Random random = new Random(6);
    double[] values = new double[800];
    Arrays.setAll(
        values, i -> 10 + 2 * Math.sin(2 * Math.PI * i / 40) + 0.05 * random.nextGaussian());
    return values;
  }
}
