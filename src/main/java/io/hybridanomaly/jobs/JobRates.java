package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How many detections one visitor, and all visitors of one address together, may start in an hour.
 * What is used up comes back evenly over the hour. Thread-safe.
 */
public final class JobRates {

  private static final Duration PERIOD = Duration.ofHours(1);

  private final int perVisitor;
  private final int perAddress;
  private final Rate visitors;
  private final Rate addresses;

  /**
   * @param perVisitor detections of one visitor in an hour
   * @param perAddress detections of all visitors of one address in an hour
   */
  public JobRates(int perVisitor, int perAddress) {
    this.perVisitor = perVisitor;
    this.perAddress = perAddress;
    visitors = new Rate(perVisitor, PERIOD);
    addresses = new Rate(perAddress, PERIOD);
  }

  /**
   * The jobs of a visitor, with these rates.
   *
   * @param visitor tells visitors apart
   * @param address from which the visitor comes
   */
  public DetectionJobs of(DetectionJobs jobs, String visitor, String address) {
    return new DetectionJobs() {
      @Override
      public DetectionJob submit(double[] values, DetectionSettings settings, JobListener listener)
          throws QueueFullException {
        take(visitor, address);
        return jobs.submit(values, settings, listener);
      }

      @Override
      public Optional<DetectionJob> find(String id, double[] values, JobListener listener) {
        return jobs.find(id, values, listener);
      }
    };
  }

  /**
   * Counts a detection.
   *
   * @throws QueueFullException if the visitor or the address has used up what it may start
   */
  public void take(String visitor, String address) throws QueueFullException {
    Duration wait = visitors.take(visitor);
    if (wait.isPositive()) {
      throw QueueFullException.ofHour(perVisitor, "one visitor", seconds(wait));
    }
    wait = addresses.take(address);
    if (wait.isPositive()) {
      visitors.giveBack(visitor);
      throw QueueFullException.ofHour(perAddress, "your network address", seconds(wait));
    }
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.toSeconds());
  }
}
