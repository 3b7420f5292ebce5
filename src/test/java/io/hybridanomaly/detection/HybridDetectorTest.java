package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridDetectorTest {

  private static final DetectionSettings DEFAULTS = DetectionSettings.defaults();
  private static final DetectionSettings QUICK = DEFAULTS.withEpochs(3);

  @Test
  void findsADistortedStretchAndNothingElse() throws Exception {
    double[] values = sine(2_000, 0.05);
    for (int i = 1_200; i < 1_240; i++) {
      values[i] = 10 + 0.3 * (values[i] - 10);
    }
    List<Progress> heard = new ArrayList<>();
    DetectionResult result =
        Detectors.detect(Samples.even(values), DEFAULTS, heard::add, Cancellation.NEVER);
    assertThat(result.components().window()).isEqualTo(40);
    assertThat(result.anomalies()).hasSize(1);
    Anomaly anomaly = result.anomalies().getFirst();
    assertThat(anomaly.segment().from()).isLessThan(1_240);
    assertThat(anomaly.segment().to()).isGreaterThan(1_200);
    assertThat(anomaly.reconstructionShare()).isEqualTo(1);
    // Away from the stretch the expected values follow the season.
    for (int i = 200; i < 1_000; i++) {
      assertThat(Math.abs(result.components().expected()[i] - values[i])).isLessThan(0.5);
    }
  }

  @Test
  void findsARhythmThatStopsThoughAFlatLineIsReconstructedWell() throws Exception {
    double[] values = sine(2_000, 0.2);
    Arrays.fill(values, 1_200, 1_250, 10.5);
    List<Anomaly> anomalies = detect(values, DEFAULTS).anomalies();
    assertThat(anomalies).hasSize(1);
    assertThat(anomalies.getFirst().segment().from()).isBetween(1_195, 1_250);
    assertThat(anomalies.getFirst().segment().to()).isBetween(1_200, 1_255);
  }

  @Test
  void tellsTheProgressOfBothTrainingsAndOfScoring() throws Exception {
    List<Progress> heard = new ArrayList<>();
    Detectors.detect(Samples.even(sine(1_000, 0.05)), QUICK, heard::add, Cancellation.NEVER);
    assertThat(heard.get(0)).isInstanceOf(Progress.LoadingEngine.class);
    assertThat(heard.get(1)).isInstanceOf(Progress.Preparing.class);
    assertThat(heard).isSortedAccordingTo(Comparator.comparingDouble(Progress::done));
    assertThat(heard.getLast().done()).isBetween(0.9, 1.0);
    for (int network = 1; network <= 2; network++) {
      int number = network;
      assertThat(
              heard.stream()
                  .filter(Progress.Training.class::isInstance)
                  .map(Progress.Training.class::cast)
                  .filter(step -> step.network() == number)
                  .map(Progress.Training::epoch)
                  .distinct())
          .containsExactly(0, 1, 2, 3);
    }
    assertThat(heard).hasSizeLessThan(600);
  }

  @ParameterizedTest
  @MethodSource("oddSeries")
  void everySeriesHasFiniteScoresAndExpectations(String name, double[] values) throws Exception {
    DetectionResult result = detect(values, DEFAULTS.withEpochs(1));
    assertThat(result.score()).as(name).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(result.score()[i]).as(name).isFinite();
      assertThat(result.components().expected()[i]).as(name).isFinite();
      assertThat(result.components().reconstruction()[i]).as(name).isFinite();
      assertThat(result.components().benford()[i]).as(name).isFinite();
    }
    assertThat(result.threshold()).as(name).isFinite();
    for (Anomaly anomaly : result.anomalies()) {
      assertThat(anomaly.severity()).as(name).isBetween(0.0, 100.0);
    }
  }

  static Stream<Object[]> oddSeries() {
    Random random = new Random(3);
    double[] counts =
        random.doubles(400).map(x -> x < 0.9 ? 0 : Math.ceil(40 * (x - 0.9))).toArray();
    double[] spikes = sine(400, 0.05);
    spikes[100] = 1e300;
    spikes[250] = -1e300;
    double[] extremes = random.doubles(300).map(x -> x < 0.5 ? 1 : Double.MAX_VALUE).toArray();
    double[] line = new double[300];
    Arrays.setAll(line, i -> 3.0 * i);
    double[] step = new double[300];
    Arrays.fill(step, 150, 300, 8);
    double[] negative = random.doubles(300, -9, -2).toArray();
    double[] monotone = new double[300];
    Arrays.setAll(monotone, i -> Math.exp(i / 20.0));
    double[] nearlyConstant = random.doubles(400, 7, 7 + 1e-12).toArray();
    double[] exceptions = random.doubles(400).map(x -> x < 0.97 ? 5 : 6).toArray();
    double[] walk = new double[400];
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + random.nextGaussian();
    }
    double[] seasons = new double[600];
    Arrays.setAll(seasons, i -> Math.sin(i / 4.0) + Math.sin(i / 27.0) + i / 200.0);
    double[] spike = new double[60];
    spike[30] = 1e300;
    return Stream.of(
        new Object[] {"counts", counts},
        new Object[] {"spikes", spikes},
        new Object[] {"extremes", extremes},
        new Object[] {"line", line},
        new Object[] {"step", step},
        new Object[] {"negative", negative},
        new Object[] {"monotone", monotone},
        new Object[] {"nearly constant", nearlyConstant},
        new Object[] {"constant but for exceptions", exceptions},
        new Object[] {"random walk", walk},
        new Object[] {"two seasons and a trend", seasons},
        new Object[] {"60 points and a spike", spike},
        new Object[] {"60 values", random.doubles(60).toArray()},
        new Object[] {"32 values", random.doubles(32).toArray()},
        new Object[] {"33 values", random.doubles(33).toArray()},
        new Object[] {"64 values", sine(64, 0)},
        new Object[] {"zeros", new double[50]});
  }

  @Test
  void constantsAndCleanSinesRaiseNoAlarm() throws Exception {
    double[] constant = new double[500];
    Arrays.fill(constant, 3.25);
    DetectionResult flat = detect(constant, QUICK);
    assertThat(flat.withSensitivity(10).anomalies()).isEmpty();
    // Every point is as rare as every other, and no rarity of 4 comes of that.
    assertThat(flat.score()).containsOnly(flat.score()[0]);
    assertThat(flat.score()[0]).isLessThan(flat.threshold());
    assertThat(flat.components().expected()).containsOnly(3.25);
    assertThat(detect(sine(1_000, 0), QUICK).anomalies()).isEmpty();
    assertThat(detect(sine(1_000, 0.1), DEFAULTS).anomalies()).isEmpty();
    assertThat(detect(new Random(1).doubles(1_000).toArray(), QUICK).anomalies()).isEmpty();
  }

  @Test
  void aSingleValueThatDiffersFromAConstantIsAllThatIsFlagged() throws Exception {
    double[] values = new double[200];
    Arrays.fill(values, 7);
    values[140] = 9;
    assertThat(detect(values, QUICK).anomalies())
        .singleElement()
        .extracting(Anomaly::segment)
        .isEqualTo(new Segment(140, 141));
  }

  @Test
  void aSingleSpikeInAConstantIsFound() throws Exception {
    double[] values = new double[500];
    values[300] = 1e300;
    List<Anomaly> anomalies = detect(values, QUICK).anomalies();
    assertThat(anomalies).hasSize(1);
    assertThat(anomalies.getFirst().segment().from()).isLessThanOrEqualTo(300);
    assertThat(anomalies.getFirst().segment().to()).isGreaterThan(300);
  }

  @Test
  void theSameSeedGivesTheSameScoresAlsoAtTheSameTime() throws Exception {
    double[] values = sine(500, 0.2);
    double[] alone = detect(values, QUICK).score();
    assertThat(detect(values, QUICK).score()).isEqualTo(alone);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<double[]>> both =
          threads.invokeAll(List.of(() -> score(values), () -> score(values)));
      for (Future<double[]> each : both) {
        assertThat(each.get()).isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void stopsAtTheNextQuestionAfterACancel(int question) {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Detectors.detect(
                    Samples.even(sine(600, 0.1)),
                    QUICK,
                    ProgressListener.NONE,
                    () -> asked.incrementAndGet() >= question))
        .isInstanceOf(CancellationException.class);
    // A helper on each other core may ask once more.
    assertThat(asked.get())
        .isBetween(question, question + Runtime.getRuntime().availableProcessors() - 1);
  }

  @Test
  void refusesTooShortSeriesAndTooLongWindows() {
    assertThatThrownBy(() -> detect(new double[31], DEFAULTS))
        .isInstanceOf(DetectionException.class)
        .hasMessage(
            "The series has only 31 values, too few to tell normal from abnormal: give at least"
                + " 32.");
    assertThatThrownBy(() -> detect(sine(100, 0), DEFAULTS.withWindow(51)))
        .isInstanceOf(DetectionException.class)
        .hasMessage(
            "A window of 51 points does not fit twice into 100 values: choose at most 50, or"
                + " auto.");
  }

  @Test
  void takesTheWindowAndEpochsChosen() throws Exception {
    DetectionResult result = detect(sine(100, 0.1), DEFAULTS.withWindow(50).withEpochs(2));
    assertThat(result.components().window()).isEqualTo(50);
    assertThat(result.components().epochs()).isEqualTo(2);
    assertThat(result.components().lossPerEpoch()).hasSize(2);
    assertThat(Detectors.autoWindow(Samples.even(sine(2_000, 0)))).isEqualTo(40);
  }

  private static DetectionResult detect(double[] values, DetectionSettings settings)
      throws DetectionException {
    return Detectors.detect(
        Samples.even(values), settings, ProgressListener.NONE, Cancellation.NEVER);
  }

  private static double[] score(double[] values) throws DetectionException {
    return Detectors.detect(Samples.even(values), QUICK, ProgressListener.NONE, Cancellation.NEVER)
        .score();
  }

  private static double[] sine(int n, double noise) {
    Random random = new Random(6);
    double[] values = new double[n];
    Arrays.setAll(
        values, i -> 10 + 2 * Math.sin(2 * Math.PI * i / 40) + noise * random.nextGaussian());
    return values;
  }
}
