package io.hybridanomaly.cli;

/** Wrong input or arguments; the message is one plain sentence with the cause and the mend. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one plain sentence
   */
  public UsageException(String message) {
    super(message);
  }

  /**
   * @param message one plain sentence
   * @param cause what was noticed
   */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
