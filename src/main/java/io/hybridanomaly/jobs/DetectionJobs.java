package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import java.util.Optional;

/** The detections of one visitor, wherever they run. */
public interface DetectionJobs {

  /**
   * Starts a detection, or puts it in line.
   *
   * @param samples finite numbers in time order
   * @param listener hears everything that happens, also before this method returns
   * @throws JobRefusedException if too many wait already, or too many of this visitor
   */
  DetectionJob submit(Samples samples, DetectionSettings settings, JobListener listener)
      throws JobRefusedException;

  /**
   * Waits for a detection that was submitted before, maybe to another process.
   *
   * @param id of the job
   * @param samples that were submitted
   * @param listener hears what happens from now on; the end also if the job has ended
   * @return empty if there is no such job any more
   */
  Optional<DetectionJob> find(String id, Samples samples, JobListener listener);
}
