package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.OriginalBenford;
import io.hybridanomaly.lstm.OriginalAutoencoder;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class OriginalDetectorTest {

  private static final int WINDOW = 30;
  private static final int EPOCHS = 3;
  private static final DetectionSettings SETTINGS =
      DetectionSettings.defaults().withDetector(new DetectorKind.Original()).withEpochs(EPOCHS);

  /** Everything but the network, computed again with plain loops from the network's errors. */
  @Test
  void agreesWithItsNaiveTwin() throws Exception {
    double[] values = ledger();
    DetectionResult result = detect(values, SETTINGS);
    int windows = values.length - WINDOW + 1;

    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) ((values[i] - min) / (max - min));
    }
    TrainingMonitor monitor =
        DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER)
            .monitor(
                CostModel.ofOriginal(EPOCHS),
                CostModel.Stage.TRAINING,
                CostModel.Stage.RECONSTRUCTION,
                new DetectionMonitor.Network(1, 1, EPOCHS));
    double[] errors = OriginalAutoencoder.run(scaled, WINDOW, EPOCHS, 42, monitor).errors();
    double[] benford = OriginalBenford.score(values, WINDOW);
    double[] fused = new double[windows];
    for (int i = 0; i < windows; i++) {
      fused[i] =
          (errors[i] - mean(errors)) / deviation(errors)
              + (benford[i] - mean(benford)) / deviation(benford);
    }
    for (double sensitivity : new double[] {0, 5, 8, 10}) {
      double k = 5 - sensitivity / 2;
      double threshold = mean(fused) + k * deviation(fused);
      List<int[]> runs = new ArrayList<>();
      for (int i = 0; i < windows; i++) {
        if (fused[i] > threshold) {
          int t = i + WINDOW - 1;
          if (!runs.isEmpty() && runs.getLast()[1] == t) {
            runs.getLast()[1] = t + 1;
          } else {
            runs.add(new int[] {t, t + 1});
          }
        }
      }
      DetectionResult judged = result.withSensitivity(sensitivity);
      assertThat(judged.threshold()).isCloseTo(threshold, within(1e-4));
      assertThat(judged.anomalies()).hasSameSizeAs(runs);
      for (int p = 0; p < runs.size(); p++) {
        assertThat(judged.anomalies().get(p).segment())
            .isEqualTo(new Segment(runs.get(p)[0], runs.get(p)[1]));
      }
    }
    for (int i = 0; i < values.length; i++) {
      double expected = i < WINDOW - 1 ? 0 : fused[i - WINDOW + 1];
      assertThat(result.score()[i]).isCloseTo(expected, within(1e-4));
    }
    assertThat(result.components().window()).isEqualTo(WINDOW);
    assertThat(result.components().lossPerEpoch()).hasSize(EPOCHS);
  }

  @Test
  void isRepeatable() throws Exception {
    double[] values = ledger();
    assertThat(detect(values, SETTINGS).score()).isEqualTo(detect(values, SETTINGS).score());
    assertThat(detect(values, SETTINGS.withSeed(7)).score())
        .isNotEqualTo(detect(values, SETTINGS).score());
  }

  @Test
  void constantsAndHugeValuesStayFinite() throws Exception {
    double[] constant = new double[60];
    DetectionResult flat = detect(constant, SETTINGS.withSensitivity(10));
    assertThat(flat.anomalies()).isEmpty();
    assertThat(flat.score()).containsOnly(0);
    double[] huge = ledger();
    huge[100] = Double.MAX_VALUE;
    huge[101] = -Double.MAX_VALUE;
    DetectionResult result = detect(huge, SETTINGS);
    for (int i = 0; i < huge.length; i++) {
      assertThat(result.score()[i]).isFinite();
      assertThat(result.components().expected()[i]).isFinite();
    }
  }

  @Test
  void stopsInTheMiddleOfAnEpoch() {
    int[] asked = {0};
    assertThatThrownBy(
            () ->
                Detectors.detect(
                    Samples.even(ledger()), SETTINGS, ProgressListener.NONE, () -> ++asked[0] > 4))
        .isInstanceOf(CancellationException.class);
    assertThat(asked[0]).isEqualTo(5);
  }

  private static DetectionResult detect(double[] values, DetectionSettings settings)
      throws DetectionException {
    return Detectors.detect(
        Samples.even(values), settings, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static double[] ledger() {
    Random random = new Random(4);
    double[] values = new double[220];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(3 + random.nextGaussian());
    }
    return values;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
