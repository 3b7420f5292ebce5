package io.hybridanomaly.jobs;

/** So many detections wait that one more would not be served in reasonable time. */
public final class QueueFullException extends Exception {

  private static final long serialVersionUID = 1L;

  QueueFullException(int waiting) {
    super("The server is busy: %s. Please try again in a minute.".formatted(why(waiting)));
  }

  private static String why(int waiting) {
    return switch (waiting) {
      case 0 -> "it runs as many detections as it may at once";
      case 1 -> "one detection is waiting already";
      default -> waiting + " detections are waiting already";
    };
  }
}
