package io.hybridanomaly.jobs;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long those in the queue still wait, by how long the last detections took: all slots are busy
 * as long as somebody waits, and what runs there is half done on average.
 */
final class ExpectedWait {

  private static final double HALF_DONE = 0.5;

  private ExpectedWait() {}

  /**
   * The seconds until a slot is free.
   *
   * @param place in the queue, from 1
   * @param running detections that run now
   * @param recent the seconds by stage of detections that have ended
   * @return empty if none has
   */
  static OptionalDouble seconds(int place, int running, List<Map<String, Double>> recent) {
    OptionalDouble mean =
        recent.stream()
            .mapToDouble(stages -> stages.values().stream().mapToDouble(Double::doubleValue).sum())
            .average();
    return mean.isPresent()
        ? OptionalDouble.of(mean.getAsDouble() * (place - HALF_DONE) / Math.max(1, running))
        : mean;
  }
}
