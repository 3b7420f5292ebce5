package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.jobs.JobLine.Open;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long those in the queue still wait: each slot takes the next job of the queue when it is
 * free. What a job costs beside others follows from its series and settings; how long that takes
 * here, from the last detections that ended.
 */
final class ExpectedWait {

  /** Longer series are scored at a stride, so that they cost little more. */
  private static final int MOST_POINTS = 250_000;

  /** Points that cost as much as an epoch of training. */
  private static final double POINTS_PER_EPOCH = 2_500;

  /** The same in the original formula, which trains on every window. */
  private static final double POINTS_PER_EPOCH_ORIGINAL = 250;

  private ExpectedWait() {}

  /**
   * A detection that has ended.
   *
   * @param cost as {@link #cost} gives it
   * @param seconds that it took
   */
  record Ended(double cost, double seconds) {}

  /**
   * What a detection costs beside others, about the cost of an epoch of training the default
   * detector's networks.
   *
   * @param points of the series
   */
  static double cost(int points, DetectionSettings settings) {
    int epochs = settings.epochs().orElse(settings.detector().defaultEpochs());
    return switch (settings.detector()) {
      case DetectorKind.Hybrid ignored -> epochs + Math.min(points, MOST_POINTS) / POINTS_PER_EPOCH;
      case DetectorKind.Original ignored -> epochs * points / POINTS_PER_EPOCH_ORIGINAL;
    };
  }

  /**
   * The seconds until a job of the queue gets a slot.
   *
   * @param id of the job
   * @param line who waits and who runs
   * @param slots detections at once on this node; others are seen by what runs on them
   * @param recent detections that have ended
   * @return empty if none has, or the job does not wait
   */
  static OptionalDouble seconds(String id, JobLine line, int slots, List<Ended> recent) {
    double cost = recent.stream().mapToDouble(Ended::cost).sum();
    if (cost == 0) {
      return OptionalDouble.empty();
    }
    double secondsPerCost = recent.stream().mapToDouble(Ended::seconds).sum() / cost;
    double[] free = new double[Math.max(1, Math.max(slots, line.running().size()))];
    for (int i = 0; i < line.running().size(); i++) {
      free[i] = line.running().get(i).left();
    }
    for (Open job : line.queue()) {
      Arrays.sort(free);
      if (job.id().equals(id)) {
        return OptionalDouble.of(free[0] * secondsPerCost);
      }
      free[0] += job.left();
    }
    return OptionalDouble.empty();
  }
}
