package io.hybridanomaly.cli;

import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.jobs.Detection;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Who judges the series of a call.
 *
 * @param detection does it
 * @param atOnce most series that are under way at the same time
 * @param nodes the nodes of a queue; empty if this process does it
 */
record Judge(Detection detection, int atOnce, Optional<NodeQueue> nodes) implements AutoCloseable {

  /**
   * Whoever was asked for.
   *
   * @param err hears if no node works
   * @throws UsageException if the queue cannot be reached
   */
  static Judge of(InputOptions input, PrintStream err) throws UsageException {
    if (!input.usesNodes()) {
      return new Judge(
          Detectors::detect, Runtime.getRuntime().availableProcessors(), Optional.empty());
    }
    NodeQueue nodes = NodeQueue.open(err);
    return new Judge(nodes, NodeQueue.AT_ONCE, Optional.of(nodes));
  }

  /** Whether this process needs the engine from the start. */
  boolean worksHere() {
    return nodes.isEmpty();
  }

  @Override
  public void close() {
    nodes.ifPresent(NodeQueue::close);
  }
}
