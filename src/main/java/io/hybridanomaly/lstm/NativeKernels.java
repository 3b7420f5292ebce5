package io.hybridanomaly.lstm;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the engine to the kernels that compute an LSTM to single precision, and to few of them. On
 * processors with AVX-512 oneDNN, the library below PyTorch, takes others for scoring, whose
 * results are off by up to two thousandths: the same series would get other scores on another
 * machine. With AVX2 the forward pass agrees with its written-out equations to 1e-5.
 *
 * <p>oneDNN compiles kernels for each number of windows that are scored at once, and keeps those of
 * the last 1024: some 150 MB after a few hundred series of different lengths. Making them again
 * costs less than can be measured.
 *
 * <p>oneDNN reads its limits from the environment when it is loaded, and a Java process cannot
 * change its own environment, so the C library is called.
 */
final class NativeKernels {

  private static final Logger LOG = LoggerFactory.getLogger(NativeKernels.class);

  private static final String LIMIT = "ONEDNN_MAX_CPU_ISA";
  private static final String EXACT = "AVX2";

  private static final String KEPT = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";

  /** Enough for all of two detections at once. */
  private static final String FEW = "128";

  private NativeKernels() {}

  /** Sets the limits unless the operator has; before the engine is loaded. */
  static void limit() {
    set(LIMIT, EXACT);
    set(KEPT, FEW);
  }

  private static void set(String name, String value) {
    if (System.getenv(name) != null || Platform.isWindows()) {
      return;
    }
    try {
      Function setenv = NativeLibrary.getInstance("c").getFunction("setenv");
      if (setenv.invokeInt(new Object[] {name, value, 0}) != 0) {
        LOG.debug("The C library refused to set {}", name);
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("{} stays as it is", name, e);
    }
  }
}
