package io.hybridanomaly.cli;

/** Wrong input or arguments; the message is one plain sentence with the cause and the mend. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
