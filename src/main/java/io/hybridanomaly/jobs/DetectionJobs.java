package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;

/** The detections of one visitor, wherever they run. */
@FunctionalInterface
public interface DetectionJobs {

  /**
   * Starts a detection, or puts it in line.
   *
   * @param values finite numbers in time order
   * @param listener hears everything that happens, also before this method returns
   * @throws QueueFullException if too many wait already, or too many of this visitor
   */
  DetectionJob submit(double[] values, DetectionSettings settings, JobListener listener)
      throws QueueFullException;
}
