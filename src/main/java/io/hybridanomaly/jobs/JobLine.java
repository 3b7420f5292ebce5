package io.hybridanomaly.jobs;

import java.util.List;

/**
 * Who waits and who runs, at one moment.
 *
 * @param queue the jobs that wait, the next one first
 */
record JobLine(List<Open> queue, List<Open> running) {

  /**
   * A job that waits or runs.
   *
   * @param left what it still costs, as {@link ExpectedWait#cost} counts
   */
  record Open(String id, JobState state, double left) {}

  /** How many of so many slots the first ones of the queue are about to get. */
  int free(int slots) {
    return Math.max(0, slots - running.size());
  }

  /** The jobs for which no slot is free. */
  List<String> behind(int slots) {
    return queue.stream().skip(free(slots)).map(Open::id).toList();
  }

  /** The place of a job in the queue, from 1; 0 if it does not wait. */
  int place(String id) {
    return queue.stream().map(Open::id).toList().indexOf(id) + 1;
  }
}
