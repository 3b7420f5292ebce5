package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.TrainedNetwork;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.lstm.TrainingPlan;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * The networks of a group of like series, trained once on windows of many of them, each scaled by
 * itself. With them a series is scored without a training of its own.
 */
public final class SharedModel {

  /** Series of a group that windows are taken of, at most: what a training keeps in memory. */
  public static final int MOST_SERIES = 1024;

  /** Windows of each length that a group is trained on, about, and at most if it has few series. */
  private static final int MOST_WINDOWS = 8192;

  private static final int FORMAT = 1;

  private final TrainedNetwork whole;
  private final TrainedNetwork half;

  private SharedModel(TrainedNetwork whole, TrainedNetwork half) {
    this.whole = whole;
    this.half = half;
  }

  /** Window length in points. */
  public int window() {
    return whole.window();
  }

  /**
   * The window length of a group: the median of those that its series would have by themselves, the
   * lower of two.
   *
   * @param chosen how many series choose each length; at least one
   */
  public static int window(Map<Integer, Long> chosen) {
    long all = chosen.values().stream().mapToLong(Long::longValue).sum();
    long below = 0;
    for (Map.Entry<Integer, Long> each : new TreeMap<>(chosen).entrySet()) {
      below += each.getValue();
      if (2 * below >= all) {
        return each.getKey();
      }
    }
    throw new IllegalArgumentException("no series");
  }

  /**
   * Windows of each length that are taken of each series.
   *
   * @param series how many are sampled, at most {@value #MOST_SERIES}
   */
  public static int windowsOfEach(int series) {
    return MOST_WINDOWS / series;
  }

  /**
   * Trains on windows of several series. The same samples in the same order and the same settings
   * give the same model.
   *
   * @param samples for windows of this length
   * @param window window length in points
   * @throws DetectionException if there is nothing to learn from or the engine does not load, in a
   *     sentence for the user; with a cause if the machine is at fault
   * @throws CancellationException soon after {@code cancellation} says so
   */
  public static SharedModel train(
      List<TrainingSample> samples,
      int window,
      DetectionSettings settings,
      Cancellation cancellation)
      throws DetectionException {
    float[] windows = joined(samples, TrainingSample::windows);
    if (windows.length == 0) {
      throw new DetectionException("All its series are constant: add one whose values change.");
    }
    Detectors.loadEngine();
    TrainingMonitor monitor = cancellation::isCancelled;
    return new SharedModel(
        trained(windows, window, settings, monitor),
        trained(
            joined(samples, TrainingSample::halves),
            DetectorScores.half(window),
            settings,
            monitor));
  }

  private static TrainedNetwork trained(
      float[] windows, int window, DetectionSettings settings, TrainingMonitor monitor) {
    TrainingPlan plan =
        TrainingPlan.ofWindows(
            windows.length / window,
            window,
            settings.epochs().orElse(HybridDetector.DEFAULT_EPOCHS),
            settings.seed());
    try (LstmAutoencoder autoencoder = LstmAutoencoder.trainOnWindows(windows, plan, monitor)) {
      return autoencoder.trained();
    }
  }

  private static float[] joined(
      List<TrainingSample> samples, Function<TrainingSample, float[]> part) {
    float[] all = new float[samples.stream().mapToInt(each -> part.apply(each).length).sum()];
    int at = 0;
    for (TrainingSample sample : samples) {
      float[] windows = part.apply(sample);
      System.arraycopy(windows, 0, all, at, windows.length);
      at += windows.length;
    }
    return all;
  }

  /** The trained networks, whatever the series. */
  Autoencoders autoencoders() {
    return (series, plan, monitor) -> {
      monitor.trained(1);
      return LstmAutoencoder.of(plan.window() == whole.window() ? whole : half);
    };
  }

  /** The model as bytes, for {@link #ofBytes}; some 200 kB. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + size(whole) + size(half));
    bytes.putInt(FORMAT);
    put(whole, bytes);
    put(half, bytes);
    return bytes.array();
  }

  private static int size(TrainedNetwork network) {
    return 3 * Integer.BYTES
        + network.losses().length * Double.BYTES
        + network.weights().length * Float.BYTES;
  }

  private static void put(TrainedNetwork network, ByteBuffer bytes) {
    bytes.putInt(network.window()).putInt(network.losses().length).putInt(network.weights().length);
    for (double loss : network.losses()) {
      bytes.putDouble(loss);
    }
    for (float weight : network.weights()) {
      bytes.putFloat(weight);
    }
  }

  /**
   * A model that was kept.
   *
   * @throws IllegalArgumentException if these are not the bytes of a model
   */
  public static SharedModel ofBytes(byte[] model) {
    ByteBuffer bytes = ByteBuffer.wrap(model);
    try {
      if (bytes.getInt() == FORMAT) {
        return new SharedModel(network(bytes), network(bytes));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the model is cut off", e);
    }
    throw new IllegalArgumentException("no model that this version has written");
  }

  private static TrainedNetwork network(ByteBuffer bytes) {
    int window = bytes.getInt();
    int epochs = bytes.getInt();
    int size = bytes.getInt();
    if (window < 1 || epochs < 0 || size < 0) {
      throw new IllegalArgumentException("no model: it has impossible lengths");
    }
    if ((long) epochs * Double.BYTES + (long) size * Float.BYTES > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    double[] losses = new double[epochs];
    Arrays.setAll(losses, i -> bytes.getDouble());
    float[] weights = new float[size];
    bytes.asFloatBuffer().get(weights);
    bytes.position(bytes.position() + size * Float.BYTES);
    return new TrainedNetwork(window, weights, losses);
  }
}
