package io.hybridanomaly.jobs;

import io.github.bucket4j.Bucket;
import io.hybridanomaly.detection.DetectionSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How many detections one visitor, and all visitors of one address together, may start in an hour.
 * What is used up comes back evenly over the hour. Thread-safe.
 */
public final class JobRates {

  private static final Duration PERIOD = Duration.ofHours(1);

  /** From then on those are forgotten who have all they may have: as if they had never come. */
  private static final int MANY = 1_000;

  private final int perVisitor;
  private final int perAddress;
  private final ConcurrentHashMap<String, Bucket> visitors = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Bucket> addresses = new ConcurrentHashMap<>();

  /**
   * @param perVisitor detections of one visitor in an hour
   * @param perAddress detections of all visitors of one address in an hour
   */
  public JobRates(int perVisitor, int perAddress) {
    this.perVisitor = perVisitor;
    this.perAddress = perAddress;
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

  private void take(String visitor, String address) throws QueueFullException {
    Bucket own = bucket(visitors, visitor, perVisitor);
    long wait = own.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    if (wait > 0) {
      throw QueueFullException.ofHour(perVisitor, "one visitor", seconds(wait));
    }
    wait =
        bucket(addresses, address, perAddress)
            .tryConsumeAndReturnRemaining(1)
            .getNanosToWaitForRefill();
    if (wait > 0) {
      own.addTokens(1);
      throw QueueFullException.ofHour(perAddress, "your network address", seconds(wait));
    }
  }

  private static long seconds(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos));
  }

  private static Bucket bucket(ConcurrentHashMap<String, Bucket> all, String of, int capacity) {
    if (all.size() > MANY) {
      all.values().removeIf(bucket -> bucket.getAvailableTokens() >= capacity);
    }
    return all.computeIfAbsent(
        of,
        key ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, PERIOD))
                .build());
  }
}
