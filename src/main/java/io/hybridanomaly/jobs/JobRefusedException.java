package io.hybridanomaly.jobs;

/**
 * A detection is not taken: the message is a sentence for the user that says why, and what to do.
 */
public final class JobRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ofServer;

  private JobRefusedException(String message) {
    this(message, false);
  }

  private JobRefusedException(String message, boolean ofServer) {
    super(message);
    this.ofServer = ofServer;
  }

  /** Whether the reason lies with the server, not with what the visitor has done. */
  public boolean isOfServer() {
    return ofServer;
  }

  static JobRefusedException ofServer(int waiting) {
    return new JobRefusedException(
        "The server is busy: %s. Please try again in a minute.".formatted(why(waiting)), true);
  }

  static JobRefusedException ofDatabase(Exception cause) {
    JobRefusedException refused =
        new JobRefusedException(
            "The server cannot reach its database: please try again in a minute.", true);
    refused.initCause(cause);
    return refused;
  }

  static JobRefusedException ofVisitor(int jobs) {
    return new JobRefusedException(
        "%d of your detections run or wait already, as many as one visitor may have: wait until one"
                .formatted(jobs)
            + " is done, or cancel it.");
  }

  static JobRefusedException ofMemory(String sentence) {
    return new JobRefusedException(sentence);
  }

  static JobRefusedException ofHour(int jobs, String whose, long seconds) {
    return new JobRefusedException(
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
