package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LstmAutoencoderTest {

  private static final int WINDOW = 40;

  /** Trainings must get on between two of them. */
  private static final long BETWEEN_COLLECTIONS = TimeUnit.MILLISECONDS.toNanos(5);

  @Test
  void learnsACleanSineAndStumblesOverADistortion() {
    int epochs = 20;
    float[] clean = sine(2_000);
    float[] distorted = clean.clone();
    for (int i = 1_000; i < 1_040; i++) {
      distorted[i] = -0.3f * distorted[i] + 0.4f;
    }
    int[] starts = IntStream.rangeClosed(0, clean.length - WINDOW).toArray();
    TrainingPlan plan = new TrainingPlan(WINDOW, epochs, 42);
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(clean, plan, new Observer())) {
      double[] losses = autoencoder.losses();
      assertThat(losses).hasSizeBetween(1, epochs);
      // The mean size of the sine's values is 1/π.
      assertThat(losses[losses.length - 1]).isLessThan(0.15 / Math.PI);

      double[] errors = errors(reconstruct(autoencoder, distorted, starts));
      int worst =
          IntStream.range(0, errors.length)
              .reduce((a, b) -> errors[b] > errors[a] ? b : a)
              .getAsInt();
      // Every one of these windows touches the distorted stretch.
      assertThat(worst).isBetween(1_000 - WINDOW + 1, 1_039);
    }
  }

  @Test
  void theSameSeedGivesTheSameNumbersAlsoBesideAnotherTraining() throws Exception {
    float[] series = sine(600);
    float[] alone = residuals(series, 42);
    assertThat(residuals(series, 42)).isEqualTo(alone);
    assertThat(residuals(series, 43)).isNotEqualTo(alone);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<float[]>> both =
          threads.invokeAll(List.of(() -> residuals(series, 42), () -> residuals(series, 42)));
      for (Future<float[]> each : both) {
        assertThat(each.get()).isEqualTo(alone);
      }
    }
  }

  /**
   * What a gradient still needs must not be freed: a collection of garbage between the two passes
   * would let the memory be used anew.
   */
  @Test
  void theSameSeedGivesTheSameNumbersWhileGarbageIsCollected() throws Exception {
    float[] series = sine(200);
    TrainingPlan plan = new TrainingPlan(WINDOW, 1, 42);
    Callable<double[]> training = () -> losses(series, plan);
    double[] alone = losses(series, plan);
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    System.gc();
                    LockSupport.parkNanos(BETWEEN_COLLECTIONS);
                  }
                });
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (Future<double[]> each : threads.invokeAll(Collections.nCopies(30, training))) {
        assertThat(each.get()).isEqualTo(alone);
      }
    } finally {
      done.set(true);
      collector.join();
    }
  }

  private static double[] losses(float[] series, TrainingPlan plan) {
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, new Observer())) {
      return autoencoder.losses();
    }
  }

  @Test
  void reportsEveryEpochAndStopsWhenAsked() {
    Observer observer = new Observer();
    observer.cancelAfterEpoch = 2;
    TrainingPlan plan = new TrainingPlan(WINDOW, 50, 1);
    assertThatThrownBy(() -> LstmAutoencoder.train(sine(500), plan, observer))
        .isInstanceOf(CancellationException.class);
    assertThat(observer.epochs).containsExactly(1, 2);
  }

  @Test
  void endsWhenWhatIsHeldBackIsKnown() {
    Observer observer = new Observer();
    float[] line = new float[500];
    try (LstmAutoencoder autoencoder =
        LstmAutoencoder.train(line, TrainingPlan.of(500, WINDOW, 200, 1), observer)) {
      int epochs = autoencoder.losses().length;
      assertThat(epochs).isLessThan(200);
      assertThat(epochs % TrainingPlan.CYCLE).as("only a whole cycle ends settled").isZero();
      assertThat(observer.epochs)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, epochs).boxed().toList());
      assertThat(observer.trained).isEqualTo(1);
    }
  }

  @Test
  void neverTrainsLongerThanItMay() {
    try (LstmAutoencoder autoencoder =
        LstmAutoencoder.train(sine(500), new TrainingPlan(WINDOW, 7, 1), new Observer())) {
      assertThat(autoencoder.losses()).hasSizeLessThanOrEqualTo(7);
    }
  }

  @Test
  void handlesWindowsThatAreNoMultipleOfThePatch() {
    float[] series = sine(300);
    for (int window : new int[] {8, 16, 17, 33, 50, 100}) {
      int[] starts = {0, 5, series.length - window};
      TrainingPlan plan = new TrainingPlan(window, 1, 1);
      try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, new Observer())) {
        Reconstruction reconstruction = reconstruct(autoencoder, series, starts);
        assertThat(reconstruction.residuals()).hasSize(3 * window).doesNotContain(Float.NaN);
        assertThat(reconstruction.codes()).hasSize(3 * reconstruction.latent());
      }
    }
  }

  @Test
  void chunksDoNotChangeTheResult() {
    float[] series = sine(1_500);
    int[] all = IntStream.rangeClosed(0, series.length - WINDOW).toArray();
    int[] tail = Arrays.copyOfRange(all, 1_000, 1_100);
    TrainingPlan plan = new TrainingPlan(WINDOW, 1, 3);
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, new Observer())) {
      float[] whole = reconstruct(autoencoder, series, all).residuals();
      float[] part = reconstruct(autoencoder, series, tail).residuals();
      for (int i = 0; i < part.length; i++) {
        assertThat(part[i]).isCloseTo(whole[1_000 * WINDOW + i], within(1e-5f));
      }
    }
  }

  @Test
  void whatIsLearnedServesAnotherAutoencoder() {
    float[] series = sine(300);
    int[] starts = {0, 5, 90};
    TrainingPlan plan = new TrainingPlan(33, 2, 1);
    TrainedNetwork trained;
    float[] residuals;
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, new Observer())) {
      trained = autoencoder.trained();
      residuals = reconstruct(autoencoder, series, starts).residuals();
    }
    try (LstmAutoencoder other = LstmAutoencoder.of(trained)) {
      assertThat(reconstruct(other, series, starts).residuals()).isEqualTo(residuals);
      assertThat(other.losses()).isEqualTo(trained.losses());
      assertThat(other.trained().weights()).isEqualTo(trained.weights());
    }
    TrainedNetwork longer = new TrainedNetwork(50, trained.weights(), trained.losses());
    assertThatThrownBy(() -> LstmAutoencoder.of(longer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void windowsOneBehindTheOtherGiveWhatTheirSeriesGives() {
    float[] series = sine(300);
    int windows = series.length - WINDOW + 1;
    float[] apart = new float[windows * WINDOW];
    for (int i = 0; i < windows; i++) {
      System.arraycopy(series, i, apart, i * WINDOW, WINDOW);
    }
    TrainingPlan plan = new TrainingPlan(WINDOW, 2, 1);
    try (LstmAutoencoder whole = LstmAutoencoder.train(series, plan, new Observer());
        LstmAutoencoder cut = LstmAutoencoder.trainOnWindows(apart, plan, new Observer())) {
      assertThat(cut.trained().weights()).isEqualTo(whole.trained().weights());
    }
  }

  private static float[] residuals(float[] series, long seed) {
    int[] starts = IntStream.rangeClosed(0, series.length - WINDOW).toArray();
    TrainingPlan plan = new TrainingPlan(WINDOW, 3, seed);
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, new Observer())) {
      return reconstruct(autoencoder, series, starts).residuals();
    }
  }

  private static Reconstruction reconstruct(
      LstmAutoencoder autoencoder, float[] series, int[] starts) {
    Reconstruction all = autoencoder.emptyReconstruction(starts.length);
    int piece = LstmAutoencoder.windowsAtOnce(all.length());
    for (int from = 0; from < starts.length; from += piece) {
      autoencoder.reconstruct(series, starts, from, Math.min(starts.length, from + piece), all);
    }
    return all;
  }

  private static double[] errors(Reconstruction reconstruction) {
    double[] errors = new double[reconstruction.residuals().length / WINDOW];
    for (int i = 0; i < reconstruction.residuals().length; i++) {
      errors[i / WINDOW] += Math.abs(reconstruction.residuals()[i]) / WINDOW;
    }
    return errors;
  }

  static float[] sine(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (0.5 * Math.sin(2 * Math.PI * i / WINDOW));
    }
    return values;
  }

  static final class Observer implements TrainingMonitor {
    final List<Integer> epochs = new ArrayList<>();
    int cancelAfterEpoch = Integer.MAX_VALUE;
    double trained;
    boolean cancelled;

    @Override
    public void epochDone(int epoch, double loss) {
      epochs.add(epoch);
      cancelled = epoch >= cancelAfterEpoch;
    }

    @Override
    public void trained(double fraction) {
      assertThat(fraction).isBetween(trained, 1.0);
      trained = fraction;
    }

    @Override
    public void scored(double fraction) {
      assertThat(fraction).isBetween(0.0, 1.0);
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
