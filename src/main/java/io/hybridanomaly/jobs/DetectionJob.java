package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;

/** A submitted detection, as somebody sees it who waits for it. */
public interface DetectionJob {

  /** By what it is found again, also after a restart; no two jobs have the same. */
  String id();

  /** What it was submitted with. */
  DetectionSettings settings();

  /**
   * Ends the job: a waiting one at once, a running one before its next mini-batch, or within a
   * second if it runs on another machine. Calling it again, or after the end, does nothing.
   */
  void cancel();

  /** The one who waits goes; that ends the job unless somebody else of this node waits for it. */
  void leave();
}
