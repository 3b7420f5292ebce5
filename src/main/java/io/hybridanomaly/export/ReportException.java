package io.hybridanomaly.export;

/**
 * A report that cannot be loaded. The message is one plain sentence with the cause and the mend,
 * meant for the user.
 */
public final class ReportException extends Exception {

  private static final long serialVersionUID = 1L;

  ReportException(String message) {
    super(message);
  }

  static ReportException damaged(String cause) {
    return new ReportException(
        "The report is damaged (%s): save it again from the page it came from.".formatted(cause));
  }
}
