package io.hybridanomaly.jobs;

import java.util.function.BooleanSupplier;

/**
 * Memory that the detections of this node share, so that no visitor's series ends the process. A
 * detection that fits beside none is refused, one that does not fit beside those that run waits for
 * them.
 */
final class MemoryBudget {

  /**
   * Of the Java heap for each point, missing ones included: 386 MB were alive at most in a
   * detection over a million points, its series included.
   */
  private static final long BYTES_PER_POINT = 400;

  private static final long BYTES_PER_DETECTION = 16L << 20;

  private static final double MEGABYTE = 1e6;

  /** How soon somebody who waits sees that it is not wanted any more. */
  private static final long LOOK_MILLIS = 200;

  private final long bytes;
  private long taken;

  /**
   * @param bytes for all detections of this node
   */
  MemoryBudget(long bytes) {
    this.bytes = bytes;
  }

  private static long need(int points) {
    return BYTES_PER_DETECTION + BYTES_PER_POINT * points;
  }

  /** Whether a detection over so many points can run at all. */
  boolean holds(int points) {
    return need(points) <= bytes;
  }

  /** What a visitor is told whose detection cannot. */
  String sentence(int points) {
    long most = Math.max(0, (bytes - BYTES_PER_DETECTION) / BYTES_PER_POINT);
    return "A detection over %,d points takes about %,.0f MB of memory, and this server has %,.0f MB for"
            .formatted(points, need(points) / MEGABYTE, bytes / MEGABYTE)
        + " its detections: choose a stretch of at most %,d points, or longer steps between them."
            .formatted(most);
  }

  /**
   * Waits until a detection fits beside those that run, and takes its memory.
   *
   * @param unwanted ends the waiting
   * @return whether it was taken; {@link #give} gives it back
   */
  synchronized boolean take(int points, BooleanSupplier unwanted) {
    while (taken + need(points) > bytes) {
      if (unwanted.getAsBoolean()) {
        return false;
      }
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    taken += need(points);
    return true;
  }

  /** Gives the memory of a detection back that has ended. */
  synchronized void give(int points) {
    taken -= need(points);
    notifyAll();
  }
}
