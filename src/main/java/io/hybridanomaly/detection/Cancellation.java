package io.hybridanomaly.detection;

/** Asked again and again by a running detection, which stops soon after the answer is yes. */
@FunctionalInterface
public interface Cancellation {

  /** Never stops. */
  Cancellation NEVER = () -> false;

  /**
   * Whether the detection shall stop. Called on any thread of the detection, on several at once;
   * must be thread-safe.
   */
  boolean isCancelled();
}
