package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StabilityTest {

  /** What is plain is found after a short training too. */
  private static final DetectionSettings QUICK = DetectionSettings.defaults().withEpochs(3);

  @Test
  void allTrainingsAgreeOnWhatIsPlainAndNoneOnWhatIsNotThere() throws Exception {
    double[] values = sine();
    for (int i = 600; i < 640; i++) {
      values[i] = 10 + 0.2 * (values[i] - 10);
    }
    DetectionResult result = detect(values);
    assertThat(result.anomalies()).hasSize(1);
    Anomaly found = result.anomalies().getFirst();
    Anomaly invented = new Anomaly(new Segment(100, 130), 110, 50, 1, 0, 10, 10);
    DetectionResult both =
        new DetectionResult(
            QUICK,
            result.components(),
            result.score(),
            result.threshold(),
            List.of(invented, found));
    Stability stability = Stability.none(both);
    for (int i = 0; i < 2; i++) {
      DetectionSettings settings = Stability.repetition(QUICK, both, i);
      assertThat(settings.seed()).isEqualTo(QUICK.seed() + i + 1);
      assertThat(settings.window()).hasValue(both.components().window());
      stability =
          stability.with(
              both,
              Detectors.detect(
                  Samples.even(values), settings, ProgressListener.NONE, Cancellation.NEVER));
    }
    assertThat(stability.trainings()).isEqualTo(2);
    assertThat(stability.agreeing()).containsExactly(0, 2);
  }

  @Test
  void withoutAnomaliesThereIsNothingToAgreeOn() throws Exception {
    DetectionResult clean = detect(sine());
    assertThat(clean.anomalies()).isEmpty();
    Stability stability = Stability.none(clean).with(clean, clean);
    assertThat(stability.trainings()).isEqualTo(1);
    assertThat(stability.agreeing()).isEmpty();
  }

  private static DetectionResult detect(double[] values) throws DetectionException {
    return Detectors.detect(Samples.even(values), QUICK, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static double[] sine() {
    Random random = new Random(6);
    double[] values = new double[800];
    Arrays.setAll(
        values, i -> 10 + 2 * Math.sin(2 * Math.PI * i / 40) + 0.05 * random.nextGaussian());
    return values;
  }
}
