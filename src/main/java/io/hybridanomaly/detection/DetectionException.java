package io.hybridanomaly.detection;

/**
 * A series, setting or machine with which no detection is possible. The message is one plain
 * sentence with the cause and the mend, meant for the user.
 */
public final class DetectionException extends Exception {

  private static final long serialVersionUID = 1L;

  public DetectionException(String message) {
    super(message);
  }

  /** For what is wrong with the machine, not with the series: the operator wants the cause. */
  DetectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
