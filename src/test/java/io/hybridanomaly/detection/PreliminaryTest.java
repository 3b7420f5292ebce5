package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What is told before the networks have learned. */
class PreliminaryTest {

  private static final DetectionSettings QUICK = DetectionSettings.defaults().withEpochs(2);

  /** Any use of an autoencoder is an error. */
  private static final Autoencoders NONE =
      (series, plan, monitor) -> {
        throw new IllegalStateException("no autoencoder is wanted");
      };

  private static final class Heard implements ProgressListener, PreliminaryListener {
    private final List<DetectionResult> results = new ArrayList<>();
    private final List<Progress> steps = new ArrayList<>();
    private boolean wanted = true;
    private double secondsLeft = Double.NaN;

    @Override
    public void onProgress(Progress progress) {
      steps.add(progress);
    }

    @Override
    public PreliminaryListener preliminary() {
      return this;
    }

    @Override
    public boolean wants(double left) {
      secondsLeft = left;
      return wanted;
    }

    @Override
    public void onPreliminary(DetectionResult result) {
      assertThat(steps).noneMatch(Progress.Training.class::isInstance);
      results.add(result);
    }
  }

  private final Heard heard = new Heard();

  @Test
  void theFinalResultIsTheSameToTheLastBitWhoeverListens() throws Exception {
    double[] values = broken();
    DetectionResult alone =
        Detectors.detect(Samples.even(values), QUICK, ProgressListener.NONE, Cancellation.NEVER);
    DetectionResult listened =
        Detectors.detect(Samples.even(values), QUICK, heard, Cancellation.NEVER);
    assertThat(listened).usingRecursiveComparison().isEqualTo(alone);
    assertThat(heard.results).hasSize(1);
    assertThat(heard.secondsLeft).isPositive();
  }

  @Test
  void itNeedsNoNetworkAndFindsWhatStandsOut() throws Exception {
    double[] values = broken();
    Detectors.detect(Samples.even(values), QUICK, heard, Cancellation.NEVER);
    Heard twin = new Heard();
    DetectionMonitor watch = DetectionMonitor.of(twin, Cancellation.NEVER);
    assertThatThrownBy(() -> new HybridDetector(NONE).detect(Samples.even(values), QUICK, watch))
        .hasMessage("no autoencoder is wanted");
    assertThat(twin.results)
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(heard.results.getFirst());
    assertThat(twin.results.getFirst().components().epochs()).isZero();
    assertThat(twin.results.getFirst().components().lossPerEpoch()).isEmpty();
    assertThat(twin.results.getFirst().anomalies())
        .singleElement()
        .satisfies(anomaly -> assertThat(anomaly.peak()).isBetween(1_180, 1_260));
  }

  @Test
  void whoDoesNotWantItDoesNotGetIt() throws Exception {
    heard.wanted = false;
    Detectors.detect(Samples.even(broken()), QUICK, heard, Cancellation.NEVER);
    assertThat(heard.results).isEmpty();
  }

  @Test
  void theOriginalFormulaHasNone() throws Exception {
    DetectionSettings original =
        QUICK.withDetector(new DetectorKind.Original()).withEpochs(1).withWindow(8);
    Detectors.detect(
        Samples.even(Arrays.copyOf(broken(), 64)), original, heard, Cancellation.NEVER);
    assertThat(heard.results).isEmpty();
  }

  @Test
  void aSeriesThatNeverChangesHasNothingInIt() throws Exception {
    Detectors.detect(Samples.even(new double[400]), QUICK, heard, Cancellation.NEVER);
    assertThat(heard.results.getFirst().anomalies()).isEmpty();
  }

  @Test
  void whoCancelsThenHasNoTraining() {
    assertThatThrownBy(
            () ->
                Detectors.detect(
                    Samples.even(broken()), QUICK, heard, () -> !heard.results.isEmpty()))
        .isInstanceOf(CancellationException.class);
    assertThat(heard.steps)
        .noneMatch(step -> step instanceof Progress.Training training && training.epoch() > 0);
  }

  private static double[] broken() {
    Random random = new Random(6);
    double[] values = new double[2_000];
    Arrays.setAll(
        values, i -> 10 + 2 * Math.sin(2 * Math.PI * i / 40) + 0.2 * random.nextGaussian());
    Arrays.fill(values, 1_200, 1_250, 10.5);
    return values;
  }
}
