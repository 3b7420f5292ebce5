package io.hybridanomaly.lstm;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one PyTorch engine of this process: loading, memory scopes and gradients by thread. */
public final class TorchEngine {

  private static final Logger LOG = LoggerFactory.getLogger(TorchEngine.class);

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private static volatile @Nullable Engine engine;

  private TorchEngine() {}

  /**
   * Loads the engine; takes seconds the first time on a machine, nothing when it is there. What
   * failed once is tried again with the next call: a full disk may have been cleared.
   *
   * @throws EngineUnavailableException if it cannot be loaded, in a sentence for the user
   */
  public static void load() {
    engine();
  }

  /**
   * Loads the engine on a thread of its own. If that fails, whoever needs the engine tries again.
   *
   * @return waits for the end of it
   */
  public static Runnable beginLoading() {
    return CompletableFuture.runAsync(
                TorchEngine::load,
                task -> Thread.ofPlatform().name("engine").daemon(true).start(task))
            .exceptionally(
                e -> {
                  LOG.debug("The engine did not load ahead of its use", e);
                  return null;
                })
        ::join;
  }

  /** A new scope of native memory; closing it frees all arrays made in it. */
  static NDManager newManager() {
    return engine().newBaseManager();
  }

  /**
   * Runs work with gradients on or off, for this thread only. DJL's own gradient collector allows
   * one training in the whole process; the mode itself belongs to the thread, and is on in every
   * new one.
   */
  static <T> T withGradients(boolean on, Supplier<T> work) {
    load();
    // The number of threads belongs to the thread too. In a new one matrix products are split over
    // all cores, which rounds differently, so that the same seed would give other scores.
    JniUtils.setNumThreads(Integer.getInteger(THREADS, 1));
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

  /**
   * The engine, loaded by whichever thread comes first. One thread each: small matrices gain
   * nothing from more, and with busy cores the spinning OpenMP threads slowed a step down up to
   * nine times.
   */
  private static Engine engine() {
    Engine found = engine;
    if (found != null) {
      return found;
    }
    synchronized (TorchEngine.class) {
      if (System.getProperty(THREADS) == null) {
        System.setProperty(THREADS, "1");
      }
      NativeAllocator.tune();
      NativeKernels.limit();
      try {
        found = Engine.getEngine("PyTorch");
      } catch (RuntimeException | LinkageError e) {
        throw new EngineUnavailableException(e);
      }
      engine = found;
      return found;
    }
  }
}
