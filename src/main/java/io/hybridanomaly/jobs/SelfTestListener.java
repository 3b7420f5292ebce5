package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Progress;
import java.util.List;

/** Hears what happens to a self-test, on whatever thread it happens; must return quickly. */
public interface SelfTestListener {

  /** A copy waits for a slot, at this place in the queue, from 1. */
  void onQueued(int copy, int position);

  /** A copy is being judged; copies count from 0. */
  void onProgress(int copy, Progress progress);

  /** All copies are judged. */
  void onDone(List<DetectionResult> results);

  /** It was cancelled. */
  void onCancelled();

  /**
   * It failed.
   *
   * @param message one plain sentence for the visitor
   */
  void onFailed(String message);
}
