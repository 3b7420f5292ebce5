package io.hybridanomaly.jobs;

/** So many detections wait that one more would not be served in reasonable time. */
public final class QueueFullException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ofServer;

  private QueueFullException(String message) {
    this(message, false);
  }

  private QueueFullException(String message, boolean ofServer) {
    super(message);
    this.ofServer = ofServer;
  }

  /** Whether those of all visitors are too many, not those of one. */
  public boolean isOfServer() {
    return ofServer;
  }

  static QueueFullException ofServer(int waiting) {
    return new QueueFullException(
        "The server is busy: %s. Please try again in a minute.".formatted(why(waiting)), true);
  }

  static QueueFullException ofVisitor(int jobs) {
    return new QueueFullException(
        "%d of your detections run or wait already, as many as one visitor may have: wait until one"
                .formatted(jobs)
            + " is done, or cancel it.");
  }

  static QueueFullException ofMemory(String sentence) {
    return new QueueFullException(sentence);
  }

  static QueueFullException ofHour(int jobs, String whose, long seconds) {
    return new QueueFullException(
        "The %d detections that %s may start in an hour are used up: please try again in %s."
            .formatted(jobs, whose, minutes(seconds)));
  }

  private static String minutes(long seconds) {
    long minutes = (seconds + 59) / 60;
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }

  private static String why(int waiting) {
    return switch (waiting) {
      case 0 -> "it runs as many detections as it may at once";
      case 1 -> "one detection is waiting already";
      default -> waiting + " detections are waiting already";
    };
  }
}
