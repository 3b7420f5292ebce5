package io.hybridanomaly.lstm;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the C library's memory allocator. A training makes and drops hundreds of native
 * buffers a step; by default glibc gives their pages back to the kernel and asks for them again at
 * every one, and keeps a heap of its own for each thread.
 */
final class NativeAllocator {

  private static final Logger LOG = LoggerFactory.getLogger(NativeAllocator.class);

  /** Names of glibc's {@code malloc.h}. */
  private static final int M_TRIM_THRESHOLD = -1;

  private static final int M_MMAP_THRESHOLD = -3;
  private static final int M_ARENA_MAX = -8;

  private static final int MIB = 1 << 20;

  /** Free memory at the top of the heap that is kept rather than given back, in MiB. */
  private static final int TRIM_MIB = 256;

  /** Buffers below this size come from the heap, in MiB. */
  private static final int MMAP_MIB = 64;

  private static final int ARENAS = 2;

  private NativeAllocator() {}

  /** Tunes glibc; does nothing on systems with another C library. */
  static void tune() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
      set(mallopt, M_TRIM_THRESHOLD, TRIM_MIB * MIB);
      set(mallopt, M_MMAP_THRESHOLD, MMAP_MIB * MIB);
      set(mallopt, M_ARENA_MAX, ARENAS);
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("This system's allocator is not glibc's and stays as it is", e);
    }
  }

  private static void set(Function mallopt, int option, int value) {
    if (mallopt.invokeInt(new Object[] {option, value}) == 0) {
      LOG.debug("The allocator refused option {} with value {}", option, value);
    }
  }
}
