package io.hybridanomaly.lstm;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** The one PyTorch engine of this process: loading, memory scopes and gradients by thread. */
public final class TorchEngine {

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private TorchEngine() {}

  /** Loads the engine; takes seconds the first time on a machine, nothing when it is there. */
  public static void load() {
    Loaded.ENGINE.getEngineName();
  }

  /** A new scope of native memory; closing it frees all arrays made in it. */
  static NDManager newManager() {
    return Loaded.ENGINE.newBaseManager();
  }

  /**
   * Runs work with gradients on or off, for this thread only. DJL's own gradient collector allows
   * one training in the whole process; the mode itself belongs to the thread, and is on in every
   * new one.
   */
  static <T> T withGradients(boolean on, Supplier<T> work) {
    load();
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(on);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /** Adds the gradients of a scalar loss to those of the weights. */
  static void backward(NDArray loss) {
    try (NDArray one = loss.getManager().ones(loss.getShape())) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  /** Loaded when first touched, once, by whichever thread comes first. */
  private static final class Loaded {
    static final Engine ENGINE = engine();

    /**
     * One thread each: small matrices gain nothing from more, and with busy cores the spinning
     * OpenMP threads slowed a step down up to nine times.
     */
    private static Engine engine() {
      if (System.getProperty(THREADS) == null) {
        System.setProperty(THREADS, "1");
      }
      NativeAllocator.tune();
      return Engine.getEngine("PyTorch");
    }
  }
}
