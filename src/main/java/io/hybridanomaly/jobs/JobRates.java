package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
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
      public DetectionJob submit(Samples samples, DetectionSettings settings, JobListener listener)
          throws JobRefusedException {
        return counted(visitor, address, () -> jobs.submit(samples, settings, listener));
      }

      @Override
      public Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
        return jobs.find(id, samples, listener);
      }
    };
  }

  /** Starts a detection. */
  public interface Start<T> {

    /**
     * Starts it.
     *
     * @throws JobRefusedException if it is not taken
     */
    T start() throws JobRefusedException;
  }

  /**
   * Counts a detection if it starts: one that is not taken uses nothing up.
   *
   * @throws JobRefusedException if the visitor or the address has used up what it may start, or it
   *     is not taken
   */
  public <T> T counted(String visitor, String address, Start<T> detection)
      throws JobRefusedException {
    take(visitor, address);
    boolean started = false;
    try {
      T begun = detection.start();
      started = true;
      return begun;
    } finally {
      if (!started) {
        visitors.giveBack(visitor);
        addresses.giveBack(address);
      }
    }
  }

  private void take(String visitor, String address) throws JobRefusedException {
    Duration wait = visitors.take(visitor);
    if (wait.isPositive()) {
      throw JobRefusedException.ofHour(perVisitor, "one visitor", seconds(wait));
    }
    wait = addresses.take(address);
    if (wait.isPositive()) {
      visitors.giveBack(visitor);
      throw JobRefusedException.ofHour(perAddress, "your network address", seconds(wait));
    }
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.toSeconds());
  }
}
