package io.hybridanomaly.api;

import org.springframework.http.HttpStatus;

/** Why a call is not answered as it was meant. The message is one plain sentence for the caller. */
final class ProblemException extends Exception {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  ProblemException(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  ProblemException(HttpStatus status, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
