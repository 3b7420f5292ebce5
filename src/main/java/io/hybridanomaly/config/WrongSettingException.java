package io.hybridanomaly.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting with which the server cannot start; its message says why, and what to set. */
public final class WrongSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for the operator
   */
  public WrongSettingException(String message) {
    super(message);
  }

  /** Shows the sentence alone, in place of how the server was put together. */
  public static final class Analyzer extends AbstractFailureAnalyzer<WrongSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettingException cause) {
      return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
  }
}
