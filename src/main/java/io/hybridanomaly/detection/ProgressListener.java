package io.hybridanomaly.detection;

/** Hears what a running detection is doing, on the thread that runs it. */
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
