package io.hybridanomaly.lstm;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the engine to the kernels that compute an LSTM to single precision. On processors with
 * AVX-512 oneDNN, the library below PyTorch, takes others for scoring, whose results are off by up
 * to two thousandths: the same series would get other scores on another machine. With AVX2 the
 * forward pass agrees with its written-out equations to 1e-5.
 *
 * <p>oneDNN reads its limit from the environment when it is loaded, and a Java process cannot
 * change its own environment, so the C library is called.
 */
final class NativeKernels {

  private static final Logger LOG = LoggerFactory.getLogger(NativeKernels.class);

  private static final String LIMIT = "ONEDNN_MAX_CPU_ISA";
  private static final String EXACT = "AVX2";

  private NativeKernels() {}

  /** Sets the limit unless the operator has; before the engine is loaded. */
  static void limit() {
    if (System.getenv(LIMIT) != null || Platform.isWindows()) {
      return;
    }
    try {
      Function setenv = NativeLibrary.getInstance("c").getFunction("setenv");
      if (setenv.invokeInt(new Object[] {LIMIT, EXACT, 0}) != 0) {
        LOG.debug("The C library refused to set {}", LIMIT);
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("{} stays as it is", LIMIT, e);
    }
  }
}
