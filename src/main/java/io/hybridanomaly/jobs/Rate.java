package io.hybridanomaly.jobs;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each of many may do something in a period; what is used up comes back evenly over it.
 * Thread-safe.
 */
public final class Rate {

  /** From then on those are forgotten who have all they may have: as if they had never come. */
  private static final int MANY = 1_000;

  private final int capacity;
  private final Duration period;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param capacity times in a period, at least 1
   */
  public Rate(int capacity, Duration period) {
    this.capacity = capacity;
    this.period = period;
  }

  /**
   * Takes one, if there is one left.
   *
   * @param key tells those apart who may
   * @return zero if it was taken, else how long it takes until there is one
   */
  public Duration take(String key) {
    return Duration.ofNanos(of(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /** Gives back one that was not used after all. */
  public void giveBack(String key) {
    of(key).addTokens(1);
  }

  private Bucket of(String key) {
    if (buckets.size() > MANY) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= capacity);
    }
    return buckets.computeIfAbsent(
        key,
        added ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build());
  }
}
