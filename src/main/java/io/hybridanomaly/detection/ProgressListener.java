package io.hybridanomaly.detection;

/**
 * Hears what a running detection is doing: one thing at a time, on any thread of the detection, the
 * helpers included.
 */
@FunctionalInterface
public interface ProgressListener {

  /** Listens to nothing. */
  ProgressListener NONE = progress -> {};

  /** Must return quickly: the detection waits for it. */
  void onProgress(Progress progress);

  /** Who hears what is found before the networks have learned; unless overridden, nobody. */
  default PreliminaryListener preliminary() {
    return PreliminaryListener.NONE;
  }
}
