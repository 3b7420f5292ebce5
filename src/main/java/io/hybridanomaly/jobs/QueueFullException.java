package io.hybridanomaly.jobs;

/** So many detections wait that one more would not be served in reasonable time. */
public final class QueueFullException extends Exception {

  private static final long serialVersionUID = 1L;

  QueueFullException(int waiting) {
    super(
        "The server is busy: %d detections are waiting already. Please try again in a minute."
            .formatted(waiting));
  }
}
