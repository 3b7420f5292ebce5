package io.hybridanomaly.detection;

/**
 * Hears what a detection has found before its networks have learned anything, on the thread that
 * runs it. The final result does not depend on it.
 */
public interface PreliminaryListener {

  /** Wants nothing. */
  PreliminaryListener NONE =
      new PreliminaryListener() {
        @Override
        public boolean wants(double secondsLeft) {
          return false;
        }

        @Override
        public void onPreliminary(DetectionResult result) {
          // Is never called.
        }
      };

  /**
   * Whether a preliminary result is of use; without that none is put together.
   *
   * @param secondsLeft until the final one, as far as that can be told already
   */
  boolean wants(double secondsLeft);

  /** Must return quickly: the detection waits for it. */
  void onPreliminary(DetectionResult result);
}
