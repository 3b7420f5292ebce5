package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights that every training begins with: learned beforehand on synthetic series of many
 * kinds, so that little is left to be learned from the series at hand. They are read once in a
 * process.
 *
 * @param weights of each parameter, in the network's order; the first reads and the last two write
 *     patches of {@link #PATCH} points
 */
record StartWeights(List<float[]> weights) {

  /** Points in a patch of the network that the weights come from. */
  static final int PATCH = 16;

  /** Changes with the network's structure: weights of another are refused. */
  private static final int VERSION = 1;

  private static final String RESOURCE = "start-weights.bin";

  private static volatile @Nullable StartWeights loaded;

  /** Those that come with this version. */
  static StartWeights shipped() {
    StartWeights found = loaded;
    if (found == null) {
      found = read();
      loaded = found;
    }
    return found;
  }

  private static StartWeights read() {
    try (InputStream file = StartWeights.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("the program is incomplete: " + RESOURCE + " is missing");
      }
      return from(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it cannot be read or is of another version
   */
  static StartWeights from(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(file);
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("start weights of version %d, %d expected".formatted(version, VERSION));
    }
    List<float[]> weights = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      float[] numbers = new float[in.readInt()];
      byte[] bytes = in.readNBytes(numbers.length * Float.BYTES);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
      weights.add(numbers);
    }
    return new StartWeights(weights);
  }

  /** The weights of a trained network for patches of {@link #PATCH} points. */
  static StartWeights of(PatchNetwork network) {
    return new StartWeights(
        network.getParameters().values().stream()
            .map(parameter -> parameter.getArray().toFloatArray())
            .toList());
  }

  /** Writes version, number of parameters, and of each its size and numbers, highest byte first. */
  void write(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(VERSION);
    out.writeInt(weights.size());
    for (float[] numbers : weights) {
      out.writeInt(numbers.length);
      for (float number : numbers) {
        out.writeFloat(number);
      }
    }
    out.flush();
  }

  /**
   * Gives them to a network.
   *
   * @param network initialised, for patches of any length
   */
  void giveTo(PatchNetwork network, int patch) {
    int i = 0;
    int last = weights.size() - 1;
    for (Parameter parameter : network.getParameters().values()) {
      float[] numbers = weights.get(i);
      if (i == 0) {
        numbers = PatchScale.reading(numbers, PATCH, patch);
      } else if (i >= last - 1) {
        numbers = PatchScale.writing(numbers, PATCH, patch);
      }
      fill(parameter.getArray(), numbers);
      i++;
    }
  }

  /** By arithmetic: {@code NDArray.set} makes the engine print a warning to standard error. */
  private static void fill(NDArray array, float[] numbers) {
    TorchEngine.withGradients(
        false,
        () -> {
          try (NDArray wanted = array.getManager().create(numbers, array.getShape())) {
            array.muli(0);
            return array.addi(wanted);
          }
        });
  }
}
