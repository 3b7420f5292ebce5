package io.hybridanomaly.jobs;

import java.time.Duration;

/**
 * How a node takes part.
 *
 * @param node its name, another one for each process
 * @param slots detections at once on this node; 0: it only submits
 * @param maxWaiting detections that may wait, of all visitors
 * @param perVisitor detections that one visitor may have waiting or running
 * @param memory of the Java heap for the detections of this node together, in bytes
 * @param runTime how long one may run
 * @param heartbeat how often a node says that it lives
 * @param keep how long ended jobs are kept for visitors who wait for them
 * @param keepSent how long those are kept that programs have sent
 */
public record JobOptions(
    String node,
    int slots,
    int maxWaiting,
    int perVisitor,
    long memory,
    RunTime runTime,
    Duration heartbeat,
    Duration keep,
    Duration keepSent) {

  public JobOptions {
    if (slots < 0 || maxWaiting < 0 || perVisitor < 1) {
      throw new IllegalArgumentException("no negative slots and no negative queue expected");
    }
  }
}
