package io.hybridanomaly.api;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The HTTP interface is switched on, but there is no token that would protect it. */
final class TokenMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TokenMissingException() {
    super(
        "api.enabled=true needs a token: set api.token, or the environment variable API_TOKEN, to a"
            + " long random text.");
  }

  /** Shows the sentence alone, in place of how the server was put together. */
  static final class Analyzer extends AbstractFailureAnalyzer<TokenMissingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TokenMissingException cause) {
      return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
  }
}
